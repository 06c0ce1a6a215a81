package dev.procc.app.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be imported, and how.
///
/// @param ids of live processes, each once
/// @param keys of processes by id, where they are not made of names
/// @param folder where new files go, relative to the root of the project, with its slash; empty for
///   the root
/// @param dates how dates are written
public record ImportRequest(
    List<String> ids, Map<String, String> keys, String folder, DateStyle dates) {
  /// How dates are written.
  ///
  /// @param relative whether as expressions
  /// @param past ids of past processes that the expressions must fit too
  public record DateStyle(boolean relative, List<String> past) {
    /// As dates.
    public static final DateStyle TYPED = new DateStyle(false, List.of());

    public DateStyle {
      past = List.copyOf(past);
    }
  }

  public ImportRequest {
    ids = List.copyOf(ids);
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }
}
