package dev.procc.language.expand.variables;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable of a process with its value.
///
/// @param declaration as written in the process
/// @param value null if none is given; its origin tells its source
/// @param overridden the origins of values from sources with less precedence, in order of
///   precedence
public record Variable(
    VariableDeclaration declaration, @Nullable YamlNode value, List<Origin> overridden) {
  public Variable {
    overridden = List.copyOf(overridden);
  }

  public String name() {
    return declaration.name().value();
  }
}
