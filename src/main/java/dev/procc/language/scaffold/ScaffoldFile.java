package dev.procc.language.scaffold;

/// A file of a new project.
///
/// @param path relative to the project, with `/`
/// @param purpose what it is for, in a few words
/// @param role whether it holds definitions, or stands around them
public record ScaffoldFile(String path, String purpose, Role role, String text) {
  /// What a file is to a project.
  public enum Role {
    /// It holds definitions or their data: a project that is there has its own.
    DEFINITION,
    /// Editors, git and CI read it: any project can have it.
    SURROUNDING
  }
}
