package dev.procc.base.finding;

import dev.procc.base.source.Span;
import dev.procc.base.text.UrlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A finding of the syntax, the structure, a rule, a plan or the server. Made by [#of] and the
/// `with` methods.
///
/// The message says what is wrong, quoting the value, and then the rule that it breaks; the hint
/// says what to do. It is one sentence without a full stop or an exclamation mark, and begins in
/// lower case only with a quoted value or a word of the language.
///
/// @param message `"analyst-uk" is not in people.yaml`
/// @param span the text at fault; null only if no text is (a flag, a missing file)
/// @param labels other places, in reading order
/// @param hint what to do, `known: analyst-us, manager`
/// @param address the node or field that it is about, `close@2024-Q4/entities/us/recon-ar:dueDate`;
///   of several, the first
/// @param occurrences the places that it is about, if they are several; else null
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
  /// The order in which people read: by file, place and code. Findings of one place, such as the
  /// turns of a loop, keep their order.
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

  // Written out: the one of a record is linked at run time, which slows a cold start.
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

  /// A finding with its code's severity and nothing but a message; the `with` methods add to it.
  /// Passwords in URLs of the message are masked.
  ///
  /// @throws IllegalArgumentException if the message is blank or ends with a full stop or an
  ///   exclamation mark
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

  /// Its code, message and span.
  public FindingKey key() {
    return new FindingKey(code.id(), message, span);
  }

  /// The message with the places that it is about, for outputs that show nothing else.
  public String messageWithPlaces() {
    return occurrences == null ? message : message + " (" + occurrences + ")";
  }

  /// The finding at another text.
  public Finding at(@Nullable Span other) {
    return new Finding(code, severity, message, other, labels, hint, fixes, address, occurrences);
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

  /// The number of places that it is about; 1 for most.
  public int count() {
    return occurrences == null ? 1 : occurrences.count();
  }

  /// The places of this finding and of another one like it, together.
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
