package dev.procc.language.compile;

import dev.procc.language.resolve.ResolutionContext;

/// What every process of a compilation is compiled with.
///
/// @param baseContext what it is resolved against, without its period
record CompileInputs(
    ProjectDocuments documents, CompileOptions options, ResolutionContext baseContext) {}
