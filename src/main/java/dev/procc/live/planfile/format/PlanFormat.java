package dev.procc.live.planfile.format;

import static dev.procc.live.planfile.format.ValueFormat.BOOL;
import static dev.procc.live.planfile.format.ValueFormat.NUMBER;
import static dev.procc.live.planfile.format.ValueFormat.TEXT;
import static dev.procc.live.planfile.format.ValueFormat.TEXTS;
import static dev.procc.live.planfile.format.ValueFormat.TEXT_MAP;

import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.PlannedLedgerUpdate;
import dev.procc.live.planfile.PlannedWork;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.UnmanagedProcess;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.AuditStamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The format of a plan in its file, which is flat, however its records are nested.
final class PlanFormat {
  /// The version that this program writes.
  static final String VERSION = "1.4";

  static final ValueFormat<Plan> PLAN = RecordMembers.format(PlanFormat::plan);

  /// An action in plans of earlier versions, for which nothing was sent.
  private static final String FORMER_ACTION = "adopt";

  private static final ValueFormat<ToolVersion> TOOL =
      RecordMembers.format(m ->
          new ToolVersion(
              m.required("name", TEXT, ToolVersion::name),
              m.required("version", TEXT, ToolVersion::version)));
  private static final ValueFormat<RunState> RUN_STATE =
      ValueFormat.word("state of runs", RunState::word, RunState::find);
  private static final ValueFormat<LocalDate> DAY =
      ValueFormat.word("day", LocalDate::toString, PlanFormat::findDay);
  private static final ValueFormat<PlanSummary> SUMMARY =
      RecordMembers.format(m ->
          new PlanSummary(
              m.required("noop", NUMBER, PlanSummary::noop),
              m.required("create", NUMBER, PlanSummary::create),
              m.required("patch", NUMBER, PlanSummary::patch),
              m.required("rename", NUMBER, PlanSummary::rename),
              m.required("replace", NUMBER, PlanSummary::replace),
              m.required("trash", NUMBER, PlanSummary::trash),
              m.orElse("amend", NUMBER, 0, PlanSummary::amend),
              m.unlessUsual("adopt", NUMBER, 0, PlanSummary::adopt),
              m.required("refused", NUMBER, PlanSummary::refused)));
  private static final ValueFormat<WayOut> WAY_OUT =
      RecordMembers.format(m ->
          new WayOut(
              m.required("do", TEXT, WayOut::action), m.required("cost", TEXT, WayOut::cost)));
  static final ValueFormat<PlanRefusal> REFUSAL =
      RecordMembers.format(m ->
          new PlanRefusal(
              m.required("rule", TEXT, PlanRefusal::rule),
              m.required("message", TEXT, PlanRefusal::message),
              m.nullable("flag", TEXT, PlanRefusal::flag),
              m.required("ways", ValueFormat.list(WAY_OUT), PlanRefusal::ways)));
  static final ValueFormat<List<PlanRefusal>> REFUSALS = ValueFormat.list(REFUSAL);
  private static final ValueFormat<UnmanagedProcess> UNMANAGED =
      RecordMembers.format(m ->
          new UnmanagedProcess(
              m.required("id", TEXT, UnmanagedProcess::id),
              m.required("name", TEXT, UnmanagedProcess::name)));
  private static final ValueFormat<LintWarning> WARNING =
      RecordMembers.format(m ->
          new LintWarning(
              m.required("code", TEXT, LintWarning::code),
              m.required("name", TEXT, LintWarning::name),
              m.required("file", TEXT, LintWarning::file),
              m.required("line", NUMBER, LintWarning::line),
              m.required("message", TEXT, LintWarning::message),
              m.unlessUsual("about", TEXT, "", LintWarning::about),
              m.unlessUsual("hint", TEXT, "", LintWarning::hint),
              m.unlessUsual("new", BOOL, false, LintWarning::isNew)));
  static final ValueFormat<List<LoosenedGuard>> LOOSENED_GUARDS =
      ValueFormat.list(
          RecordMembers.format(m ->
              new LoosenedGuard(
                  m.required("guard", TEXT, LoosenedGuard::guard),
                  m.required("message", TEXT, LoosenedGuard::message),
                  m.required("location", TEXT, LoosenedGuard::location))));
  private static final ValueFormat<PlanLimits> LIMITS =
      RecordMembers.format(m ->
          new PlanLimits(
              m.optional("maxCreate", NUMBER, PlanLimits::maxCreate),
              m.optional("maxReplace", NUMBER, PlanLimits::maxReplace),
              m.optional("maxTrash", NUMBER, PlanLimits::maxTrash),
              m.optional("maxRenamesPercent", NUMBER, PlanLimits::maxRenamesPercent),
              m.optional("maxDateShiftDays", NUMBER, PlanLimits::maxDateShiftDays)));
  private static final ValueFormat<LiveState> LIVE = RecordMembers.format(PlanFormat::live);
  private static final ValueFormat<NodeUpdate> NODE =
      RecordMembers.format(m ->
          new NodeUpdate(
              m.required("path", TEXT, NodeUpdate::path),
              m.nullable("id", TEXT, NodeUpdate::id),
              m.required("sent", TEXT_MAP, NodeUpdate::sent),
              m.unlessUsual("seen", TEXT_MAP, Map.of(), NodeUpdate::seen)));
  private static final ValueFormat<RemovalPolicy> REMOVAL =
      ValueFormat.word(
          "removal policy",
          RemovalPolicy::text,
          word -> word.equals("trash") ? RemovalPolicy.TRASH : RemovalPolicy.KEEP);
  private static final ValueFormat<LedgerUpdate> LEDGER_UPDATE =
      RecordMembers.format(m ->
          new LedgerUpdate(
              m.required("sourceHash", TEXT, LedgerUpdate::sourceHash),
              m.orElse("protect", BOOL, false, LedgerUpdate::protect),
              m.required("onRemoval", REMOVAL, LedgerUpdate::onRemoval),
              m.required("sources", TEXT_MAP, LedgerUpdate::sourceLines),
              m.required("expected", TEXT, LedgerUpdate::predictedHash),
              m.unlessUsual("moved", TEXT_MAP, Map.of(), LedgerUpdate::moves),
              m.orElse("nodes", ValueFormat.list(NODE), List.of(), LedgerUpdate::nodes)));

