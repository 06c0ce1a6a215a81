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

/// A numbering of bodies: two nodes have the same number exactly if they are equal except for their
/// keys. The order of the children of a parallel group does not matter.
///
/// A field that no node of the definition sets does not count: values of the server's own must not
/// hide that two nodes are the same.
public final class BodyNumbering {
  private final Set<FieldSpec> countedFields = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<ProcessNode, Integer> numbersWithNames = new IdentityHashMap<>();
  private final Map<ProcessNode, Integer> numbersWithoutNames = new IdentityHashMap<>();

  /// @param definition whose fields count
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

  /// The number of the body without its names.
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
