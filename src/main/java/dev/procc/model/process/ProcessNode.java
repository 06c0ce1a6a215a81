package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job or a group of a process.
///
/// Its fields are a map from rows of the field table to JSON values as they are sent; an absent
/// field is not in the map. Only fields that the program computes with have an accessor.
public sealed interface ProcessNode permits ProcessGroup, ProcessJob {
  /// The key in the parent, `root` for the root group; in a live process, the server's id.
  String key();

  /// The present fields, in the order of the table.
  Map<FieldSpec, Json> fields();

  /// The value of a field; null if absent.
  default @Nullable Json get(FieldSpec field) {
    return fields().get(field);
  }

  /// The value of the field with a role; null if absent.
  default @Nullable Json field(FieldRole role) {
    return FieldMap.find(fields(), role);
  }

  /// The name that people use: the title of a job, the name of a group; null if absent.
  default @Nullable Json name() {
    return field(this instanceof ProcessJob ? FieldRole.TITLE : FieldRole.NAME);
  }
}
