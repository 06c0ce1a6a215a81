package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.ledger.Pending;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.ApiOrigin;
import dev.procc.live.planfile.DateRow;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanHash;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.RunJson;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.Summary;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plans processes: what each needs to become what its definition says, by the fewest calls there
/// are.
///
/// A pure function of its input: the same processes give the same plan on every machine.
///
/// ```java
/// Plan plan = Planner.plan(context, List.of(new Subject(desired, found, entry)), listing);
/// ```
public final class Planner {
  private final Context context;
  private final Listing listing;

  private Planner(Context context, Listing listing) {
    this.context = context;
    this.listing = listing;
  }

  /// @param subjects those with a definition, then those that only the ledger knows; processes that
  ///   are out of reach (other keys, closed periods) are not among them
  /// @param listing what the list of the workspace says
  public static Plan plan(Context context, List<Subject> subjects, Listing listing) {
    return plan(context, subjects, listing, List.of());
  }

  /// @param refusals of the plan as a whole that are known already
  public static Plan plan(
      Context context, List<Subject> subjects, Listing listing, List<Refusal> refusals) {
    return new Planner(context, listing).plan(subjects, refusals);
  }

  private Plan plan(List<Subject> subjects, List<Refusal> known) {
    List<Draft> drafts = new ArrayList<>();
    for (Subject subject : subjects) {
      drafts.add(draft(subject));
    }
    List<Refusal> refusals = new ArrayList<>(known);
    empty(subjects, refusals);
    thresholds(drafts, refusals);
    return plan(drafts, subjects, refusals);
  }

  private Plan plan(List<Draft> drafts, List<Subject> subjects, List<Refusal> refusals) {
    List<ProcessPlan> processes = new ArrayList<>();
    for (Draft draft : drafts) {
      processes.add(draft.done(context));
    }
    return new Plan(
        context.tool(),
        context.target(),
        context.apiUrl(),
        context.apiVersion(),
        context.createdAt(),
        context.asOf().toString(),
        PlanHash.of(processes),
        summary(processes),
        processes,
        listing.notManaged(ids(subjects)),
        validUntil(processes),
        refusals,
        context.checked(),
        context.standingWarnings(),
        context.warnings(),
        used(context.names().people(), processes),
        used(context.names().documents(), processes));
  }

  private Draft draft(Subject subject) {
    LedgerEntry entry = subject.entry();
    Desired desired = subject.desired();
    Draft early =
        desired == null ? Draft.of(subject.identity()) : new Draft(desired.key(), desired.period());
    return checked(
        early,
        subject,
        () ->
            desired != null
                ? withRun(
                    new ProcessPlanner(context, listing, desired, entry).plan(subject.found()),
                    subject)
                : entry == null ? early : removed(early, entry, subject.found()));
  }

  /// Nothing is planned at another origin; beside an apply that has not ended everything is
  /// refused.
  private Draft checked(Draft early, Subject subject, Supplier<Draft> planned) {
    LedgerEntry entry = subject.entry();
    if (entry != null
        && !entry.origin().isEmpty()
        && !ApiOrigin.of(entry.origin()).equals(ApiOrigin.of(context.apiUrl()))) {
      early.id = entry.id();
      early.name = entry.name();
      early.refuse(
          SafetyRule.ORIGIN,
          "the ledger knows it at "
              + entry.origin()
              + ", and target "
              + context.target()
              + " is "
              + context.apiUrl(),
          null,
          "procc state forget " + entry.identity() + ", if it really lives there no more");
      return early;
    }
    Draft draft = planned.get();
    Pending pending = entry == null ? null : entry.pending();
    if (pending != null) {
      draft.refuse(
          SafetyRule.PENDING,
          "an apply begun at " + pending.since() + " is not finished (" + pending.step() + ")",
          null,
          "procc apply --resume");
    }
    return draft;
  }

