package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.assemble.LedgerUpdates;
import dev.procc.live.plan.assemble.ProcessPlanDraft;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.compare.LiveNodeAddress;
import dev.procc.live.plan.compare.ServerShift;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.decide.FieldPlanner;
import dev.procc.live.plan.decide.InPlacePlanner;
import dev.procc.live.plan.decide.JsonPatchBuilder;
import dev.procc.live.plan.decide.PlanOperations;
import dev.procc.live.plan.decide.PredictedProcess;
import dev.procc.live.plan.decide.ReplacementPlanner;
import dev.procc.live.plan.explain.ChangeCauses;
import dev.procc.live.plan.explain.FieldChanges;
import dev.procc.live.plan.explain.ProcessDates;
import dev.procc.live.plan.explain.WorkloadChanges;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.plan.safety.DriftChecks;
import dev.procc.live.plan.safety.ReplacementLosses;
import dev.procc.live.plan.safety.SafetyChecks;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Plans one process that has a definition.
final class ProcessPlanner {
  private final PlanContext context;
  private final WorkspaceListing listing;
  private final DesiredProcess desired;
  private final @Nullable LedgerEntry entry;
  private final ProcessTree writtenTree;
  private final ProcessTree normalTree;
  private final LastApplied lastApplied;
  private final ChangeCauses causes;
  private final ProcessPlanDraft draft;
  private final ServerCapabilities capabilities;

  ProcessPlanner(
      PlanContext context,
      WorkspaceListing listing,
      DesiredProcess desired,
      @Nullable LedgerEntry entry) {
    this.context = context;
    this.listing = listing;
    this.desired = desired;
    this.entry = entry;
    this.writtenTree = ProcessTree.ofDefinition(desired.process());
    this.normalTree = ProcessTree.ofDefinition(Normalizer.normalize(desired.process()));
    this.lastApplied = LedgerLastApplied.of(desired.identity(), entry, desired.addressMoves());
    this.causes = new ChangeCauses(desired, entry);
    this.draft = new ProcessPlanDraft(desired.key(), desired.period());
    this.capabilities = context.settings().capabilities();
    draft.name = FieldChanges.processName(normalTree.process());
    draft.nodeCount = normalTree.size() - 1;
  }

  ProcessPlanDraft plan(LiveLookup lookup) {
    if (desired.is(ProcessFlag.CLOSED)) {
      draft.warnings.add("its period is closed: it is out of reach");
      return draft;
    }
    switch (lookup) {
      case LiveLookup.NotRecorded none -> planCreate(null);
      case LiveLookup.Missing missing -> planMissing(missing.id());
      case LiveLookup.Unchanged unchanged -> {
        draft.id = unchanged.id();
        draft.live =
            new LiveState(
                unchanged.revision(), null, AuditStamp.UNKNOWN, true, List.of(), RunState.NONE);
        SafetyChecks.setRunState(draft, listing, entry);
        SafetyChecks.warnOfRestoredFormers(draft, listing, entry);
      }
      case LiveLookup.Read read -> planLive(read.live());
    }
    draft.dates =
        draft.actions.isEmpty() ? List.of() : ProcessDates.definitionDates(desired, normalTree);
    draft.dateCount = ProcessDates.dueDateCount(normalTree);
    addAssumptions();
    updateLedgerSettings();
    return draft;
  }

  /// What the ledger alone has to learn, where nothing else is done: whether the process is
  /// protected, and what becomes of it without its definition.
  private void updateLedgerSettings() {
    if (entry == null || !draft.actions.isEmpty() || !draft.refusals.isEmpty()) {
      return;
    }
    boolean protection = entry.definition().protect() != desired.is(ProcessFlag.PROTECTED);
    boolean removal = entry.definition().onRemoval() != desired.onRemoval();
    if (protection) {
      draft.warnings.add(
          "apply notes in the ledger that it is "
              + (desired.is(ProcessFlag.PROTECTED) ? "protected" : "no longer protected"));
    }
    if (removal) {
      draft.warnings.add(
          "apply notes in the ledger that it "
              + (desired.onRemoval() == RemovalPolicy.TRASH ? "goes to the bin" : "stays")
              + " when its definition is removed");
    }
    if ((protection || removal) && draft.ledgerUpdate == null) {
      draft.ledgerUpdate =
          Lazy.of(
              new LedgerUpdate(
                  entry.definition().sourceHash(),
                  desired.is(ProcessFlag.PROTECTED),
                  desired.onRemoval(),
                  entry.definition().sources(),
                  "",
                  List.of()));
    }
  }

