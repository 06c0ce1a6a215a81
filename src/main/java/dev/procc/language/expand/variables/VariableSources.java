package dev.procc.language.expand.variables;

import dev.procc.base.finding.Spelling;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sources of values of variables, in order of precedence.
///
/// The order is flag, environment, `--var-file`, period, target, project, default. Values given for
/// this call take precedence over written ones; among these, the values of the period are for one
/// period and reviewed with it, those of the target for all periods, and those of the project for
/// all targets.
///
/// @param flags `--var name=value`, the last one of each name
/// @param environment the values of `PROCC_VAR_name=value`, by name
/// @param files the contents of `--var-file`, in order of precedence
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

  /// The names that documents and files give values to.
  List<Scalar> writtenNames() {
    List<Scalar> names = new ArrayList<>();
    List<@Nullable Mapping> written = new ArrayList<>(files);
    written.add(period);
    written.add(target);
    written.add(project);
    for (Mapping mapping : written) {
      if (mapping != null) {
        mapping.entries().forEach(entry -> names.add(entry.key()));
      }
    }
    return names;
  }

  /// Whether a value is given to an undeclared name that is similar to this one: that is reported,
  /// and the name is not reported as missing as well.
  boolean hasNameLike(String name, Map<String, VariableDeclaration> declared) {
    for (Scalar written : writtenNames()) {
      if (!declared.containsKey(written.value())
          && Spelling.nearest(written.value(), List.of(name)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// No values except defaults.
  public static VariableSources none() {
    return new VariableSources(Map.of(), Map.of(), List.of(), null, null, null);
  }
}
