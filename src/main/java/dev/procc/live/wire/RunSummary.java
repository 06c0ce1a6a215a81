package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// The run of a process as a list returns it.
///
/// @param status the server's word, in lower case: `waiting`, `running`, `cancelling`, `complete`,
///   `cancelled`, `error`, `errorhold`
/// @param completedAt the time of its end, RFC 3339; empty if it has not ended, or the server does
///   not give it
public record RunSummary(String id, String status, String completedAt) {
  /// A run without a known end.
  public RunSummary(String id, String status) {
    this(id, status, "");
  }

  static RunSummary read(Json.Obj run) {
    return new RunSummary(
        run.text("id").orElse(""),
        run.text("status").orElse("").toLowerCase(Locale.ROOT),
        run.text("completedDate").orElse(""));
  }

  /// Its status at the end, and the day: `ended on Fri 2024-11-29 (complete)`.
  ///
  /// @param zone in which its end becomes a day
  public String endText(ZoneId zone) {
    LocalDate day = DayText.dayOf(completedAt, zone);
    return "ended" + (day == null ? "" : " on " + DayText.format(day)) + " (" + status + ")";
  }

  /// Whether the run has ended. One in error may continue, and an unknown status counts as active,
  /// to be safe.
  public boolean isFinished() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.equals("complete") || word.equals("cancelled");
  }
}
