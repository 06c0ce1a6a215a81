package dev.procc.ide.names;

import dev.procc.base.source.Span;
import java.util.Locale;

/// An occurrence of a name in a text.
///
/// @param declares whether it is the declaration, rather than a use
public record Occurrence(NameId name, Span span, boolean declares) {
  /// A name with its scope, which distinguishes it from the same word for something else.
  ///
  /// @param scope the key of a template for its parameters, the path of a table for its columns,
  ///   `Process/close` for its nodes; empty for the whole project
  /// @param word the name; for a node its path in its document
  public record NameId(NameKind kind, String scope, String word) {}

  /// The kind of a name.
  public enum NameKind {
    PROCESS,
    PERIOD,
    TEMPLATE,
    CALENDAR,
    PEOPLE,
    DOCUMENTS,
    PERSON,
    ROLE,
    DOCUMENT,
    SECTION,
    VARIABLE,
    PARAMETER,
    LOOP,
    COLUMN,
    NODE;

    /// The noun for people.
    public String noun() {
      return this == LOOP ? "value of a loop" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// The span of a scalar without its quotes.
  static Span withoutQuotes(Span span) {
    String text = span.text();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? span.subSpan(1, text.length() - 2) : span;
  }
}
