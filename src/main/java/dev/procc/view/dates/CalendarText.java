package dev.procc.view.dates;

import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.CalendarComparison;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.CalendarSheet.SheetDay;
import dev.procc.model.duedate.CalendarSheet.SheetMonth;
import dev.procc.model.duedate.DayText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Calendars for people: months as grids, the listed days, a comparison of two calendars.
///
/// ```
/// December 2024                    21 business days
///    Mon   Tue   Wed   Thu   Fri   Sat   Sun
///                                           -
///      2     3     4     5     6     -     -
/// ```
public final class CalendarText {
  private static final int CELL_WIDTH = 6;
  private static final int GRID_WIDTH = CELL_WIDTH * 7;
  private static final String WEEKDAY_HEADER = "   Mon   Tue   Wed   Thu   Fri   Sat   Sun";

  private CalendarText() {}

  /// All months of the sheet, then the listed days.
  public static SafeText sheet(CalendarSheet sheet, Style style) {
    TextPage out = new TextPage();
    for (SheetMonth month : sheet.months()) {
      appendMonth(month, out, style);
      out.append('\n');
    }
    appendListedDays(sheet.listedDays(), out, style);
    appendLegend(sheet, out, style);
    return out.toText();
  }

  private static void appendMonth(SheetMonth month, TextPage out, Style style) {
    String name = Periods.monthName(month.month().getMonth()) + " " + month.month().getYear();
    String count = businessDayCount(month.businessDays());
    out.append(style.bold(name));
    out.repeat(' ', Math.max(1, GRID_WIDTH - name.length() - count.length()));
    out.append(count).append('\n').append(WEEKDAY_HEADER).append('\n');
    List<@Nullable SheetDay> week = new ArrayList<>();
    int before = month.days().getFirst().date().getDayOfWeek().getValue() - 1;
    for (int i = 0; i < before; i++) {
      week.add(null);
    }
    for (SheetDay day : month.days()) {
      week.add(day);
      if (week.size() == 7) {
        appendWeek(week, out, style);
        week.clear();
      }
    }
    appendWeek(week, out, style);
  }

  private static void appendWeek(List<@Nullable SheetDay> week, TextPage out, Style style) {
    if (week.isEmpty()) {
      return;
    }
    for (SheetDay day : week) {
      String cell = day == null ? "" : cellText(day);
      out.repeat(' ', CELL_WIDTH - cell.length());
      out.append(day != null && !day.isBusinessDay() ? style.faint(cell) : cell);
    }
    out.append('\n');
    appendNumbers("WD", week, out, style);
    appendNumbers("BD", week, out, style);
  }

