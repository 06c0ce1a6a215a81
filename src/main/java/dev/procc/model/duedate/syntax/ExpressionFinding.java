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

/// A finding in a date text, by offsets in the text.
///
/// @param from the offset of its start
/// @param to the offset of its end
/// @param labels other places that it is about
public record ExpressionFinding(
    Code code,
    int from,
    int to,
    String message,
    @Nullable String hint,
    List<SuggestedEdit> suggestions,
    List<Label> labels) {
  /// A replacement of a part of the text.
  ///
  /// @param title an imperative: `write WD3`
  record SuggestedEdit(String title, int from, int to, String replacement) {}

  public static ExpressionFinding of(Code code, int from, int to, String message) {
    return new ExpressionFinding(code, from, to, message, null, List.of(), List.of());
  }

  public ExpressionFinding withHint(@Nullable String text) {
    return new ExpressionFinding(code, from, to, message, text, suggestions, labels);
  }

  /// A copy with a suggestion to replace what the finding is about.
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

  /// The finding with the span of the text.
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

  /// The span of a part of the text; the whole span if the file does not contain the text literally
  /// (it was interpolated, or spans lines).
  static Span bestSpan(String text, Span span, int from, int to) {
    Span exact = exactSpan(text, span, from, to);
    return exact == null ? span : exact;
  }

  /// The span of a part of the text; null if there is none. The span of a quoted scalar may include
  /// its quotes.
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
