package dev.procc.language.format;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.HiddenText;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A check that each `# procc: allow` covers the same part of a document in the formatted text:
/// with reordered keys, another one may be at its line.
final class SuppressionCheck {
  private static final String PREFIX = "procc:";

  private SuppressionCheck() {}

  /// The first suppression that would cover another part; null if there is none.
  static @Nullable Span firstMoved(SourceFile original, SourceFile formatted) {
    if (!hasSuppression(original.text())) {
      return null;
    }
    List<YamlDocument> before = Yaml.parse(original).value().orElse(List.of());
    List<YamlDocument> after = Yaml.parse(formatted).value().orElse(List.of());
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      List<String> there = new ArrayList<>();
      for (Comment comment : after.get(i).comments()) {
        there.add(place(comment, after.get(i)));
      }
      for (Comment comment : before.get(i).comments()) {
        boolean kept = there.remove(place(comment, before.get(i)));
        if (!kept && isSuppression(comment.text())) {
          return comment.span();
        }
      }
    }
    return null;
  }

  /// Whether a comment of the text is to procc, with or without blanks around its `procc:`.
  private static boolean hasSuppression(String text) {
    for (int at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
      int before = at - 1;
      while (before >= 0 && looksBlank(text.charAt(before))) {
        before--;
      }
      if (before >= 0 && text.charAt(before) == '#') {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing but blanks stands before `procc:`.
  private static boolean isSuppression(String comment) {
    int at = 0;
    while (at < comment.length() && looksBlank(comment.charAt(at))) {
      at++;
    }
    return comment.startsWith(PREFIX, at);
  }

  private static boolean looksBlank(char c) {
    return c == ' ' || c == '\t' || c > 0x7f && HiddenText.next(String.valueOf(c), 0) == 0;
  }

  private static String place(Comment comment, YamlDocument document) {
    return comment.text() + "\n" + path(document.root(), "", comment);
  }

  /// The keys and indexes on the path to the node that a comment is about; null if it is not in a
  /// node.
  private static @Nullable String path(YamlNode node, String path, Comment comment) {
    if (comment.entry() == null && node.span().equals(comment.target())) {
      return path;
    }
    String found = null;
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        String inner = path + "/" + entry.key().value();
        boolean here = entry == comment.entry();
        found = here ? inner : found == null ? path(entry.value(), inner, comment) : found;
      }
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size() && found == null; i++) {
        found = path(sequence.items().get(i), path + "/" + i, comment);
      }
    }
    return found;
  }
}
