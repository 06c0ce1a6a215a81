package dev.procc.live.plan.input;

import java.time.LocalDate;

/// Days on which a target takes no changes, both ends included.
public record Freeze(LocalDate from, LocalDate to, String reason) {
  /// Whether a day is in it.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// What refuses a change on such a day.
  public String refusal(String target) {
    return "target "
        + target
        + " takes no changes from "
        + from
        + " to "
        + to
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
