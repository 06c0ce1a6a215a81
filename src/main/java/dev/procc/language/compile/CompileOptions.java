package dev.procc.language.compile;

import dev.procc.language.yaml.node.Mapping;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of a compilation that come from outside the definitions.
///
/// @param target the name of the target; null for the only one
/// @param variableFlags `--var name=value`
/// @param variableEnvironment `PROCC_VAR_name=value`, by name
/// @param variableFiles of `--var-file`, the one with the highest precedence first
/// @param asOf the day on which the definitions are checked; null if none is given
public record CompileOptions(
    @Nullable String target,
    Map<String, String> variableFlags,
    Map<String, String> variableEnvironment,
    List<Mapping> variableFiles,
    @Nullable LocalDate asOf) {
  /// The name of the target of a project that declares none.
  public static final String ONLY_TARGET = "default";

  public CompileOptions {
    variableFlags = new LinkedHashMap<>(variableFlags);
    variableEnvironment = new LinkedHashMap<>(variableEnvironment);
    variableFiles = List.copyOf(variableFiles);
  }

  /// The options for the only target and no particular day, without values from outside.
  public static CompileOptions defaults() {
    return new CompileOptions(null, Map.of(), Map.of(), List.of(), null);
  }

  /// A copy with other values of `--var`.
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
