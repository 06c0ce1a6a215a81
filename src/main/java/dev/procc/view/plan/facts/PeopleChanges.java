package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changes of a plan by person: tasks and approvals added and removed, dates that move.
public final class PeopleChanges {
  private static final String CERTIFICATION = ActionKind.CERTIFICATION.noun();

  /// The changes of one person.
  ///
  /// @param id of the person
  /// @param person the name
  /// @param before the present work, `2 tasks, approves 1`; empty if unknown
  /// @param after the work afterwards; empty if unknown
  /// @param more phrases about tasks that change hands, which `before` and `after` do not say
  ///   already, `1 new task, due Mon 2025-01-13`
  /// @param moves phrases about dates, `task due Fri 2025-01-10 -> Mon 2025-01-13`
  public record PersonChanges(
      String id,
      String person,
      String before,
      String after,
      List<String> more,
      List<String> moves) {
    /// All phrases, first those about tasks: `2 tasks -> 3 tasks`, `1 new task`.
    public List<String> changes() {
      List<String> all = new ArrayList<>(more);
      all.addAll(moves);
      if (!workText().isEmpty()) {
        all.addFirst(workText());
      }
      return all;
    }

    /// `Sam Okafor: 2 tasks -> 3 tasks; 1 new task, due Mon 2025-01-13`.
    ///
    /// @param max the most changes to list
    public String sentence(int max) {
      List<String> all = new ArrayList<>(more);
      all.addAll(moves);
      String work = workText();
      return person + ": " + work + (work.isEmpty() || all.isEmpty() ? "" : "; ") + some(all, max);
    }

    /// `2 tasks -> 3 tasks`; empty if the number stays.
    private String workText() {
      return before.equals(after) ? "" : before + " -> " + after;
    }

    /// `2 tasks -> 3 tasks; 1 new task, due Mon 2025-01-13`: the sentence without dates that move.
    public String workSentence() {
      List<String> all = new ArrayList<>(more);
      if (!workText().isEmpty()) {
        all.addFirst(workText());
      }
      return String.join("; ", all);
    }

    /// The first of the changes, and the number of the others.
    public String changesText(int max) {
      return some(changes(), max);
    }

    private static String some(List<String> all, int max) {
      List<String> shown = all.subList(0, Plural.shown(all.size(), max));
      int left = all.size() - shown.size();
      return String.join("; ", shown) + (left == 0 ? "" : "; and " + left + " more");
    }
  }

  /// A phrase about a number of tasks: `approves`, `new task`, `by Wed 2025-01-15`.
  private record CountedPhrase(String start, String noun, String end) {
    String of(int n) {
      return start + Plural.of(n, noun) + end;
    }
  }

  /// The counts of one person's changes.
  private static final class PersonTally {
    private int tasks;
    private int tasksGone;
    private int approvals;
    private int approvalsGone;
    private final Map<CountedPhrase, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> moves = new LinkedHashMap<>();
  }

  private final PlanLabels labels;
  private final Map<String, PersonTally> people = new LinkedHashMap<>();

  private PeopleChanges(PlanLabels labels) {
    this.labels = labels;
  }

