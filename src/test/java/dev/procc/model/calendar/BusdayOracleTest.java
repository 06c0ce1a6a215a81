package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// 167 cases whose answers were written by third parties: OpenGamma Strata, numpy, pandas,
/// QuantLib, spreadsheets, close tools, 26 CFR 1.441-2, the NRF.
class BusdayOracleTest {
  /// The cases that the language leaves out on purpose.
  private static final Map<String, String> LEFT_OUT = new LinkedHashMap<>();

  static {
    leaveOut("+0bd rolls forward; it never keeps a day off", "025", "026");
    leaveOut("nearest has two incompatible definitions", "280", "284", "418");
    leaveOut("no half-month convention", "240", "411", "413", "415", "416");
    leaveOut(
        "no sticky month end: say last day of", "290", "293", "389", "393", "399", "403", "407");
    leaveOut("the start is never rolled before counting (numpy)", "300", "301");
  }

  private static void leaveOut(String why, String... ids) {
    for (String id : ids) {
      LEFT_OUT.put(id, why);
    }
  }

  private final Json.Obj file = OracleFile.read("busday-oracle.json");

  @TestFactory
  List<DynamicTest> casesGiveTheirAnswers() {
    List<DynamicTest> tests = new ArrayList<>();
    int left = 0;
    for (Json item : file.items("cases")) {
      Json.Obj one = (Json.Obj) item;
      String id = one.text("id").orElseThrow();
      if (leftOut(one)) {
        assertTrue(LEFT_OUT.containsKey(id), id + " is left out without a reason");
        left++;
      } else {
        assertTrue(!LEFT_OUT.containsKey(id), id + " could be tested");
        tests.add(DynamicTest.dynamicTest(id + " " + one.text("op").orElse(""), () -> check(one)));
      }
    }
    assertEquals(LEFT_OUT.size(), left);
    assertEquals(167, left + tests.size());
    return tests;
  }

  private static boolean leftOut(Json.Obj one) {
    String convention = one.text("convention").orElse("");
    return convention.contains("nearest")
        || convention.contains("half-month")
        || !one.text("eom").orElse("none").equals("none")
        || one.text("zero").orElse("").equals("same")
        || one.text("op").orElse("").equals("rollAdd");
  }

  private void check(Json.Obj one) {
    BusinessCalendar calendar = calendar(one.text("calendar").orElseThrow());
    String op = one.text("op").orElseThrow();
    if (op.equals("count")) {
      int count = calendar.count(OracleFile.day(one, "start"), OracleFile.day(one, "end"));
      assertEquals(one.integer("expected").orElseThrow(), count);
    } else if (op.equals("isBusinessDay")) {
      boolean expected = one.flag("expected", false);
      assertEquals(expected, calendar.isBusinessDay(OracleFile.day(one, "start")));
      assertEquals(expected, !calendar.reason(OracleFile.day(one, "start")).isClosed());
    } else {
      String found = op.startsWith("fiscal") ? fiscal(one).toString() : date(calendar, op, one);
      assertEquals(one.text("expected").orElseThrow(), found);
    }
  }

  private static String date(BusinessCalendar calendar, String op, Json.Obj one) {
    int start = OracleFile.day(one, "start");
    int n = one.integer("n").orElse(0L).intValue();
    int first = start - EpochDays.toDate(start).getDayOfMonth() + 1;
    int next = EpochDays.plusMonths(first, 1);
    String convention = one.text("convention").orElse("none");
    int found =
        switch (op) {
          case "add" -> calendar.add(start, n);
          case "roll" -> roll(calendar, start, convention);
          case "addDays" -> roll(calendar, EpochDays.plusDays(start, n), convention);
          case "addMonths" -> roll(calendar, EpochDays.plusMonths(start, n), convention);
          case "lastBusinessDayOfMonth" -> calendar.rollBack(next - 1);
          case "firstBusinessDayOfMonth" -> calendar.rollForward(first);
          case "nthOfMonth" -> calendar.nth(first, n);
          case "nthFromMonthEnd" -> calendar.add(next, -n);
          case "nthWeekdayOfMonth" -> {
            int weekday = weekday(one).getValue() - 1;
            yield first + Math.floorMod(weekday - EpochDays.weekday(first), 7) + 7 * (n - 1);
          }
          default -> throw new AssertionError(op);
        };
    return EpochDays.toDate(found).toString();
  }

  private static int roll(BusinessCalendar calendar, int day, String convention) {
    int found =
        switch (convention) {
          case "none" -> day;
          case "following", "modified-following" -> calendar.rollForward(day);
          case "preceding", "modified-preceding" -> calendar.rollBack(day);
          default -> throw new AssertionError(convention);
        };
    boolean left = EpochDays.toDate(found).getMonth() != EpochDays.toDate(day).getMonth();
    return !left || !convention.startsWith("modified")
        ? found
        : found > day ? calendar.rollBack(day) : calendar.rollForward(day);
  }

  private static LocalDate fiscal(Json.Obj one) {
    int leapQuarter = one.integer("extraWeekQuarter").orElse(4L).intValue();
    FiscalRule.Weeks rule =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(
                weekday(one),
                one.text("rule").orElseThrow().equals("nearest"),
                one.integer("month").orElseThrow().intValue()),
            FiscalRule.WeekPattern.P445,
            leapQuarter * 3,
            true);
    int year = Integer.parseInt(one.text("start").orElseThrow());
    DayRange days =
        one.has("quarter")
            ? Periods.quarter(rule, year, one.integer("quarter").orElseThrow().intValue())
            : rule.year(year);
    if (!one.has("quarter")) {
      assertEquals(days.end(), rule.yearEnd(year));
      assertEquals(rule.year(year - 1).end().plusDays(1), days.start());
      assertTrue(YearMonth.from(days.end()).getMonthValue() >= 1);
    }
    return days.end();
  }

  private static DayOfWeek weekday(Json.Obj one) {
    return DayOfWeek.valueOf(one.text("weekday").orElseThrow().toUpperCase(Locale.ROOT));
  }

  private BusinessCalendar calendar(String name) {
    Json.Obj calendar = file.obj("calendars").orElseThrow().obj(name).orElseThrow();
    return BusinessCalendar.of(
        name,
        OracleFile.weekdays(calendar, "workdays"),
        OracleFile.days(calendar, "exclusions"),
        OracleFile.days(calendar, "inclusions"));
  }
}
