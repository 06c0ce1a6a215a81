package dev.procc.app.project;

/// A text that stands in for a file of the project: what an editor holds, or standard input.
///
/// @param name the path of the file, absolute or relative to the directory of the request; there
///   need not be such a file
/// @param bytes the text, UTF-8
public record UnsavedText(String name, byte[] bytes) {}
