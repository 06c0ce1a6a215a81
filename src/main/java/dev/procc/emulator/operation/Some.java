package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A list of changes that is applied as a whole, or in part: because a fault says so, or because a
/// reading says that what stands before a refused change stays.
final class Some {
  private final List<Json> changes;
  private final boolean keepPrefix;

  private Some(List<Json> changes, boolean keepPrefix) {
    this.changes = changes;
    this.keepPrefix = keepPrefix;
  }

  /// @param reading the key that says whether the list is atomic
  static Some of(Call call, String reading, World world, List<Json> changes) {
    int partial = call.twist().partial();
    boolean cut = partial >= 0 && partial < changes.size();
    return new Some(cut ? changes.subList(0, partial) : changes, world.is(reading, "partial"));
  }

  /// Applies the changes and keeps the outcome.
  ///
  /// @param apply throws a refusal where one of the changes is not right
  /// @param keep stores the outcome of so many changes and gives what is answered
  Reply answer(Function<List<Json>, Json.Obj> apply, BiFunction<Json.Obj, Integer, Json.Obj> keep) {
    try {
      return Reply.ok(keep.apply(apply.apply(changes), changes.size()));
    } catch (Refusal refusal) {
      int good = keepPrefix ? prefix(apply) : 0;
      if (good > 0) {
        var _ = keep.apply(apply.apply(changes.subList(0, good)), good);
        return Reply.of(refusal);
      }
      throw refusal;
    }
  }

  /// The length of the longest prefix that is right, found by halving.
  private int prefix(Function<List<Json>, Json.Obj> apply) {
    int good = 0;
    int bad = changes.size();
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (right(apply, middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private boolean right(Function<List<Json>, Json.Obj> apply, int length) {
    try {
      var _ = apply.apply(changes.subList(0, length));
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }
}
