package dev.procc.model.duedate.syntax;

import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Phrases that lack a part which only the author knows, or that are not a day: `12/31`, `monthly`.
final class IncompletePhrases {
  /// A phrase that is not a day by itself.
  ///
  /// @param what the end of the message, after the phrase
  private record Lack(Pattern phrase, String what, String hint) {}

  private static final List<Lack> LACKS =
      List.of(
          lack(
              "(?:every|each) .+|daily|weekly|monthly|quarterly|yearly|annually|annual",
              "is no day, a due date is one; what repeats is a process of each period",
              "write its day in the period, as WD3"),
          lack(
              "(?:the )?same (?:day|date)",
              "does not say as what",
              "write the task, as task(KEY).due"),
          lack(
              "(?:the )?next (?:calendar )?day",
              "does not say after what",
              "write the task, as task(KEY).due + 1d"),
          lack(
              "(?:end of )?(?:the )?(?:h[12]|half[ -]?year)(?: end)?",
              "does not say which: there is no half-year here",
              "write last day of YYYY-06, or last day of YYYY-12"),
          lack(
              "(?:.+ )?(?:christmas|easter|thanksgiving|new year)(?:'s)?(?: day| eve)?",
              "names a holiday; a due date is counted, or typed",
              "write its day, as YYYY-12-25"));

  private IncompletePhrases() {}

  private static Lack lack(String regex, String what, String hint) {
    return new Lack(Pattern.compile(regex), what, hint);
  }

  private static @Nullable ExpressionFinding dayWithoutYear(String text, String spoken) {
    Matcher dayOfMonth =
        Pattern.compile(
                "(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?("
                    + ForeignDateFormats.MONTHS
                    + ")[a-z]*(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th)?)?")
            .matcher(spoken);
    Matcher figures = Pattern.compile("(\\d{1,2})([/.])(\\d{1,2})\\.?").matcher(spoken);
    if (figures.matches()) {
      return inFigures(text, figures);
    }
    if (dayOfMonth.matches() && dayOfMonth.group(1) != dayOfMonth.group(3)) {
      String day = dayOfMonth.group(1) == null ? dayOfMonth.group(3) : dayOfMonth.group(1);
      int number = ForeignDateFormats.month(dayOfMonth.group(2));
      String date =
          "YYYY-" + (number < 10 ? "0" : "") + number + (day.length() < 2 ? "-0" : "-") + day;
      return PhraseFindings.whole(text, "does not say the year", "write " + date, List.of());
    }
    return null;
  }

  /// The finding for such a phrase; null for any other text.
  static @Nullable ExpressionFinding explain(String text, String spoken) {
    ExpressionFinding year = withoutYear(text, spoken);
    if (year != null) {
      return year;
    }
    for (Lack each : LACKS) {
      if (each.phrase().matcher(spoken).matches()) {
        return PhraseFindings.whole(text, each.what(), each.hint(), List.of());
      }
    }
    Matcher range =
        Pattern.compile("wd ?(-?\\d+) ?(?:-|/|or|to|until|through) ?wd ?(-?\\d+)").matcher(spoken);
    if (range.matches()) {
      return PhraseFindings.whole(
          text, "is several days, a due date is one", null, List.of("WD" + range.group(2)));
    }
    int blank = spoken.lastIndexOf(' ');
    String last = spoken.substring(blank + 1);
    if (blank > 0
        && last.matches("[a-z][\\w]*(?:-\\w+)+")
        && Parser.isDate(spoken.substring(0, blank))) {
      return PhraseFindings.whole(
          text,
          "names a calendar: a date does not",
          "calendar: " + last + " at the task or its group",
          List.of(PhraseFindings.spell(spoken.substring(0, blank))));
    }
    return null;
  }

  private static @Nullable ExpressionFinding withoutYear(String text, String spoken) {
    ExpressionFinding day = dayWithoutYear(text, spoken);
    if (day != null) {
      return day;
    }
    Matcher month =
        Pattern.compile("(?:(.*) )?(?:of )?(" + ForeignDateFormats.MONTHS + ")[a-z]*")
            .matcher(spoken);
    if (month.matches()) {
      int number = ForeignDateFormats.MONTHS.indexOf(month.group(2)) / 4 + 1;
      String key = "YYYY-" + (number < 10 ? "0" : "") + number;
      String place = month.group(1) == null ? "last day" : month.group(1).replaceAll(" of$", "");
      return PhraseFindings.whole(
          text, "does not say the year", "write " + place + " of " + key, List.of());
    }
    Matcher quarter =
        Pattern.compile("(?:end of )?(?:the )?q([1-4])(?:[ -]?(?:end|close))?").matcher(spoken);
    if (quarter.matches()) {
      String hint = "write last day of YYYY-Q" + quarter.group(1) + ", or last day of quarter";
      return PhraseFindings.whole(text, "does not say the year", hint, List.of());
    }
    return null;
  }

  /// The finding for a day without a year in digits, `12/31`, `31.12.`; null for any other text.
  private static @Nullable ExpressionFinding inFigures(String text, Matcher figures) {
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(3));
    List<String> days = new ArrayList<>();
    if (figures.group(2).equals("/") && isDay(first, second)) {
      days.add("YYYY" + MonthDay.of(first, second).toString().substring(1));
    }
    if (isDay(second, first) && first != second) {
      days.add("YYYY" + MonthDay.of(second, first).toString().substring(1));
    }
    return days.isEmpty()
        ? null
        : PhraseFindings.whole(
            text, "does not say the year", "write " + String.join(", or ", days), List.of());
  }

  private static boolean isDay(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
  }
}
