package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.ValueShape;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holidays written as one item, `2024-12-24..2024-12-31` or `{ from: ..., to: ... }`, where a
/// calendar lists each day. The finding names the days, and a fix writes them.
final class DayRanges {
  /// The most days that a fix writes; a longer range probably ends in the wrong year.
  private static final int MAX_DAYS = 31;

  private static final List<String> STARTS = List.of("from", "start", "begin", "first", "date");
  private static final List<String> ENDS = List.of("to", "end", "until", "till", "last", "through");

  /// The forms of a range; loaded only if an item is not a day.
  private static final class Forms {
    private static final Pattern TWO_DAYS =
        Pattern.compile(
            "(.+?)\\s*(?:\\.\\.+|\\s[-–—/]\\s|/|–|\\s(?:to|until|till|through|bis)\\s)\\s*(.+)");
    private static final String MONTH = "([A-Za-z]{3,9})\\.?";
    private static final String DAYS =
        "(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*[-–]\\s*(\\d{1,2})(?:st|nd|rd|th|\\.)?";
    private static final Pattern DAYS_OF_MONTH =
        Pattern.compile(DAYS + "\\s+(?:of )?" + MONTH + "(?:,?\\s+(\\d{4}))?");
    private static final Pattern DAYS_IN_FIGURES =
        Pattern.compile("(\\d{1,2})\\.?\\s*[-–]\\s*(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");
    private static final Pattern MONTH_DAYS =
        Pattern.compile(MONTH + "\\s+" + DAYS + "(?:,?\\s+(\\d{4}))?");

    static @Nullable Ends read(String text) {
      Matcher days = DAYS_OF_MONTH.matcher(text);
      if (days.matches()) {
        return ends(days.group(1), days.group(2), " " + days.group(3) + " ", days.group(4));
      }
      days = MONTH_DAYS.matcher(text);
      if (days.matches()) {
        return ends(days.group(2), days.group(3), " " + days.group(1) + " ", days.group(4));
      }
      days = DAYS_IN_FIGURES.matcher(text);
      if (days.matches()) {
        return ends(days.group(1), days.group(2), "." + days.group(3) + ".", days.group(4));
      }
      days = TWO_DAYS.matcher(text);
      return days.matches() ? new Ends(days.group(1), days.group(2), true) : null;
    }

    private static Ends ends(String first, String last, String month, @Nullable String year) {
      String rest = month + (year == null ? "2024" : year);
      return new Ends(first + rest, last + rest, year != null);
    }
  }

  /// The two ends of a range, as written.
  ///
  /// @param dated whether they have a year
  private record Ends(String first, String last, boolean dated) {}

  private DayRanges() {}

  /// The finding about an item with several days; null for any other item.
  static @Nullable Finding finding(YamlNode item, ValueShape shape) {
    boolean ofDays =
        shape instanceof ValueShape.UnionShape either
            && either.alternatives().contains(ValueShape.DATE);
    if (!ofDays) {
      return null;
    }
    if (item instanceof Scalar scalar) {
      return ofText(scalar, scalar, "");
    }
    return item instanceof Mapping mapping ? ofMapping(mapping) : null;
  }

  private static @Nullable Finding ofMapping(Mapping mapping) {
    Scalar named = MappingReader.scalar(mapping, "name");
    String name = named == null ? "" : named.span().text();
    YamlNode start = value(mapping, STARTS);
    YamlNode end = value(mapping, ENDS);
    if (start instanceof Scalar from && end instanceof Scalar to) {
      LocalDate first = DateLanguage.day(from.value());
      LocalDate last = DateLanguage.day(to.value());
      return first == null || last == null
          ? null
          : finding(mapping, mapping.span(), "This", first, last, name);
    }
    return start instanceof Scalar text && end == null ? ofText(mapping, text, name) : null;
  }

  private static @Nullable YamlNode value(Mapping mapping, List<String> keys) {
    for (MappingEntry entry : mapping.entries()) {
      if (keys.contains(entry.key().value().toLowerCase(Locale.ROOT))) {
        return entry.value();
      }
    }
    return null;
  }

  /// @param item the item that is, or contains, the text
  private static @Nullable Finding ofText(YamlNode item, Scalar text, String name) {
    String written = text.value().strip();
    if (written.length() > 60 || ScalarValues.date(written) != null) {
      return null;
    }
    Ends ends = Forms.read(written);
    LocalDate from = ends == null ? null : DateLanguage.day(ends.first());
    LocalDate to = ends == null ? null : DateLanguage.day(ends.last());
    if (ends == null || from == null || to == null) {
      return null;
    }
    String what = QuotedText.quoted(text.value());
    return ends.dated()
        ? finding(item, text.span(), what, from, to, name)
        : range(text.span(), what)
            .withHint(
                "write each day with its year, YYYY"
                    + from.toString().substring(4)
                    + " to YYYY"
                    + to.toString().substring(4));
  }

  private static Finding range(Span at, String what) {
    return Finding.of(
        BindCodes.MALFORMED_TEXT, at, what + " is a range; a calendar lists each day");
  }

  private static Finding finding(
      YamlNode item, Span at, String what, LocalDate from, LocalDate to, String name) {
    Finding finding = range(at, what);
    long count = ChronoUnit.DAYS.between(from, to) + 1;
    if (count < 2) {
      return finding.withHint(to + " is not behind " + from);
    }
    if (count > MAX_DAYS) {
      return finding.withHint("it is " + count + " days; see whether its years are right");
    }
    List<String> days = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.add(name.isEmpty() ? day.toString() : "{ date: " + day + ", name: " + name + " }");
    }
    String parting = parting(item);
    Fix fix =
        Fix.unsafe(
            "write the " + count + " days", new TextEdit(item.span(), String.join(parting, days)));
    String inner = parting.indexOf('\n') < 0 ? "" : "- ";
    return finding
        .withHint("write each, from " + inner + days.getFirst() + " to " + inner + days.getLast())
        .withFix(fix);
  }

  /// The separator of items: a comma, or a new line with its dash.
  private static String parting(YamlNode item) {
    Span span = item.span();
    int start = span.file().lineStart(span.startPosition().line());
    String before = span.file().text().substring(start, span.start());
    return before.isBlank() || !before.strip().equals("-") ? ", " : "\n" + before;
  }
}
