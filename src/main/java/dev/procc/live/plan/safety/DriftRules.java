package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.AuditStamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules of edits made in Workiva: they are not undone unless that is allowed, and a waiver lets
/// one stay.
final class DriftRules {
  private DriftRules() {}

  /// Refuses a plan that would undo edits.
  static void checkOverwrites(RuleInput input, List<PlanRefusal> refusals) {
    List<String> undone = new ArrayList<>();
    for (FieldChange change : input.explanation().changes()) {
      String ref = fieldRef(change);
      if (change.origin().overwritesDrift() && !input.overrides().allowsOverwrite(ref)) {
        undone.add(ref);
      }
    }
    if (!undone.isEmpty()) {
      boolean one = undone.size() == 1;
      String address = one ? undone.getFirst() : input.identity();
      refusals.add(
          PlanRefusal.of(
              SafetyRule.OVERWRITE,
              Plural.of(undone.size(), "edit")
                  + " made in Workiva would be undone: "
                  + RuleInput.abbreviated(undone)
                  + lastChangedText(input),
              "--overwrite-live " + address,
              "procc keep "
                  + address
                  + " --reason TEXT lets "
                  + (one ? "it" : "them")
                  + " stay as an exception; written into the definition "
                  + (one ? "it stays" : "they stay")
                  + " for good"));
    }
  }

  /// Reports which edits stay by a waiver, and which waiver is over.
  static void reportWaivers(RuleInput input, List<String> warnings) {
    LedgerEntry entry = input.subject().entry();
    if (entry == null || entry.waivers().isEmpty()) {
      return;
    }
    Set<String> leftAsIs = new HashSet<>(input.explanation().replacement().carriedOver());
    Set<String> undone = new HashSet<>();
    for (FieldChange change : input.explanation().changes()) {
      (change.origin().overwritesDrift() ? undone : leftAsIs).add(fieldRef(change));
    }
    for (DriftWaiver waiver : entry.waivers()) {
      String ref =
          LedgerLastApplied.address(input.identity(), waiver.path()) + ":" + waiver.field();
      boolean isExpired = DriftWaivers.isExpired(waiver, input.context().asOf());
      if (!isExpired && leftAsIs.contains(ref)) {
        String until = waiver.until() == null ? "" : " until " + waiver.until();
        warnings.add(ref + " stays as it is in Workiva" + until + ": " + waiver.reason());
      } else if (isExpired && undone.contains(ref)) {
        warnings.add(
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

  /// `; last changed by Dana Whitfield at 2025-01-07T09:00:01Z`; empty if the server does not say.
  static String lastChangedText(RuleInput input) {
    AuditStamp modified = input.subject().live().modified();
    if (modified.userId() == null && modified.at() == null) {
      return "";
    }
    return "; last changed"
        + (modified.userId() == null
            ? ""
            : " by "
                + input
                    .context()
                    .names()
                    .people()
                    .getOrDefault(modified.userId(), modified.userId()))
        + (modified.at() == null ? "" : " at " + modified.at());
  }
}
