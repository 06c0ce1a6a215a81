package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plan of one process.
///
/// @param run the differences of the definition and the run that is under way; null if there is
///   none or it was not read
public record ProcessPlan(
    ProcessRef process,
    LiveState live,
    PlannedWork work,
    Explanation explanation,
    SafetyReport safety,
    DefinitionSummary definition,
    @Nullable RunPlan run) {
  /// `key`, or `key@period`.
  public String identity() {
    return process.identity();
  }

  /// The id of the live process; null if there is none.
  public @Nullable String id() {
    return process.id();
  }

  /// The name for people.
  public String name() {
    return process.name();
  }

  /// The hash to which an approval refers; empty if nothing will be sent.
  public String hash() {
    return work.lazyHash().get();
  }

  /// A copy with another hash.
  public ProcessPlan withHash(Lazy<String> hash) {
    PlannedWork hashed =
        new PlannedWork(work.actions(), work.operations(), work.ledgerUpdate(), hash);
    return new ProcessPlan(process, live, hashed, explanation, safety, definition, run);
  }

  /// A copy without what only apply needs: the ledger update, and the hash to approve.
  public ProcessPlan toShow() {
    PlannedWork shown = new PlannedWork(work.actions(), work.operations(), null, Lazy.of(""));
    return new ProcessPlan(process, live, shown, explanation, safety, definition, run);
  }

  ProcessPlan withArguments(List<String> arguments) {
    SafetyReport named = safety.withArguments(arguments);
    return new ProcessPlan(process, live, work, explanation, named, definition, run);
  }

  ProcessPlan withoutDerivations() {
    DefinitionSummary plain = definition.withoutDerivations();
    return new ProcessPlan(process, live, work, explanation, safety, plain, run);
  }

  /// The state of the process's runs.
  public RunState runState() {
    return live.runState();
  }

  /// The actions; empty if nothing is done.
  public List<PlanAction> actions() {
    return work.actions();
  }

  /// The calls in the order in which they are made.
  public List<PlanOperation> operations() {
    return work.operations();
  }

  /// The update of the ledger; null if it records nothing.
  public @Nullable LedgerUpdate ledgerUpdate() {
    return work.ledgerUpdate() == null ? null : work.ledgerUpdate().lazyUpdate().get();
  }

  /// The changes in document order.
  public List<FieldChange> changes() {
    return explanation.changes();
  }

  /// The drift that the definition does not have; none for a process that is only being adopted.
  public List<FieldChange> drift() {
    return adopts() ? List.of() : changes().stream().filter(FieldChange::isContestedDrift).toList();
  }

  /// What apply would refuse.
  public List<PlanRefusal> refusals() {
    return safety.refusals();
  }

  /// Warnings in sentences without a full stop.
  public List<String> warnings() {
    return safety.warnings();
  }

  /// Whether a new process replaces the live one.
  public boolean replaces() {
    return actions().contains(PlanAction.CREATE) && actions().contains(PlanAction.TRASH);
  }

  /// Whether it adds tasks to a run and leaves the process alone.
  public boolean amends() {
    return actions().contains(PlanAction.AMEND);
  }

  /// Whether a live process is adopted by its definition, as it is.
  public boolean adopts() {
    return actions().contains(PlanAction.ADOPT);
  }

  /// Whether it is created without replacing another one.
  public boolean creates() {
    return actions().contains(PlanAction.CREATE) && !actions().contains(PlanAction.TRASH);
  }

  /// Whether it is moved to the bin without a replacement.
  public boolean trashes() {
    return actions().contains(PlanAction.TRASH) && !actions().contains(PlanAction.CREATE);
  }

  /// Whether this is a plan for a run, so that the process itself was not compared.
  public boolean isRunPlan() {
    return run != null && !live.wasRead();
  }

  /// Whether nothing is planned because neither the definition nor the revision in Workiva's list
  /// has changed since the last apply; its tasks were not read.
  public boolean isUnread() {
    return run == null && mainAction() == null && !live.wasRead() && live.revision() != null;
  }

  /// Whether anything is done to it.
  public boolean hasActions() {
    return !actions().isEmpty();
  }

  /// The most severe of the actions; null if nothing is done.
  public @Nullable PlanAction mainAction() {
    if (replaces()) {
      return PlanAction.REPLACE;
    }
    for (PlanAction action :
        List.of(
            PlanAction.TRASH,
            PlanAction.CREATE,
            PlanAction.AMEND,
            PlanAction.PATCH,
            PlanAction.RENAME,
            PlanAction.ADOPT,
            PlanAction.FORGET)) {
      if (actions().contains(action)) {
        return action;
      }
    }
    return null;
  }

  /// The texts that may contain ids of its people and documents: the values that change and the
  /// bodies that are sent.
  public Set<String> shownTexts() {
    Set<String> texts = new HashSet<>();
    for (FieldChange change : changes()) {
      addTexts(change.before(), texts);
      addTexts(change.after(), texts);
      texts.addAll(change.node().people());
    }
    explanation.workloadChanges().forEach(load -> texts.add(load.person()));
    operations().forEach(operation -> addTexts(operation.body(), texts));
    return texts;
  }

  /// Adds all texts in a value.
  public static void addTexts(@Nullable Json value, Set<String> into) {
    switch (value) {
      case null -> {}
      case Json.Str s -> into.add(s.value());
      case Json.Arr a -> a.items().forEach(item -> addTexts(item, into));
      case Json.Obj o -> o.members().values().forEach(item -> addTexts(item, into));
      default -> {}
    }
  }
}
