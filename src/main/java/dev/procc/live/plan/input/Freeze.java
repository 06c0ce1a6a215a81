package dev.procc.live.plan.input;

import java.time.LocalDate;

/// A range of days, both ends included, on which a target must not be changed.
public record Freeze(LocalDate from, LocalDate to, String reason) {
  /// Whether a day is in it.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// The message that refuses a change on such a day.
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
