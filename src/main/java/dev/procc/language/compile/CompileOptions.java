package dev.procc.language.compile;

import dev.procc.language.yaml.node.Mapping;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of a compilation that come from outside the definitions.
///
/// @param target the name of the target; null for the only one there is
/// @param variableFlags `--var name=value`
/// @param variableEnvironment `PROCC_VAR_name=value`, by name
/// @param variableFiles of `--var-file`, the strongest first
/// @param asOf the day the definitions are judged on; null if none was given
public record CompileOptions(
    @Nullable String target,
    Map<String, String> variableFlags,
    Map<String, String> variableEnvironment,
    List<Mapping> variableFiles,
    @Nullable LocalDate asOf) {
  public CompileOptions {
    variableFlags = new LinkedHashMap<>(variableFlags);
    variableEnvironment = new LinkedHashMap<>(variableEnvironment);
    variableFiles = List.copyOf(variableFiles);
  }

  /// For the only target, on no particular day, without values from outside.
  public static CompileOptions defaults() {
    return new CompileOptions(null, Map.of(), Map.of(), List.of(), null);
  }

  /// The same with other values of `--var`.
  public CompileOptions withVariableFlags(Map<String, String> others) {
    return new CompileOptions(target, others, variableEnvironment, variableFiles, asOf);
  }

  public CompileOptions withTarget(@Nullable String other) {
    return new CompileOptions(other, variableFlags, variableEnvironment, variableFiles, asOf);
  }

  public CompileOptions withAsOf(@Nullable LocalDate other) {
    return new CompileOptions(target, variableFlags, variableEnvironment, variableFiles, other);
  }
}
