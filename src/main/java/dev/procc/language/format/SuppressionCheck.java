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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
      Places there = new Places(after.get(i));
      Map<String, Integer> left = new HashMap<>();
      for (Comment comment : after.get(i).comments()) {
        left.merge(there.of(comment), 1, Integer::sum);
      }
      Places here = new Places(before.get(i));
      for (Comment comment : before.get(i).comments()) {
        boolean kept = left.merge(here.of(comment), -1, Integer::sum) >= 0;
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

  /// The keys and indexes on the path to each part of a document that a comment may be about.
  private static final class Places {
    private final Map<Span, String> bySpan = new HashMap<>();
    private final Map<MappingEntry, String> byEntry = new IdentityHashMap<>();

    Places(YamlDocument document) {
      add(document.root(), "");
    }

    private void add(YamlNode node, String path) {
      bySpan.putIfAbsent(node.span(), path);
      if (node instanceof Mapping mapping) {
        for (MappingEntry entry : mapping.entries()) {
          String inner = path + "/" + entry.key().value();
          if (byEntry.putIfAbsent(entry, inner) == null) {
            add(entry.value(), inner);
          }
        }
      } else if (node instanceof Sequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
          add(sequence.items().get(i), path + "/" + i);
        }
      }
    }

    /// The text of a comment and the path to what it is about.
    String of(Comment comment) {
      String path =
          comment.entry() == null ? bySpan.get(comment.target()) : byEntry.get(comment.entry());
      return comment.text() + "\n" + path;
    }
  }
}
