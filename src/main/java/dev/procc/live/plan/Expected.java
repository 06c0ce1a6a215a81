package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The live process as it will be once a PATCH and the renames are made.
final class Expected {
  private final Map<String, List<Item>> byRef = new HashMap<>();
  private final List<Item> ofProcess = new ArrayList<>();

  private Expected(List<Item> items) {
    for (Item item : items) {
      boolean made = item.kind() == Item.Kind.PATCH || item.kind() == Item.Kind.RENAME;
      if (made && item.field().schema() == Schema.PROCESS) {
        ofProcess.add(item);
      } else if (made) {
        byRef.computeIfAbsent(item.ref(), r -> new ArrayList<>()).add(item);
      }
    }
  }

  /// @param shifted the live process, its dates as the server will have moved them
  static Process of(Process shifted, List<Item> items) {
    Expected expected = new Expected(items);
    return new Process(
        shifted.identity(),
        changed(shifted.fields(), expected.ofProcess),
        expected.group(shifted.root()));
  }

  private Group group(Group group) {
    List<Node> children = new ArrayList<>(group.children().size());
    for (Node child : group.children()) {
      children.add(
          switch (child) {
            case Group g -> group(g);
            case Job j -> new Job(j.key(), j.kind(), changed(j.fields(), items(j.key())));
          });
    }
    return new Group(group.key(), changed(group.fields(), items(group.key())), children);
  }

  private List<Item> items(String ref) {
    return byRef.getOrDefault(ref, List.of());
  }

  private static Map<Field, Json> changed(Map<Field, Json> fields, List<Item> items) {
    if (items.isEmpty()) {
      return fields;
    }
    Map<Field, Json> all = new LinkedHashMap<>(fields);
    for (Item item : items) {
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