  private PlanFormat() {}

  private static @Nullable LocalDate findDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  static Plan plan(RecordMembers<Plan> m) throws PlanFileException {
    m.required("formatVersion", TEXT, plan -> VERSION);
    PlanHeader header =
        new PlanHeader(
            m.required("tool", TOOL, p -> p.header().tool()),
            m.required("target", TEXT, Plan::target),
            m.required("apiUrl", TEXT, p -> p.header().apiUrl()),
            m.required("apiVersion", TEXT, p -> p.header().apiVersion()),
            m.required("createdAt", TEXT, p -> p.header().createdAt()),
            m.required("asOf", DAY, p -> p.header().asOf()));
    String planHash = m.required("planHash", TEXT, Plan::planHash);
    m.required("summary", SUMMARY, Plan::summary);
    List<ProcessPlan> processes =
        m.orElse(
            "processes",
            ValueFormat.largeList(RecordMembers.format(PlanFormat::process)),
            List.of(),
            Plan::processes);
    List<UnmanagedProcess> unmanaged =
        m.orElse("notManaged", ValueFormat.list(UNMANAGED), List.of(), Plan::unmanaged);
    m.nullable("validUntil", TEXT, Plan::validUntil);
    List<PlanRefusal> refusals = m.orElse("refusals", REFUSALS, List.of(), Plan::refusals);
    LintStatus lint =
        new LintStatus(
            m.orElse("checked", TEXTS, List.of(), p -> p.lint().checked()),
            m.orElse("notChecked", TEXTS, List.of(), p -> p.lint().notChecked()),
            m.required("standingWarnings", NUMBER, p -> p.lint().warningCount()),
            m.orElse("warnings", ValueFormat.list(WARNING), List.of(), p -> p.lint().warnings()));
    DisplayNames names = names(m);
    List<LoosenedGuard> loosened =
        m.unlessUsual("loosened", LOOSENED_GUARDS, List.of(), Plan::loosened);
    PlanLimits limits = m.unlessUsual("limits", LIMITS, PlanLimits.NONE, Plan::limits);
    Plan plan = new Plan(header, processes, unmanaged, refusals, lint, names, loosened, limits);
    if (!plan.planHash().equals(planHash)) {
      throw new PlanFileException(
          "planHash: it is not the hash of the processes, the file was changed");
    }
    return plan;
  }

