package dev.procc.live.plan.assemble;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.explain.ProcessDates;
import dev.procc.live.plan.safety.RuleInput;
import dev.procc.live.plan.safety.SafetyRules;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.PlannedLedgerUpdate;
import dev.procc.live.planfile.PlannedWork;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.format.PlanHash;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The assembly of a process's plan from its decision, the explanation and the safety rules.
public final class PlanAssembler {
  private PlanAssembler() {}

  /// The plan of a process.
  ///
  /// @param run the differences of the definition and the run that is under way; null if there is
  ///   none or it was not read
  public static ProcessPlan assemble(RuleInput input, @Nullable RunPlan run) {
    ProcessPlan process =
        new ProcessPlan(
            input.subject().process(),
            input.subject().live(),
            work(input),
            input.explanation(),
            SafetyRules.check(input),
            summary(input),
            run);
    return process.operations().isEmpty() && !process.adopts()
        ? process
        : process.withHash(
            Lazy.from(
                () -> PlanHash.of(input.context().header(), process, input.context().names())));
  }

  private static PlannedWork work(RuleInput input) {
    Decision decision = input.decision();
    DefinitionTrees definition = input.definition();
    PlannedLedgerUpdate update =
        definition == null ? null : LedgerUpdates.of(definition, input.subject().entry(), decision);
    return new PlannedWork(decision.actions(), operations(input), update, Lazy.of(""));
  }

  /// The operations of the decision. Where they undo an edit made in Workiva, the first one depends
  /// on what was let stay when that was allowed.
  private static List<PlanOperation> operations(RuleInput input) {
    List<PlanOperation> operations = input.decision().operations();
    LedgerEntry entry = input.subject().entry();
    boolean undoes =
        input.explanation().changes().stream().anyMatch(one -> one.origin().overwritesDrift());
    if (!undoes || entry == null || operations.isEmpty()) {
      return operations;
    }
    List<PlanOperation> bound = new ArrayList<>(operations);
    bound.set(
        0,
        operations
            .getFirst()
            .with(new Precondition.WaiversAre(DriftWaiver.texts(entry.waivers()))));
    return bound;
  }

  private static DefinitionSummary summary(RuleInput input) {
    DefinitionTrees definition = input.definition();
    if (definition == null) {
      return DefinitionSummary.NONE;
    }
    return switch (input.decision()) {
      case Decision.Keep keep ->
          new DefinitionSummary(definition.normal().size() - 1, 0, List.of());
      case Decision.AddTasks add -> new DefinitionSummary(0, 0, datesOfAdditions(definition, add));
      default -> ProcessDates.summary(definition, !input.decision().actions().isEmpty());
    };
  }

  /// The dates of the added tasks.
  private static List<DefinitionDate> datesOfAdditions(
      DefinitionTrees definition, Decision.AddTasks decision) {
    if (decision.operations().isEmpty()) {
      return List.of();
    }
    Set<String> added = new HashSet<>();
    for (TaskAddition addition : decision.run().additions()) {
      added.add(addition.address());
    }
    return ProcessDates.definitionDates(definition).stream()
        .filter(date -> added.contains(date.address()))
        .toList();
  }
}
