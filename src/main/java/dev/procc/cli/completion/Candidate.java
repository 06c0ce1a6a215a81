package dev.procc.cli.completion;

/// A word that completion offers.
///
/// @param description of the word; empty if it explains itself
public record Candidate(String word, String description) {}
