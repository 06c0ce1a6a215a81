package dev.procc.live.plan;

import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The titles of nodes that a plan names without changing them: those before and after a new node,
/// one that a task waits for, one whose due date stays while others move.
final class NodeNames {
  private final Map<String, String> names = new TreeMap<>();

  private NodeNames() {}

  /// @param definitions of the processes, in the same order
  static Map<String, String> of(
      List<ProcessPlan> processes, List<@Nullable DesiredProcess> definitions) {
    NodeNames all = new NodeNames();
    for (int i = 0; i < processes.size(); i++) {
      DesiredProcess desired = definitions.get(i);
      Collection<String> addresses = addresses(processes.get(i));
      if (desired != null && !addresses.isEmpty()) {
        all.add(ProcessTree.ofDefinition(desired.process()), addresses);
      }
    }
    return all.names;
  }

  private static Collection<String> addresses(ProcessPlan process) {
    List<@Nullable String> addresses = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      add(change.siblings(), addresses);
    }
    for (ReplacementCause cause : process.explanation().replacement().causes()) {
      addresses.add(cause.address());
    }
    if (process.changes().stream().anyMatch(change -> FieldRole.of(change.field()).isDueDate())) {
      process.definition().dates().forEach(date -> addresses.add(date.address()));
    }
    RunPlan run = process.run();
    if (run != null) {
      addresses.addAll(run.selfApproved());
      run.leftAsIs().forEach(sentence -> addresses.addAll(List.of(sentence.split(" ", -1))));
      for (TaskAddition addition : run.additions()) {
        add(addition.siblings(), addresses);
        addresses.add(addition.group());
        addresses.add(addition.starts().waitsFor());
      }
    }
    List<String> known = new ArrayList<>();
    for (String address : addresses) {
      if (address != null) {
        known.add(address);
      }
    }
    return known;
  }

  private static void add(Siblings siblings, List<@Nullable String> addresses) {
    addresses.add(siblings.follows());
    addresses.add(siblings.precedes());
  }

  private void add(ProcessTree tree, Collection<String> addresses) {
    for (String address : addresses) {
      ProcessTree.PlacedNode place = tree.get(address);
      String name = place == null ? "" : NodeMatcher.nodeName(place.node());
      if (!name.isEmpty()) {
        names.put(address, name);
      }
    }
  }
}
