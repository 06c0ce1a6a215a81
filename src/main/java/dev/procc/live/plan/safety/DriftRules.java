package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.compare.RevivedTasks;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.AuditStamp;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The safety rules about drift: it is not undone unless that is allowed, and a waiver lets it
/// stay.
final class DriftRules {
  private DriftRules() {}

  /// Refuses a plan that would undo drift, or leave drift that differs from the definition.
  static void check(RuleInput input, List<PlanRefusal> refusals) {
    Set<String> undone = new LinkedHashSet<>();
    Set<String> left = new LinkedHashSet<>();
    boolean allKept = true;
    boolean isKeepable = false;
    String what = "edit";
    for (FieldChange change : contestedChanges(input)) {
      boolean isWaived = isWaived(input, change);
      if (change.origin().overwritesDrift()) {
        undone.add(fieldRef(change));
        allKept &= isWaived || isLostByReplacement(input, change);
        what = change.changedBy() == ChangedBy.UNKNOWN ? "possible edit" : what;
        isKeepable |= !isNewInDefinition(change);
      } else if (!isWaived) {
        left.add(fieldRef(change));
      }
    }
    if (!undone.isEmpty()) {
      refusals.add(
          isKeepable ? refusalOfUndone(input, undone, allKept, what) : refusalOfNew(input, undone));
    }
    if (!left.isEmpty()) {
      refusals.add(refusalOfLeft(input, left));
    }
    refusals.addAll(refusalsOfRevived(input));
  }

  private static List<PlanRefusal> refusalsOfRevived(RuleInput input) {
    ProcessComparison comparison = comparison(input);
    LedgerEntry entry = input.subject().entry();
    List<PlanRefusal> refusals = new ArrayList<>();
    if (comparison != null && entry != null) {
      RevivedTasks.find(comparison, entry)
          .forEach((now, before) -> {
            String ref = now + ":" + FieldChange.NODE;
            if (!input.overrides().allowsOverwrite(ref)) {
              refusals.add(
                  PlanRefusal.of(
                      SafetyRule.OVERWRITE,
                      before
                          + " was removed in Workiva, and "
                          + now
                          + " has become what it was: it would be created again",
                      "--overwrite-live " + ref,
                      new WayOut(
                          "write moved: [{ from: "
                              + Address.path(input.identity(), before)
                              + ", to: "
                              + Address.path(input.identity(), now)
                              + " }] into the definition",
                          "for the same task: nothing is created again")));
            }
          });
    }
    return refusals;
  }

  /// Whether a change adds a node to the definition where drift is possible: there is nothing live
  /// to keep.
  private static boolean isNewInDefinition(FieldChange change) {
    return change.field().equals(FieldChange.NODE)
        && change.changedBy() != ChangedBy.DRIFT
        && change.before() == null;
  }

  /// Whether a new process cannot contain an edit: a new process takes over edited values and
  /// leaves out what was removed in Workiva, but not what was added or moved there, or what the
  /// definition removes.
  private static boolean isLostByReplacement(RuleInput input, FieldChange change) {
    boolean isRemovedThere = change.field().equals(FieldChange.NODE) && change.before() == null;
    return input.decision() instanceof Decision.Replace && change.isStructural() && !isRemovedThere;
  }

  private static PlanRefusal refusalOfNew(RuleInput input, Set<String> refs) {
    return refusal(
        input,
        refs,
        "somebody edited it in Workiva, and nothing on record says whether this is what they took"
            + " out or changed; new in the definition: ");
  }

  /// @param what `edit`, or `possible edit` if that is unknown
  private static PlanRefusal refusalOfUndone(
      RuleInput input, Set<String> refs, boolean allKept, String what) {
    if (!input.subject().live().inLedger()) {
      return refusal(
          input,
          refs,
          "nothing is recorded of it, and what would be undone may have been edited in Workiva: ",
          new WayOut(
              "procc adopt " + input.identity() + " " + input.subject().process().id(),
              "what is live is recorded as it is, and each edit can then be kept or pulled"));
    }
    return refusal(
        input,
        refs,
        Plural.of(refs.size(), what) + " made in Workiva would be undone: ",
        allKept
            ? new WayOut[] {
              new WayOut(
                  "write it into the definition",
                  "it stays: a new process cannot keep it otherwise"),
              WayOut.undoByHand("the edit is gone, and nothing is refused")
            }
            : waysOfEdits(input, refs));
  }

  private static PlanRefusal refusalOfLeft(RuleInput input, Set<String> refs) {
    boolean one = refs.size() == 1;
    return refusal(
        input,
        refs,
        Plural.of(refs.size(), "edit")
            + " made in Workiva "
            + (one ? "is" : "are")
            + " not in the definition, and only a new process would undo "
            + (one ? "it: " : "them: "),
        waysOfEdits(input, refs));
  }

  /// The drift that nobody allowed to undo; for a group that is gone or new, only the group itself.
  private static List<FieldChange> contestedChanges(RuleInput input) {
    List<FieldChange> contested = new ArrayList<>();
    Set<String> nodes = new HashSet<>();
    for (FieldChange change : input.explanation().changes()) {
      if (change.isContestedDrift() && !input.overrides().allowsOverwrite(fieldRef(change))) {
        contested.add(change);
        if (change.field().equals(FieldChange.NODE)) {
          nodes.add(change.address());
        }
      }
    }
    contested.removeIf(change ->
        change.field().equals(FieldChange.NODE)
            && nodes.stream().anyMatch(above -> change.address().startsWith(above + "/")));
    return contested;
  }

