package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.HiddenText;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parser of suppressions in comments:
///
/// ```yaml
/// # procc: allow due-date-on-day-off until 2026-12-31 -- the bank closes on a Saturday
/// - sendTask: sweep
/// ```
///
/// `allow` is followed by names or codes, separated by commas, optionally by `until` and a last
/// day, and by `--` and the reason. Other comments are ignored, except those with a misspelt
/// `allow` or with the word of another tool for it.
final class SuppressionComments {
  private static final String PREFIX = "procc:";
  private static final List<String> KNOWN_VERBS =
      List.of("allow", "ignore", "disable", "suppress", "nolint");
  private static final String EXAMPLE =
      "# procc: allow due-date-on-day-off until 2026-12-31 -- why";

  private final Comment comment;
  private final String text;
  private final Findings findings;

  private SuppressionComments(Comment comment, Findings findings) {
    this.comment = comment;
    this.text = withPlainBlanks(comment.span().text());
    this.findings = findings;
  }

  /// Whether a text may contain such a comment; fast, since it is checked for every file.
  static boolean mayContain(String text) {
    int at = text.indexOf(PREFIX);
    while (at >= 0) {
      int before = at - 1;
      while (before >= 0 && looksBlank(text.charAt(before))) {
        before--;
      }
      if (before >= 0 && text.charAt(before) == '#') {
        return true;
      }
      at = text.indexOf(PREFIX, at + 1);
    }
    return false;
  }

  /// The suppressions of a document; what cannot be parsed is reported and covers nothing.
  static List<Suppression> readAll(YamlDocument document, Findings findings) {
    List<Suppression> all = new ArrayList<>();
    for (Comment comment : document.comments()) {
      if (beginsWithPrefix(comment.text())) {
        Suppression suppression = new SuppressionComments(comment, findings).readComment();
        if (suppression != null) {
          all.add(suppression);
        }
      }
    }
    return all;
  }

  private static boolean beginsWithPrefix(String comment) {
    int at = 0;
    while (at < comment.length() && looksBlank(comment.charAt(at))) {
      at++;
    }
    return comment.startsWith(PREFIX, at);
  }

  /// Whether a character is a blank, looks like one, or is invisible.
  private static boolean looksBlank(char c) {
    return c == ' ' || c == '\t' || c > 0x7f && HiddenText.next(String.valueOf(c), 0) == 0;
  }

