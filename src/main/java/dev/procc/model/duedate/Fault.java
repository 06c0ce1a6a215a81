package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding inside a text of the date language, before it is known where the text stands.
///
/// @param from offset in the text
/// @param to offset after it
/// @param labels other places it speaks of
record Fault(
    Code code,
    int from,
    int to,
    String message,
    @Nullable String hint,
    List<Cure> cures,
    List<Label> labels) {
  /// A replacement inside the same text.
  ///
  /// @param title an order
  record Cure(String title, int from, int to, String replacement) {}

  Fault {
    cures = List.copyOf(cures);
    labels = List.copyOf(labels);
  }

  static Fault of(Code code, int from, int to, String message) {
    return new Fault(code, from, to, message, null, List.of(), List.of());
  }

  Fault withHint(@Nullable String text) {
    return new Fault(code, from, to, message, text, cures, labels);
  }

  /// With the offer to write something else in its place.
  Fault offering(String title, String replacement) {
    return offering(new Cure(title, from, to, replacement));
  }

  Fault offering(Cure cure) {
    List<Cure> more = new ArrayList<>(cures);
    more.add(cure);
    return new Fault(code, from, to, message, hint, more, labels);
  }

  Fault withLabel(Span span, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(span, text));
    return new Fault(code, from, to, message, hint, cures, more);
  }

  /// The finding where the text stands.
  Diagnostic at(String text, Span span) {
    Diagnostic found = Diagnostic.of(code, place(text, span, from, to), message).withHint(hint);
    for (Label label : labels) {
      found = found.withLabel(label.span(), label.text());
    }
    for (Cure cure : cures) {
      Span at = exact(text, span, cure.from(), cure.to());
      if (at != null) {
        found = found.withFix(Fix.unsafe(cure.title(), new Edit(at, cure.replacement())));
      }
    }
    return found;
  }

  /// The place of a piece of the text; the whole span where the file does not hold the text as it
  /// is (it came out of an interpolation, or over several lines).
  static Span place(String text, Span span, int from, int to) {
    Span exact = exact(text, span, from, to);
    return exact == null ? span : exact;
  }

  /// The same, absent where the piece cannot be pointed at. A quoted scalar may have its quotes in
  /// the span.
  static @Nullable Span exact(String text, Span span, int from, int to) {
    String file = span.file().text();
    int length = span.length();
    if (length == text.length() && file.startsWith(text, span.start())) {
      return span.sub(from, to - from);
    }
    if (length == text.length() + 2
        && file.startsWith(text, span.start() + 1)
        && (file.charAt(span.start()) == '"' || file.charAt(span.start()) == '\'')) {
      return span.sub(from + 1, to - from);
    }
    return null;
  }
}
