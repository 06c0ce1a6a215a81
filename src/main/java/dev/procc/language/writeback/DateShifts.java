package dev.procc.language.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Date expressions moved by business days as their author would write them: by a few, and never
/// past the date from which they count.
final class DateShifts {
  private static final Pattern WORKDAY = Pattern.compile("(?i)(WD|BD)(-?)(\\d+)");
  private static final Pattern OFFSET =
      Pattern.compile("(?i)(.*\\S)\\s*([+-])\\s*(\\d+)\\s*(bd|business days?)");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final int MAX_DAYS = 10;

  private DateShifts() {}

  /// The candidates for an expression moved by a number of days; none for a date.
  static List<String> moved(String expression, int days) {
    List<String> moved = new ArrayList<>();
    String text = expression.strip();
    if (days == 0 || Math.abs(days) > MAX_DAYS || ISO.matcher(text).matches()) {
      return moved;
    }
    Matcher workday = WORKDAY.matcher(text);
    Matcher offset = OFFSET.matcher(text);
    if (workday.matches()) {
      int number = Integer.parseInt(workday.group(3)) * (workday.group(2).isEmpty() ? 1 : -1);
      int next = number + days;
      if (next != 0 && next > 0 == number > 0) {
        moved.add(workday.group(1) + next);
      }
    } else if (offset.matches()) {
      int number = Integer.parseInt(offset.group(2) + offset.group(3));
      int next = number + days;
      if (next == 0) {
        moved.add(offset.group(1));
      } else if (next > 0 == number > 0) {
        moved.add(offset.group(1) + " " + offset.group(2) + " " + Math.abs(next) + offset.group(4));
      }
    } else {
      moved.add(text + (days > 0 ? " + " : " - ") + Math.abs(days) + "bd");
    }
    return moved;
  }
}
