package dev.procc.language.compile;

import dev.procc.language.resolve.ResolutionContext;

/// The inputs that all processes of a compilation share.
///
/// @param baseContext for resolving, without a period
record CompileInputs(
    ProjectDocuments documents, CompileOptions options, ResolutionContext baseContext) {}
