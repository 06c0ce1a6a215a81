package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Tree;
import dev.procc.live.planfile.Load;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts tasks and approvals by person.
final class Loads {
  private static final int TASKS = 0;
  private static final int APPROVALS = 2;
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  private Loads() {}

  /// People in the order in which the definition names them, then those that only the live process
  /// names.
  static List<Load> of(Tree definition, @Nullable Tree live) {
    Loads loads = new Loads();
    loads.count(definition, 1);
    if (live != null) {
      loads.count(live, 0);
    }
    List<Load> all = new ArrayList<>();
    loads.counts.forEach((id, n) -> all.add(new Load(id, n[0], n[1], n[2], n[3])));
    return all;
  }

  private void count(Tree tree, int when) {
    for (Tree.Place place : tree.all()) {
      for (Map.Entry<Field, Json> entry : place.node().fields().entrySet()) {
        Field field = entry.getKey();
        if (field.type() == FieldType.PARTICIPANT_REF
            && entry.getValue() instanceof Json.Obj participant) {
          int what = field.name().equals("assignee") ? TASKS : APPROVALS;
          participant
              .text("id")
              .ifPresent(id -> counts.computeIfAbsent(id, i -> new int[4])[what + when]++);
        }
      }
    }
  }
}
