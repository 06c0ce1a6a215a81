package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A key and its value.
///
/// @param mergedAt the merge key `<<` that added the entry; null if it is written in the mapping
public record MappingEntry(Scalar key, YamlNode value, @Nullable Span mergedAt) {}
