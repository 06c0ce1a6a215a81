package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding inside a text of the date language, by offsets in the text.
///
/// @param from offset in the text
/// @param to offset after it
/// @param labels other places it speaks of
public record ExpressionFinding(
    Code code,
    int from,
    int to,
    String message,
    @Nullable String hint,
    List<SuggestedEdit> suggestions,
    List<Label> labels) {
  /// A replacement inside the same text.
  ///
  /// @param title what it does, as an imperative: `write WD3`
  record SuggestedEdit(String title, int from, int to, String replacement) {}

  public static ExpressionFinding of(Code code, int from, int to, String message) {
    return new ExpressionFinding(code, from, to, message, null, List.of(), List.of());
  }

  public ExpressionFinding withHint(@Nullable String text) {
    return new ExpressionFinding(code, from, to, message, text, suggestions, labels);
  }

  /// With the offer to write something else in its place.
  public ExpressionFinding withSuggestion(String title, String replacement) {
    return withSuggestion(new SuggestedEdit(title, from, to, replacement));
  }

  ExpressionFinding withSuggestion(SuggestedEdit suggestion) {
    return new ExpressionFinding(
        code, from, to, message, hint, plus(suggestions, suggestion), labels);
  }

  public ExpressionFinding withLabel(Span span, String text) {
    List<Label> more = plus(labels, new Label(span, text));
    return new ExpressionFinding(code, from, to, message, hint, suggestions, more);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return List.copyOf(more);
  }

  /// The finding at the span of the text.
  public Finding toFinding(String text, Span span) {
    Finding finding = Finding.of(code, bestSpan(text, span, from, to), message).withHint(hint);
    for (Label label : labels) {
      finding = finding.withLabel(label.span(), label.text());
    }
    for (SuggestedEdit suggestion : suggestions) {
      Span at = exactSpan(text, span, suggestion.from(), suggestion.to());
      if (at != null) {
        finding =
            finding.withFix(
                Fix.unsafe(suggestion.title(), new TextEdit(at, suggestion.replacement())));
      }
    }
    return finding;
  }

  /// The place of a piece of the text; the whole span where the file does not hold the text as it
  /// is (it came out of an interpolation, or over several lines).
  static Span bestSpan(String text, Span span, int from, int to) {
    Span exact = exactSpan(text, span, from, to);
    return exact == null ? span : exact;
  }

  /// The same; null if the piece cannot be pointed at. A quoted scalar may have its quotes in the
  /// span.
  public static @Nullable Span exactSpan(String text, Span span, int from, int to) {
    String file = span.file().text();
    int length = span.length();
    if (length == text.length() && file.startsWith(text, span.start())) {
      return span.subSpan(from, to - from);
    }
    if (length == text.length() + 2
        && file.startsWith(text, span.start() + 1)
        && (file.charAt(span.start()) == '"' || file.charAt(span.start()) == '\'')) {
      return span.subSpan(from + 1, to - from);
    }
    return null;
  }
}
