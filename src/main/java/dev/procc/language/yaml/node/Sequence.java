package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.List;

/// Items in their order.
public record Sequence(Origin origin, List<YamlNode> items, boolean flow) implements YamlNode {
  public Sequence {
    items = List.copyOf(items);
  }
}
