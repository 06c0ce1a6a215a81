package dev.procc.language.holidays;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What lists in files have in common.
final class Listed {
  private static final String[] HALF = {
    "half day",
    "half-day",
    "halfday",
    "half holiday",
    "half-holiday",
    "1/2 day",
    "½ day",
    "early close",
    "closes early",
    "close early",
    "early closing",
    "early-close",
    "close at",
    "closes at",
    "open until"
  };

  private Listed() {}

  /// Whether a name speaks of a part of a day.
  static boolean half(String name) {
    String words = name.toLowerCase(Locale.ROOT);
    for (String half : HALF) {
      if (words.contains(half)) {
        return true;
      }
    }
    return false;
  }

  /// `20241225`, or the first eight digits of a date with a time; never by way of a time zone.
  static @Nullable LocalDate digits(String text) {
    if (text.length() < 8) {
      return null;
    }
    int[] parts = new int[8];
    for (int i = 0; i < 8; i++) {
      parts[i] = text.charAt(i) - '0';
      if (parts[i] < 0 || parts[i] > 9) {
        return null;
      }
    }
    try {
      return LocalDate.of(
          parts[0] * 1000 + parts[1] * 100 + parts[2] * 10 + parts[3],
          parts[4] * 10 + parts[5],
          parts[6] * 10 + parts[7]);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /// The list of what was found, in the range asked for or in the years it speaks of.
  ///
  /// Of a range that was asked for only the years are kept that the file has a day in: about the
  /// others it says nothing.
  static Outcome<HolidayList> list(
      SourceFile file,
      HolidayList.Collector days,
      @Nullable DayRange range,
      List<Diagnostic> found) {
    List<LocalDate> dates = days.dates();
    if (found.isEmpty() && dates.isEmpty()) {
      found.add(
          Diagnostic.of(
                  HolidayCodes.NOT_A_LIST, Span.at(file, 0), "\"" + file.path() + "\" lists no day")
              .withHint("is it the right file?"));
    }
    if (!found.isEmpty()) {
      return Outcome.of(null, found);
    }
    int first = dates.getFirst().getYear();
    int last = dates.getLast().getYear();
    LocalDate from = LocalDate.of(first, 1, 1);
    LocalDate to = LocalDate.of(last, 12, 31);
    if (range != null) {
      from = from.isAfter(range.start()) ? from : range.start();
      to = to.isBefore(range.end()) ? to : range.end();
    }
    if (to.isBefore(from)) {
      found.add(
          Diagnostic.of(
                  HolidayCodes.NOT_A_LIST,
                  Span.at(file, 0),
                  "\""
                      + file.path()
                      + "\" lists days of "
                      + first
                      + " to "
                      + last
                      + ", none of "
                      + range)
              .withHint("choose another --from and --to"));
      return Outcome.of(null, found);
    }
    return Outcome.of(days.list(name(file), List.of(), new DayRange(from, to)));
  }

  private static String name(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
