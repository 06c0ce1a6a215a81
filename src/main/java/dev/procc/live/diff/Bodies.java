package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Change;
import dev.procc.model.catalog.Field;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
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
public final class Bodies {
  private final Set<Field> counted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Node, Integer> full = new IdentityHashMap<>();
  private final Map<Node, Integer> bare = new IdentityHashMap<>();

  /// @param definition decides which fields count
  public Bodies(Tree definition) {
    for (Tree.Place place : definition.all()) {
      counted.addAll(place.node().fields().keySet());
    }
  }

  /// The number of the whole body, names included.
  public int full(Node node) {
    Integer known = full.get(node);
    if (known == null) {
      known = number(node, false);
      full.put(node, known);
    }
    return known;
  }

  /// The number of the body without the names in it.
  public int bare(Node node) {
    Integer known = bare.get(node);
    if (known == null) {
      known = number(node, true);
      bare.put(node, known);
    }
    return known;
  }

  private int number(Node node, boolean withoutNames) {
    Map<Field, Json> fields = new HashMap<>();
    for (Map.Entry<Field, Json> entry : node.fields().entrySet()) {
      Field field = entry.getKey();
      if (counted.contains(field) && !(withoutNames && field.change() == Change.RENAME)) {
        fields.put(field, entry.getValue());
      }
    }
    Object body =
        switch (node) {
          case Job job -> List.of("job", job.kind().name(), fields, withoutNames);
          case Group group -> List.of("group", fields, children(group, withoutNames), withoutNames);
        };
    return numbers.computeIfAbsent(body, b -> numbers.size());
  }

  private List<Integer> children(Group group, boolean withoutNames) {
    List<Integer> children = new ArrayList<>(group.children().size());
    for (Node child : group.children()) {
      children.add(withoutNames ? bare(child) : full(child));
    }
    if (group.parallel()) {
      Collections.sort(children);
    }
    return children;
  }
}