  /// `25`, with `*` for a holiday and `+` for an extra workday; `-` for a day that is closed
  /// anyway.
  private static String cellText(SheetDay day) {
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

  private static void appendNumbers(
      String sign, List<@Nullable SheetDay> week, TextPage out, Style style) {
    StringBuilder row = new StringBuilder();
    for (SheetDay day : week) {
      OptionalInt number =
          day == null ? OptionalInt.empty() : sign.equals("WD") ? day.workday() : day.businessDay();
      String text = number.isPresent() ? sign + number.getAsInt() : "";
      row.repeat(' ', Math.max(0, CELL_WIDTH - text.length())).append(style.cyan(text));
    }
    if (!row.toString().isBlank()) {
      out.line(row.toString());
    }
  }

  private static void appendListedDays(List<SheetDay> days, TextPage out, Style style) {
    int width = 0;
    for (SheetDay day : days) {
      width = Math.max(width, TerminalText.width(TerminalText.sanitize(dayName(day))));
    }
    for (SheetDay day : days) {
      String name = TerminalText.sanitize(dayName(day));
      out.append(DayText.format(day.date())).append("   ").append(name);
      Span source = day.source();
      if (source != null) {
        out.repeat(' ', width - TerminalText.width(name) + 3)
            .append(style.faint(source.pathAndLine()));
      }
      out.append('\n');
    }
  }

  /// `Christmas`, `open: Inventory`.
  private static String dayName(SheetDay day) {
    String text = day.reason().text();
    return day.isBusinessDay() && !text.equals("extra workday") ? "open: " + text : text;
  }

  private static void appendLegend(CalendarSheet sheet, TextPage out, Style style) {
    List<String> signs = new ArrayList<>();
    boolean off = false;
    boolean holiday = false;
    boolean extra = false;
    boolean unknown = false;
    for (SheetDay day : sheet.days()) {
      switch (day.reason().kind()) {
        case WEEKEND -> off = true;
        case HOLIDAY -> holiday = true;
        case EXTRA_WORKDAY -> extra = true;
        case WORKDAY -> {}
      }
      unknown |= !day.covered();
    }
    addIf(signs, off, "- no workday");
    addIf(signs, holiday, "* holiday");
    addIf(signs, extra, "+ extra workday");
    addIf(signs, unknown, "? not looked up");
    if (!signs.isEmpty()) {
      out.append(style.faint(String.join("   ", signs))).append('\n');
    }
  }

  private static void addIf(List<String> signs, boolean wanted, String sign) {
    if (wanted) {
      signs.add(sign);
    }
  }

  /// The days on which two calendars differ.
  ///
  /// @param first the name of the first one
  /// @param second the name of the second one
  public static SafeText comparison(
      CalendarComparison comparison, String first, String second, Style style) {
    TextPage out = new TextPage();
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", first, second});
    for (CalendarComparison.DayDifference difference : comparison.differences()) {
      rows.add(
          new String[] {
            DayText.format(difference.first().date()),
            describeDay(difference.first()),
            describeDay(difference.second())
          });
    }
    if (rows.size() > 1) {
      appendTable(rows, out, style);
      out.append('\n');
    }
    for (CalendarComparison.DayDifference difference : comparison.renamed()) {
      out.append(DayText.format(difference.first().date()))
          .append("   the same in both, named \"")
          .append(TerminalText.sanitize(difference.first().reason().text()))
          .append("\" and \"")
          .append(TerminalText.sanitize(difference.second().reason().text()))
          .append("\"")
          .append('\n');
    }
    appendDifferenceCount(comparison, first, second, out);
    return out.toText();
  }

  private static void appendDifferenceCount(
      CalendarComparison comparison, String first, String second, TextPage out) {
    int days = comparison.differences().size();
    out.append(
            days == 0
                ? "No day differs"
                : Plural.of(days, "day") + Plural.choose(days, " differs", " differ"))
        .append(" from ")
        .append(DayText.format(comparison.first().range().start()))
        .append(" to ")
        .append(DayText.format(comparison.first().range().end()))
        .append(": ")
        .append(businessDayCount(comparison.first().businessDays()))
        .append(" in ")
        .append(first)
        .append(", ")
        .append(comparison.second().businessDays())
        .append(" in ")
        .append(second)
        .append('\n');
  }

  /// `off, Christmas calendars.yaml:10`, `open`.
  private static String describeDay(SheetDay day) {
    String text =
        day.isBusinessDay()
            ? day.isListed() ? "open, " + day.reason().text() : "open"
            : "off, " + day.reason().text();
    String shown = TerminalText.sanitize(text) + (day.covered() ? "" : " (not looked up)");
    return day.isListed() && day.source() != null
        ? shown + "  " + day.source().pathAndLine()
        : shown;
  }

  private static void appendTable(List<String[]> rows, TextPage out, Style style) {
    int[] widths = new int[3];
    for (String[] row : rows) {
      for (int i = 0; i < 3; i++) {
        widths[i] = Math.max(widths[i], TerminalText.width(row[i]));
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      for (int i = 0; i < 3; i++) {
        out.append(r == 0 ? style.bold(row[i]) : row[i]);
        out.repeat(' ', widths[i] - TerminalText.width(row[i]) + 3);
      }
      out.append('\n');
    }
  }

  private static String businessDayCount(int days) {
    return String.format(Locale.ROOT, "%d business day%s", days, days == 1 ? "" : "s");
  }
}
