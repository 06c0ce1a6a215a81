package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The comparison of two processes in normal form.
public final class ProcessDiff {
  private ProcessDiff() {}

  /// All differences: those of the process itself, then by node in document order, then the removed
  /// nodes.
  public static List<ProcessDifference> differences(
      ProcessTree after, ProcessTree before, NodeMatching matching) {
    List<ProcessDifference> differences = new ArrayList<>();
    addFieldChanges(
        after.process().identity(),
        before.process().identity(),
        after.process().fields(),
        before.process().fields(),
        differences);
    for (ProcessTree.PlacedNode place : after.nodes()) {
      String ref = matching.liveRef(place.ref());
      ProcessTree.PlacedNode other = ref == null ? null : before.get(ref);
      if (other == null) {
        differences.add(new ProcessDifference.Added(place));
        continue;
      }
      if (place.parent() != null && other.parent() != null) {
        String parent = matching.liveRef(place.parent().ref());
        if (!other.parent().ref().equals(parent)) {
          differences.add(new ProcessDifference.Moved(place, other));
        }
      }
      addFieldChanges(place, other, differences);
      if (place.node() instanceof ProcessGroup group) {
        addReordered(
            after.children(place), other, group.isParallel(), before, matching, differences);
      }
    }
    for (ProcessTree.PlacedNode place : before.nodes()) {
      if (matching.definitionRef(place.ref()) == null) {
        differences.add(new ProcessDifference.Removed(place));
      }
    }
    return differences;
  }

  private static void addFieldChanges(
      ProcessTree.PlacedNode after,
      ProcessTree.PlacedNode before,
      List<ProcessDifference> differences) {
    if (after.node() instanceof ProcessJob one
        && before.node() instanceof ProcessJob other
        && !one.kind().name().equals(other.kind().name())) {
      differences.add(
          new ProcessDifference.Changed(
              after.ref(),
              before.ref(),
              Fields.PROCESS_JOB_ACTION,
              Json.of(other.kind().name()),
              Json.of(one.kind().name())));
    }
    addFieldChanges(
        after.ref(), before.ref(), after.node().fields(), before.node().fields(), differences);
  }

  private static void addFieldChanges(
      String address,
      String ref,
      Map<FieldSpec, Json> after,
      Map<FieldSpec, Json> before,
      List<ProcessDifference> differences) {
    for (Map.Entry<FieldSpec, @Nullable Json> entry : allFields(after, before).entrySet()) {
      FieldSpec field = entry.getKey();
      Json now = after.get(field);
      Json then = before.get(field);
      if (!Objects.equals(now, then) && field.owner() == Owner.DEFINITION) {
        differences.add(new ProcessDifference.Changed(address, ref, field, then, now));
      }
    }
  }

  private static Map<FieldSpec, @Nullable Json> allFields(
      Map<FieldSpec, Json> one, Map<FieldSpec, Json> other) {
    Map<FieldSpec, @Nullable Json> all = new LinkedHashMap<>(one);
    other.forEach(all::putIfAbsent);
    return all;
  }

  /// Adds the fewest nodes whose moves give the new order: those outside a longest increasing
  /// subsequence.
  private static void addReordered(
      List<ProcessTree.PlacedNode> children,
      ProcessTree.PlacedNode group,
      boolean parallel,
      ProcessTree before,
      NodeMatching matching,
      List<ProcessDifference> differences) {
    List<ProcessTree.PlacedNode> stayedAfter = new ArrayList<>();
    List<ProcessTree.PlacedNode> stayedBefore = new ArrayList<>();
    for (ProcessTree.PlacedNode child : children) {
      String ref = matching.liveRef(child.ref());
      ProcessTree.PlacedNode other = ref == null ? null : before.get(ref);
      if (other != null && other.parent() == group) {
        stayedAfter.add(child);
        stayedBefore.add(other);
      }
    }
    int[] positions = new int[stayedBefore.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = stayedBefore.get(i).index();
    }
    Set<Integer> kept = longestIncreasing(positions);
    for (int i = 0; i < positions.length; i++) {
      if (!kept.contains(i)) {
        differences.add(
            new ProcessDifference.Reordered(stayedAfter.get(i), stayedBefore.get(i), !parallel));
      }
    }
  }

  /// The indexes of a longest increasing subsequence.
  static Set<Integer> longestIncreasing(int[] values) {
    int[] tails = new int[values.length];
    int[] before = new int[values.length];
    int length = 0;
    for (int i = 0; i < values.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[tails[middle]] < values[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    Set<Integer> kept = new HashSet<>();
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
      kept.add(i);
    }
    return kept;
  }
}
