package dev.procc.base.finding;

import dev.procc.base.source.Span;
import dev.procc.base.text.UrlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A finding: of syntax, structure, rules, plans or the server, all alike. Made by [#of] and the
/// `with` methods.
///
/// The message says the fault with the value at fault quoted, then the law; the hint is a way out.
/// One sentence, no full stop at its end, no exclamation mark. It may begin in lower case only with
/// a quoted value or a name of the language.
///
/// @param message `"analyst-uk" is not in people.yaml`
/// @param span the text at fault; null only if no text is (a flag, a missing file)
/// @param labels other places, in reading order
/// @param hint what to do, `known: analyst-us, manager`
/// @param address the node or field it is about, `close@2024-Q4/entities/us/recon-ar:dueDate`; of
///   several, the first
/// @param occurrences what it is about, where that are several places; else null
public record Finding(
    Code code,
    Severity severity,
    String message,
    @Nullable Span span,
    List<Label> labels,
    @Nullable String hint,
    List<Fix> fixes,
    @Nullable String address,
    @Nullable Occurrences occurrences) {
  /// By file, place and code: the order in which people read. What a loop or a template makes of
  /// one place stays in the order of its turns.
  public static final Comparator<Finding> READING_ORDER = new ReadingOrder();

  /// A class of its own: chained comparators cost a cold start milliseconds.
  private static final class ReadingOrder implements Comparator<Finding> {
    @Override
    public int compare(Finding a, Finding b) {
      int order = path(a).compareTo(path(b));
      order = order != 0 ? order : Integer.compare(start(a), start(b));
      return order != 0 ? order : a.code.id().compareTo(b.code.id());
    }

    private static String path(Finding finding) {
      return finding.span == null ? "" : finding.span.file().path();
    }

    private static int start(Finding finding) {
      return finding.span == null ? 0 : finding.span.start();
    }
  }

  // Written out: what a record has by itself is linked at run time, and every cold start would pay.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding that
        && code.equals(that.code)
        && severity == that.severity
        && message.equals(that.message)
        && Objects.equals(span, that.span)
        && Objects.equals(address, that.address)
        && Objects.equals(hint, that.hint)
        && labels.equals(that.labels)
        && fixes.equals(that.fixes)
        && Objects.equals(occurrences, that.occurrences);
  }

  @Override
  public int hashCode() {
    int hash = 31 * message.hashCode() + (span == null ? 0 : span.hashCode());
    return 31 * hash + (address == null ? 0 : address.hashCode());
  }

  /// A finding at its code's own severity; add to it with the `with` methods. What may be a
  /// password in an address of the message is masked.
  ///
  /// @throws IllegalArgumentException if the message is blank or ends with a stop
  public static Finding of(Code code, @Nullable Span span, String message) {
    if (message.isBlank() || message.endsWith(".") || message.endsWith("!")) {
      throw new IllegalArgumentException("a message ends without a stop: " + message);
    }
    return new Finding(
        code,
        code.severity(),
        UrlText.masked(message),
        span,
        List.of(),
        null,
        List.of(),
        null,
        null);
  }

  /// Whether any finding is an error.
  public static boolean anyError(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /// What it says and of which text.
  public FindingKey key() {
    return new FindingKey(code.id(), message, span);
  }

  /// The message with the places that it is about, for readers who see nothing else.
  public String messageWithPlaces() {
    return occurrences == null ? message : message + " (" + occurrences + ")";
  }

  public Finding withLabel(Span at, String text) {
    List<Label> more = plus(labels, new Label(at, text));
    return new Finding(code, severity, message, span, more, hint, fixes, address, occurrences);
  }

  public Finding withHint(@Nullable String text) {
    return new Finding(code, severity, message, span, labels, text, fixes, address, occurrences);
  }

  public Finding withFix(Fix fix) {
    return new Finding(
        code, severity, message, span, labels, hint, plus(fixes, fix), address, occurrences);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return List.copyOf(more);
  }

  public Finding withSeverity(Severity other) {
    return new Finding(code, other, message, span, labels, hint, fixes, address, occurrences);
  }

  public Finding withMessage(String other) {
    return new Finding(code, severity, other, span, labels, hint, fixes, address, occurrences);
  }

  public Finding withAddress(@Nullable String other) {
    return new Finding(code, severity, message, span, labels, hint, fixes, other, occurrences);
  }

  public Finding withOccurrences(@Nullable Occurrences other) {
    return new Finding(code, severity, message, span, labels, hint, fixes, address, other);
  }

  /// How many places it is about.
  public int count() {
    return occurrences == null ? 1 : occurrences.count();
  }

  /// What it and one more like it are about together.
  public Occurrences occurrencesWith(Finding more) {
    List<String> examples = new ArrayList<>(examples());
    for (String example : more.examples()) {
      if (!examples.contains(example)) {
        examples.add(example);
      }
    }
    return new Occurrences(count() + more.count(), examples);
  }

  private List<String> examples() {
    if (occurrences != null) {
      return occurrences.examples();
    }
    return address == null ? List.of() : List.of(address);
  }
}
