package dev.procc.live.plan.assemble;

import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.PlannedWork;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.format.PlanHash;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process plan while it is made.
public final class ProcessPlanDraft {
  public final String key;
  final @Nullable String period;
  @Nullable public String id;
  public String name = "";
  public RunState runState = RunState.NONE;
  public final List<PlanAction> actions = new ArrayList<>();
  public LiveState live = LiveState.notRead(false, List.of());
  public List<FieldChange> changes = List.of();
  public final List<ReplacementCause> replacementCauses = new ArrayList<>();
  @Nullable public Counterfactual counterfactual;
  public List<PlanOperation> operations = List.of();
  public final List<PredictedShift> predictedShifts = new ArrayList<>();
  public final List<String> losses = new ArrayList<>();
  public List<String> carriedOver = List.of();
  public final List<PlanRefusal> refusals = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();
  public final List<String> assumptions = new ArrayList<>();
  @Nullable public RunPlan run;
  public int nodeCount;
  public int dateCount;
  public List<DefinitionDate> dates = List.of();
  @Nullable public Lazy<LedgerUpdate> ledgerUpdate;
  @Nullable public String validUntil;
  public List<WorkloadChange> workloadChanges = List.of();

  public ProcessPlanDraft(String key, @Nullable String period) {
    this.key = key;
    this.period = period;
  }

  /// A draft for an identity without a definition.
  public static ProcessPlanDraft withoutDefinition(String identity) {
    int at = identity.indexOf('@');
    return at < 0
        ? new ProcessPlanDraft(identity, null)
        : new ProcessPlanDraft(identity.substring(0, at), identity.substring(at + 1));
  }

  public String identity() {
    return period == null ? key : key + "@" + period;
  }

  public boolean replaces() {
    return actions.contains(PlanAction.CREATE) && actions.contains(PlanAction.TRASH);
  }

  public void refuse(
      SafetyRule rule, String message, @Nullable String flag, @Nullable String remedy) {
    refusals.add(new PlanRefusal(rule.word(), message, flag, remedy));
  }

  public ProcessPlan toPlan(PlanContext context) {
    ProcessRef process = new ProcessRef(key, period, id, name);
    LiveState state = live.withRunState(runState);
    String hash =
        operations.isEmpty() ? "" : PlanHash.of(context.header(), process, state, operations);
    return new ProcessPlan(
        process,
        state,
        new PlannedWork(actions, operations, ledgerUpdate, hash),
        new Explanation(
            changes,
            new Replacement(replacementCauses, counterfactual, losses, carriedOver),
            predictedShifts,
            workloadChanges),
        new SafetyReport(refusals, warnings, assumptions, validUntil),
        new DefinitionSummary(nodeCount, dateCount, dates),
        run);
  }
}
