package dev.procc.language.ast;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A process as written, after expansion.
///
/// @param fields the written fields of `Process`, by row
/// @param isProtected whether it must not be replaced or trashed
/// @param onRemoval what happens to the live process when the definition is removed, `trash` or
///   `keep`; null if nothing is written
/// @param safety the limits of a plan, as written
public record ProcessDecl(
    Scalar key,
    Map<FieldSpec, YamlNode> fields,
    @Nullable Scalar calendar,
    boolean isProtected,
    @Nullable String onRemoval,
    @Nullable Mapping safety,
    List<MovedDecl> moved,
    @Nullable DefaultsDecl defaults,
    GroupDecl root) {}