  /// Tells what a run that is under way does not get by the plan.
  private static Draft withRun(Draft draft, Subject subject) {
    RunTree run = subject.run();
    Desired desired = subject.desired();
    return run == null || run.ended() || desired == null || desired.closed()
        ? draft
        : new RunComparison(desired, subject.entry(), run).fill(draft, false);
  }

  /// Plans what can be added to a run of a process; the process itself is left alone.
  ///
  /// @param run the run, of the process or of one it replaced
  public static Plan amend(
      Context context, Desired desired, @Nullable LedgerEntry entry, RunTree run) {
    Planner planner = new Planner(context, Listing.NONE);
    Subject subject = new Subject(desired, Found.NONE, entry);
    Draft early = new Draft(desired.key(), desired.period());
    Draft draft =
        planner.checked(early, subject, () -> planner.amended(early, desired, entry, run));
    return planner.plan(List.of(draft), List.of(subject), new ArrayList<>());
  }

  private Draft amended(Draft draft, Desired desired, @Nullable LedgerEntry entry, RunTree run) {
    draft.id = run.process();
    draft.name = run.name();
    draft.runs = run.ended() ? "finished" : "active";
    draft.live = new LiveState(null, null, null, null, entry != null, false, List.of());
    if (desired.closed()) {
      draft.warnings.add("its period is closed: it is out of reach");
      return draft;
    }
    new RunComparison(desired, entry, run).fill(draft, !run.ended());
    if (!draft.operations.isEmpty()) {
      draft.actions.add(Action.AMEND);
      draft.dates = datesOfAdditions(draft, desired);
      Guards.amends(draft, context);
    }
    return draft;
  }