  private static DisplayNames names(RecordMembers<Plan> m) throws PlanFileException {
    return new DisplayNames(
        m.required("people", TEXT_MAP, p -> p.names().people()),
        m.required("documents", TEXT_MAP, p -> p.names().documents()),
        m.unlessUsual("nodes", TEXT_MAP, Map.of(), p -> p.names().nodes()));
  }

  static ProcessPlan process(RecordMembers<ProcessPlan> m) throws PlanFileException {
    ProcessRef process = processRef(m);
    String hash = m.required("hash", TEXT, ProcessPlan::hash);
    RunState runState = m.required("runs", RUN_STATE, ProcessPlan::runState);
    List<PlanAction> actions = actions(m);
    LiveState live = m.required("live", LIVE, ProcessPlan::live).withRunState(runState);
    List<FieldChange> changes =
        m.orElse("changes", ChangeFormat.CHANGES, List.of(), ProcessPlan::changes);
    List<ReplacementCause> causes = replacementCauses(m);
    Counterfactual counterfactual = counterfactual(m);
    List<PlanOperation> operations =
        m.orElse("operations", OperationFormat.OPERATIONS, List.of(), ProcessPlan::operations);
    List<PredictedShift> shifts = predictedShifts(m);
    Replacement replacement = replacement(m, causes, counterfactual);
    SafetyReport safety = safety(m);
    DefinitionSummary definition = definition(m);
    LedgerUpdate update = m.nullable("note", LEDGER_UPDATE, ProcessPlan::ledgerUpdate);
    PlannedLedgerUpdate planned = update == null ? null : PlannedLedgerUpdate.of(update);
    String validUntil = m.nullable("validUntil", TEXT, p -> p.safety().validUntil());
    List<WorkloadChange> loads =
        m.unlessUsual(
            "loads", ChangeFormat.WORKLOADS, List.of(), p -> p.explanation().workloadChanges());
    return new ProcessPlan(
        process,
        live,
        new PlannedWork(actions, operations, planned, Lazy.of(hash)),
        new Explanation(changes, replacement, shifts, loads),
        safety.withValidUntil(validUntil),
        definition,
        m.nullable("run", RunPlanFormat.RUN, ProcessPlan::run));
  }

  private static ProcessRef processRef(RecordMembers<ProcessPlan> m) throws PlanFileException {
    return new ProcessRef(
        m.required("key", TEXT, p -> p.process().key()),
        m.nullable("period", TEXT, p -> p.process().period()),
        m.nullable("id", TEXT, ProcessPlan::id),
        m.required("name", TEXT, ProcessPlan::name));
  }

  private static List<ReplacementCause> replacementCauses(RecordMembers<ProcessPlan> m)
      throws PlanFileException {
    return m.orElse(
        "replacePaths",
        ChangeFormat.REPLACEMENT_CAUSES,
        List.of(),
        p -> p.explanation().replacement().causes());
  }

