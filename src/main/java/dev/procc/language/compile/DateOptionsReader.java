package dev.procc.language.compile;

import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.syntax.Roll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The options of the date language, from `dates` of `procc.yaml`.
final class DateOptionsReader {
  private DateOptionsReader() {}

  static DateOptions read(@Nullable Mapping dates) {
    if (dates == null) {
      return DateOptions.DEFAULT;
    }
    Roll roll =
        switch (text(dates, "roll")) {
          case "next" -> Roll.NEXT;
          case "previous" -> Roll.PREVIOUS;
          default -> Roll.UNSPECIFIED;
        };
    Severity outside =
        text(dates, "outsideSchedule").equals("warn") ? Severity.WARNING : Severity.ERROR;
    boolean dayZero =
        dates.get("dayZero") instanceof Scalar flag && Boolean.TRUE.equals(ScalarValues.bool(flag));
    FiscalRule fiscal = dates.get("fiscalYear") instanceof Mapping year ? fiscalRule(year) : null;
    return new DateOptions(dayZero, roll, outside, fiscal, Origin.written(dates.span()));
  }

  private static String text(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar ? scalar.value() : "";
  }

  private static int number(Mapping mapping, String key, int otherwise) {
    Long value = mapping.get(key) instanceof Scalar scalar ? ScalarValues.integer(scalar) : null;
    return value == null || value < 1 || value > 12 ? otherwise : value.intValue();
  }

  private static @Nullable FiscalRule fiscalRule(Mapping year) {
    FiscalRule rule = null;
    boolean byEnd = !text(year, "named").equals("start");
    if (year.get("endsOn") != null) {
      rule =
          new FiscalRule.Weeks(
              new FiscalRule.YearEnd(
                  weekday(text(year, "endsOn")),
                  text(year, "rule").equals("nearest"),
                  number(year, "month", 12)),
              pattern(text(year, "pattern")),
              leapWeekPeriod(text(year, "leapWeek")),
              byEnd);
    } else if (year.get("startMonth") != null) {
      rule = new FiscalRule.Months(number(year, "startMonth", 1), byEnd);
    }
    return year.get("periods") instanceof Mapping periods ? listedPeriods(periods, rule) : rule;
  }

  private static DayOfWeek weekday(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (Weekdays.parse(name).orElse(Weekdays.NONE).contains(day)) {
        return day;
      }
    }
    return DayOfWeek.SATURDAY;
  }

  private static FiscalRule.WeekPattern pattern(String name) {
    for (FiscalRule.WeekPattern pattern : FiscalRule.WeekPattern.values()) {
      if (pattern.text().equals(name)) {
        return pattern;
      }
    }
    return FiscalRule.WeekPattern.values()[0];
  }

  private static int leapWeekPeriod(String name) {
    String digits = name.toUpperCase(Locale.ROOT).startsWith("P") ? name.substring(1) : name;
    try {
      return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static FiscalRule listedPeriods(Mapping periods, @Nullable FiscalRule otherwise) {
    List<FiscalRule.PeriodEnd> ends = new ArrayList<>();
    for (MappingEntry entry : periods.entries()) {
      int[] number = fiscalKey(entry.key().value());
      YamlNode value = entry.value();
      LocalDate end = value instanceof Scalar scalar ? ScalarValues.date(scalar.value()) : null;
      if (number.length == 2 && end != null) {
        ends.add(new FiscalRule.PeriodEnd(number[0], number[1], end));
      }
    }
    ends.sort((a, b) -> a.end().compareTo(b.end()));
    return new FiscalRule.ListedPeriods(ends, otherwise);
  }

  /// `FY2026-P3` to 2026 and 3.
  private static int[] fiscalKey(String key) {
    String text = key.toUpperCase(Locale.ROOT);
    int dash = text.indexOf("-P");
    if (!text.startsWith("FY") || dash < 0) {
      return new int[0];
    }
    try {
      return new int[] {
        Integer.parseInt(text.substring(2, dash)), Integer.parseInt(text.substring(dash + 2))
      };
    } catch (NumberFormatException notANumber) {
      return new int[0];
    }
  }
}
