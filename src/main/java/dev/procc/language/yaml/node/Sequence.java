package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.List;

/// A list: its items in their order.
///
/// @param flow whether it is written in brackets
public record Sequence(Origin origin, List<YamlNode> items, boolean flow) implements YamlNode {
  public Sequence {
    items = List.copyOf(items);
  }
}
