package dev.procc.app.project;

import dev.procc.base.source.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values of variables in a request.
///
/// @param flags by name; they take precedence over everything else
/// @param files YAML files of names and values; the last one takes precedence
public record VariableValues(Map<String, String> flags, List<SourceFile> files) {
  public static final VariableValues NONE = new VariableValues(Map.of(), List.of());

  public VariableValues {
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    files = List.copyOf(files);
  }
}