  private static List<DateRow> datesOfAdditions(Draft draft, Desired desired) {
    Set<String> added = new HashSet<>();
    draft.changes.forEach(change -> added.add(change.address()));
    List<DateRow> rows = new ArrayList<>();
    for (DateRow row : Dates.rows(desired, Tree.ofDefinition(Normal.of(desired.process())))) {
      if (added.contains(row.address())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// A process whose definition is gone.
  private Draft removed(Draft draft, LedgerEntry entry, Found found) {
    draft.id = entry.id();
    draft.name = entry.name();
    switch (found) {
      case Found.None none -> {
        // One that was trashed stays on record, so that it can be restored by its key.
        if (entry.previous().isEmpty()) {
          draft.actions.add(Action.FORGET);
        }
      }
      case Found.Missing missing -> draft.actions.add(Action.FORGET);
      case Found.Unchanged unchanged -> kept(draft, entry);
      case Found.Read read -> {
        if (entry.onRemoval() == OnRemoval.TRASH) {
          trash(draft, entry, read.live());
        } else {
          kept(draft, entry);
        }
      }
    }
    return draft;
  }

  private static void kept(Draft draft, LedgerEntry entry) {
    draft.warnings.add(
        entry.onRemoval() == OnRemoval.TRASH
            ? "its definition is gone, and it was not read: plan with --full to trash it"
            : "its definition is gone; the process stays (onRemoval: keep)");
  }

  private void trash(Draft draft, LedgerEntry entry, LiveProcess live) {
    draft.name = live.name();
    draft.live =
        new LiveState(
            live.revision(),
            live.contentHash(),
            live.modified().user(),
            live.modified().at(),
            true,
            true,
            List.of());
    Guards.runs(draft, listing, entry);
    draft.actions.add(Action.TRASH);
    draft.operations =
        List.of(
            Operations.trash(
                live.id(),
                List.of(
                    Precondition.of("content", live.contentHash()),
                    Precondition.of("noRun", draft.runs.equals("none") ? null : draft.runs))));
    Guards.trashes(draft, context, entry, live);
  }

  private void empty(List<Subject> subjects, List<Refusal> refusals) {
    boolean defined = subjects.stream().anyMatch(s -> s.desired() != null);
    if (!defined && !subjects.isEmpty() && !context.overrides().allowEmpty()) {
      refusals.add(
          new Refusal(
              SafetyRule.EMPTY.word(),
              "there is no definition at all, and the ledger knows "
                  + Losses.count(subjects.size(), "process").replace("processs", "processes"),
              "--allow-empty",
              null));
    }
  }

  private void thresholds(List<Draft> drafts, List<Refusal> refusals) {
    Limits limits = context.settings().limits();
    int create = 0;
    int replace = 0;
    int trash = 0;
    for (Draft draft : drafts) {
      if (draft.replaces()) {
        replace++;
      } else if (draft.actions.contains(Action.CREATE)) {
        create++;
      } else if (draft.actions.contains(Action.TRASH)) {
        trash++;
      }
    }
    threshold(create, limits.maxCreate(), "created", "--max-create", refusals);
    threshold(replace, limits.maxReplace(), "replaced", "--max-replace", refusals);
    threshold(trash, limits.maxTrash(), "trashed", "--max-trash", refusals);
  }

  private static void threshold(
      int count, @Nullable Integer limit, String done, String flag, List<Refusal> refusals) {
    if (limit != null && count > limit) {
      refusals.add(
          new Refusal(
              SafetyRule.THRESHOLD.word(),
              (count == 1 ? "1 process is " : count + " processes are ")
                  + done
                  + ", and the limit is "
                  + limit,
              flag + " " + count,
              null));
    }
  }

  private static Summary summary(List<ProcessPlan> processes) {
    Map<Action, Integer> counts = new TreeMap<>();
    int noop = 0;
    int refused = 0;
    for (ProcessPlan process : processes) {
      Action action = process.action();
      if (action == null || action == Action.FORGET || action == Action.ADOPT) {
        noop++;
      } else {
        counts.merge(action, 1, Integer::sum);
      }
      if (!process.refusals().isEmpty()) {
        refused++;
      }
    }
    return new Summary(
        noop,
        counts.getOrDefault(Action.CREATE, 0),
        counts.getOrDefault(Action.PATCH, 0),
        counts.getOrDefault(Action.RENAME, 0),
        counts.getOrDefault(Action.REPLACE, 0),
        counts.getOrDefault(Action.TRASH, 0),
        counts.getOrDefault(Action.AMEND, 0),
        refused);
  }

  private static @Nullable String validUntil(List<ProcessPlan> processes) {
    String first = null;
    for (ProcessPlan process : processes) {
      String until = process.validUntil();
      if (until != null && (first == null || until.compareTo(first) < 0)) {
        first = until;
      }
    }
    return first;
  }

  private static Set<String> ids(List<Subject> subjects) {
    Set<String> ids = new HashSet<>();
    for (Subject subject : subjects) {
      if (subject.found() instanceof Found.Read read) {
        ids.add(read.live().id());
      }
      if (subject.entry() != null) {
        ids.addAll(subject.entry().ids());
      }
    }
    return ids;
  }

  /// The names of the ids that occur in what will be sent or told.
  private static Map<String, String> used(Map<String, String> names, List<ProcessPlan> processes) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Set<String> ids = new HashSet<>();
    for (ProcessPlan process : processes) {
      for (FieldChange change : process.changes()) {
        texts(change.before(), ids);
        texts(change.after(), ids);
      }
      process.loads().forEach(load -> ids.add(load.person()));
      for (Operation operation : process.operations()) {
        texts(operation.body(), ids);
      }
      if (process.run() != null) {
        texts(RunJson.write(process.run()), ids);
      }
      if (process.live().modifiedBy() != null) {
        ids.add(process.live().modifiedBy());
      }
    }
    Map<String, String> used = new LinkedHashMap<>();
    new TreeMap<>(names)
        .forEach((id, name) -> {
          if (ids.contains(id)) {
            used.put(id, name);
          }
        });
    return used;
  }

  private static void texts(@Nullable Json value, Set<String> into) {
    switch (value) {
      case null -> {}
      case Json.Str s -> into.add(s.value());
      case Json.Arr a -> a.items().forEach(item -> texts(item, into));
      case Json.Obj o -> o.members().values().forEach(item -> texts(item, into));
      default -> {}
    }
  }
}
