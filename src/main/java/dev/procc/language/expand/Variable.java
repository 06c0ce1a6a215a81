package dev.procc.language.expand;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable of a process with its value.
///
/// @param declaration as written in the process
/// @param value its origin says where it came from; absent when it is missing or not required
/// @param others the origins of weaker values that it won over, the strongest first
public record Variable(Declaration declaration, @Nullable Node value, List<Origin> others) {
  public Variable {
    others = List.copyOf(others);
  }

  public String name() {
    return declaration.name().value();
  }
}
