package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A group as written; the root group has the key `root`.
///
/// @param order whether the order of its children matters although they start together
/// @param defaults for its nodes, which take precedence over those of groups above
/// @param isIncomplete whether nodes in it, at any depth, could not be read
public record GroupDecl(
    Scalar key,
    Origin origin,
    Map<FieldSpec, YamlNode> fields,
    @Nullable Scalar calendar,
    Map<String, Scalar> labels,
    Order order,
    @Nullable DefaultsDecl defaults,
    List<NodeDecl> children,
    boolean isIncomplete)
    implements NodeDecl {
  /// Whether the order of children matters although they start together.
  public enum Order {
    FREE,
    STRICT
  }
}