  /// What the documents do not state, nobody has measured, and the calls rest on.
  private void addAssumptions() {
    boolean renames = false;
    boolean sets = false;
    for (FieldChange change : draft.changes) {
      renames |= change.reason() == ChangeReason.RENAME;
      sets |= change.reason() == ChangeReason.PATCHABLE && change.before() == null;
    }
    boolean inPlace = !draft.actions.contains(PlanAction.CREATE);
    boolean running = draft.runState == RunState.ACTIVE && !draft.operations.isEmpty();
    assume("shift", !draft.predictedShifts.isEmpty());
    assume("replace-absent", sets && inPlace);
    assume("batch-shape", renames && inPlace);
    assume("patch-running", running);
    if (running && inPlace && capabilities.answerIs("patch-running", "refuse")) {
      draft.refuse(
          SafetyRule.RUNNING,
          "a run is active, and the server was measured to refuse every change until it has ended",
          null,
          "wait for the end of the run: procc status " + desired.identity());
    }
  }

  private void assume(String key, boolean isNeeded) {
    if (isNeeded && !capabilities.isMeasured(key)) {
      draft.assumptions.add(key);
    }
  }

  private void planMissing(String id) {
    if (context.overrides().lifts(SafetyRule.MISSING, desired.identity())) {
      planCreate(id);
    } else {
      draft.id = id;
      List<String> restoredFormers = listing.restoredFormers(entry, id);
      List<String> namesakes = listing.unrecordedNamesakes(draft.name, id);
      draft.live = LiveState.notRead(true, listing.duplicateCandidates(draft.name, entry, id));
      List<String> adoptable = restoredFormers.isEmpty() ? namesakes : restoredFormers;
      draft.refuse(
          SafetyRule.MISSING,
          "the ledger knows it as \""
              + id
              + "\", and the server has no such process"
              + (restoredFormers.isEmpty()
                  ? ""
                  : ", but a former one of it is live again: " + String.join(", ", restoredFormers))
              + (namesakes.isEmpty()
                  ? ""
                  : ", but one of that name: " + String.join(", ", namesakes)),
          "--recreate " + desired.identity(),
          adoptable.isEmpty()
              ? "procc restore " + desired.identity() + " takes it out of the bin"
              : "procc adopt "
                  + desired.identity()
                  + " "
                  + adoptable.getFirst()
                  + " makes it the one of this definition");
    }
  }

  private void planCreate(@Nullable String missingId) {
    List<String> candidates = listing.duplicateCandidates(draft.name, entry, missingId);
    draft.live = LiveState.notRead(entry != null, candidates);
    draft.actions.add(PlanAction.CREATE);
    draft.workloadChanges = WorkloadChanges.of(normalTree, null);
    List<Precondition> preconditions = new ArrayList<>();
    preconditions.add(
        missingId == null ? new Precondition.NotRecorded() : new Precondition.Missing(missingId));
    preconditions.add(new Precondition.DuplicateCandidatesAre(candidates));
    draft.operations = PlanOperations.create(normalTree.process(), preconditions);
    FieldChanges changes = new FieldChanges(desired, normalTree, causes, Map.of());
    changes.addCreated();
    draft.changes = changes.ranked();
    draft.ledgerUpdate = Lazy.from(() -> ledgerUpdate(Map.of(), createBodyHash(), Map.of()));
    SafetyChecks.checkCreate(draft, context, desired, listing, entry, normalTree);
  }

  private void planLive(LiveProcess live) {
    draft.id = live.id();
    if (draft.name.isEmpty()) {
      draft.name = live.name();
    }
    List<String> candidates = listing.duplicateCandidates(draft.name, entry, live.id());
    draft.live =
        new LiveState(
            live.revision(),
            live.contentHash(),
            live.modified(),
            lastApplied.isRecorded(),
            candidates,
            RunState.NONE);
    SafetyChecks.setRunState(draft, listing, entry);
    ProcessTree liveTree = ProcessTree.ofLive(live.process());
    NodeMatching matching = NodeMatcher.match(normalTree, liveTree, lastApplied);
    BiPredicate<String, String> waivers =
        new DriftWaivers(desired.identity(), entry, context.asOf());
    boolean forced = context.overrides().replace().contains(desired.identity());
    if (forced || !planInPlace(live, liveTree, matching, waivers)) {
      planReplacement(live, matching, waivers, forced);
    } else {
      SafetyChecks.warnOfRestoredFormers(draft, listing, entry);
    }
    DriftChecks.checkOverwrites(draft, live, context);
    DriftChecks.reportWaivers(draft, entry, context);
  }

