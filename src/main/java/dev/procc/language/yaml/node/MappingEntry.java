package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A key and its value.
///
/// @param mergedAt the `<<` that brought it in, when it was not written here
public record MappingEntry(Scalar key, YamlNode value, @Nullable Span mergedAt) {}
