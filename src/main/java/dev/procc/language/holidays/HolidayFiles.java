package dev.procc.language.holidays;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts that all readers of holiday files share.
final class HolidayFiles {
  private static final String[] HALF_DAY_PHRASES = {
    "half day",
    "half-day",
    "halfday",
    "half holiday",
    "half-holiday",
    "1/2 day",
    "½",
    "partial day",
    "shortened",
    "abbreviated",
    "am only",
    "a.m. only",
    "pm only",
    "p.m. only",
    "morning only",
    "afternoon only",
    "close at",
    "closes at",
    "open until",
    "halber tag",
    "halber feiertag",
    "halbtag",
    "halbtägig",
    "demi-journée",
    "medio día",
    "media jornada",
    "mezza giornata",
    "halve dag"
  };

  /// `Closes early`; not `Yearly shutdown`, nor the Early May bank holiday.
  private static final Pattern EARLY = Pattern.compile("\\bearl(?:y|ier)\\b(?!\\s+may\\b)");

  /// A time of day: `1:00 p.m.`, `13:00`, `1pm`, `noon`.
  private static final Pattern TIME =
      Pattern.compile("\\b\\d{1,2}(:\\d\\d|\\s*[ap]\\.?m\\b)|\\bnoon\\b|\\bmidday\\b");

  /// So many days of its own in a year say that those that repeat are not all.
  private static final int SEVERAL = 3;

  private HolidayFiles() {}

  /// Whether a name is that of a half day.
  static boolean isHalfDay(String name) {
    String words = name.toLowerCase(Locale.ROOT);
    for (String half : HALF_DAY_PHRASES) {
      if (words.contains(half)) {
        return true;
      }
    }
    return EARLY.matcher(words).find() || TIME.matcher(words).find();
  }

  /// `20241225`, or the first eight digits of a date with a time; time zones are never applied.
  static @Nullable LocalDate parseDate(String text) {
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

  /// The list of days that were read, within the requested range or within the years of the file.
  ///
  /// A requested range is cut to the years in which the file has a day: about other years it says
  /// nothing.
  static Outcome<HolidayList> toHolidayList(
      SourceFile file,
      HolidayList.HolidayCollector days,
      @Nullable DayRange range,
      Findings findings) {
    List<LocalDate> dates = days.dates();
    if (days.isOverfull()) {
      findings.add(overfull(file));
    } else if (findings.isEmpty() && dates.isEmpty()) {
      findings.add(notAList(file, "lists no day").withHint("is it the right file?"));
    }
    if (!findings.isEmpty()) {
      return Outcome.of(null, findings.toList());
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
      findings.add(
          notAList(file, "lists days of " + first + " to " + last + ", none of " + range)
              .withHint("choose another --from and --to"));
      return Outcome.of(null, findings.toList());
    }
    Finding gap =
        range != null && days.hasRules()
            ? onlyRepeated(file, days.singlesByYear(), from.getYear(), to.getYear())
            : gap(file, dates, from.getYear(), to.getYear());
    gap = gap == null && range == null ? unfinishedYear(file, dates) : gap;
    if (gap != null) {
      return Outcome.failure(gap);
    }
    return Outcome.of(days.build(name(file), new DayRange(from, to)));
  }

  private static Finding overfull(SourceFile file) {
    return notAList(
            file,
            "lists more than "
                + HolidayList.HolidayCollector.MAX_DAYS
                + " days, or names of more than "
                + HolidayList.HolidayCollector.MAX_NAMES
                + " characters")
        .withHint("take out what is not a holiday, or import it in parts");
  }

  /// The finding about a year without a day, which the file does not cover; null if there is none.
  private static @Nullable Finding gap(SourceFile file, List<LocalDate> dates, int from, int to) {
    TreeSet<Integer> years = new TreeSet<>();
    dates.forEach(date -> years.add(date.getYear()));
    for (int year = from; year <= to; year++) {
      if (!years.contains(year)) {
        Integer before = years.lower(year);
        Integer after = years.higher(year);
        return notAList(file, "lists no day of " + year)
            .withHint(
                "import it in parts, --to "
                    + before
                    + "-12-31 and then --from "
                    + after
                    + "-01-01");
      }
    }
    return null;
  }

  /// The finding about a year of which there are only days that repeat, though other years have
  /// several of their own, such as Easter; null if there is none.
  private static @Nullable Finding onlyRepeated(
      SourceFile file, NavigableMap<Integer, Integer> singles, int from, int to) {
    int most = singles.isEmpty() ? 0 : Collections.max(singles.values());
    for (int year = from; year <= to && most >= SEVERAL; year++) {
      if (!singles.containsKey(year)) {
        return notAList(file, "lists only days that repeat in " + year)
            .withHint(
                "it has days of its own in "
                    + singles.firstKey()
                    + (singles.size() == 1 ? "" : " to " + singles.lastKey())
                    + ": choose --from and --to within");
      }
    }
    return null;
  }

  /// The finding about a first year of which there are only the last days, or a last one of which
  /// there are only the first: a list of 2022 begins with 2021-12-31, New Year observed. Null if
  /// both are complete.
  private static @Nullable Finding unfinishedYear(SourceFile file, List<LocalDate> dates) {
    LocalDate first = dates.getFirst();
    LocalDate last = dates.getLast();
    boolean begins = first.getMonth() == Month.DECEMBER && first.getDayOfMonth() >= 25;
    boolean ends = last.getDayOfYear() <= 6;
    if (first.getYear() == last.getYear() || !begins && !ends) {
      return null;
    }
    String what = ends ? "first days of " + last.getYear() : "last days of " + first.getYear();
    LocalDate from = begins ? first : first.withDayOfYear(1);
    LocalDate to = ends ? last : LocalDate.of(last.getYear(), 12, 31);
    return notAList(file, "lists only the " + what)
        .withHint(
            "say where it " + (ends ? "ends" : "begins") + ": --from " + from + " --to " + to);
  }

  private static Finding notAList(SourceFile file, String problem) {
    return Finding.of(
        HolidayCodes.NOT_A_HOLIDAY_LIST, Span.at(file, 0), "\"" + file.path() + "\" " + problem);
  }

  private static String name(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
