package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as written.
public record JobDecl(
    Scalar key,
    ActionKind kind,
    Origin origin,
    Map<Field, Node> fields,
    @Nullable Scalar calendar,
    Map<String, Scalar> labels)
    implements ChildDecl {}
