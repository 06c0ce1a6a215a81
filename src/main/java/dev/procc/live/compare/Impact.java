package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The effects of a change of definitions on days and people.
///
/// @param plan as if the base were live
/// @param changes all differences, in the order of the plan, except those within processes that are
///   created or removed
/// @param names of people, by id
public record Impact(Plan plan, List<ImpactChange> changes, Map<String, String> names) {
  public Impact {
    changes = List.copyOf(changes);
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /// The impact of the head, as if the base were live.
  ///
  /// @param context provides names of people
  public static Impact of(
      PlanContext context, List<DesiredProcess> base, List<DesiredProcess> head) {
    Plan plan = VersionPlanner.plan(context, base, head);
    Map<String, DesiredProcess> defined = new HashMap<>();
    head.forEach(desired -> defined.put(desired.identity(), desired));
    List<ImpactChange> changes = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      Map<String, String> people = people(process, defined.get(process.identity()));
      for (FieldChange change : process.changes()) {
        if (isTold(change)) {
          String field = change.address() + ":" + change.field();
          changes.add(new ImpactChange(process, change, people.get(field)));
        }
      }
    }
    return new Impact(plan, changes, context.names().people());
  }

  /// Whether a change is part of an impact.
  private static boolean isTold(FieldChange change) {
    boolean isWholeProcess =
        change.kind().equals("process") && change.field().equals(FieldChange.NODE);
    return change.isEffective() && !isWholeProcess;
  }

  /// The changes of a process by one line, as in [#byCause].
  public static List<FieldChange> changesBy(Cause line, ProcessPlan process) {
    List<FieldChange> changes = new ArrayList<>(process.changes());
    changes.removeIf(
        change -> !isTold(change) || !cause(change).location().equals(line.location()));
    return changes;
  }

  /// The due dates that change.
  public List<ImpactChange> dates() {
    return changes.stream().filter(ImpactChange::isDueDate).toList();
  }

  /// The name of a person; the id if it is unknown.
  public String personName(String id) {
    return names.getOrDefault(id, id);
  }

  /// The person who has to meet each due date of a process, by field; empty if no due date differs.
  private static Map<String, String> people(ProcessPlan process, @Nullable DesiredProcess desired) {
    Map<String, String> people = new HashMap<>();
    boolean asked = false;
    for (FieldChange change : process.changes()) {
      asked |= FieldRole.of(change.field()).isDueDate();
    }
    if (asked && desired != null) {
      collectPeople(desired.process().root(), Address.root(desired.identity()), people);
    }
    return people;
  }

  private static void collectPeople(ProcessNode node, String address, Map<String, String> into) {
    putPerson(
        node, FieldRole.ASSIGNEE, new FieldRef(address, FieldRole.DUE_DATE.fieldName()), into);
    putPerson(
        node, FieldRole.APPROVER, new FieldRef(address, FieldRole.APPROVAL_DUE.fieldName()), into);
    if (node instanceof ProcessGroup group) {
      for (ProcessNode child : group.children()) {
        collectPeople(child, Address.child(address, child.key()), into);
      }
    }
  }

  private static void putPerson(
      ProcessNode node, FieldRole role, FieldRef date, Map<String, String> into) {
    if (node.field(role) instanceof Json.Obj person) {
      person.text("id").ifPresent(id -> into.put(date.toString(), id));
    }
  }

  /// Whether nothing would be done at all.
  public boolean isEmpty() {
    return !plan.hasActions();
  }

  /// The date that moves farthest, the first of several; null if none moves.
  public @Nullable ImpactChange largest() {
    ImpactChange largest = null;
    for (ImpactChange date : dates()) {
      if (date.moves() && (largest == null || distance(date) > distance(largest))) {
        largest = date;
      }
    }
    return largest;
  }

  private static long distance(ImpactChange date) {
    Integer days = date.change().value().businessDays();
    LocalDate before = date.before();
    LocalDate after = date.after();
    long calendar =
        before == null || after == null ? 0 : Math.abs(after.toEpochDay() - before.toEpochDay());
    // The distance in business days; if two are equal, or a calendar is missing, in calendar days.
    return (days == null ? 0 : Math.abs((long) days)) * 100_000 + calendar;
  }

  /// The line that caused a change; the definitions as a whole if there is no such line.
  private static Cause cause(FieldChange change) {
    return change.causes().isEmpty()
        ? new Cause("the definitions", 0, "")
        : change.causes().getFirst();
  }

  /// The changes by the line that caused them, over all processes, the line with most changes
  /// first.
  public Map<Cause, List<ImpactChange>> byCause() {
    Map<String, Cause> lines = new LinkedHashMap<>();
    Map<String, List<ImpactChange>> found = new LinkedHashMap<>();
    for (ImpactChange change : changes) {
      Cause at = cause(change.change());
      lines.putIfAbsent(at.location(), at);
      found.computeIfAbsent(at.location(), p -> new ArrayList<>()).add(change);
    }
    List<Map.Entry<String, List<ImpactChange>>> sorted = new ArrayList<>(found.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    Map<Cause, List<ImpactChange>> byCause = new LinkedHashMap<>();
    for (Map.Entry<String, List<ImpactChange>> entry : sorted) {
      Cause cause = lines.get(entry.getKey());
      if (cause != null) {
        byCause.put(cause, entry.getValue());
      }
    }
    return byCause;
  }

  /// The dates by the id of the person who has to meet them, ordered by name.
  public Map<String, List<ImpactChange>> byPerson() {
    Map<String, List<ImpactChange>> byName = new TreeMap<>();
    Map<String, String> ids = new HashMap<>();
    for (ImpactChange date : dates()) {
      String id = date.person();
      if (id != null) {
        String name = personName(id) + "\u0000" + id;
        ids.put(name, id);
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(date);
      }
    }
    Map<String, List<ImpactChange>> byId = new LinkedHashMap<>();
    byName.forEach((name, all) -> byId.put(ids.getOrDefault(name, name), all));
    return byId;
  }
}
