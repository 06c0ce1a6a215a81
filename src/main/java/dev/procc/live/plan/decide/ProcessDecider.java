package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.PlanSubject;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.compare.ServerShift;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The decision about a process: it stays if possible, with the fewest operations; otherwise a new
/// one replaces it.
public final class ProcessDecider {
  private final PlanContext context;
  private final ServerCapabilities capabilities;
  private final PlanSubject subject;

  public ProcessDecider(PlanContext context, PlanSubject subject) {
    this.context = context;
    this.capabilities = context.settings().capabilities();
    this.subject = subject;
  }

  /// Decides to create a process.
  ///
  /// @param missingId the id in the ledger that the server does not have; null if there is none
  public Decision create(DefinitionTrees definition, @Nullable String missingId) {
    Precondition isFree =
        missingId == null ? new Precondition.NotRecorded() : new Precondition.Missing(missingId);
    return new Decision.Create(
        PlanOperations.create(
            definition.normal().process(), List.of(isFree, duplicateCandidates())));
  }

  /// Decides about a process that was read and has a definition.
  public Decision decide(ProcessComparison comparison) {
    boolean isForced = context.overrides().replace().contains(subject.identity());
    Decision inPlace = isForced ? null : inPlaceOrNull(comparison);
    return inPlace == null ? replace(comparison, isForced) : inPlace;
  }

  /// Decides to remove a process whose definition was removed.
  public Decision trash(LiveProcess live) {
    return new Decision.Trash(
        live, List.of(PlanOperations.trash(live.id(), List.of(contentAsSeen(), noRun()))));
  }

  private Decision.@Nullable InPlace inPlaceOrNull(ProcessComparison comparison) {
    LiveProcess live = comparison.live();
    FieldPlanner fieldPlanner = new FieldPlanner(comparison, context, false);
    List<FieldDelta> deltas = new ArrayList<>(fieldPlanner.processDeltas());
    if (deltas.stream().anyMatch(item -> item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE)) {
      return null;
    }
    Process shifted = shift(live, deltas);
    ProcessTree shiftedTree =
        shifted == live.process() ? comparison.liveTree() : ProcessTree.ofLive(shifted);
    InPlacePlanner.InPlaceMatch match =
        new InPlacePlanner(comparison, shiftedTree, fieldPlanner, context.overrides()).match();
    if (match == null) {
      return null;
    }
    deltas.addAll(match.deltas());
    boolean nested = capabilities.answerIs("batch-shape", "nested");
    List<PlanOperation> operations = PlanOperations.inPlace(live, contentAsSeen(), deltas, nested);
    return new Decision.InPlace(
        comparison, deltas, match.pairs(), match.drift(), shifted, operations);
  }

  private Decision replace(ProcessComparison comparison, boolean isForced) {
    LiveProcess live = comparison.live();
    FieldPlanner fieldPlanner = new FieldPlanner(comparison, context, true);
    List<FieldDelta> deltas = new ArrayList<>(fieldPlanner.processDeltas());
    Process shifted = shift(live, deltas);
    ReplacementPlanner planner =
        new ReplacementPlanner(comparison, shifted, fieldPlanner, context.overrides());
    deltas.addAll(planner.nodeDeltas());
    List<StructuralChange> structure = planner.structuralChanges();
    List<ReplacementCause> causes = planner.causes(deltas, structure);
    if (isForced && causes.isEmpty()) {
      causes =
          List.of(new ReplacementCause(subject.identity(), FieldChange.NODE, ChangeReason.FORCED));
    }
    NewProcess newProcess = NewProcess.of(comparison);
    List<PlanOperation> operations =
        new ArrayList<>(
            PlanOperations.create(
                Normalizer.normalize(newProcess.process()),
                List.of(contentAsSeen(), noRun(), duplicateCandidates())));
    Precondition isValid = new Precondition.AfterOperation(operations.getLast().id());
    operations.add(PlanOperations.trash(live.id(), List.of(isValid, contentAsSeen(), noRun())));
    return new Decision.Replace(
        comparison,
        deltas,
        structure,
        causes,
        newProcess.carriedOver(),
        shifted,
        isForced ? null : afterRelativeDates(comparison, deltas),
        operations);
  }

  /// The decision in place that would be left if the definition's `relativeDates: true` were
  /// already live: the server then moves dates that no call can change.
  private Decision.@Nullable InPlace afterRelativeDates(
      ProcessComparison comparison, List<FieldDelta> deltas) {
    LiveProcess live = comparison.live();
    for (FieldDelta delta : deltas) {
      if (delta.field() == Fields.PROCESS_RELATIVE_DATES
          && delta.kind() == FieldDelta.DeltaKind.PATCH
          && Json.of(true).equals(delta.after())) {
        Map<FieldSpec, Json> fields = new LinkedHashMap<>(live.process().fields());
        fields.put(delta.field(), Json.of(true));
        Process relative = new Process(live.id(), fields, live.process().root());
        return inPlaceOrNull(
            ProcessComparison.of(
                comparison.definition(), live.with(relative), subject.entry(), context.asOf()));
      }
    }
    return null;
  }

  private Precondition contentAsSeen() {
    LiveState live = subject.live();
    return new Precondition.ContentIs(live.contentHash() == null ? "" : live.contentHash());
  }

  private Precondition noRun() {
    return new Precondition.NoRun(subject.live().runState());
  }

  private Precondition duplicateCandidates() {
    return new Precondition.DuplicateCandidatesAre(subject.live().duplicateCandidates());
  }

  /// The live process after the PATCH of these fields, with the dates that the server moves by
  /// itself.
  private Process shift(LiveProcess live, List<FieldDelta> deltas) {
    List<Map<FieldSpec, Json>> states = new ArrayList<>();
    if (capabilities.answerIs("shift", "per-operation")) {
      List<FieldDelta> patch = PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.PATCH);
      states.addAll(new JsonPatchBuilder(live.process().fields(), patch).intermediateStates());
    }
    states.add(patchedFields(live, deltas));
    return ServerShift.predict(live.process(), states, capabilities);
  }

  private static Map<FieldSpec, Json> patchedFields(LiveProcess live, List<FieldDelta> deltas) {
    Map<FieldSpec, Json> fields = new LinkedHashMap<>(live.process().fields());
    for (FieldDelta item : deltas) {
      if (item.kind() == FieldDelta.DeltaKind.PATCH && item.field().owner() == Owner.DEFINITION) {
        if (item.after() == null) {
          fields.remove(item.field());
        } else {
          fields.put(item.field(), item.after());
        }
      }
    }
    return fields;
  }
}
