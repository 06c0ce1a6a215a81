package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A list of changes that is applied as a whole or in part: in part because of a fault, or of an
/// assumption by which the changes before a refused one stay.
final class PartialBatch {
  private final List<Json> changes;
  private final boolean keepsPrefix;

  private PartialBatch(List<Json> changes, boolean keepPrefix) {
    this.changes = changes;
    this.keepsPrefix = keepPrefix;
  }

  /// @param assumption key of the assumption whether the list is atomic
  static PartialBatch of(
      ServerRequest request, String assumption, EmulatorState state, List<Json> changes) {
    int partial = request.faultEffect().appliedCount();
    boolean cut = partial >= 0 && partial < changes.size();
    return new PartialBatch(
        cut ? changes.subList(0, partial) : changes, state.assumes(assumption, "partial"));
  }

  /// Applies the changes and stores the result.
  ///
  /// @param apply throws an ErrorReply if one of the changes is invalid
  /// @param store stores the result of that many changes and returns the body of the reply
  Reply apply(Function<List<Json>, Json.Obj> apply, BiFunction<Json.Obj, Integer, Json.Obj> store) {
    try {
      return Reply.ok(store.apply(apply.apply(changes), changes.size()));
    } catch (ErrorReply refusal) {
      int validCount = keepsPrefix ? longestValidPrefix(apply) : 0;
      if (validCount > 0) {
        var _ = store.apply(apply.apply(changes.subList(0, validCount)), validCount);
        return Reply.of(refusal);
      }
      throw refusal;
    }
  }

  /// The length of the longest valid prefix. It is sought from the end, since a shorter one may be
  /// refused where a longer one is not: a window whose end has moved before its start, and whose
  /// start follows.
  private int longestValidPrefix(Function<List<Json>, Json.Obj> apply) {
    int length = changes.size() - 1;
    while (length > 0 && !isValid(apply, length)) {
      length--;
    }
    return length;
  }

  private boolean isValid(Function<List<Json>, Json.Obj> apply, int length) {
    try {
      var _ = apply.apply(changes.subList(0, length));
      return true;
    } catch (ErrorReply refusal) {
      return false;
    }
  }
}
