package dev.procc.live.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The run of a process as a list shows it.
///
/// @param status the server's word, in lower case: `waiting`, `running`, `cancelling`, `complete`,
///   `cancelled`, `error`, `errorHold`
public record RunSummary(String id, String status, @Nullable String completedDate) {
  /// Whether the run is over. One in error may still go on, and a status we do not know counts as
  /// active: the safe side.
  public boolean isFinished() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.equals("complete") || word.equals("cancelled");
  }
}
