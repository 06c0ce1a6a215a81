package dev.procc.model.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A set of days of the week; any subset, the empty one included.
///
/// @param mask bit 0 is Monday, bit 6 Sunday
public record Weekdays(int mask) {
  public static final Weekdays NONE = new Weekdays(0);
  public static final Weekdays MON_FRI = new Weekdays(0b001_1111);
  private static final String[] NAMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };

  public Weekdays {
    if (mask < 0 || mask > 0b111_1111) {
      throw new IllegalArgumentException("not a set of weekdays: " + mask);
    }
  }

  public static Weekdays of(Collection<DayOfWeek> days) {
    int mask = 0;
    for (DayOfWeek day : days) {
      mask |= 1 << (day.getValue() - 1);
    }
    return new Weekdays(mask);
  }

  /// The weekdays of a name or a range: `monday`, `mon`, `mon-fri`, `sun-thu`, in upper or lower
  /// case. A range may pass the end of the week. Empty if the text is neither.
  public static Optional<Weekdays> parse(String text) {
    String[] ends = text.split("-", 2);
    int first = indexOf(ends[0]);
    int last = indexOf(ends[ends.length - 1]);
    if (Math.min(first, last) == -1) {
      return Optional.empty();
    }
    int mask = 0;
    for (int day = first; ; day = (day + 1) % 7) {
      mask |= 1 << day;
      if (day == last) {
        return Optional.of(new Weekdays(mask));
      }
    }
  }

  /// The full names, Monday first, as the API has them.
  public static List<String> allNames() {
    return List.of(NAMES);
  }

  public Weekdays union(Weekdays other) {
    return new Weekdays(mask | other.mask);
  }

  public boolean contains(DayOfWeek day) {
    return has(day.getValue() - 1);
  }

  public boolean isEmpty() {
    return mask == 0;
  }

  /// The API's names of the days, Monday first.
  public List<String> names() {
    List<String> names = new ArrayList<>(7);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (contains(day)) {
        names.add(NAMES[day.getValue() - 1]);
      }
    }
    return names;
  }

  /// Whether a closed day belongs to the weekend: a Saturday or Sunday, or the Friday before a
  /// closed Saturday if Sunday is a workday.
  boolean isWeekend(int day) {
    return day >= 5 || day == 4 && !has(5) && has(6);
  }

  /// Whether a day, from 0 (Monday) to 6 (Sunday), is one of them.
  public boolean has(int day) {
    return (mask >> day & 1) != 0;
  }

  /// The index of a weekday given by three letters or its whole name, 0 for Monday; -1 for any
  /// other text.
  private static int indexOf(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int day = NAMES.length - 1;
    while (day >= 0 && !name.equals(NAMES[day]) && !name.equals(NAMES[day].substring(0, 3))) {
      day--;
    }
    return day;
  }

  /// `monday, tuesday`.
  @Override
  public String toString() {
    return String.join(", ", names());
  }
}
