package dev.procc.language.expand.variables;

import dev.procc.language.yaml.node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where values of variables come from, the strongest first.
///
/// Flag over environment over `--var-file` over period over target over project over default: what
/// is said for this run wins over what is written; of what is written, the period speaks of one
/// quarter and is reviewed with it, while the target holds for as long as it exists, and the
/// project for every target.
///
/// @param flags `--var name=value`, the last of a name
/// @param environment `PROCC_VAR_name=value`, by name
/// @param files of `--var-file`, the strongest first
/// @param period the `variables` of the period
/// @param target the `variables` of the target
/// @param project the `variables` of the project
public record VariableSources(
    Map<String, String> flags,
    Map<String, String> environment,
    List<Mapping> files,
    @Nullable Mapping period,
    @Nullable Mapping target,
    @Nullable Mapping project) {
  public VariableSources {
    flags = new LinkedHashMap<>(flags);
    environment = new LinkedHashMap<>(environment);
    files = List.copyOf(files);
  }

  /// Nothing but the defaults.
  public static VariableSources none() {
    return new VariableSources(Map.of(), Map.of(), List.of(), null, null, null);
  }
}
