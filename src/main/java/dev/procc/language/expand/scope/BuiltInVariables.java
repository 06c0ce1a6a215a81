package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every text of a process may use: the period, and the name of the target.
///
/// @param target its name, where it is written (`procc.yaml`, a flag)
/// @param period absent for a process that has none
public record BuiltInVariables(Scalar target, @Nullable PeriodVariables period) {
  /// No period, and the target that there is without a `procc.yaml`.
  public static BuiltInVariables none() {
    SourceFile nowhere = new SourceFile("(default target)", "default");
    return new BuiltInVariables(
        NodeValues.plainScalar(Origin.written(nowhere.fullSpan()), "default"), null);
  }

  public Scope toScope() {
    Map<String, YamlNode> names = new LinkedHashMap<>();
    PeriodVariables known = period;
    if (known != null) {
      names.put("period", known.toMapping());
    }
    names.put("target", target);
    return Scope.ofBuiltIns(names);
  }
}
