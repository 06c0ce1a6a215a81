package dev.procc.live.wire;

import dev.procc.base.json.Json;
import java.util.Locale;

/// The run of a process as a list shows it.
///
/// @param status the server's word, in lower case: `waiting`, `running`, `cancelling`, `complete`,
///   `cancelled`, `error`, `errorhold`
public record RunSummary(String id, String status) {
  static RunSummary read(Json.Obj run) {
    return new RunSummary(
        run.text("id").orElse(""), run.text("status").orElse("").toLowerCase(Locale.ROOT));
  }

  /// Whether the run is over. One in error may still go on, and a status that is not known counts
  /// as active: the safe side.
  public boolean isFinished() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.equals("complete") || word.equals("cancelled");
  }
}
