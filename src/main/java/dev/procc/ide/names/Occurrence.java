package dev.procc.ide.names;

import dev.procc.base.source.Span;
import java.util.Locale;

/// A name where it stands in a text.
///
/// @param declares whether it is declared there, rather than used
public record Occurrence(NameId name, Span span, boolean declares) {
  /// A name, told apart from the same word for something else.
  ///
  /// @param scope what it is a name in: the key of a template for its parameters, the path of a
  ///   table for its columns, `Process/close` for its nodes; empty for the whole project
  /// @param word the name; of a node its path in its document
  public record NameId(NameKind kind, String scope, String word) {}

  /// What a name is of.
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

    /// What people call it.
    public String noun() {
      return this == LOOP ? "value of a loop" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// The text of a scalar inside of its quotes.
  static Span withoutQuotes(Span span) {
    String text = span.text();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? span.subSpan(1, text.length() - 2) : span;
  }
}