  private static boolean isWaived(RuleInput input, FieldChange change) {
    ProcessComparison comparison = comparison(input);
    return comparison != null && comparison.waivers().isWaived(change.address(), change.field());
  }

  private static @Nullable ProcessComparison comparison(RuleInput input) {
    return switch (input.decision()) {
      case Decision.InPlace inPlace -> inPlace.comparison();
      case Decision.Replace replace -> replace.comparison();
      default -> null;
    };
  }

  /// A refusal with the ways out; no flag undoes in a running process what only a new one could.
  private static PlanRefusal refusal(
      RuleInput input, Set<String> refs, String message, WayOut... ways) {
    String address = commonAddress(input, refs);
    String text = message + RuleInput.abbreviated(List.copyOf(refs)) + lastChangedText(input);
    boolean replaces = replacesToUndo(input, address);
    boolean isRunning = replaces && input.subject().live().runState() == RunState.ACTIVE;
    List<WayOut> all = new ArrayList<>(List.of(ways));
    if (isRunning) {
      all.add(
          WayOut.undoByHand(
              "the edit is gone; no command does it, since a running process is never replaced"));
    }
    return PlanRefusal.of(
            SafetyRule.OVERWRITE,
            text,
            isRunning ? null : "--overwrite-live " + address,
            all.toArray(WayOut[]::new))
        .withCostOfFlag(WayOut.costOfOverwriting(countOfUnknown(input, address), replaces));
  }

  /// The contested changes that the address of a flag stands for.
  private static List<FieldChange> covered(RuleInput input, String address) {
    List<FieldChange> covered = new ArrayList<>(contestedChanges(input));
    covered.removeIf(change ->
        !address.equals(input.identity()) && !address.equals(fieldRef(change))
            || !change.origin().overwritesDrift() && isWaived(input, change));
    return covered;
  }

  private static boolean replacesToUndo(RuleInput input, String address) {
    return input.decision() instanceof Decision.Replace
        || covered(input, address).stream().anyMatch(each -> !each.origin().overwritesDrift());
  }

  /// The number of values that the flag overwrites if of one of them nobody knows whether it was
  /// edited; otherwise 0.
  private static int countOfUnknown(RuleInput input, String address) {
    List<FieldChange> covered = covered(input, address);
    return covered.stream().anyMatch(each -> each.changedBy() == ChangedBy.UNKNOWN)
        ? covered.size()
        : 0;
  }

  private static String commonAddress(RuleInput input, Set<String> refs) {
    return refs.size() == 1 ? refs.iterator().next() : input.identity();
  }

  private static WayOut[] waysOfEdits(RuleInput input, Set<String> refs) {
    return WayOut.ofEdits(commonAddress(input, refs), refs.size() == 1).toArray(WayOut[]::new);
  }

  /// Reports the drift that stays because of a waiver, and waivers that have expired.
  static void reportWaivers(RuleInput input, List<String> warnings) {
    LedgerEntry entry = input.subject().entry();
    if (entry == null || entry.waivers().isEmpty()) {
      return;
    }
    Set<String> leftAsIs = new HashSet<>();
    Set<String> undone = new HashSet<>();
    for (FieldChange change : input.explanation().changes()) {
      if (change.origin().overwritesDrift()) {
        undone.add(fieldRef(change));
      } else if (!change.isEffective()) {
        leftAsIs.add(fieldRef(change));
      }
    }
    ProcessComparison comparison = comparison(input);
    LastApplied names = comparison == null ? LastApplied.NONE : comparison.lastApplied();
    for (DriftWaiver waiver : entry.waivers()) {
      String ref =
          names.currentAddress(Address.of(input.identity(), waiver.path())) + ":" + waiver.field();
      boolean isExpired = DriftWaivers.isExpired(waiver, input.context().asOf());
      String until = waiver.until();
      if (!isExpired && leftAsIs.contains(ref)) {
        String end = until == null ? "" : " until " + DayText.day(until);
        warnings.add(ref + " stays as it is in Workiva" + end + ": " + waiver.reason());
      } else if (isExpired && until != null && undone.contains(ref)) {
        warnings.add(
            "the waiver that let "
                + ref
                + " stay ended on "
                + DayText.day(until)
                + "; its reason was: "
                + waiver.reason());
      }
    }
  }

  private static String fieldRef(FieldChange change) {
    return change.address() + ":" + change.field();
  }

  /// `; the process was last changed by Dana Whitfield at 2025-01-07T09:00:01Z`; empty if the
  /// server does not give it.
  static String lastChangedText(RuleInput input) {
    AuditStamp modified = input.subject().live().modified();
    if (!input.subject().live().isEditedSince()
        || modified.userId() == null && modified.at() == null) {
      return "";
    }
    return "; the process was last changed"
        + (modified.userId() == null
            ? ""
            : " by "
                + input
                    .context()
                    .names()
                    .people()
                    .getOrDefault(modified.userId(), modified.userId()))
        + (modified.at() == null ? "" : ", " + DayText.moment(modified.at()));
  }
}
