package dev.procc.live.plan.safety;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.assemble.ProcessPlanDraft;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The guard over edits made in Workiva: they are not undone unasked, and an exception on record
/// lets one stay.
public final class DriftChecks {
  private DriftChecks() {}

  /// Refuses a plan that would undo edits.
  public static void checkOverwrites(
      ProcessPlanDraft draft, LiveProcess live, PlanContext context) {
    List<String> undone = new ArrayList<>();
    for (FieldChange change : draft.changes) {
      String ref = fieldRef(change);
      if (change.origin().overwritesDrift() && !context.overrides().allowsOverwrite(ref)) {
        undone.add(ref);
      }
    }
    if (!undone.isEmpty()) {
      boolean one = undone.size() == 1;
      String address = one ? undone.getFirst() : draft.identity();
      draft.refuse(
          SafetyRule.OVERWRITE,
          ReplacementLosses.counted(undone.size(), "edit")
              + " made in Workiva would be undone: "
              + SafetyChecks.abbreviated(undone)
              + lastChangedText(live.modified(), draft.live, context),
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
  public static void reportWaivers(
      ProcessPlanDraft draft, @Nullable LedgerEntry entry, PlanContext context) {
    if (entry == null || entry.waivers().isEmpty()) {
      return;
    }
    Set<String> leftAsIs = new HashSet<>(draft.carriedOver);
    Set<String> undone = new HashSet<>();
    for (FieldChange change : draft.changes) {
      (change.origin().overwritesDrift() ? undone : leftAsIs).add(fieldRef(change));
    }
    for (DriftWaiver waiver : entry.waivers()) {
      String ref =
          LedgerLastApplied.address(draft.identity(), waiver.path()) + ":" + waiver.field();
      boolean isExpired = DriftWaivers.isExpired(waiver, context.asOf());
      if (!isExpired && leftAsIs.contains(ref)) {
        String until = waiver.until() == null ? "" : " until " + waiver.until();
        draft.warnings.add(ref + " stays as it is in Workiva" + until + ": " + waiver.reason());
      } else if (isExpired && undone.contains(ref)) {
        draft.warnings.add(
            "the exception that let "
                + ref
                + " stay ended on "
                + waiver.until()
                + ": "
                + waiver.reason());
      }
    }
  }

  private static String fieldRef(FieldChange change) {
    return change.address() + ":" + change.field();
  }

  /// `; last changed by Dana Whitfield at 2025-01-07T09:00:01Z`; empty where nobody said.
  static String lastChangedText(AuditStamp modified, LiveState state, PlanContext context) {
    String at = modified.at() == null ? state.modified().at() : modified.at();
    if (modified.userId() == null && at == null) {
      return "";
    }
    return "; last changed"
        + (modified.userId() == null
            ? ""
            : " by " + context.names().people().getOrDefault(modified.userId(), modified.userId()))
        + (at == null ? "" : " at " + at);
  }
}
