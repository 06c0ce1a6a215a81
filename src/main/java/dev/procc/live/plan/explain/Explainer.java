package dev.procc.live.plan.explain;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.PlanSubject;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.decide.JsonPatchBuilder;
import dev.procc.live.plan.decide.PlanOperations;
import dev.procc.live.plan.decide.StructuralChange;
import dev.procc.live.plan.decide.StructuralDrift;
import dev.procc.live.plan.input.LastAppliedValues;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.UnknownField;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The explanation of a decision: what changes and why, and what a replacement costs.
public final class Explainer {
  private static final int MAX_UNKNOWN_FIELDS = 5;

  private final PlanSubject subject;
  private final DefinitionTrees definition;
  private final ChangeCauses causes;
  private final LastAppliedValues lastApplied;

  public Explainer(PlanSubject subject, DefinitionTrees definition, LastAppliedValues lastApplied) {
    this.lastApplied = lastApplied;
    this.subject = subject;
    this.definition = definition;
    this.causes = new ChangeCauses(definition.desired(), subject.entry());
  }

  /// The explanation of a decision about a process that has a definition.
  public Explanation explain(Decision decision) {
    return switch (decision) {
      case Decision.Create create -> explainCreate();
      case Decision.InPlace inPlace -> explainInPlace(inPlace);
      case Decision.Replace replace -> explainReplace(replace);
      case Decision.AddTasks add -> Explanation.ofChanges(add.changes());
      case Decision.Adopt adopt -> Explanation.ofChanges(left(explain(adopt.next()).changes()));
      case Decision.Unchanged unchanged -> Explanation.NONE;
      case Decision.Keep keep -> Explanation.NONE;
      case Decision.Refuse refuse -> Explanation.NONE;
      case Decision.Trash trash -> Explanation.NONE;
      case Decision.Forget forget -> Explanation.NONE;
    };
  }

  /// The changes as differences that stay.
  private static List<FieldChange> left(List<FieldChange> changes) {
    List<FieldChange> left = new ArrayList<>();
    for (FieldChange change : changes) {
      if (!Objects.equals(change.before(), change.after()) || change.isStructural()) {
        left.add(change.asLeft());
      }
    }
    return left;
  }

  private Explanation explainCreate() {
    FieldChanges changes = new FieldChanges(definition, causes, Map.of(), lastApplied);
    changes.addCreated();
    return new Explanation(
        changes.ranked(),
        Replacement.NONE,
        List.of(),
        WorkloadChanges.of(definition.normal(), null));
  }

  private Explanation explainInPlace(Decision.InPlace decision) {
    FieldChanges changes = fieldChanges(decision.comparison());
    decision.deltas().forEach(changes::add);
    addStructuralDrift(decision.comparison(), decision.drift(), changes);
    return new Explanation(
        changes.ranked(), Replacement.NONE, predictedShifts(decision), List.of());
  }

  private FieldChanges fieldChanges(ProcessComparison comparison) {
    return new FieldChanges(
        definition,
        causes,
        comparison.live().process().fields(),
        (address, field) ->
            lastApplied.find(comparison.lastApplied().recordedAddress(address), field));
  }

  /// Adds structural drift that stays.
  private static void addStructuralDrift(
      ProcessComparison comparison, StructuralDrift drift, FieldChanges changes) {
    for (ProcessTree.PlacedNode place : drift.removed()) {
      changes.addIgnored(new ProcessDifference.Added(place), place.ref());
    }
    drift
        .moved()
        .forEach((place, from) ->
            changes.addIgnored(new ProcessDifference.Moved(place, from), place.ref()));
    for (ProcessTree.PlacedNode place : drift.added()) {
      changes.addIgnored(new ProcessDifference.Removed(place), comparison.addressOf(place));
    }
    drift.reordered().forEach(group -> changes.addReorderedByDrift(group, false));
  }

