package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.FiscalRule.PeriodEnd;
import dev.procc.model.calendar.Periods;
import dev.procc.model.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A reader of the fiscal year of a project, `dates.fiscalYear`; if it is contradictory, that is
/// reported, and the year is unknown.
final class FiscalYearReader {
  private static final List<String> OF_WEEKS = List.of("rule", "month", "pattern", "leapWeek");

  private static final Comparator<ListedEnd> BY_NUMBER =
      Comparator.<ListedEnd>comparingInt(e -> e.period().year())
          .thenComparingInt(e -> e.period().number());

  private final Mapping year;
  private final Findings findings;

  /// A last day as written.
  private record ListedEnd(Scalar key, PeriodEnd period) {}

  FiscalYearReader(Mapping year, Findings findings) {
    this.year = year;
    this.findings = findings;
  }

  /// The rule of the fiscal year; null if none is written.
  @Nullable FiscalRule read() {
    int before = findings.size();
    FiscalRule rule = rule();
    return findings.size() > before || isUnread(year) ? new FiscalRule.Unread() : rule;
  }

  private static boolean isUnread(Mapping mapping) {
    for (MappingEntry entry : mapping.entries()) {
      if (entry.value() instanceof Unknown
          || entry.value() instanceof Mapping ends && isUnread(ends)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable FiscalRule rule() {
    boolean byEnd = !text("named").equals("start");
    FiscalRule rule = null;
    if (year.get("endsOn") != null) {
      MappingEntry months = year.entry("startMonth");
      if (months != null) {
        report(
            months.key(),
            "\"startMonth\" stands beside \"endsOn\", a year is of months or of weeks");
      }
      rule = weeks(byEnd);
    } else {
      for (String key : OF_WEEKS) {
        MappingEntry entry = year.entry(key);
        if (entry != null) {
          report(entry.key(), "\"" + key + "\" needs \"endsOn\", it describes a year of weeks");
        }
      }
      if (year.get("startMonth") != null) {
        rule = new FiscalRule.Months(month("startMonth", 1), byEnd);
      }
    }
    return year.get("periods") instanceof Mapping periods ? listed(periods, rule) : rule;
  }

  private void report(Scalar at, String message) {
    findings.add(
        Finding.of(CompileCodes.FISCAL_YEAR, at.span(), message)
            .withHint("procc explain PC227 shows what a fiscal year can be"));
  }

  private String text(String key) {
    return year.get(key) instanceof Scalar scalar ? scalar.value() : "";
  }

  private int month(String key, int otherwise) {
    if (!(year.get(key) instanceof Scalar scalar)) {
      return otherwise;
    }
    Long value = ScalarValues.integer(scalar);
    if (value != null && value >= 1 && value <= 12) {
      return value.intValue();
    }
    report(scalar, "\"" + scalar.value() + "\" is not a month, months are 1 to 12");
    return otherwise;
  }

  private FiscalRule weeks(boolean byEnd) {
    FiscalRule.WeekPattern pattern = FiscalRule.WeekPattern.values()[0];
    for (FiscalRule.WeekPattern each : FiscalRule.WeekPattern.values()) {
      pattern = each.text().equals(text("pattern")) ? each : pattern;
    }
    DayOfWeek endsOn = DayOfWeek.SATURDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (Weekdays.parse(text("endsOn")).orElse(Weekdays.NONE).contains(day)) {
        endsOn = day;
      }
    }
    return new FiscalRule.Weeks(
        new FiscalRule.YearEnd(endsOn, text("rule").equals("nearest"), month("month", 12)),
        pattern,
        leapPeriod(pattern),
        byEnd);
  }

  /// The period with the 53rd week; 0 for the last one.
  private int leapPeriod(FiscalRule.WeekPattern pattern) {
    if (!(year.get("leapWeek") instanceof Scalar scalar)) {
      return 0;
    }
    for (int number = 1; number <= pattern.periodCount(); number++) {
      String text = scalar.value().toUpperCase(Locale.ROOT);
      if (text.equals("P" + number) || text.equals("P0" + number) || text.equals("" + number)) {
        return number;
      }
    }
    report(
        scalar,
        "\""
            + scalar.value()
            + "\" is not a period of a year of "
            + pattern.text()
            + ", they are P1 to P"
            + pattern.periodCount());
    return 0;
  }

  private FiscalRule listed(Mapping periods, @Nullable FiscalRule rule) {
    List<ListedEnd> ends = new ArrayList<>();
    for (MappingEntry entry : periods.entries()) {
      LocalDate end =
          entry.value() instanceof Scalar scalar ? ScalarValues.date(scalar.value()) : null;
      ListedEnd read = end == null ? null : listedEnd(entry.key(), end, rule);
      if (read == null) {
        continue;
      }
      for (ListedEnd other : ends) {
        if (BY_NUMBER.compare(other, read) == 0) {
          report(entry.key(), quoted(read) + " is " + quoted(other) + ", which is listed already");
          read = null;
          break;
        }
      }
      if (read != null) {
        ends.add(read);
      }
    }
    ends.sort(BY_NUMBER);
    FiscalRule.ListedPeriods listed = new FiscalRule.ListedPeriods(inOrder(ends), rule);
    checkAgainstRule(ends, listed, rule);
    return listed;
  }

  /// The listed ends that are after the one before them.
  private List<PeriodEnd> inOrder(List<ListedEnd> ends) {
    List<PeriodEnd> inOrder = new ArrayList<>();
    ListedEnd before = null;
    for (ListedEnd each : ends) {
      if (before != null && !before.period().end().isBefore(each.period().end())) {
        report(
            each.key(),
            quoted(each)
                + " ends on "
                + each.period().end()
                + ", and "
                + quoted(before)
                + " before it on "
                + before.period().end());
      } else {
        inOrder.add(each.period());
        before = each;
      }
    }
    return inOrder;
  }

  /// Checks that each last day is within its period or the next one, according to the rule.
  private void checkAgainstRule(
      List<ListedEnd> ends, FiscalRule.ListedPeriods listed, @Nullable FiscalRule rule) {
    for (ListedEnd each : ends) {
      PeriodEnd period = each.period();
      if (rule != null
          && listed.ends().contains(period)
          && listed.period(period.year(), period.number()) == null) {
        report(
            each.key(), quoted(each) + " ends on " + period.end() + ", which is before it begins");
      }
    }
  }

  private static String quoted(ListedEnd end) {
    return "\"" + end.key().value() + "\"";
  }

  private @Nullable ListedEnd listedEnd(Scalar key, LocalDate end, @Nullable FiscalRule rule) {
    String canonical = Periods.canonical(key.value());
    int dash = canonical == null ? -1 : canonical.indexOf("-P");
    if (canonical == null || dash < 0) {
      report(key, "\"" + key.value() + "\" is not a period of a fiscal year, one is FY2026-P03");
      return null;
    }
    int ofYear = Integer.parseInt(canonical.substring(2, dash));
    int number = Integer.parseInt(canonical.substring(dash + 2));
    int count = rule == null ? 13 : rule.periodCount(ofYear);
    if (number < 1 || number > count) {
      report(key, "\"" + key.value() + "\" is not a period, a year has P01 to P" + count);
      return null;
    }
    return new ListedEnd(key, new PeriodEnd(ofYear, number, end));
  }
}