  /// The people in the order in which the changes name them.
  ///
  /// @param processes whose changes are counted together
  public static List<PersonChanges> of(List<ProcessPlan> processes, PlanLabels labels) {
    PeopleChanges rows = new PeopleChanges(labels);
    Map<String, WorkloadChange> loads = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      for (FieldChange change : process.changes()) {
        if (change.isEffective()) {
          rows.countChange(change);
        }
      }
      for (WorkloadChange load : process.explanation().workloadChanges()) {
        loads.merge(load.person(), load, WorkloadChange::plus);
      }
    }
    for (WorkloadChange load : loads.values()) {
      if (load.tasksBefore() != load.tasks() || load.approvalsBefore() != load.approvals()) {
        rows.of(load.person());
      }
    }
    List<PersonChanges> all = new ArrayList<>();
    rows.people.forEach((id, count) -> {
      WorkloadChange load = loads.get(id);
      all.add(
          new PersonChanges(
              id,
              labels.personName(id),
              load == null ? "" : workloadText(load.tasksBefore(), load.approvalsBefore()),
              load == null ? "" : workloadText(load.tasks(), load.approvals()),
              workPhrases(count, load != null),
              movePhrases(count)));
    });
    return all;
  }

  /// `2 tasks, approves 1`, or `none`.
  public static String workloadText(int tasks, int approvals) {
    List<String> parts = new ArrayList<>();
    if (tasks > 0) {
      parts.add(Plural.of(tasks, "task"));
    }
    if (approvals > 0) {
      parts.add("approves " + approvals);
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private void countChange(FieldChange change) {
    if (change.field().equals(FieldChange.NODE)) {
      countNode(change);
      return;
    }
    switch (FieldRole.of(change.field())) {
      case ASSIGNEE -> {
        updateTally(change.before(), c -> c.tasksGone++);
        updateTally(change.after(), c -> c.tasks++);
      }
      case APPROVER -> {
        updateTally(change.before(), c -> c.approvalsGone++);
        updateTally(change.after(), c -> c.approvals++);
      }
      case DUE_DATE, APPROVAL_DUE -> {
        boolean approval = FieldRole.of(change.field()) == FieldRole.APPROVAL_DUE;
        if (DateMoves.isDateMove(change) && !change.node().people().isEmpty()) {
          String id =
              approval ? change.node().people().getLast() : change.node().people().getFirst();
          String move =
              (approval ? "approval due " : "task due ")
                  + labels.valueText(change.field(), change.before())
                  + " -> "
                  + labels.valueText(change.field(), change.after());
          of(id).moves.merge(move, 1, Integer::sum);
        }
      }
      case ARGUMENTS ->
          countArguments(
              ArgumentValues.of(change.before()), ArgumentValues.of(change.after()), CERTIFICATION);
      default -> {}
    }
  }

  /// Counts who is named in the arguments of a certification, and whose days there move.
  private void countArguments(Map<String, Json> before, Map<String, Json> after, String noun) {
    before.forEach((member, value) -> {
      if (!value.equals(after.get(member))) {
        countNode(value, new CountedPhrase("no longer " + member + " of ", noun, ""));
      }
    });
    after.forEach((member, value) -> {
      if (!value.equals(before.get(member))) {
        countNode(value, new CountedPhrase(member + " of ", noun, ""));
      }
      if (before.get(member) instanceof Json.Str was
          && value instanceof Json.Str is
          && !was.equals(is)) {
        String move =
            CERTIFICATION
                + " "
                + member
                + " "
                + PlanLabels.dayText(was.value())
                + " -> "
                + PlanLabels.dayText(is.value());
        after.values().stream()
            .flatMap(
                each -> each instanceof Json.Obj person ? person.text("id").stream() : Stream.of())
            .distinct()
            .forEach(id -> of(id).moves.merge(move, 1, Integer::sum));
      }
    });
  }

  private void countNode(FieldChange change) {
    boolean added = change.before() == null;
    Json.Obj arguments = PlanLabels.arguments(added ? change.after() : change.before());
    String due =
        arguments
            .text(FieldRole.DUE_DATE.fieldName())
            .map(d -> ", due " + PlanLabels.dayText(d))
            .orElse("");
    String by =
        arguments
            .text(FieldRole.APPROVAL_DUE.fieldName())
            .map(d -> " by " + PlanLabels.dayText(d))
            .orElse("");
    countNode(
        arguments.get(FieldRole.ASSIGNEE.fieldName()),
        added ? new CountedPhrase("", "new task", due) : new CountedPhrase("", "task", " less"));
    countNode(
        arguments.get(FieldRole.APPROVER.fieldName()),
        added
            ? new CountedPhrase("approves ", "new task", by)
            : new CountedPhrase("no longer approves ", "task", ""));
    Map<String, Json> raw = ArgumentValues.ofNode(added ? change.after() : change.before());
    countArguments(
        added ? Map.of() : raw,
        added ? raw : Map.of(),
        added ? "new " + CERTIFICATION : CERTIFICATION);
  }

  private void countNode(@Nullable Json participant, CountedPhrase phrase) {
    updateTally(participant, count -> count.nodes.merge(phrase, 1, Integer::sum));
  }

  private interface TallyUpdate {
    void apply(PersonTally count);
  }

  private void updateTally(@Nullable Json participant, TallyUpdate update) {
    if (participant instanceof Json.Obj object) {
      object.text("id").ifPresent(id -> update.apply(of(id)));
    }
  }

  private PersonTally of(String id) {
    return people.computeIfAbsent(id, i -> new PersonTally());
  }

  /// The phrases about tasks and approvals.
  ///
  /// @param hasLoad whether those are left out that the number before and afterwards says
  private static List<String> workPhrases(PersonTally count, boolean hasLoad) {
    List<String> all = new ArrayList<>();
    if (!hasLoad || count.tasks > 0 && count.tasksGone > 0) {
      addPhrase(all, count.tasks, new CountedPhrase("takes over ", "task", ""));
      addPhrase(all, count.tasksGone, new CountedPhrase("hands over ", "task", ""));
    }
    if (!hasLoad || count.approvals > 0 && count.approvalsGone > 0) {
      addPhrase(all, count.approvals, new CountedPhrase("approves ", "task", " more"));
      addPhrase(all, count.approvalsGone, new CountedPhrase("no longer approves ", "task", ""));
    }
    count.nodes.forEach((phrase, n) -> all.add(phrase.of(n)));
    return all;
  }

  private static List<String> movePhrases(PersonTally count) {
    List<String> all = new ArrayList<>();
    count.moves.forEach((move, n) -> all.add(n == 1 ? move : move + " (" + n + " times)"));
    return all;
  }

  private static void addPhrase(List<String> all, int n, CountedPhrase phrase) {
    if (n > 0) {
      all.add(phrase.of(n));
    }
  }
}
