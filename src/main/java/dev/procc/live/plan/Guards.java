package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import dev.procc.model.catalog.Field;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The safety rules: each says what apply would refuse, why, and what lifts it.
final class Guards {
  private static final int SMALL = 10;

  private Guards() {}

  /// Whether the process has a run: what the list says, and what we remember.
  static void runs(Draft draft, Listing listing, @Nullable LedgerEntry entry) {
    String id = draft.id;
    RunSummary run = id == null ? null : listing.run(id);
    boolean remembered = entry != null && !entry.runs().isEmpty();
    draft.runs =
        run == null ? (remembered ? "finished" : "none") : run.finished() ? "finished" : "active";
  }

  /// Somebody took a process that was replaced out of the bin.
  static void restored(Draft draft, Listing listing, @Nullable LedgerEntry entry) {
    for (String id : listing.back(entry, draft.id)) {
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
  static void creates(
      Draft draft,
      Context context,
      Desired desired,
      Listing listing,
      @Nullable LedgerEntry entry,
      Tree tree) {
    List<String> back = listing.back(entry, draft.id);
    List<String> alike = new ArrayList<>(draft.live.lookAlikes());
    alike.removeAll(back);
    if (!back.isEmpty()) {
      rival(
          draft,
          context,
          back,
          (draft.replaces()
                  ? "what " + draft.id + " replaced is live again: "
                  : "what it had before is live again: ")
              + String.join(", ", back)
              + "; "
              + (back.size() + 1)
              + " would be live afterwards");
    }
    if (!alike.isEmpty()) {
      rival(
          draft,
          context,
          alike,
          (draft.replaces() ? "besides " + draft.id + " " : "")
              + "the workspace has "
              + (alike.size() == 1 ? "a process" : alike.size() + " processes")
              + " of that name already: "
              + String.join(", ", alike));
    }
    pastDates(draft, context, desired, tree);
    freeze(draft, context);
    allowed(draft, context);
  }

  /// What is created would be one process too many.
  private static void rival(Draft draft, Context context, List<String> ids, String message) {
    String identity = draft.identity();
    if (!context.overrides().createNew().contains(identity)) {
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

  private static void pastDates(Draft draft, Context context, Desired desired, Tree tree) {
    List<String> past = new ArrayList<>();
    LocalDate earliest = null;
    List<Map.Entry<String, Map<Field, Json>>> all = new ArrayList<>();
    all.add(Map.entry(desired.identity(), tree.process().fields()));
    for (Tree.Place place : tree.all()) {
      all.add(Map.entry(place.ref(), place.node().fields()));
    }
    for (Map.Entry<String, Map<Field, Json>> one : all) {
      for (Map.Entry<Field, LocalDate> date : Dates.due(one.getValue())) {
        if (!date.getValue().isAfter(context.asOf())) {
          past.add(one.getKey() + ":" + date.getKey().name() + " " + date.getValue());
        } else if (earliest == null || date.getValue().isBefore(earliest)) {
          earliest = date.getValue();
        }
      }
    }
    draft.validUntil = earliest == null ? null : earliest.minusDays(1).toString();
    if (!past.isEmpty() && !context.overrides().allowPast()) {
      draft.refuse(
          SafetyRule.PAST_DATE,
          Losses.count(past.size(), "due date")
              + (past.size() == 1 ? " is" : " are")
              + " not after "
              + context.asOf()
              + ", and the server would say so when the new process exists: "
              + some(past),
          "--allow-past",
          null);
    }
  }

  /// Rules of tasks added to a run.
  static void amends(Draft draft, Context context) {
    List<String> past = new ArrayList<>();
    LocalDate earliest = null;
    RunPlan run = draft.run;
    for (Addition addition : run == null ? List.<Addition>of() : run.additions()) {
      for (LocalDate due : dueDates(addition.job())) {
        if (!due.isAfter(context.asOf())) {
          past.add(addition.address() + " " + due);
        } else if (earliest == null || due.isBefore(earliest)) {
          earliest = due;
        }
      }
    }
    draft.validUntil = earliest == null ? null : earliest.minusDays(1).toString();
    if (!past.isEmpty() && !context.overrides().allowPast()) {
      draft.refuse(
          SafetyRule.PAST_DATE,
          Losses.count(past.size(), "due date")
              + (past.size() == 1 ? " is" : " are")
              + " not after "
              + context.asOf()
              + ": "
              + some(past),
          "--allow-past",
          null);
    }
    freeze(draft, context);
    allowed(draft, context);
  }

  private static List<LocalDate> dueDates(Json value) {
    List<LocalDate> dates = new ArrayList<>();
    if (value instanceof Json.Obj object) {
      object
          .members()
          .forEach((name, member) -> {
            LocalDate date =
                name.equals("dueDate") || name.equals("approverDueDate")
                    ? ServerShift.date(member)
                    : null;
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
  static void replaces(
      Draft draft,
      Context context,
      Desired desired,
      @Nullable LedgerEntry entry,
      LiveProcess live) {
    history(draft, context);
    protection(draft, context, desired.protect() || entry != null && entry.protect());
    long letters = Losses.certifications(Tree.ofLive(live.process()));
    if (letters > 0 && !context.overrides().lettersRedone().contains(draft.identity())) {
      draft.refuse(
          SafetyRule.LOSSES,
          "it has "
              + Losses.count(letters, "certification")
              + ", whose letters exist only in the old process",
          "--letters-redone " + draft.identity(),
          null);
    }
    dateShift(draft, context);
  }

  /// Rules of a process that is trashed because its definition is gone.
  static void trashes(Draft draft, Context context, LedgerEntry entry, LiveProcess live) {
    history(draft, context);
    protection(draft, context, entry.protect());
    freeze(draft, context);
    allowed(draft, context);
    if (!Objects.equals(entry.contentHash(), live.contentHash())) {
      draft.refuse(
          SafetyRule.CHANGED,
          "it is not as it was last applied"
              + Edits.whoAndWhen(live.modified(), draft.live, context),
          null,
          "procc adopt "
              + draft.identity()
              + " "
              + live.id()
              + " takes it as it is; then plan again");
    }
  }

  private static void history(Draft draft, Context context) {
    if (draft.runs.equals("active")) {
      draft.refuse(
          SafetyRule.HISTORY,
          "it is running: a running process is never replaced or trashed",
          null,
          "procc plan --run "
              + draft.identity()
              + " plans what the run itself can get; once it has ended, plan again");
    } else if (draft.runs.equals("finished")
        && !context.overrides().destroyEvidence().contains(draft.identity())) {
      draft.refuse(
          SafetyRule.HISTORY,
          "it has a finished run, which is evidence",
          "--destroy-evidence " + draft.identity(),
          "open a new period instead");
    }
  }

  private static void protection(Draft draft, Context context, boolean protect) {
    if (protect && !context.overrides().unprotect().contains(draft.identity())) {
      draft.refuse(
          SafetyRule.PROTECT,
          "it is protected (protect: true): it is neither replaced nor trashed",
          "--unprotect " + draft.identity(),
          null);
    }
  }

  /// Rules of changes in place.
  static void inPlace(Draft draft, Context context, Desired desired, Tree tree) {
    if (draft.actions.isEmpty()) {
      return;
    }
    freeze(draft, context);
    allowed(draft, context);
    dateShift(draft, context);
    Integer percent = context.settings().of(desired.key()).maxRenamesPercent();
    long renames = draft.changes.stream().filter(c -> c.reason() == Reason.RENAME).count();
    int nodes = tree.size();
    if (percent != null && nodes >= SMALL && renames * 100 > (long) percent * nodes) {
      draft.refuse(
          SafetyRule.THRESHOLD,
          renames + " of " + nodes + " names change, and the limit is " + percent + " percent",
          "--max-renames-percent " + (renames * 100 + nodes - 1) / nodes,
          null);
    }
    if (draft.runs.equals("active")) {
      draft.warnings.add("it is running: the run was made from the process as it was and stays so");
    }
  }

  private static void dateShift(Draft draft, Context context) {
    Integer limit = context.settings().of(draft.key).maxDateShiftDays();
    if (limit == null) {
      return;
    }
    long farthest = 0;
    String where = "";
    for (FieldChange change : draft.changes) {
      LocalDate before = ServerShift.date(change.before());
      LocalDate after = ServerShift.date(change.after());
      if (change.effective() && before != null && after != null) {
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
          where + " moves by " + Losses.count(farthest, "day") + ", and the limit is " + limit,
          "--max-date-shift-days " + farthest,
          null);
    }
  }

  private static void freeze(Draft draft, Context context) {
    for (Freeze freeze : context.settings().freezes()) {
      if (!context.overrides().duringFreeze()
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

  static void allowed(Draft draft, Context context) {
    if (context.overrides().allow().isEmpty()) {
      return;
    }
    List<Action> wanted = draft.replaces() ? List.of(Action.REPLACE) : draft.actions;
    for (Action action : wanted) {
      if (!context.overrides().allow().contains(action)) {
        draft.refuse(
            SafetyRule.ALLOW,
            "--allow does not name " + action.word(),
            "--allow " + action.word(),
            null);
      }
    }
  }

  static String some(List<String> all) {
    List<String> first = all.subList(0, Math.min(3, all.size()));
    return String.join(", ", first)
        + (all.size() > first.size() ? " and " + (all.size() - first.size()) + " more" : "");
  }
}
