package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A process: what a definition compiles to, and what the live process is read as.
///
/// @param identity `key`, or `key@period`; of a live process its id
/// @param fields present rows of `Process`, `root` aside, in the order of the table
/// @param root the group that holds all work, its key is `root` in a definition
public record Process(String identity, Map<FieldSpec, Json> fields, ProcessGroup root) {
  public Process {
    fields = FieldMap.copyOf(fields);
  }

  /// The value of a field; null if absent.
  public @Nullable Json get(FieldSpec field) {
    return fields.get(field);
  }
}
