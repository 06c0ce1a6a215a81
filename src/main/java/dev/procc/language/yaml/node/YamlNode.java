package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;

/// A node of a YAML document, with its origin.
///
/// Nodes are also the values of variables: expansion turns nodes into nodes. Aliases and merges are
/// already replaced by their values; an aliased node keeps the span of its anchor.
public sealed interface YamlNode permits Scalar, Mapping, Sequence, Unknown {
  /// The text that made the node, and the origins of its value.
  Origin origin();

  /// The text that made the node, without anchor, tag and trailing comments.
  default Span span() {
    return origin().span();
  }
}
