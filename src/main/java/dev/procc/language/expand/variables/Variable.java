package dev.procc.language.expand.variables;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable of a process with its value.
///
/// @param declaration as written in the process
/// @param value its origin says where it came from; absent when it is missing or not required
/// @param overridden the origins of weaker values that it won over, the strongest first
public record Variable(
    VariableDeclaration declaration, @Nullable YamlNode value, List<Origin> overridden) {
  public Variable {
    overridden = List.copyOf(overridden);
  }

  public String name() {
    return declaration.name().value();
  }
}
