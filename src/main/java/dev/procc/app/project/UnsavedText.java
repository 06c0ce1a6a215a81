package dev.procc.app.project;

/// A text that replaces a file of the project: from an editor, or from standard input.
///
/// @param name the path of the file, absolute or relative to the folder of the request; the file
///   need not exist
/// @param bytes the text, UTF-8
public record UnsavedText(String name, byte[] bytes) {}
