package dev.procc.language.yaml;

import dev.procc.base.source.Origin;
import java.util.List;

/// Items in their order.
public record Sequence(Origin origin, List<Node> items, boolean flow) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }
}
