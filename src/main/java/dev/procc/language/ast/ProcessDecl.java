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
/// @param fields rows of `Process` that are written, by their row
/// @param isProtected whether replacing or trashing it is refused
/// @param onRemoval what becomes of the live process without a definition, `trash` or `keep`; null
///   if nothing is written
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
