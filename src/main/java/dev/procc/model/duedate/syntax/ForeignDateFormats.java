package dev.procc.model.duedate.syntax;

import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Periods;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days in other formats, `12/24/2024`, `24.12.24`, `2024-4-1`, with their ISO form. If day and
/// month could be swapped, the hint has both readings and there is no fix.
final class ForeignDateFormats {
  static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

  /// Day 0 in Excel, chosen so that its day 61 is 1 March 1900.
  private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);

  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(" + MONTHS + ")[a-z]*[-/. ,]+(\\d{4}|\\d{2})");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "(" + MONTHS + ")[a-z]*[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\\d{4}|\\d{2})");

  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{2})");

  private ForeignDateFormats() {}

  /// The error for a day in another format.
  ///
  /// @param written the text between the two offsets
  static ExpressionFinding finding(String written, int from, int to) {
    ExpressionFinding finding =
        ExpressionFinding.of(
            DateCodes.SYNTAX,
            from,
            to,
            "\""
                + DateTokenStream.abbreviate(written)
                + "\" is not a date: one is year-month-day, as 2026-04-01");
    Set<LocalDate> possible = possibleDays(written.strip());
    possible.removeIf(day -> day.toString().equals(written));
    if (possible.isEmpty()) {
      return finding;
    }
    StringBuilder hint = new StringBuilder();
    for (LocalDate day : possible) {
      hint.append(hint.isEmpty() ? "write " : ", or ").append(day);
      hint.append(possible.size() == 1 ? "" : " for " + dayAndMonth(day));
      finding =
          possible.size() == 1 ? finding.withSuggestion("write " + day, day.toString()) : finding;
    }
    return finding.withHint(hint.toString());
  }

  /// Whether a text is a day in any of the usual orders.
  static boolean isDay(String written) {
    return !possibleDays(written.strip()).isEmpty();
  }

  /// The only day that a text can be; null if it is not a day, or could be two.
  static @Nullable LocalDate onlyDay(String written) {
    Set<LocalDate> possible = possibleDays(written.strip());
    return possible.size() == 1
        ? possible.iterator().next()
        : possible.isEmpty() ? typedDay(written.strip().toLowerCase(Locale.ROOT)) : null;
  }

  /// `1 February`.
  private static String dayAndMonth(LocalDate day) {
    return day.getDayOfMonth() + " " + Periods.monthName(day.getMonth());
  }

  private static Set<LocalDate> possibleDays(String written) {
    Set<LocalDate> days = new LinkedHashSet<>();
    int[] parts = parts(written);
    if (parts != null && parts[0] > 31) {
      add(days, parts[0], parts[1], parts[2]);
    } else if (parts != null && parts[2] > 31) {
      add(days, parts[2], parts[0], parts[1]);
      add(days, parts[2], parts[1], parts[0]);
    }
    Matcher brief = SHORT_YEAR.matcher(written);
    if (brief.matches()) {
      int year = 2000 + Integer.parseInt(brief.group(4));
      int first = Integer.parseInt(brief.group(1));
      int second = Integer.parseInt(brief.group(3));
      boolean dots = brief.group(2).equals(".");
      if (!dots) {
        add(days, year, first, second);
      }
      add(days, year, second, first);
      if (brief.group(2).equals("-")) {
        add(days, 2000 + first, second, year - 2000);
      }
    }
    return days;
  }

  private static int @Nullable [] parts(String written) {
    for (String separator : List.of("/", ".", "-")) {
      int first = written.indexOf(separator);
      int second = written.indexOf(separator, first + 1);
      if (first > 0 && second > 0 && written.indexOf(separator, second + 1) < 0) {
        int a = parseDigits(written.substring(0, first));
        int b = parseDigits(written.substring(first + 1, second));
        int c = parseDigits(written.substring(second + 1));
        return a < 0 || b < 0 || c < 0 ? null : new int[] {a, b, c};
      }
    }
    return null;
  }

  private static int parseDigits(String digits) {
    if (digits.isEmpty() || digits.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static void add(Set<LocalDate> days, int year, int month, int day) {
    try {
      days.add(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      // Not a day in this order; another order may be.
    }
  }

  /// A day with the name of its month, with a time, without dashes, or as a number of Excel; null
  /// for any other text.
  static @Nullable LocalDate typedDay(String text) {
    Matcher found = DAY_MONTH_YEAR.matcher(text);
    if (found.matches()) {
      return day(found.group(3), month(found.group(2)), found.group(1));
    }
    found = MONTH_DAY_YEAR.matcher(text);
    if (found.matches()) {
      return day(found.group(3), month(found.group(1)), found.group(2));
    }
    found =
        Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[t ][\\d:.]+ ?(?:z|[+-][\\d:]+|[ap]m)?")
            .matcher(text);
    if (!found.matches()) {
      found = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})").matcher(text);
    }
    if (found.matches()) {
      return day(found.group(1), Integer.parseInt(found.group(2)), found.group(3));
    }
    if (text.matches("[2-7]\\d{4}(?:\\.0)?")) {
      return EXCEL_START.plusDays(Integer.parseInt(text.substring(0, 5)));
    }
    return null;
  }

  static int month(String name) {
    return MONTHS.indexOf(name) / 4 + 1;
  }

  private static @Nullable LocalDate day(String year, int month, String day) {
    try {
      int number = Integer.parseInt(year);
      LocalDate date =
          LocalDate.of(number < 100 ? 2000 + number : number, month, Integer.parseInt(day));
      return EpochDays.of(date) == EpochDays.NONE ? null : date;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
