package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;

/// A piece of a YAML document that knows where it came from.
///
/// Nodes are also the values of variables: expansion turns nodes into nodes. Aliases and merges are
/// already expanded; what came through an alias keeps the span of its anchor.
public sealed interface YamlNode permits Scalar, Mapping, Sequence {
  /// The text that made it and what went into it.
  Origin origin();

  /// The text that made it, without anchor, tag and trailing comments.
  default Span span() {
    return origin().span();
  }
}
