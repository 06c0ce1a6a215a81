package dev.procc.app.project;

import org.jspecify.annotations.Nullable;

/// A file of a project, whole, as it was read and as it is to be.
///
/// @param before as it was read; null for a new one
public record ChangedFile(@Nullable String before, String after) {}
