package dev.procc.language.expand;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every text of a process may use: the period, and the name of the target.
///
/// @param target its name, where it is written (`procc.yaml`, a flag)
/// @param period absent for a process that has none
public record Facts(Scalar target, @Nullable PeriodFacts period) {
  /// No period, and the target that there is without a `procc.yaml`.
  public static Facts none() {
    SourceFile nowhere = new SourceFile("(default target)", "default");
    return new Facts(Values.text(Origin.written(nowhere.whole()), "default"), null);
  }

  Scope scope() {
    Map<String, Node> names = new LinkedHashMap<>();
    PeriodFacts known = period;
    if (known != null) {
      names.put("period", known.node());
    }
    names.put("target", target);
    return Scope.facts(names);
  }
}
