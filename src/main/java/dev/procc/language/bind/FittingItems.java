package dev.procc.language.bind;

import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The texts of nodes that fit the vocabulary in every respect, kept from one reading to the next:
/// while one of 3,000 tasks is edited, the others need not be held against it again.
///
/// Whether a node fits is told by its text, to the end of its last line, as long as the text holds
/// no alias and was read as it is written.
public final class FittingItems {
  private Set<String> before = Set.of();
  private Set<String> texts = ConcurrentHashMap.newKeySet();

  /// A new reading begins: what the last one did not ask for is forgotten.
  public void begin() {
    before = texts;
    texts = ConcurrentHashMap.newKeySet();
  }

  /// Whether a node of that text is known to fit.
  private boolean isKnown(String text) {
    boolean known = before.contains(text) || texts.contains(text);
    if (known) {
      texts.add(text);
    }
    return known;
  }

  /// A node of that text fits.
  private void add(String text) {
    texts.add(text);
  }

  /// The same for one document.
  record OfDocument(FittingItems items, YamlDocument document) {
    /// The text that tells whether a node fits; null if none does.
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
