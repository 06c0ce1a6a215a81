package dev.procc.language.scaffold;

/// A file of a new project.
///
/// @param path relative to the project, with `/`
/// @param purpose in a few words
/// @param role whether it contains definitions, or is for other tools
public record ScaffoldFile(String path, String purpose, Role role, String text) {
  /// The role of a file in a project.
  public enum Role {
    /// Definitions or their data, which an existing project already has.
    DEFINITION,
    /// A file for editors, git or CI, which any project can have.
    SURROUNDING
  }
}
