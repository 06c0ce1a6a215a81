package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A process: the result of compiling a definition, or of reading a live process.
///
/// @param identity `key`, or `key@period`; for a live process its id
/// @param fields the present fields of `Process` except `root`, in the order of the table
/// @param root the group that contains all nodes; its key in a definition is `root`
public record Process(String identity, Map<FieldSpec, Json> fields, ProcessGroup root) {
  public Process {
    fields = FieldMap.copyOf(fields);
  }

  /// The value of a field; null if absent.
  public @Nullable Json get(FieldSpec field) {
    return fields.get(field);
  }
}
