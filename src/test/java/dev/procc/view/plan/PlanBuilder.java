package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlannedWork;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.wire.AuditStamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A process of a plan, put together from single facts.
public final class PlanBuilder {
  private final String identity;
  private String name = "Close";
  private PlanAction[] actions = {PlanAction.PATCH};
  private LiveState live =
      new LiveState(
          1L,
          null,
          "hash",
          AuditStamp.UNKNOWN,
          LiveState.LedgerMatch.AS_RECORDED,
          List.of(),
          RunState.NONE);
  private final List<FieldChange> changes = new ArrayList<>();
  private final List<PlanOperation> operations = new ArrayList<>();
  private final List<DefinitionDate> dates = new ArrayList<>();
  private final List<PredictedShift> shifts = new ArrayList<>();
  private final List<WorkloadChange> loads = new ArrayList<>();
  private SafetyReport safety = SafetyReport.NONE;
  private @Nullable RunPlan run;

  private PlanBuilder(String identity) {
    this.identity = identity;
  }

  public static PlanBuilder process(String identity) {
    return new PlanBuilder(identity);
  }

  public PlanBuilder named(String newName) {
    name = newName;
    return this;
  }

  public PlanBuilder does(PlanAction... newActions) {
    actions = newActions;
    return this;
  }

  public PlanBuilder revision(long revision) {
    live =
        new LiveState(
            revision,
            live.recordedRevision(),
            live.contentHash(),
            live.modified(),
            live.ledger(),
            live.duplicateCandidates(),
            live.runState());
    return this;
  }

  public PlanBuilder live(LiveState newLive) {
    live = newLive;
    return this;
  }

  public PlanBuilder call(PlanOperation operation) {
    operations.add(operation);
    return this;
  }

  public PlanBuilder date(String path, String day) {
    dates.add(new DefinitionDate(address(path), "dueDate", day, null));
    return this;
  }

  public PlanBuilder shift(String path, String before, String after) {
    shifts.add(new PredictedShift(address(path), "dueDate", before, after));
    return this;
  }

  public PlanBuilder load(WorkloadChange load) {
    loads.add(load);
    return this;
  }

  public PlanBuilder safety(SafetyReport report) {
    safety = report;
    return this;
  }

  public PlanBuilder run(RunPlan newRun) {
    run = newRun;
    return this;
  }

  public PlanBuilder change(FieldChange change) {
    changes.add(change);
    return this;
  }

  /// A change of the definition by a line.
  public PlanBuilder change(
      String path,
      String kind,
      String title,
      String field,
      @Nullable Json before,
      @Nullable Json after,
      Cause cause) {
    return change(
        path, kind, title, field, ValueChange.of(before, after), ChangeReason.PATCHABLE, cause);
  }

  public PlanBuilder change(
      String path,
      String kind,
      String title,
      String field,
      ValueChange value,
      ChangeReason reason,
      Cause cause) {
    changes.add(
        new FieldChange(
            new ChangedNode(address(path), kind, title, List.of()),
            field,
            value,
            reason,
            ChangeOrigin.definition(List.of(cause)),
            Siblings.NONE));
    return this;
  }

  /// An edit in Workiva that stays, or that the plan undoes.
  public PlanBuilder edit(
      String path, String kind, String title, String field, ValueChange value, boolean undone) {
    changes.add(
        new FieldChange(
            new ChangedNode(address(path), kind, title, List.of()),
            field,
            value,
            undone ? ChangeReason.PATCHABLE : ChangeReason.IGNORED,
            new ChangeOrigin(ChangedBy.DRIFT, undone, List.of()),
            Siblings.NONE));
    return this;
  }

  private String address(String path) {
    return path.isEmpty() ? identity : identity + "/" + path;
  }

  public ProcessPlan build() {
    return new ProcessPlan(
        ProcessRef.of(identity, "p-" + identity, name),
        live,
        new PlannedWork(List.of(actions), operations, null, Lazy.of("")),
        new Explanation(changes, Replacement.NONE, shifts, loads),
        safety,
        new DefinitionSummary(dates.size(), dates.size(), dates),
        run);
  }

  /// A plan of processes, with the names of people by their ids.
  public static Plan plan(Map<String, String> people, PlanBuilder... processes) {
    List<ProcessPlan> all = new ArrayList<>();
    for (PlanBuilder process : processes) {
      all.add(process.build());
    }
    return new Plan(
        new PlanHeader(
            new ToolVersion("procc", "0.1.0"),
            "prod",
            "https://api.app.wdesk.com",
            "2026-04-01",
            "2024-12-31T08:00:00Z",
            LocalDate.of(2024, 12, 31)),
        all,
        List.of(),
        List.of(),
        LintStatus.NONE,
        new DisplayNames(people, Map.of(), new LinkedHashMap<>()),
        List.of(),
        PlanLimits.NONE);
  }

  public static Plan plan(PlanBuilder... processes) {
    return plan(Map.of(), processes);
  }
}
