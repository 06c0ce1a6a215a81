package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables that every text of a process has: the period, and the name of the target.
///
/// @param target the name of the target; its origin is where it is given (`procc.yaml`, a flag)
/// @param period null for a process without a period
public record BuiltInVariables(Scalar target, @Nullable PeriodVariables period) {
  /// No period, and the default target of a project without `procc.yaml`.
  public static BuiltInVariables none() {
    SourceFile nowhere = new SourceFile("(default target)", "default");
    return new BuiltInVariables(
        NodeValues.plainScalar(Origin.written(nowhere.fullSpan()), "default"), null);
  }

  /// The outermost scope of a process.
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
