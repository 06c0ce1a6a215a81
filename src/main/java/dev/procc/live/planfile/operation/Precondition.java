package dev.procc.live.planfile.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must still be true right before an operation.
///
/// @param kind `content`: the live process has this content hash; `noRun`: the list shows no run of
///   it, or only the one destroyed on purpose; `notRecorded`: no process is recorded for the key;
///   `lookAlikes`: the search for look-alikes gives exactly these ids; `done`: that operation is
///   done; `run`: that run has not ended; `siblings`: the group run has exactly these children;
///   `waiting`: none of these has started
/// @param value a hash or an id; absent where ids say it
/// @param ids sorted; of `siblings` and `waiting` in their order
public record Precondition(String kind, @Nullable String value, List<String> ids) {
  public Precondition {
    ids = List.copyOf(ids);
  }

  /// One that names no ids.
  public static Precondition of(String kind, @Nullable String value) {
    return new Precondition(kind, value, List.of());
  }
}
