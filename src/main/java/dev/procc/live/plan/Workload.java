package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Tree;
import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.RunPlan;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a run leaves for whom once it is as the definition says.
final class Workload {
  private final RunComparison comparison;
  private final Set<String> people = new LinkedHashSet<>();
  private final Map<String, Map<String, Integer>> tasks = new TreeMap<>();
  private final List<String> selfApproved = new ArrayList<>();

  Workload(RunComparison comparison, List<Addition> additions, List<HandStep> steps) {
    this.comparison = comparison;
    for (HandStep step : steps) {
      for (HandStep.Edit edit : step.edits()) {
        if (edit.field().equals("assignee")) {
          person(edit.after());
        }
      }
    }
    additions.forEach(addition -> people.addAll(addition.mails()));
    for (Tree.Place place : comparison.definition().all()) {
      if (place.node() instanceof Job) {
        count(place);
      }
    }
  }

  private void person(@Nullable Json participant) {
    if (participant instanceof Json.Obj object) {
      object.text("id").ifPresent(people::add);
    }
  }

  private void count(Tree.Place place) {
    Tree.Place there = comparison.inRun(place.ref());
    if (there != null && comparison.run().item(there.ref()).over()) {
      return;
    }
    String assignee = text(place.node(), "assignee");
    if (!assignee.isEmpty()) {
      tasks
          .computeIfAbsent(assignee, a -> new TreeMap<>())
          .merge(text(place.node(), "dueDate"), 1, Integer::sum);
      if (assignee.equals(text(place.node(), "approver"))) {
        selfApproved.add(place.ref());
      }
    }
  }

  private static String text(Node node, String field) {
    for (var entry : node.fields().entrySet()) {
      if (entry.getKey().name().equals(field)) {
        return switch (entry.getValue()) {
          case Json.Str s -> s.value();
          case Json.Obj o -> o.text("id").orElse("");
          default -> "";
        };
      }
    }
    return "";
  }

  List<RunPlan.Load> loads() {
    List<RunPlan.Load> loads = new ArrayList<>();
    for (String person : people) {
      int all = 0;
      int most = 0;
      String date = null;
      for (Map.Entry<String, Integer> day : tasks.getOrDefault(person, Map.of()).entrySet()) {
        all += day.getValue();
        if (!day.getKey().isEmpty() && day.getValue() > most) {
          most = day.getValue();
          date = day.getKey();
        }
      }
      loads.add(new RunPlan.Load(person, all, date, most));
    }
    return loads;
  }

  List<String> selfApproved() {
    return selfApproved;
  }
}
