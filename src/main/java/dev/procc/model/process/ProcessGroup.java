package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.List;
import java.util.Map;

/// A group: its fields (those of `ProcessGroup` except `children`) and its children in order.
public record ProcessGroup(String key, Map<FieldSpec, Json> fields, List<ProcessNode> children)
    implements ProcessNode {
  public ProcessGroup {
    fields = FieldMap.copyOf(fields);
    children = List.copyOf(children);
  }

  /// Whether its children all start at the same time.
  public boolean isParallel() {
    return fields.get(Fields.PROCESS_GROUP_PARALLEL) instanceof Json.Bool b && b.value();
  }
}
