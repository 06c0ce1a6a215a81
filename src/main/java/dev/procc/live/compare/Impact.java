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

/// What a change of the definitions does to days and people.
///
/// @param plan what would be done if live equalled the base
/// @param dates every due date that differs, in the order of the plan; those of processes that are
///   created or go are not among them
/// @param names of people, by id
public record Impact(Plan plan, List<DueDateChange> dates, Map<String, String> names) {
  public Impact {
    dates = List.copyOf(dates);
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /// What becomes of the base, were it live.
  ///
  /// @param context names of people are taken from it
  public static Impact of(
      PlanContext context, List<DesiredProcess> base, List<DesiredProcess> head) {
    Plan plan = VersionPlanner.plan(context, base, head);
    Map<String, String> people = new HashMap<>();
    for (DesiredProcess desired : head) {
      collectPeople(desired.process().root(), Address.root(desired.identity()), people);
    }
    List<DueDateChange> dates = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        String field = change.field();
        if (change.isEffective() && FieldRole.of(field).isDueDate()) {
          dates.add(new DueDateChange(process, change, people.get(change.address() + ":" + field)));
        }
      }
    }
    return new Impact(plan, dates, context.names().people());
  }

  /// The name of a person; the id where nobody said.
  public String personName(String id) {
    return names.getOrDefault(id, id);
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

  /// Whether anything would be done at all.
  public boolean isEmpty() {
    return !plan.hasActions();
  }

  /// The date that moves farthest, of equals the first; null if none moves.
  public @Nullable DueDateChange largest() {
    DueDateChange largest = null;
    for (DueDateChange date : dates) {
      if (date.moves() && (largest == null || distance(date) > distance(largest))) {
        largest = date;
      }
    }
    return largest;
  }

  private static long distance(DueDateChange date) {
    Integer days = date.change().value().businessDays();
    LocalDate before = date.before();
    LocalDate after = date.after();
    long calendar =
        before == null || after == null ? 0 : Math.abs(after.toEpochDay() - before.toEpochDay());
    // By business days; where two tie, or a calendar cannot tell, by days.
    return (days == null ? 0 : Math.abs((long) days)) * 100_000 + calendar;
  }

  /// The line that made a date move; null if none can be named.
  public static @Nullable Cause cause(FieldChange change) {
    return change.causes().isEmpty() ? null : change.causes().getFirst();
  }

  /// Changes by the line that made them, over all processes, the line with most effects first.
  public Map<Cause, List<DueDateChange>> byCause() {
    Map<String, Cause> lines = new LinkedHashMap<>();
    Map<String, List<DueDateChange>> found = new LinkedHashMap<>();
    for (DueDateChange date : dates) {
      Cause cause = cause(date.change());
      Cause at = cause == null ? new Cause("the definitions", 0, "") : cause;
      lines.putIfAbsent(at.location(), at);
      found.computeIfAbsent(at.location(), p -> new ArrayList<>()).add(date);
    }
    List<Map.Entry<String, List<DueDateChange>>> sorted = new ArrayList<>(found.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    Map<Cause, List<DueDateChange>> byCause = new LinkedHashMap<>();
    for (Map.Entry<String, List<DueDateChange>> entry : sorted) {
      Cause cause = lines.get(entry.getKey());
      if (cause != null) {
        byCause.put(cause, entry.getValue());
      }
    }
    return byCause;
  }

  /// Dates by the id of who has to meet them, in the order of names.
  public Map<String, List<DueDateChange>> byPerson() {
    Map<String, List<DueDateChange>> byName = new TreeMap<>();
    Map<String, String> ids = new HashMap<>();
    for (DueDateChange date : dates) {
      String id = date.person();
      if (id != null) {
        String name = personName(id) + "\u0000" + id;
        ids.put(name, id);
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(date);
      }
    }
    Map<String, List<DueDateChange>> byId = new LinkedHashMap<>();
    byName.forEach((name, all) -> byId.put(ids.getOrDefault(name, name), all));
    return byId;
  }
}
