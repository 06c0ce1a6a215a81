package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The predicted process after a PATCH and the renames.
public final class PredictedProcess {
  private final Map<String, List<FieldDelta>> deltasByRef = new HashMap<>();
  private final List<FieldDelta> processDeltas = new ArrayList<>();

  private PredictedProcess(List<FieldDelta> deltas) {
    for (FieldDelta item : deltas) {
      boolean isApplied =
          item.kind() == FieldDelta.DeltaKind.PATCH || item.kind() == FieldDelta.DeltaKind.RENAME;
      if (isApplied && item.field().schema() == Schema.PROCESS) {
        processDeltas.add(item);
      } else if (isApplied) {
        deltasByRef.computeIfAbsent(item.ref(), r -> new ArrayList<>()).add(item);
      }
    }
  }

  /// @param shifted the live process with its dates as the server will have moved them
  public static Process of(Process shifted, List<FieldDelta> deltas) {
    PredictedProcess predicted = new PredictedProcess(deltas);
    return new Process(
        shifted.identity(),
        applyDeltas(shifted.fields(), predicted.processDeltas),
        predicted.group(shifted.root()));
  }

  private ProcessGroup group(ProcessGroup group) {
    List<ProcessNode> children = new ArrayList<>(group.children().size());
    for (ProcessNode child : group.children()) {
      children.add(
          switch (child) {
            case ProcessGroup g -> group(g);
            case ProcessJob j ->
                new ProcessJob(j.key(), j.kind(), applyDeltas(j.fields(), deltas(j.key())));
          });
    }
    return new ProcessGroup(
        group.key(), applyDeltas(group.fields(), deltas(group.key())), children);
  }

  private List<FieldDelta> deltas(String ref) {
    return deltasByRef.getOrDefault(ref, List.of());
  }

  private static Map<FieldSpec, Json> applyDeltas(
      Map<FieldSpec, Json> fields, List<FieldDelta> deltas) {
    if (deltas.isEmpty()) {
      return fields;
    }
    Map<FieldSpec, Json> all = new LinkedHashMap<>(fields);
    for (FieldDelta item : deltas) {
      if (item.field().owner() != Owner.DEFINITION) {
        continue;
      }
      if (item.after() == null) {
        all.remove(item.field());
      } else {
        all.put(item.field(), item.after());
      }
    }
    return all;
  }
}
