package dev.procc.language.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kinds of documents and the names of files that hold them.
final class DocumentKinds {
  /// Every kind, in the order of language.md.
  static final List<String> KINDS =
      List.of(
          "Project",
          "Process",
          "Period",
          "Template",
          "Calendar",
          "People",
          "Documents",
          "Capabilities",
          "Policy",
          "Test");

  private static final List<String> BY_SUFFIX =
      List.of("process", "period", "template", "calendar", "policy", "test");

  private DocumentKinds() {}

  /// The kind that the name of a file promises; null for any other name.
  static @Nullable String fromFileName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    switch (stem) {
      case "procc" -> {
        return "Project";
      }
      case "people" -> {
        return "People";
      }
      case "documents" -> {
        return "Documents";
      }
      case "calendars", "calendar" -> {
        return "Calendar";
      }
      default -> {}
    }
    for (String suffix : BY_SUFFIX) {
      if (stem.endsWith("." + suffix)) {
        return Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1);
      }
    }
    if (path.startsWith("capabilities/") || path.contains("/capabilities/")) {
      return "Capabilities";
    }
    boolean inPeriods = path.startsWith("periods/") || path.contains("/periods/");
    return inPeriods ? "Period" : null;
  }
}