  private static @Nullable Counterfactual counterfactual(RecordMembers<ProcessPlan> m)
      throws PlanFileException {
    return m.nullable(
        "counterfactual",
        ChangeFormat.COUNTERFACTUAL,
        p -> p.explanation().replacement().counterfactual());
  }

  private static List<PredictedShift> predictedShifts(RecordMembers<ProcessPlan> m)
      throws PlanFileException {
    return m.orElse(
        "predictedShifts", ChangeFormat.SHIFTS, List.of(), p -> p.explanation().predictedShifts());
  }

  private static Replacement replacement(
      RecordMembers<ProcessPlan> m,
      List<ReplacementCause> causes,
      @Nullable Counterfactual counterfactual)
      throws PlanFileException {
    return new Replacement(
        causes,
        counterfactual,
        m.orElse("losses", TEXTS, List.of(), p -> p.explanation().replacement().losses()),
        m.orElse("carried", TEXTS, List.of(), p -> p.explanation().replacement().carriedOver()));
  }

  private static SafetyReport safety(RecordMembers<ProcessPlan> m) throws PlanFileException {
    return new SafetyReport(
        m.orElse("refusals", REFUSALS, List.of(), ProcessPlan::refusals),
        m.orElse("warnings", TEXTS, List.of(), ProcessPlan::warnings),
        m.orElse("assumes", TEXTS, List.of(), p -> p.safety().assumptions()),
        m.unlessUsual("lifted", REFUSALS, List.of(), p -> p.safety().lifted()),
        null);
  }

  private static DefinitionSummary definition(RecordMembers<ProcessPlan> m)
      throws PlanFileException {
    return new DefinitionSummary(
        m.required("nodeCount", NUMBER, p -> p.definition().nodeCount()),
        m.required("dateCount", NUMBER, p -> p.definition().dateCount()),
        m.orElse("dates", ChangeFormat.DATES, List.of(), p -> p.definition().dates()));
  }

  private static List<PlanAction> actions(RecordMembers<ProcessPlan> m) throws PlanFileException {
    List<PlanAction> actions = new ArrayList<>();
    for (String word :
        m.orElse(
            "actions",
            TEXTS,
            List.of(),
            p -> p.actions().stream().map(PlanAction::word).toList())) {
      PlanAction action = PlanAction.find(word);
      if (action != null) {
        actions.add(action);
      } else if (!word.equals(FORMER_ACTION)) {
        throw new PlanFileException("actions: \"" + word + "\" is not an action");
      }
    }
    return actions;
  }

  /// The state of runs is a separate member.
  private static LiveState live(RecordMembers<LiveState> m) throws PlanFileException {
    Long revision = m.nullable("revision", ValueFormat.LONG, LiveState::revision);
    Long recorded = m.optional("recordedRevision", ValueFormat.LONG, LiveState::recordedRevision);
    String contentHash = m.nullable("contentHash", TEXT, LiveState::contentHash);
    AuditStamp modified =
        new AuditStamp(
            m.nullable("modifiedBy", TEXT, l -> l.modified().userId()),
            m.nullable("modifiedAt", TEXT, l -> l.modified().at()));
    boolean inLedger = m.orElse("recorded", BOOL, false, LiveState::inLedger);
    boolean editedSince = m.unlessUsual("editedSince", BOOL, false, LiveState::isEditedSince);
    m.orElse("read", BOOL, false, LiveState::wasRead);
    LiveState.LedgerMatch recordedMatch =
        editedSince ? LiveState.LedgerMatch.EDITED_SINCE : LiveState.LedgerMatch.AS_RECORDED;
    return new LiveState(
        revision,
        recorded,
        contentHash,
        modified,
        inLedger ? recordedMatch : LiveState.LedgerMatch.NOT_RECORDED,
        m.orElse("lookAlikes", TEXTS, List.of(), LiveState::duplicateCandidates),
        RunState.NONE);
  }
}
