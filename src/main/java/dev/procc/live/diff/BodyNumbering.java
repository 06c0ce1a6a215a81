package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Mutability;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers for bodies: two nodes have the same number exactly when they are equal but for their
/// keys. The order of the children of a parallel group means nothing.
///
/// A field that no node of the definition sets takes no part: what the server adds of its own must
/// not hide that two nodes are the same.
public final class BodyNumbering {
  private final Set<FieldSpec> countedFields = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<ProcessNode, Integer> numbersWithNames = new IdentityHashMap<>();
  private final Map<ProcessNode, Integer> numbersWithoutNames = new IdentityHashMap<>();

  /// @param definition decides which fields count
  public BodyNumbering(ProcessTree definition) {
    for (ProcessTree.PlacedNode place : definition.nodes()) {
      countedFields.addAll(place.node().fields().keySet());
    }
  }

  /// The number of the whole body, names included.
  public int withNames(ProcessNode node) {
    Integer known = numbersWithNames.get(node);
    if (known == null) {
      known = number(node, false);
      numbersWithNames.put(node, known);
    }
    return known;
  }

  /// The number of the body without the names in it.
  public int withoutNames(ProcessNode node) {
    Integer known = numbersWithoutNames.get(node);
    if (known == null) {
      known = number(node, true);
      numbersWithoutNames.put(node, known);
    }
    return known;
  }

  private int number(ProcessNode node, boolean ignoreNames) {
    Map<FieldSpec, Json> fields = new HashMap<>();
    for (Map.Entry<FieldSpec, Json> entry : node.fields().entrySet()) {
      FieldSpec field = entry.getKey();
      if (countedFields.contains(field)
          && !(ignoreNames && field.mutability() == Mutability.RENAME)) {
        fields.put(field, entry.getValue());
      }
    }
    Object body =
        switch (node) {
          case ProcessJob job -> List.of("job", job.kind().name(), fields, ignoreNames);
          case ProcessGroup group ->
              List.of("group", fields, children(group, ignoreNames), ignoreNames);
        };
    return numbers.computeIfAbsent(body, b -> numbers.size());
  }

  private List<Integer> children(ProcessGroup group, boolean ignoreNames) {
    List<Integer> children = new ArrayList<>(group.children().size());
    for (ProcessNode child : group.children()) {
      children.add(ignoreNames ? withoutNames(child) : withNames(child));
    }
    if (group.isParallel()) {
      Collections.sort(children);
    }
    return children;
  }
}
