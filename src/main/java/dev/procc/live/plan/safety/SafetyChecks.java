package dev.procc.live.plan.safety;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.assemble.ProcessPlanDraft;
import dev.procc.live.plan.compare.ServerShift;
import dev.procc.live.plan.explain.ProcessDates;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The safety rules: each says what apply would refuse, why, and what lifts it.
public final class SafetyChecks {
  private static final int MIN_NODES_FOR_PERCENT = 10;

  private SafetyChecks() {}

  /// Whether the process has a run: what the list says, and what we remember.
  public static void setRunState(
      ProcessPlanDraft draft, WorkspaceListing listing, @Nullable LedgerEntry entry) {
    String id = draft.id;
    RunSummary run = id == null ? null : listing.run(id);
    boolean remembered = entry != null && !entry.history().runIds().isEmpty();
    draft.runState =
        run == null
            ? (remembered ? RunState.FINISHED : RunState.NONE)
            : run.isFinished() ? RunState.FINISHED : RunState.ACTIVE;
  }

  /// Somebody took a process that was replaced out of the bin.
  public static void warnOfRestoredFormers(
      ProcessPlanDraft draft, WorkspaceListing listing, @Nullable LedgerEntry entry) {
    for (String id : listing.restoredFormers(entry, draft.id)) {
      draft.warnings.add(
          "the process it replaced, "
              + id
              + ", is in the list again: somebody restored it, and there are two now; procc adopt "
              + draft.identity()
              + " "
              + id
              + " --instead takes it, or put it back into the bin in Workiva");
    }
  }

  /// Rules of everything that creates a process.
  public static void checkCreate(
      ProcessPlanDraft draft,
      PlanContext context,
      DesiredProcess desired,
      WorkspaceListing listing,
      @Nullable LedgerEntry entry,
      ProcessTree tree) {
    List<String> restoredFormers = listing.restoredFormers(entry, draft.id);
    List<String> namesakes = new ArrayList<>(draft.live.duplicateCandidates());
    namesakes.removeAll(restoredFormers);
    if (!restoredFormers.isEmpty()) {
      refuseDuplicate(
          draft,
          context,
          restoredFormers,
          (draft.replaces()
                  ? "what " + draft.id + " replaced is live again: "
                  : "what it had before is live again: ")
              + String.join(", ", restoredFormers)
              + "; "
              + (restoredFormers.size() + 1)
              + " would be live afterwards");
    }
    if (!namesakes.isEmpty()) {
      refuseDuplicate(
          draft,
          context,
          namesakes,
          (draft.replaces() ? "besides " + draft.id + " " : "")
              + "the workspace has "
              + (namesakes.size() == 1 ? "a process" : namesakes.size() + " processes")
              + " of that name already: "
              + String.join(", ", namesakes));
    }
    checkPastDates(draft, context, desired, tree);
    checkFreeze(draft, context);
    checkAllowed(draft, context);
  }

  /// What is created would be one process too many.
  private static void refuseDuplicate(
      ProcessPlanDraft draft, PlanContext context, List<String> ids, String message) {
    String identity = draft.identity();
    if (!context.overrides().lifts(SafetyRule.LOOK_ALIKE, identity)) {
      draft.refuse(
          SafetyRule.LOOK_ALIKE,
          message,
          "--create-new " + identity,
          "procc adopt "
              + identity
              + " "
              + ids.getFirst()
              + (draft.replaces()
                  ? " --instead takes it, and puts " + draft.id + " into the bin"
                  : " makes it the one of this definition"));
    }
  }

