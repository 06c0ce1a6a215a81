package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The parser of date expressions. It parses equal texts only once. Not safe for use by several
/// threads.
///
/// ```java
/// new DateLanguage().parse("3 business days after start", span).value().get().canonical();
/// // start + 3bd
/// ```
public final class DateLanguage {
  /// The `pattern` of JSON Schema for editors without the language server, used with a `maxLength`
  /// of 120. Every valid expression matches.
  public static final String PATTERN =
      "^(?:(?:\\d{4}-\\d{2}-\\d{2}(?![-\\w])|FY\\d{4}(?:-[QP]\\d{1,2})?\\b|\\d{4}-Q[1-4]\\b"
          + "|\\d{4}-\\d{2}(?![-\\w])|(?:WD|BD|T)[+-]?\\d{1,3}\\b"
          + "|(?:task|group)\\([\\w./-]+\\)\\.(?:due|approverDue|done|start)"
          + "|(?:process|period|parent|previous|assignee)\\.(?:start|end|due)"
          + "|\\d{1,4}(?:bd|[dwmqy]|st|nd|rd|th)?\\b(?!-\\d\\d)"
          + "|(?:start|end|bd|d|w|m|q|y|business|working|calendar|workdays?|days?|weeks?|months?"
          + "|quarters?|years?|period|of|the|next|previous|last|first|second|third|fourth|fifth"
          + "|to|after|before|earliest|latest|min|max|clamp|or|in|even|on|a|off|none|dueDate"
          + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b|[-+(),])\\s*)+$";

  /// The longest text that an editor should match against the pattern.
  public static final int PATTERN_MAX_LENGTH = 120;

  /// The longest text that is parsed.
  public static final int MAX_TEXT_LENGTH = Parser.MAX_LENGTH;

  private final Map<String, ParsedDate> parsedByText = new ConcurrentHashMap<>();

  /// The expression of a text, or findings.
  ///
  /// @param span the span of the text. If the file contains the text literally (or in quotes),
  ///   findings refer to parts of it, otherwise to the whole span
  public Outcome<DateSpec> parse(String text, Span span) {
    ParsedDate parsed = parsed(text);
    return Outcome.of(parsed.spec(), parsed.findingsAt(span));
  }

  /// The canonical form of a text; empty if it is not a date expression.
  public Optional<String> canonical(String text) {
    DateSpec spec = parsed(text).spec();
    return spec == null ? Optional.empty() : Optional.of(spec.canonical());
  }

  /// The day that a text stands for, in ISO form or another one such as `24.12.2024`; null if it is
  /// not a day, or could be two.
  public static @Nullable LocalDate day(String text) {
    return ForeignDateFormats.onlyDay(text);
  }

  /// The keywords that can begin a date, for completion.
  public static List<String> termKeywords() {
    return DateKeywords.TERM_START;
  }

  public ParsedDate parsed(String text) {
    ParsedDate known = parsedByText.get(text);
    if (known == null) {
      ParsedDate read = Parser.parse(text);
      // The phrases are compiled only when one occurs.
      known = read.spec() == null ? DatePhrases.explain(read) : read;
      parsedByText.put(text, known);
    }
    return known;
  }
}
