package dev.procc.language.expand.text;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Scalar;

/// One `{{ }}` of a text.
///
/// @param kind what it does
/// @param path the name it holds, `entity.label`; `.` is the value of the loop itself; of a comment
///   its text
/// @param start its offset in the decoded text
/// @param end just behind it
public record Tag(TagKind kind, String path, int start, int end) {
  /// What a tag does.
  public enum TagKind {
    /// `{{ name }}`, also `{{{ name }}}` and `{{& name }}`: nothing is escaped.
    VALUE,
    /// `{{# name }}`: once for each, or when there is something, or through a function.
    SECTION,
    /// `{{^ name }}`: when there is nothing.
    INVERTED,
    /// `{{/ name }}`.
    END,
    /// `{{! text }}`.
    COMMENT
  }

  /// Where the tag stands in the file, as near as the way the scalar is written allows: the tag
  /// itself, or the whole scalar when an escape or a fold lies within the tag.
  public Span span(Scalar scalar) {
    return partSpan(scalar, start, end);
  }

  /// The place of a part of a scalar's decoded text.
  public static Span partSpan(Scalar scalar, int start, int end) {
    Span whole = scalar.span();
    String text = scalar.value();
    String raw = text.substring(start, end);
    String source = whole.text();
    int from = -1;
    int at = -1;
    do {
      at = text.indexOf(raw, at + 1);
      from = source.indexOf(raw, from + 1);
    } while (at >= 0 && at < start && from >= 0);
    return from < 0 || raw.isEmpty() ? whole : whole.subSpan(from, raw.length());
  }
}