  private static void checkPastDates(
      ProcessPlanDraft draft, PlanContext context, DesiredProcess desired, ProcessTree tree) {
    List<String> past = new ArrayList<>();
    LocalDate earliest = null;
    List<Map.Entry<String, Map<FieldSpec, Json>>> all = new ArrayList<>();
    all.add(Map.entry(desired.identity(), tree.process().fields()));
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      all.add(Map.entry(place.ref(), place.node().fields()));
    }
    for (Map.Entry<String, Map<FieldSpec, Json>> one : all) {
      for (Map.Entry<FieldSpec, LocalDate> date : ProcessDates.dueDates(one.getValue())) {
        if (!date.getValue().isAfter(context.asOf())) {
          past.add(one.getKey() + ":" + date.getKey().name() + " " + date.getValue());
        } else if (earliest == null || date.getValue().isBefore(earliest)) {
          earliest = date.getValue();
        }
      }
    }
    draft.validUntil = earliest == null ? null : earliest.minusDays(1).toString();
    if (!past.isEmpty() && !context.overrides().lifts(SafetyRule.PAST_DATE)) {
      draft.refuse(
          SafetyRule.PAST_DATE,
          ReplacementLosses.counted(past.size(), "due date")
              + (past.size() == 1 ? " is" : " are")
              + " not after "
              + context.asOf()
              + ", and the server would say so when the new process exists: "
              + abbreviated(past),
          "--allow-past",
          null);
    }
  }

  /// Rules of tasks added to a run.
  public static void checkAmend(ProcessPlanDraft draft, PlanContext context) {
    List<String> past = new ArrayList<>();
    LocalDate earliest = null;
    RunPlan run = draft.run;
    for (TaskAddition addition : run == null ? List.<TaskAddition>of() : run.additions()) {
      for (LocalDate due : dueDates(addition.job())) {
        if (!due.isAfter(context.asOf())) {
          past.add(addition.address() + " " + due);
        } else if (earliest == null || due.isBefore(earliest)) {
          earliest = due;
        }
      }
    }
    draft.validUntil = earliest == null ? null : earliest.minusDays(1).toString();
    if (!past.isEmpty() && !context.overrides().lifts(SafetyRule.PAST_DATE)) {
      draft.refuse(
          SafetyRule.PAST_DATE,
          ReplacementLosses.counted(past.size(), "due date")
              + (past.size() == 1 ? " is" : " are")
              + " not after "
              + context.asOf()
              + ": "
              + abbreviated(past),
          "--allow-past",
          null);
    }
    checkFreeze(draft, context);
    checkAllowed(draft, context);
  }

  private static List<LocalDate> dueDates(Json value) {
    List<LocalDate> dates = new ArrayList<>();
    if (value instanceof Json.Obj object) {
      object
          .members()
          .forEach((name, member) -> {
            LocalDate date = FieldRole.of(name).isDueDate() ? ServerShift.parseDate(member) : null;
            if (date != null) {
              dates.add(date);
            } else {
              dates.addAll(dueDates(member));
            }
          });
    }
    return dates;
  }

  /// Rules of a replacement.
  public static void checkReplace(
      ProcessPlanDraft draft,
      PlanContext context,
      DesiredProcess desired,
      @Nullable LedgerEntry entry,
      LiveProcess live) {
    checkHistory(draft, context);
    checkProtection(
        draft,
        context,
        desired.is(ProcessFlag.PROTECTED) || entry != null && entry.definition().protect());
    long letters = ReplacementLosses.certificationCount(ProcessTree.ofLive(live.process()));
    if (letters > 0 && !context.overrides().lifts(SafetyRule.LOSSES, draft.identity())) {
      draft.refuse(
          SafetyRule.LOSSES,
          "it has "
              + Plural.of(letters, ActionKind.CERTIFICATION.noun())
              + ", whose letters exist only in the old process",
          "--letters-redone " + draft.identity(),
          null);
    }
    checkDateShift(draft, context);
  }

  /// Rules of a process that is trashed because its definition is gone.
  public static void checkTrash(
      ProcessPlanDraft draft, PlanContext context, LedgerEntry entry, LiveProcess live) {
    checkHistory(draft, context);
    checkProtection(draft, context, entry.definition().protect());
    checkFreeze(draft, context);
    checkAllowed(draft, context);
    if (!Objects.equals(entry.live().contentHash(), live.contentHash())) {
      draft.refuse(
          SafetyRule.CHANGED,
          "it is not as it was last applied"
              + DriftChecks.lastChangedText(live.modified(), draft.live, context),
          null,
          "procc adopt "
              + draft.identity()
              + " "
              + live.id()
              + " takes it as it is; then plan again");
    }
  }

  private static void checkHistory(ProcessPlanDraft draft, PlanContext context) {
    if (draft.runState == RunState.ACTIVE) {
      draft.refuse(
          SafetyRule.HISTORY,
          "it is running: a running process is never replaced or trashed",
          null,
          "procc plan --run "
              + draft.identity()
              + " plans what the run itself can get; once it has ended, plan again");
    } else if (draft.runState == RunState.FINISHED
        && !context.overrides().lifts(SafetyRule.HISTORY, draft.identity())) {
      draft.refuse(
          SafetyRule.HISTORY,
          "it has a finished run, which is evidence",
          "--destroy-evidence " + draft.identity(),
          "open a new period instead");
    }
  }

  private static void checkProtection(
      ProcessPlanDraft draft, PlanContext context, boolean protect) {
    if (protect && !context.overrides().lifts(SafetyRule.PROTECT, draft.identity())) {
      draft.refuse(
          SafetyRule.PROTECT,
          "it is protected (protect: true): it is neither replaced nor trashed",
          "--unprotect " + draft.identity(),
          null);
    }
  }

  /// Rules of changes in place.
  public static void checkInPlace(
      ProcessPlanDraft draft, PlanContext context, DesiredProcess desired, ProcessTree tree) {
    if (draft.actions.isEmpty()) {
      return;
    }
    checkFreeze(draft, context);
    checkAllowed(draft, context);
    checkDateShift(draft, context);
    Integer percent = context.settings().limitsOf(desired.key()).maxRenamesPercent();
    long renames = draft.changes.stream().filter(c -> c.reason() == ChangeReason.RENAME).count();
    int nodes = tree.size();
    if (percent != null
        && nodes >= MIN_NODES_FOR_PERCENT
        && renames * 100 > (long) percent * nodes) {
      draft.refuse(
          SafetyRule.THRESHOLD,
          renames + " of " + nodes + " names change, and the limit is " + percent + " percent",
          "--max-renames-percent " + (renames * 100 + nodes - 1) / nodes,
          null);
    }
    if (draft.runState == RunState.ACTIVE) {
      draft.warnings.add("it is running: the run was made from the process as it was and stays so");
    }
  }

  private static void checkDateShift(ProcessPlanDraft draft, PlanContext context) {
    Integer limit = context.settings().limitsOf(draft.key).maxDateShiftDays();
    if (limit == null) {
      return;
    }
    long farthest = 0;
    String where = "";
    for (FieldChange change : draft.changes) {
      LocalDate before = ServerShift.parseDate(change.before());
      LocalDate after = ServerShift.parseDate(change.after());
      if (change.isEffective() && before != null && after != null) {
        long days = Math.abs(ChronoUnit.DAYS.between(before, after));
        if (days > farthest) {
          farthest = days;
          where = change.address() + ":" + change.field();
        }
      }
    }
    if (farthest > limit) {
      draft.refuse(
          SafetyRule.THRESHOLD,
          where
              + " moves by "
              + ReplacementLosses.counted(farthest, "day")
              + ", and the limit is "
              + limit,
          "--max-date-shift-days " + farthest,
          null);
    }
  }

  private static void checkFreeze(ProcessPlanDraft draft, PlanContext context) {
    for (Freeze freeze : context.settings().freezes()) {
      if (!context.overrides().lifts(SafetyRule.FREEZE)
          && !context.asOf().isBefore(freeze.from())
          && !context.asOf().isAfter(freeze.to())) {
        draft.refuse(
            SafetyRule.FREEZE,
            "target "
                + context.target()
                + " takes no changes from "
                + freeze.from()
                + " to "
                + freeze.to()
                + (freeze.reason().isEmpty() ? "" : " (" + freeze.reason() + ")"),
            "--during-freeze",
            null);
        return;
      }
    }
  }

  static void checkAllowed(ProcessPlanDraft draft, PlanContext context) {
    if (context.overrides().allowedActions().isEmpty()) {
      return;
    }
    List<PlanAction> wanted = draft.replaces() ? List.of(PlanAction.REPLACE) : draft.actions;
    for (PlanAction action : wanted) {
      if (!context.overrides().allowedActions().contains(action)) {
        draft.refuse(
            SafetyRule.ALLOW,
            "--allow does not name " + action.word(),
            "--allow " + action.word(),
            null);
      }
    }
  }

  public static String abbreviated(List<String> all) {
    List<String> first = all.subList(0, Math.min(3, all.size()));
    return String.join(", ", first)
        + (all.size() > first.size() ? " and " + (all.size() - first.size()) + " more" : "");
  }
}
