package dev.procc.live.plan;

import dev.procc.live.ledger.Kept;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The guard over edits made in Workiva: they are not undone unasked, and an exception on record
/// lets one stay.
final class Edits {
  private Edits() {}

  /// Refuses a plan that would undo edits.
  static void overwrites(Draft draft, LiveProcess live, Context context) {
    List<String> undone = new ArrayList<>();
    for (FieldChange change : draft.changes) {
      String ref = ref(change);
      if (change.overwrites() && !context.overrides().overwrites(ref)) {
        undone.add(ref);
      }
    }
    if (!undone.isEmpty()) {
      boolean one = undone.size() == 1;
      String address = one ? undone.getFirst() : draft.identity();
      draft.refuse(
          SafetyRule.OVERWRITE,
          Losses.count(undone.size(), "edit")
              + " made in Workiva would be undone: "
              + Guards.some(undone)
              + whoAndWhen(live.modified(), draft.live, context),
          "--overwrite-live " + address,
          "procc keep "
              + address
              + " --reason TEXT lets "
              + (one ? "it" : "them")
              + " stay as an exception; written into the definition "
              + (one ? "it stays" : "they stay")
              + " for good");
    }
  }

  /// Tells which edits stay by an exception, and which exception is over.
  static void exceptions(Draft draft, @Nullable LedgerEntry entry, Context context) {
    if (entry == null || entry.kept().isEmpty()) {
      return;
    }
    Set<String> left = new HashSet<>(draft.carried);
    Set<String> undone = new HashSet<>();
    for (FieldChange change : draft.changes) {
      (change.overwrites() ? undone : left).add(ref(change));
    }
    for (Kept kept : entry.kept()) {
      String ref = LedgerBase.address(draft.identity(), kept.path()) + ":" + kept.field();
      boolean over = KeptEdits.over(kept, context.asOf());
      if (!over && left.contains(ref)) {
        String until = kept.until() == null ? "" : " until " + kept.until();
        draft.warnings.add(ref + " stays as it is in Workiva" + until + ": " + kept.reason());
      } else if (over && undone.contains(ref)) {
        draft.warnings.add(
            "the exception that let "
                + ref
                + " stay ended on "
                + kept.until()
                + ": "
                + kept.reason());
      }
    }
  }

  private static String ref(FieldChange change) {
    return change.address() + ":" + change.field();
  }

  /// `; last changed by Dana Whitfield at 2025-01-07T09:00:01Z`; empty where nobody said.
  static String whoAndWhen(Stamp modified, LiveState state, Context context) {
    String at = modified.at() == null ? state.modifiedAt() : modified.at();
    if (modified.user() == null && at == null) {
      return "";
    }
    return "; last changed"
        + (modified.user() == null
            ? ""
            : " by " + context.names().people().getOrDefault(modified.user(), modified.user()))
        + (at == null ? "" : " at " + at);
  }
}
