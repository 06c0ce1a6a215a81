package dev.procc.language.expand.text;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Scalar;

/// A tag of a text, `{{ ... }}`.
///
/// @param path its name, `entity.label`; `.` is the value of the section around it; the text of a
///   comment
/// @param start its offset in the decoded text
/// @param end the offset after it
public record Tag(TagKind kind, String path, int start, int end) {
  /// The kind of a tag.
  public enum TagKind {
    /// `{{ name }}`, also `{{{ name }}}` and `{{& name }}`: nothing is escaped.
    VALUE,
    /// `{{# name }}`: the start of a section, rendered for each item, or if there is a value, or by
    /// a function.
    SECTION,
    /// `{{^ name }}`: the start of an inverted section, rendered if there is no value.
    INVERTED,
    /// `{{/ name }}`: the end of a section.
    END,
    /// `{{! text }}`: a comment.
    COMMENT
  }

  /// The span of the tag in its file; the whole scalar if an escape or a fold is within the tag.
  public Span span(Scalar scalar) {
    return partSpan(scalar, start, end);
  }

  /// The span of a part of a scalar's decoded text; the whole scalar if the source has it
  /// otherwise.
  public static Span partSpan(Scalar scalar, int start, int end) {
    Span scalarSpan = scalar.span();
    String text = scalar.value();
    String raw = text.substring(start, end);
    String source = scalarSpan.text();
    int from = -1;
    int at = -1;
    do {
      at = text.indexOf(raw, at + 1);
      from = source.indexOf(raw, from + 1);
    } while (at >= 0 && at < start && from >= 0);
    return from < 0 || raw.isEmpty() ? scalarSpan : scalarSpan.subSpan(from, raw.length());
  }
}
