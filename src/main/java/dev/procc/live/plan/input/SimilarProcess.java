package dev.procc.live.plan.input;

import org.jspecify.annotations.Nullable;

/// A live process that may be the one of a definition without any: to create one more would make a
/// duplicate.
///
/// @param recordedAs the identity it is recorded under, which no definition has any more; null if
///   no record names it
public record SimilarProcess(String id, String name, @Nullable String recordedAs) {}
