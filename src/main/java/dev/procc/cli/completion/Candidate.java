package dev.procc.cli.completion;

/// A word that can stand where the cursor is.
///
/// @param description what it is, empty if the word says it
public record Candidate(String word, String description) {}