  /// Whether the process can stay; then the draft is made.
  private boolean planInPlace(
      LiveProcess live,
      ProcessTree liveTree,
      NodeMatching matching,
      BiPredicate<String, String> waivers) {
    FieldPlanner fieldPlanner =
        new FieldPlanner(
            writtenTree, live, lastApplied, waivers, context.overrides(), capabilities, false);
    List<FieldDelta> deltas =
        new ArrayList<>(
            fieldPlanner.processDeltas(
                normalTree.process().fields(), live.process().fields(), live.id()));
    if (deltas.stream().anyMatch(item -> item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE)) {
      return false;
    }
    Process predicted = predictShift(live, deltas);
    ProcessTree shifted = predicted == live.process() ? liveTree : ProcessTree.ofLive(predicted);
    InPlacePlanner inPlace =
        new InPlacePlanner(
            normalTree,
            liveTree,
            shifted,
            matching,
            lastApplied,
            fieldPlanner,
            context.overrides(),
            desired.is(ProcessFlag.STRICT_ORDER));
    List<FieldDelta> nodeDeltas = inPlace.fieldDeltas();
    if (nodeDeltas == null) {
      return false;
    }
    deltas.addAll(nodeDeltas);
    draft.operations =
        PlanOperations.inPlace(
            live.id(),
            seenContentHash(),
            live.process().fields(),
            deltas,
            capabilities.answerIs("batch-shape", "nested"));
    for (PlanOperation operation : draft.operations) {
      PlanAction action =
          operation.kind() == OperationKind.PATCH ? PlanAction.PATCH : PlanAction.RENAME;
      if (!draft.actions.contains(action)) {
        draft.actions.add(action);
      }
    }
    FieldChanges changes = new FieldChanges(desired, normalTree, causes, live.process().fields());
    deltas.forEach(changes::add);
    addStructuralDrift(inPlace, matching, changes);
    draft.changes = changes.ranked();
    addPredictedShifts(liveTree, shifted, inPlace.pairs());
    boolean converged =
        deltas.stream().anyMatch(item -> item.kind() == FieldDelta.DeltaKind.CONVERGED);
    if (!draft.operations.isEmpty() || converged) {
      draft.ledgerUpdate =
          Lazy.from(() ->
              ledgerUpdate(
                  inPlace.pairs(),
                  ProcessJson.contentHash(PredictedProcess.of(predicted, deltas)),
                  seenOfKeptDrift(deltas)));
    }
    SafetyChecks.checkInPlace(draft, context, desired, normalTree);
    return true;
  }

  /// What was done to the structure in Workiva and stays.
  private void addStructuralDrift(
      InPlacePlanner inPlace, NodeMatching matching, FieldChanges changes) {
    for (ProcessTree.PlacedNode place : inPlace.driftRemoved()) {
      changes.add(new ProcessDifference.Added(place), ChangedBy.DRIFT, place.ref(), true);
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> moved :
        inPlace.driftMoved().entrySet()) {
      changes.add(
          new ProcessDifference.Moved(moved.getKey(), moved.getValue()),
          ChangedBy.DRIFT,
          moved.getKey().ref(),
          true);
    }
    for (ProcessTree.PlacedNode place : inPlace.driftAdded()) {
      changes.add(
          new ProcessDifference.Removed(place),
          ChangedBy.DRIFT,
          LiveNodeAddress.address(place, normalTree, matching, lastApplied),
          true);
    }
    inPlace.driftReordered().forEach(changes::addReorderedByDrift);
    for (ProcessTree.PlacedNode group : inPlace.reorderedParallelGroups()) {
      draft.warnings.add(
          "the children of "
              + group.ref()
              + " stand in another order in Workiva; they run all at the same time, so it is left");
    }
  }

