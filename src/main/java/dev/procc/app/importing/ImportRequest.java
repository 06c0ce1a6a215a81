package dev.procc.app.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be imported, and how.
///
/// @param ids of live processes, each once
/// @param keys of processes by id, where they are not made of names
/// @param folder where new files go, relative to the root of the project, with its slash; empty for
///   the root
/// @param style how definitions are written
public record ImportRequest(
    List<String> ids, Map<String, String> keys, String folder, ImportStyle style) {
  /// How a definition may be written.
  public enum ImportForm {
    /// Dates as expressions.
    RELATIVE,
    /// Repeated children as a template and a table.
    TEMPLATE
  }

  /// How definitions are written.
  ///
  /// @param forms in which; empty for every node with its dates
  /// @param past ids of past processes that expressions of dates must fit too
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
