package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The remaining work of a run, by person, once it is as the definition says.
final class RunWorkload {
  private final RunComparison comparison;
  private final Set<String> people = new LinkedHashSet<>();
  private final Map<String, Map<String, Integer>> tasksByPersonAndDate = new TreeMap<>();
  private final List<String> selfApproved = new ArrayList<>();

  RunWorkload(RunComparison comparison, List<TaskAddition> additions, List<ManualStep> steps) {
    this.comparison = comparison;
    for (ManualStep step : steps) {
      for (ManualStep.FieldEdit edit : step.edits()) {
        if (FieldRole.of(edit.field()) == FieldRole.ASSIGNEE) {
          addPerson(edit.after());
        } else if (step.kind() == ManualStepKind.ADD_TASK && edit.after() instanceof Json.Obj job) {
          addPerson(BodyNodes.kindArguments(job).get(FieldRole.ASSIGNEE.fieldName()));
        }
      }
    }
    additions.forEach(addition -> people.addAll(addition.starts().mailRecipients()));
    for (ProcessTree.PlacedNode place : comparison.definition().nodes()) {
      if (place.node() instanceof ProcessJob) {
        count(place);
      }
    }
  }

  private void addPerson(@Nullable Json participant) {
    if (participant instanceof Json.Obj object) {
      object.text("id").ifPresent(people::add);
    }
  }

  private void count(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode there = comparison.runPlace(place.ref());
    if (there != null && comparison.run().runNode(there.ref()).isOver()) {
      return;
    }
    String assignee = text(place.node(), FieldRole.ASSIGNEE);
    if (!assignee.isEmpty()) {
      tasksByPersonAndDate
          .computeIfAbsent(assignee, a -> new TreeMap<>())
          .merge(text(place.node(), FieldRole.DUE_DATE), 1, Integer::sum);
      if (assignee.equals(text(place.node(), FieldRole.APPROVER))) {
        selfApproved.add(place.ref());
      }
    }
  }

  private static String text(ProcessNode node, FieldRole role) {
    return switch (node.field(role)) {
      case Json.Str s -> s.value();
      case Json.Obj o -> o.text("id").orElse("");
      case null, default -> "";
    };
  }

  List<RunPlan.PersonWorkload> workloads() {
    List<RunPlan.PersonWorkload> loads = new ArrayList<>();
    for (String person : people) {
      int all = 0;
      int most = 0;
      String date = null;
      String first = null;
      for (Map.Entry<String, Integer> day :
          tasksByPersonAndDate.getOrDefault(person, Map.of()).entrySet()) {
        all += day.getValue();
        first = first == null && !day.getKey().isEmpty() ? day.getKey() : first;
        if (!day.getKey().isEmpty() && day.getValue() > most) {
          most = day.getValue();
          date = day.getKey();
        }
      }
      loads.add(new RunPlan.PersonWorkload(person, all, date, most, first));
    }
    return loads;
  }

  List<String> selfApproved() {
    return selfApproved;
  }
}