  /// The live process as the server leaves it after the PATCH of these items, so far as it moves
  /// dates by itself.
  private Process predictShift(LiveProcess live, List<FieldDelta> deltas) {
    List<Map<FieldSpec, Json>> states = new ArrayList<>();
    if (capabilities.answerIs("shift", "per-operation")) {
      List<FieldDelta> patch = PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.PATCH);
      states.addAll(new JsonPatchBuilder(live.process().fields(), patch).intermediateStates());
    }
    states.add(patchedFields(live, deltas));
    return ServerShift.predict(live.process(), states, capabilities);
  }

  private static Map<FieldSpec, Json> patchedFields(LiveProcess live, List<FieldDelta> deltas) {
    Map<FieldSpec, Json> goal = new LinkedHashMap<>(live.process().fields());
    for (FieldDelta item : deltas) {
      if (item.kind() == FieldDelta.DeltaKind.PATCH && item.field().owner() == Owner.DEFINITION) {
        if (item.after() == null) {
          goal.remove(item.field());
        } else {
          goal.put(item.field(), item.after());
        }
      }
    }
    return goal;
  }

  private void addPredictedShifts(
      ProcessTree liveTree, ProcessTree shifted, Map<String, String> pairs) {
    if (liveTree == shifted) {
      return;
    }
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      ProcessTree.PlacedNode before = liveTree.get(pair.getValue());
      ProcessTree.PlacedNode after = shifted.get(pair.getValue());
      if (before != null && after != null) {
        for (Map.Entry<FieldSpec, Json> entry : before.node().fields().entrySet()) {
          if (after.node().get(entry.getKey()) instanceof Json.Str now
              && entry.getValue() instanceof Json.Str then
              && !then.equals(now)) {
            draft.predictedShifts.add(
                new PredictedShift(
                    pair.getKey(), entry.getKey().name(), then.value(), now.value()));
          }
        }
      }
    }
  }

  private void planReplacement(
      LiveProcess live,
      NodeMatching matching,
      BiPredicate<String, String> waivers,
      boolean forced) {
    FieldPlanner fieldPlanner =
        new FieldPlanner(
            writtenTree, live, lastApplied, waivers, context.overrides(), capabilities, true);
    List<FieldDelta> processDeltas =
        fieldPlanner.processDeltas(
            normalTree.process().fields(), live.process().fields(), live.id());
    Process predicted = predictShift(live, processDeltas);
    ReplacementPlanner replacement =
        new ReplacementPlanner(
            writtenTree,
            normalTree,
            live,
            predicted,
            matching,
            lastApplied,
            waivers,
            context.overrides(),
            capabilities,
            desired.is(ProcessFlag.STRICT_ORDER));
    draft.workloadChanges = WorkloadChanges.of(normalTree, ProcessTree.ofLive(live.process()));
    List<FieldDelta> deltas = replacement.fieldDeltas(processDeltas);
    List<ReplacementPlanner.StructuralChange> structuralChanges = replacement.structuralChanges();
    FieldChanges changes = new FieldChanges(desired, normalTree, causes, live.process().fields());
    deltas.forEach(changes::add);
    for (ReplacementPlanner.StructuralChange one : structuralChanges) {
      changes.add(one.difference(), one.changedBy(), address(replacement, one.difference()), false);
    }
    draft.changes = changes.ranked();
    explainReplacement(replacement, deltas, structuralChanges, forced, live, predicted);
    draft.actions.add(PlanAction.CREATE);
    draft.actions.add(PlanAction.TRASH);
    setReplaceOperations(live, replacement.newProcess());
    draft.carriedOver = List.copyOf(replacement.carriedOver());
    draft.ledgerUpdate = Lazy.from(() -> ledgerUpdate(Map.of(), createBodyHash(), Map.of()));
    ReplacementLosses.addTo(draft, live);
    if (!matching.ambiguous().isEmpty()) {
      draft.warnings.add(
          "several live tasks are alike, so it is not guessed which of them is "
              + SafetyChecks.abbreviated(matching.ambiguous()));
    }
    SafetyChecks.checkCreate(draft, context, desired, listing, entry, normalTree);
    SafetyChecks.checkReplace(draft, context, desired, entry, live);
  }

  private void setReplaceOperations(LiveProcess live, Process body) {
    List<Precondition> preconditions =
        List.of(
            new Precondition.ContentIs(seenContentHash()),
            new Precondition.NoRun(draft.runState),
            new Precondition.DuplicateCandidatesAre(draft.live.duplicateCandidates()));
    List<PlanOperation> operations =
        new ArrayList<>(PlanOperations.create(Normalizer.normalize(body), preconditions));
    operations.add(
        PlanOperations.trash(
            live.id(),
            List.of(
                new Precondition.AfterOperation(operations.getLast().id()),
                new Precondition.ContentIs(seenContentHash()),
                new Precondition.NoRun(draft.runState))));
    draft.operations = operations;
  }

  private static String address(ReplacementPlanner replacement, ProcessDifference difference) {
    return switch (difference) {
      case ProcessDifference.Added added -> added.place().ref();
      case ProcessDifference.Removed removed -> replacement.addressOf(removed.place());
      case ProcessDifference.Moved moved -> moved.place().ref();
      case ProcessDifference.Reordered reordered -> reordered.place().ref();
      case ProcessDifference.Changed changed -> changed.address();
    };
  }

  private void explainReplacement(
      ReplacementPlanner replacement,
      List<FieldDelta> deltas,
      List<ReplacementPlanner.StructuralChange> structuralChanges,
      boolean forced,
      LiveProcess live,
      Process predicted) {
    for (FieldDelta item : deltas) {
      if (replacement.forcesReplacement(item)) {
        draft.replacementCauses.add(
            new ReplacementCause(item.address(), item.field().name(), ChangeReason.NOT_PATCHABLE));
      }
    }
    for (ReplacementPlanner.StructuralChange one : structuralChanges) {
      if (one.changedBy() != ChangedBy.DRIFT
          || context.overrides().allowsOverwrite(address(replacement, one.difference()))) {
        draft.replacementCauses.add(replacementCause(replacement, one.difference()));
      }
    }
    if (forced && draft.replacementCauses.isEmpty()) {
      draft.replacementCauses.add(
          new ReplacementCause(desired.identity(), FieldChange.NODE, ChangeReason.FORCED));
      return;
    }
    List<String> revert = new ArrayList<>();
    for (ReplacementCause path : draft.replacementCauses) {
      revert.add(path.address() + ":" + path.field());
    }
    List<FieldDelta> patch =
        PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.PATCH, FieldDelta.DeltaKind.WRITE_ONLY);
    int shifts = ProcessDates.differingDueDateCount(live.process(), predicted);
    draft.counterfactual =
        new Counterfactual(
            revert,
            new JsonPatchBuilder(live.process().fields(), patch).operations().size(),
            PlanOperations.ofKind(deltas, FieldDelta.DeltaKind.RENAME).size(),
            shifts);
  }

  private static ReplacementCause replacementCause(
      ReplacementPlanner replacement, ProcessDifference difference) {
    String address = address(replacement, difference);
    return switch (difference) {
      case ProcessDifference.Added added ->
          new ReplacementCause(address, FieldChange.NODE, ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Removed removed ->
          new ReplacementCause(address, FieldChange.NODE, ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Moved moved ->
          new ReplacementCause(address, FieldChange.PARENT, ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Reordered reordered ->
          new ReplacementCause(address, FieldChange.POSITION, ChangeReason.ORDER_CHANGED);
      case ProcessDifference.Changed changed ->
          new ReplacementCause(address, changed.field().name(), ChangeReason.NOT_PATCHABLE);
    };
  }

  /// Fields whose edits stay, by address: what was seen at the last apply remains on record.
  private Map<String, Map<String, String>> seenOfKeptDrift(List<FieldDelta> deltas) {
    Map<String, Map<String, String>> seenByAddress = new LinkedHashMap<>();
    for (FieldDelta item : deltas) {
      if (item.kind() == FieldDelta.DeltaKind.LEFT_AS_IS) {
        seenByAddress
            .computeIfAbsent(item.address(), a -> new LinkedHashMap<>())
            .put(item.field().name(), lastApplied.seenHash(item.address(), item.field().name()));
      }
    }
    return seenByAddress;
  }

  /// The content hash of the live process.
  private String seenContentHash() {
    String hash = draft.live.contentHash();
    return hash == null ? "" : hash;
  }

  /// The hash of the body of the create.
  private String createBodyHash() {
    for (PlanOperation operation : draft.operations) {
      if (operation.kind() == OperationKind.CREATE && operation.body() != null) {
        return ProcessJson.sha256(operation.body());
      }
    }
    return "";
  }

  private LedgerUpdate ledgerUpdate(
      Map<String, String> liveRefs,
      String predictedHash,
      Map<String, Map<String, String>> seenOfKeptDrift) {
    return LedgerUpdates.of(
        desired,
        writtenTree,
        normalTree,
        draft.id,
        lastApplied,
        liveRefs,
        predictedHash,
        seenOfKeptDrift);
  }
}
