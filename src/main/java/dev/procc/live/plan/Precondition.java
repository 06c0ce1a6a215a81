package dev.procc.live.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must still be true right before an operation.
///
/// @param is `content`: the live process has this content hash; `noRun`: the list shows no run of
///   it, or only the one destroyed on purpose; `notRecorded`: no process is recorded for the key;
///   `lookAlikes`: the search for look-alikes gives exactly these ids; `done`: that operation is
///   done
/// @param value a hash or the id of an operation; absent where ids say it
/// @param ids sorted
public record Precondition(String is, @Nullable String value, List<String> ids) {
  public Precondition {
    ids = List.copyOf(ids);
  }

  static Precondition of(String is, @Nullable String value) {
    return new Precondition(is, value, List.of());
  }
}
