package dev.procc.language.yaml;

import java.util.List;

/// Finds what comments are about.
final class Comments {
  private Comments() {}

  static List<Comment> attach(YamlDocument document, int[] marks) {
    return List.of();
  }
}
