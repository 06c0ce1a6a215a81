package dev.procc.language.expand.variables;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable of a process with its value.
///
/// @param declaration as written in the process
/// @param value null if none is given; its origin says which source it came from
/// @param overridden the origins of the values of weaker sources, the strongest first
public record Variable(
    VariableDeclaration declaration, @Nullable YamlNode value, List<Origin> overridden) {
  public Variable {
    overridden = List.copyOf(overridden);
  }

  public String name() {
    return declaration.name().value();
  }
}