  private static List<PredictedShift> predictedShifts(Decision.InPlace decision) {
    List<PredictedShift> shifts = new ArrayList<>();
    ProcessTree liveTree = decision.comparison().liveTree();
    if (decision.shifted() == liveTree.process()) {
      return shifts;
    }
    ProcessTree shifted = ProcessTree.ofLive(decision.shifted());
    for (Map.Entry<String, String> pair : decision.pairs().entrySet()) {
      ProcessTree.PlacedNode before = liveTree.get(pair.getValue());
      ProcessTree.PlacedNode after = shifted.get(pair.getValue());
      if (before != null && after != null) {
        for (Map.Entry<FieldSpec, Json> field : before.node().fields().entrySet()) {
          if (after.node().get(field.getKey()) instanceof Json.Str now
              && field.getValue() instanceof Json.Str then
              && !then.equals(now)) {
            shifts.add(
                new PredictedShift(
                    pair.getKey(), field.getKey().name(), then.value(), now.value()));
          }
        }
      }
    }
    return shifts;
  }

  private Explanation explainReplace(Decision.Replace decision) {
    ProcessComparison comparison = decision.comparison();
    FieldChanges changes = fieldChanges(comparison);
    decision.deltas().forEach(changes::add);
    for (StructuralChange change : decision.structure()) {
      if (change.difference() instanceof ProcessDifference.Added added
          && comparison.isLeftGone(added.place())) {
        changes.addIgnored(added, change.address());
        continue;
      }
      changes.add(change.difference(), change.changedBy(), change.address());
    }
    boolean isForced = decision.causes().stream().anyMatch(c -> c.reason() == ChangeReason.FORCED);
    Replacement replacement =
        new Replacement(
            decision.causes(),
            isForced ? null : counterfactual(decision),
            losses(comparison),
            decision.carriedOver());
    return new Explanation(
        changes.ranked(),
        replacement,
        List.of(),
        WorkloadChanges.of(definition.normal(), comparison.liveTree()));
  }

  private static Counterfactual counterfactual(Decision.Replace decision) {
    List<String> revert = new ArrayList<>();
    for (ReplacementCause cause : decision.causes()) {
      revert.add(cause.address() + ":" + cause.field());
    }
    LiveProcess live = decision.comparison().live();
    Decision.InPlace relative = decision.afterRelativeDates();
    return new Counterfactual(
        revert,
        inPlaceWork(
            live,
            decision.deltas(),
            ProcessDates.differingDueDateCount(live.process(), decision.shifted())),
        relative == null
            ? null
            : inPlaceWork(
                relative.comparison().live(), relative.deltas(), predictedShifts(relative).size()));
  }

  private static Counterfactual.InPlaceWork inPlaceWork(
      LiveProcess live, List<FieldDelta> deltas, int shifts) {
    List<FieldDelta> patch =
        PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.PATCH, FieldDelta.DeltaKind.WRITE_ONLY);
    return new Counterfactual.InPlaceWork(
        new JsonPatchBuilder(live.process().fields(), patch).operations().size(),
        PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.RENAME).size(),
        shifts);
  }

  /// The losses of a replacement, in phrases.
  private List<String> losses(ProcessComparison comparison) {
    LiveProcess live = comparison.live();
    List<String> losses = new ArrayList<>();
    losses.add("sharing and links to the old process");
    losses.add("reminders set in Workiva");
    losses.add(
        "comments and attachments (the API has none; whether the bin keeps them is not"
            + " documented)");
    int tagged = live.marks().taggedJobs().size();
    if (tagged > 0) {
      losses.add("tags of " + Plural.of(tagged, "task"));
    }
    if (subject.live().runState() != RunState.NONE) {
      losses.add("the history of its run, which stays with the old process");
    }
    long certifications = comparison.certificationCount();
    if (certifications > 0) {
      losses.add("letters of " + Plural.of(certifications, ActionKind.CERTIFICATION.noun()));
    }
    List<String> unknown = live.marks().unknownFields().stream().map(UnknownField::path).toList();
    if (!unknown.isEmpty()) {
      int shown = Plural.shown(unknown.size(), MAX_UNKNOWN_FIELDS);
      losses.add(
          "what procc does not know: "
              + String.join(", ", unknown.subList(0, shown))
              + (unknown.size() > shown ? " and " + (unknown.size() - shown) + " more" : ""));
    }
    return losses;
  }
}
