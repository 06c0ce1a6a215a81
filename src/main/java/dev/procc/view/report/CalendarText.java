package dev.procc.view.report;

import dev.procc.base.source.Span;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.CalendarComparison;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.CalendarSheet.Day;
import dev.procc.model.duedate.CalendarSheet.Month;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Calendars for people: months as grids, the listed days, two calendars side by side.
///
/// ```
/// December 2024                    21 business days
///    Mon   Tue   Wed   Thu   Fri   Sat   Sun
///                                           -
///      2     3     4     5     6     -     -
/// ```
public final class CalendarText {
  private static final int CELL = 6;
  private static final int GRID = CELL * 7;
  private static final String HEAD = "   Mon   Tue   Wed   Thu   Fri   Sat   Sun";

  private CalendarText() {}

  /// Every month of the sheet, then the days that are listed.
  public static String sheet(CalendarSheet sheet, Style style) {
    StringBuilder out = new StringBuilder();
    for (Month month : sheet.months()) {
      month(month, out, style);
      out.append('\n');
    }
    listed(sheet.listed(), out, style);
    legend(sheet, out, style);
    return out.toString();
  }

  private static void month(Month month, StringBuilder out, Style style) {
    String name = Periods.name(month.month().getMonth()) + " " + month.month().getYear();
    String count = counted(month.businessDays());
    out.append(style.bold(name));
    out.repeat(' ', Math.max(1, GRID - name.length() - count.length()));
    out.append(count).append('\n').append(HEAD).append('\n');
    List<@Nullable Day> week = new ArrayList<>();
    int before = month.days().getFirst().date().getDayOfWeek().getValue() - 1;
    for (int i = 0; i < before; i++) {
      week.add(null);
    }
    for (Day day : month.days()) {
      week.add(day);
      if (week.size() == 7) {
        week(week, out, style);
        week.clear();
      }
    }
    week(week, out, style);
  }

  private static void week(List<@Nullable Day> week, StringBuilder out, Style style) {
    if (week.isEmpty()) {
      return;
    }
    int start = out.length();
    for (Day day : week) {
      String text = day == null ? "" : shown(day);
      out.repeat(' ', CELL - text.length());
      out.append(day != null && !day.open() ? style.faint(text) : text);
    }
    end(out, start);
    numbers("WD", week, out, style);
    numbers("BD", week, out, style);
  }

  /// `25`, with `*` for a holiday and `+` for an extra workday; `-` for a day no one works.
  private static String shown(Day day) {
    String number = Integer.toString(day.date().getDayOfMonth());
    String text =
        switch (day.reason().kind()) {
          case HOLIDAY -> number + "*";
          case EXTRA_WORKDAY -> number + "+";
          case WEEKEND -> "-";
          case WORKDAY -> number;
        };
    return day.covered() ? text : text + "?";
  }

  private static void numbers(
      String sign, List<@Nullable Day> week, StringBuilder out, Style style) {
    int start = out.length();
    boolean any = false;
    for (Day day : week) {
      OptionalInt number =
          day == null ? OptionalInt.empty() : sign.equals("WD") ? day.workday() : day.businessDay();
      String text = number.isPresent() ? sign + number.getAsInt() : "";
      any |= number.isPresent();
      out.repeat(' ', Math.max(0, CELL - text.length()));
      out.append(style.cyan(text));
    }
    if (any) {
      end(out, start);
    } else {
      out.setLength(start);
    }
  }

  private static void end(StringBuilder out, int start) {
    int length = out.length();
    while (length > start && out.charAt(length - 1) == ' ') {
      length--;
    }
    out.setLength(length);
    out.append('\n');
  }

