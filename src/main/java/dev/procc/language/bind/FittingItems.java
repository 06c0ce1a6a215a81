package dev.procc.language.bind;

import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A cache of the texts of nodes that fit the vocabulary, from one reading to the next: while one
/// of 3,000 tasks is edited, the others need no second check.
///
/// Whether a node fits depends only on its text, to the end of its last line, if the text contains
/// no alias and was read as written.
public final class FittingItems {
  private Set<String> before = Set.of();
  private Set<String> texts = ConcurrentHashMap.newKeySet();

  /// Starts a new reading; entries that the last one did not use are dropped.
  public void begin() {
    before = texts;
    texts = ConcurrentHashMap.newKeySet();
  }

  /// Whether a node with this text is known to fit.
  private boolean isKnown(String text) {
    boolean known = before.contains(text) || texts.contains(text);
    if (known) {
      texts.add(text);
    }
    return known;
  }

  /// Records that a node with this text fits.
  private void add(String text) {
    texts.add(text);
  }

  /// The cache for one document.
  record OfDocument(FittingItems items, YamlDocument document) {
    /// The text on which it depends whether a node fits; null if that does not depend on its text
    /// alone.
    @Nullable String text(YamlNode node) {
      Span span = node.span();
      String whole = span.file().text();
      Span lines = new Span(span.file(), span.start(), TextLines.lineEnd(whole, span.end()));
      String text = lines.text();
      boolean own = text.indexOf('*') < 0 && text.indexOf('&') < 0;
      return own && span.file() == document.file() && !document.isDamaged(lines) ? text : null;
    }

    boolean isKnown(String text) {
      return items.isKnown(text);
    }

    void add(String text) {
      items.add(text);
    }
  }
}
