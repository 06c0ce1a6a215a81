package dev.procc.app.project;

import org.jspecify.annotations.Nullable;

/// A file of a project, as a whole, before and after a change.
///
/// @param before as it was read; null for a new file
public record ChangedFile(@Nullable String before, String after) {}
