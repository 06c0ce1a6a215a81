package dev.procc.live.wire;

import dev.procc.base.json.Json;
import java.util.Locale;

/// The run of a process as a list shows it.
///
/// @param status the server's word, in lower case: `waiting`, `running`, `cancelling`, `complete`,
///   `cancelled`, `error`, `errorhold`
/// @param completedAt when it ended, RFC 3339; empty if it has not, or the server does not say
public record RunSummary(String id, String status, String completedAt) {
  /// A run of which nobody says when it ended.
  public RunSummary(String id, String status) {
    this(id, status, "");
  }

  static RunSummary read(Json.Obj run) {
    return new RunSummary(
        run.text("id").orElse(""),
        run.text("status").orElse("").toLowerCase(Locale.ROOT),
        run.text("completedDate").orElse(""));
  }

  /// How it ended, and on which day: `ended on 2024-11-29 (complete)`.
  public String endText() {
    return "ended"
        + (completedAt.length() < 10 ? "" : " on " + completedAt.substring(0, 10))
        + " ("
        + status
        + ")";
  }

  /// Whether the run is over. One in error may still go on, and a status that is not known counts
  /// as active: the safe side.
  public boolean isFinished() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.equals("complete") || word.equals("cancelled");
  }
}
