package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as written.
public record JobDecl(
    Scalar key,
    ActionKind kind,
    Origin origin,
    Map<FieldSpec, YamlNode> fields,
    @Nullable Scalar calendar,
    Map<String, Scalar> labels)
    implements NodeDecl {}
