package dev.procc.language.compile;

import dev.procc.language.yaml.Mapping;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a compilation is asked for, from outside the definitions.
///
/// @param target the name of the target; absent for the only one there is
/// @param flags `--var name=value`
/// @param environment `PROCC_VAR_name=value`, by name
/// @param files of `--var-file`, the strongest first
/// @param asOf the day the definitions are judged on; absent when none was given
public record CompileOptions(
    @Nullable String target,
    Map<String, String> flags,
    Map<String, String> environment,
    List<Mapping> files,
    @Nullable LocalDate asOf) {
  public CompileOptions {
    flags = new LinkedHashMap<>(flags);
    environment = new LinkedHashMap<>(environment);
    files = List.copyOf(files);
  }

  /// For the only target, on no particular day, without values from outside.
  public static CompileOptions standard() {
    return new CompileOptions(null, Map.of(), Map.of(), List.of(), null);
  }

  public CompileOptions withTarget(@Nullable String other) {
    return new CompileOptions(other, flags, environment, files, asOf);
  }

  /// The same with other values of `--var`.
  public CompileOptions withFlags(Map<String, String> others) {
    return new CompileOptions(target, others, environment, files, asOf);
  }

  public CompileOptions withAsOf(@Nullable LocalDate other) {
    return new CompileOptions(target, flags, environment, files, other);
  }
}