  /// The text with a blank in place of each such character, of the same length.
  private static String withPlainBlanks(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int at = HiddenText.next(text, 0); at >= 0; at = HiddenText.next(text, at + 1)) {
      plain.setCharAt(at, ' ');
    }
    return plain.toString();
  }

  private @Nullable Suppression readComment() {
    int from = skipBlanks(text.indexOf(PREFIX) + PREFIX.length());
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    if (!text.substring(from, to).equals("allow")) {
      reportMisspelled(from, to);
      return null;
    }
    if (to < text.length() && !isBlank(to)) {
      findings.add(malformed(to, text.length(), "A blank follows allow, and the name of a rule"));
      return null;
    }
    int dashes = findDashes(to);
    int end = dashes < 0 ? text.length() : dashes;
    String reason = dashes < 0 ? "" : text.substring(dashes + 2).strip();
    if (reason.isEmpty()) {
      findings.add(missingReason(to));
      return null;
    }
    int until = findUntil(to, end);
    LocalDate lastDay = until < 0 ? null : readLastDay(until, end);
    if (until >= 0 && lastDay == null) {
      return null;
    }
    List<Suppression.SuppressedCode> codes = codes(to, until < 0 ? end : until);
    return codes.isEmpty()
        ? null
        : new Suppression(
            comment.span(),
            codes,
            reason,
            lastDay,
            new Suppression.SuppressionScope(comment.target(), null, null));
  }

  private void reportMisspelled(int from, int to) {
    String word = text.substring(from, to);
    if (Spelling.nearest(word, KNOWN_VERBS).isPresent()) {
      Finding finding = malformed(from, to, "\"" + word + "\" is not a word of a comment to procc");
      findings.add(
          finding.withFix(Fix.unsafe("write allow", new TextEdit(span(from, to), "allow"))));
    }
  }

  /// The day after the word `until`; null, with a finding, if there is none.
  private @Nullable LocalDate readLastDay(int until, int end) {
    int day = skipBlanks(until + "until".length());
    int dayEnd = trimBlanks(day, end);
    String given = text.substring(day, dayEnd);
    LocalDate lastDay = ScalarValues.date(given);
    if (lastDay == null) {
      findings.add(
          malformed(Math.min(day, dayEnd), dayEnd, "\"" + given + "\" is not a date after until"));
    }
    return lastDay;
  }

  private List<Suppression.SuppressedCode> codes(int start, int end) {
    List<Suppression.SuppressedCode> codes = new ArrayList<>();
    int from = start;
    while (from <= end) {
      int comma = text.indexOf(',', from);
      int stop = comma < 0 || comma > end ? end : comma;
      int first = Math.min(skipBlanks(from), stop);
      int last = trimBlanks(first, stop);
      if (first == last) {
        findings.add(malformed(0, text.length(), "The name of a rule is missing"));
        return List.of();
      }
      Span at = span(first, last);
      if (areNames(at.text())) {
        findings.add(malformed(first, last, "Commas separate the names of rules"));
        return List.of();
      }
      Code code = ConfigurableCodes.find(at.text(), at, "allowed", findings);
      if (code != null) {
        codes.add(new Suppression.SuppressedCode(code, at));
      }
      from = stop + 1;
    }
    return codes;
  }

  /// Whether a text consists of names of rules that are not separated by commas.
  private static boolean areNames(String names) {
    String first = names;
    for (int i = 0; i < names.length(); i++) {
      if (" \t;+&/|".indexOf(names.charAt(i)) >= 0) {
        first = names.substring(0, i);
        break;
      }
    }
    return first.length() < names.length() && ConfigurableCodes.find(first) != null;
  }

  /// The finding about a missing reason, or about one that does not begin with ` -- `.
  private Finding missingReason(int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean dash = "\u2013\u2014\u2212".indexOf(c) >= 0 || text.startsWith("--", at);
      boolean other = c == ':' || isBlank(at - 1) && (c == '-' || c == '(');
      if (dash || other) {
        int end = at + 1;
        while (c == '-' && end < text.length() && text.charAt(end) == c) {
          end++;
        }
        return skipBlanks(end) == text.length()
            ? malformed(0, text.length(), "The reason is missing, an allowance gives one")
            : badStart(at, end);
      }
    }
    int rest = restAfterNames(from);
    return rest < 0
        ? malformed(0, text.length(), "The reason is missing, an allowance gives one")
        : malformed(rest, text.length(), "-- is missing in front of the reason")
            .withFix(Fix.unsafe("write --", new TextEdit(span(rest, rest), "-- ")));
  }

  private Finding badStart(int at, int end) {
    String sign = text.substring(at, end);
    String problem =
        sign.equals("--") ? " has a blank on either side" : " does not begin a reason, -- does";
    return malformed(at, end, "\"" + sign + "\"" + problem)
        .withFix(Fix.unsafe("write --", new TextEdit(span(at, end), dashes(at, end))));
  }

  /// The offset of the first word after the names of rules that is not one; -1 if there is none.
  private int restAfterNames(int from) {
    int at = skipBlanks(from);
    boolean comma = true;
    while (at < text.length()) {
      int end = wordEnd(at);
      String word = text.substring(at, end);
      boolean ends = word.endsWith(",");
      String name = ends ? word.substring(0, word.length() - 1) : word;
      if (word.equals("until")) {
        end = wordEnd(skipBlanks(end));
      } else if (!comma || ConfigurableCodes.find(name) == null) {
        return at == skipBlanks(from) ? -1 : at;
      }
      comma = ends;
      at = skipBlanks(end);
    }
    return -1;
  }

  /// Two dashes in place of a text, with the blanks that are missing.
  private String dashes(int from, int to) {
    return (isBlank(from - 1) ? "" : " ") + "--" + (to == text.length() || isBlank(to) ? "" : " ");
  }

  private Finding malformed(int from, int to, String message) {
    return Finding.of(SuppressionCodes.MALFORMED_ALLOW, span(from, to), message)
        .withHint("write " + EXAMPLE);
  }

  private Span span(int from, int to) {
    return comment.span().subSpan(from, to - from);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && isBlank(at)) {
      at++;
    }
    return at;
  }

  private int trimBlanks(int from, int to) {
    int at = to;
    while (at > from && isBlank(at - 1)) {
      at--;
    }
    return Math.max(from, at);
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < text.length() && !isBlank(at)) {
      at++;
    }
    return at;
  }

  private boolean isBlank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  /// The offset of ` -- `, after its blank.
  private int findDashes(int from) {
    for (int at = text.indexOf("--", from); at >= 0; at = text.indexOf("--", at + 1)) {
      if (isBlank(at - 1) && (at + 2 == text.length() || isBlank(at + 2))) {
        return at;
      }
    }
    return -1;
  }

  /// The offset of the word `until` in a range.
  private int findUntil(int from, int to) {
    int at = skipBlanks(from);
    while (at < to) {
      int end = wordEnd(at);
      if (text.substring(at, end).equals("until")) {
        return at;
      }
      at = skipBlanks(end);
    }
    return -1;
  }
}
