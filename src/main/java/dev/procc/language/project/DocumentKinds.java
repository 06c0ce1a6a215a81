package dev.procc.language.project;

import dev.procc.base.finding.Spelling;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The kinds of documents, and the names of their files.
final class DocumentKinds {
  /// All kinds, in the order of language.md.
  static final List<String> KINDS =
      List.of(
          "Project",
          "Process",
          "Period",
          "Template",
          "Calendar",
          "People",
          "Documents",
          "Capabilities");

  /// Words that are reserved for future kinds.
  static final List<String> RESERVED = List.of("Policy", "Test");

  private static final List<String> COMMON = List.of("procc", "kind", "key");

  private static final List<String> BY_SUFFIX =
      List.of("process", "period", "template", "calendar");

  private DocumentKinds() {}

  /// The kind that a file name implies, in upper or lower case; null for any other name.
  static @Nullable String fromFileName(String filePath) {
    String path = filePath.toLowerCase(Locale.ROOT);
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

  /// The most likely kind of a document without a known one: that with most of its keys, of equal
  /// ones the nearest word, then the kind that its file name implies; null if nothing tells.
  ///
  /// @param written its word; empty if there is none
  static @Nullable String guess(String written, @Nullable String expected, Mapping document) {
    if (RESERVED.contains(written)) {
      return written;
    }
    String best = Spelling.nearest(written, KINDS).orElse(expected);
    int most = best == null ? 0 : ownKeys(best, document);
    if (expected != null && ownKeys(expected, document) > most) {
      best = expected;
      most = ownKeys(expected, document);
    }
    for (String kind : KINDS) {
      int own = ownKeys(kind, document);
      if (own > most) {
        most = own;
        best = kind;
      }
    }
    return best;
  }

  /// How many keys of a document are those of a kind, apart from those that every kind has.
  private static int ownKeys(String kind, Mapping document) {
    MappingSpec structure = Vocabulary.mapping(kind);
    int own = 0;
    for (MappingEntry entry : document.entries()) {
      String key = entry.key().value();
      own += structure.key(key) != null && !COMMON.contains(key) ? 1 : 0;
    }
    return own;
  }
}