  private static void listed(List<Day> days, StringBuilder out, Style style) {
    int width = 0;
    for (Day day : days) {
      width = Math.max(width, Columns.width(Columns.shown(words(day))));
    }
    for (Day day : days) {
      String words = Columns.shown(words(day));
      out.append(DayText.of(day.date())).append("   ").append(words);
      Span source = day.source();
      if (source != null) {
        out.repeat(' ', width - Columns.width(words) + 3).append(style.faint(source.line()));
      }
      out.append('\n');
    }
  }

  /// `Christmas`, `open: Inventory`.
  private static String words(Day day) {
    String words = day.reason().words();
    return day.open() && !words.equals("extra workday") ? "open: " + words : words;
  }

  private static void legend(CalendarSheet sheet, StringBuilder out, Style style) {
    List<String> signs = new ArrayList<>();
    boolean off = false;
    boolean holiday = false;
    boolean extra = false;
    boolean unknown = false;
    for (Day day : sheet.days()) {
      switch (day.reason().kind()) {
        case WEEKEND -> off = true;
        case HOLIDAY -> holiday = true;
        case EXTRA_WORKDAY -> extra = true;
        case WORKDAY -> {}
      }
      unknown |= !day.covered();
    }
    add(signs, off, "- no workday");
    add(signs, holiday, "* holiday");
    add(signs, extra, "+ extra workday");
    add(signs, unknown, "? not looked up");
    if (!signs.isEmpty()) {
      out.append(style.faint(String.join("   ", signs))).append('\n');
    }
  }

  private static void add(List<String> signs, boolean wanted, String sign) {
    if (wanted) {
      signs.add(sign);
    }
  }

  /// The days on which two calendars differ.
  ///
  /// @param first how to call the first one
  /// @param second how to call the second one
  public static String comparison(
      CalendarComparison comparison, String first, String second, Style style) {
    StringBuilder out = new StringBuilder();
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", first, second});
    for (CalendarComparison.Difference each : comparison.differences()) {
      rows.add(
          new String[] {DayText.of(each.first().date()), side(each.first()), side(each.second())});
    }
    if (rows.size() > 1) {
      table(rows, out, style);
      out.append('\n');
    }
    for (CalendarComparison.Difference each : comparison.named()) {
      out.append(DayText.of(each.first().date()))
          .append("   alike, named \"")
          .append(Columns.shown(each.first().reason().words()))
          .append("\" and \"")
          .append(Columns.shown(each.second().reason().words()))
          .append("\"\n");
    }
    int days = comparison.differences().size();
    out.append(days == 0 ? "No day differs" : days + (days == 1 ? " day differs" : " days differ"))
        .append(" from ")
        .append(DayText.of(comparison.first().range().start()))
        .append(" to ")
        .append(DayText.of(comparison.first().range().end()))
        .append(": ")
        .append(counted(comparison.first().businessDays()))
        .append(" in ")
        .append(first)
        .append(", ")
        .append(comparison.second().businessDays())
        .append(" in ")
        .append(second)
        .append('\n');
    return out.toString();
  }

  /// `off, Christmas calendars.yaml:10`, `open`.
  private static String side(Day day) {
    String words =
        day.open()
            ? day.listed() ? "open, " + day.reason().words() : "open"
            : "off, " + day.reason().words();
    String shown = Columns.shown(words) + (day.covered() ? "" : " (not looked up)");
    return day.listed() && day.source() != null ? shown + "  " + day.source().line() : shown;
  }

  private static void table(List<String[]> rows, StringBuilder out, Style style) {
    int[] widths = new int[3];
    for (String[] row : rows) {
      for (int i = 0; i < 3; i++) {
        widths[i] = Math.max(widths[i], Columns.width(row[i]));
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      int start = out.length();
      for (int i = 0; i < 3; i++) {
        out.append(r == 0 ? style.bold(row[i]) : row[i]);
        out.repeat(' ', widths[i] - Columns.width(row[i]) + 3);
      }
      end(out, start);
    }
  }

  private static String counted(int days) {
    return String.format(Locale.ROOT, "%d business day%s", days, days == 1 ? "" : "s");
  }
}
