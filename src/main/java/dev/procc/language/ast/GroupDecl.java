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
/// @param strictOrder whether the order of its children counts although they start together
/// @param defaults what its nodes get, nearer than what is further up
public record GroupDecl(
    Scalar key,
    Origin origin,
    Map<FieldSpec, YamlNode> fields,
    @Nullable Scalar calendar,
    Map<String, Scalar> labels,
    boolean strictOrder,
    @Nullable DefaultsDecl defaults,
    List<NodeDecl> children)
    implements NodeDecl {}
