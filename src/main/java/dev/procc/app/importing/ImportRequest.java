package dev.procc.app.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The request for an import.
///
/// @param ids of live processes, each once
/// @param keys of processes by id, if they are not derived from names
/// @param folder of new files, relative to the root of the project, with its slash; empty for the
///   root
/// @param style of definitions
public record ImportRequest(
    List<String> ids, Map<String, String> keys, String folder, ImportStyle style) {
  /// An optional form of definitions.
  public enum ImportForm {
    /// Dates as expressions.
    RELATIVE,
    /// Repeated children as a template and a table.
    TEMPLATE
  }

  /// The style of imported definitions.
  ///
  /// @param forms to use; empty for every node with its dates as days
  /// @param past ids of past processes for which the expressions of dates have to be valid too
  public record ImportStyle(Set<ImportForm> forms, List<String> past) {
    public ImportStyle {
      forms = Collections.unmodifiableSet(new LinkedHashSet<>(forms));
      past = List.copyOf(past);
    }

    boolean has(ImportForm form) {
      return forms.contains(form);
    }
  }

  public ImportRequest {
    ids = List.copyOf(ids);
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }
}
