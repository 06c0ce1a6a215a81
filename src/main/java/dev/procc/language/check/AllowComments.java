package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Comment;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads allowances from comments:
///
/// ```yaml
/// # procc: allow due-date-on-day-off until 2026-12-31 -- the bank closes on a Saturday
/// - sendTask: sweep
/// ```
///
/// After `allow` stand names or codes, joined by commas; `until` and a last day may follow; `--`
/// and the reason must. A comment that begins otherwise is not looked at, but for a slip of `allow`
/// and the words that other tools have for it.
final class AllowComments {
  private static final String LEAD = "procc:";
  private static final List<String> MEANT =
      List.of("allow", "ignore", "disable", "suppress", "nolint");
  private static final String FORM = "# procc: allow due-date-on-day-off until 2026-12-31 -- why";

  private final Comment comment;
  private final String text;
  private final Consumer<Diagnostic> report;

  private AllowComments(Comment comment, Consumer<Diagnostic> report) {
    this.comment = comment;
    this.text = comment.span().text();
    this.report = report;
  }

  /// Whether a text may hold such a comment: every file is asked, so this is all that most cost.
  static boolean mayHold(String text) {
    int at = text.indexOf(LEAD);
    while (at >= 0) {
      int before = at - 1;
      while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
        before--;
      }
      if (before >= 0 && text.charAt(before) == '#') {
        return true;
      }
      at = text.indexOf(LEAD, at + 1);
    }
    return false;
  }

  /// The allowances of a document; what cannot be read is reported and allows nothing.
  static List<Allowance> read(YamlDocument document, Consumer<Diagnostic> report) {
    List<Allowance> all = new ArrayList<>();
    for (Comment comment : document.comments()) {
      if (comment.text().startsWith(LEAD)) {
        Allowance one = new AllowComments(comment, report).read();
        if (one != null) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private @Nullable Allowance read() {
    int from = skip(text.indexOf(LEAD) + LEAD.length());
    int to = wordEnd(from);
    String word = text.substring(from, to);
    if (!word.equals("allow")) {
      String near = Spelling.nearest(word, MEANT).orElse(null);
      if (near != null) {
        Diagnostic found = malformed(from, to, "\"" + word + "\" is no word of a comment to procc");
        report.accept(found.withFix(Fix.unsafe("write allow", new Edit(at(from, to), "allow"))));
      }
      return null;
    }
    int dashes = dashes(to);
    int end = dashes < 0 ? text.length() : dashes;
    String reason = dashes < 0 ? "" : text.substring(dashes + 2).strip();
    if (reason.isEmpty()) {
      report.accept(malformed(0, text.length(), "The reason is missing, an allowance gives one"));
      return null;
    }
    int until = until(to, end);
    LocalDate last = null;
    if (until >= 0) {
      int day = skip(until + "until".length());
      int dayEnd = trim(day, end);
      last = Scalars.date(text.substring(day, dayEnd));
      if (last == null) {
        String given = text.substring(day, dayEnd);
        report.accept(
            malformed(Math.min(day, dayEnd), dayEnd, "\"" + given + "\" is no date after until"));
        return null;
      }
    }
    List<Allowance.Allowed> rules = names(to, until < 0 ? end : until);
    return rules.isEmpty()
        ? null
        : new Allowance(comment.span(), rules, last, reason, comment.target(), null, null);
  }

  private List<Allowance.Allowed> names(int start, int end) {
    List<Allowance.Allowed> rules = new ArrayList<>();
    int from = start;
    while (from <= end) {
      int comma = text.indexOf(',', from);
      int stop = comma < 0 || comma > end ? end : comma;
      int first = Math.min(skip(from), stop);
      int last = trim(first, stop);
      if (first == last) {
        report.accept(malformed(0, text.length(), "The name of a rule is missing"));
        return List.of();
      }
      Span at = at(first, last);
      Code code = RuleNames.find(at.text(), at, "allowed", report);
      if (code != null) {
        rules.add(new Allowance.Allowed(code, at));
      }
      from = stop + 1;
    }
    return rules;
  }

  private Diagnostic malformed(int from, int to, String message) {
    return Diagnostic.of(CheckCodes.MALFORMED_ALLOW, at(from, to), message)
        .withHint("write " + FORM);
  }

  private Span at(int from, int to) {
    return comment.span().sub(from, to - from);
  }

  private int skip(int from) {
    int at = from;
    while (at < text.length() && blank(at)) {
      at++;
    }
    return at;
  }

  private int trim(int from, int to) {
    int at = to;
    while (at > from && blank(at - 1)) {
      at--;
    }
    return Math.max(from, at);
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < text.length() && !blank(at)) {
      at++;
    }
    return at;
  }

  private boolean blank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  /// Where ` -- ` begins, past its blank.
  private int dashes(int from) {
    for (int at = text.indexOf("--", from); at >= 0; at = text.indexOf("--", at + 1)) {
      if (blank(at - 1) && (at + 2 == text.length() || blank(at + 2))) {
        return at;
      }
    }
    return -1;
  }

  /// Where the word `until` begins between two places.
  private int until(int from, int to) {
    int at = skip(from);
    while (at < to) {
      int end = wordEnd(at);
      if (text.substring(at, end).equals("until")) {
        return at;
      }
      at = skip(end);
    }
    return -1;
  }
}
