package dev.procc.live.plan.explain;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The number of tasks and approvals by person.
public final class WorkloadChanges {
  private static final int TASKS = 0;
  private static final int APPROVALS = 2;
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  private WorkloadChanges() {}

  /// The changes by person, in the order in which the definition names them, then those whom only
  /// the live process names.
  public static List<WorkloadChange> of(ProcessTree definition, @Nullable ProcessTree live) {
    WorkloadChanges loads = new WorkloadChanges();
    loads.count(definition, 1);
    if (live != null) {
      loads.count(live, 0);
    }
    List<WorkloadChange> all = new ArrayList<>();
    loads.counts.forEach((id, n) -> all.add(new WorkloadChange(id, n[0], n[1], n[2], n[3])));
    return all;
  }

  private void count(ProcessTree tree, int offset) {
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      for (Map.Entry<FieldSpec, Json> entry : place.node().fields().entrySet()) {
        FieldSpec field = entry.getKey();
        if (field.type() == FieldType.PARTICIPANT_REF
            && entry.getValue() instanceof Json.Obj participant) {
          int role = field.role() == FieldRole.ASSIGNEE ? TASKS : APPROVALS;
          participant
              .text("id")
              .ifPresent(id -> counts.computeIfAbsent(id, i -> new int[4])[role + offset]++);
        }
      }
    }
  }
}
