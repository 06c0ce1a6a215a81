package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.Roll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps in the calendar, rolls, choices, and days by their position in a span.
class CalendarStepsTest {
  @Test
  void theProjectsRollMovesComputedDatesOnly() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("computed", "start + 10 days", null),
                DateTreeFixture.task("typed", "2026-04-04", null),
                DateTreeFixture.task("kept", "start + 10 days even on a day off", null),
                DateTreeFixture.task("own", "start + 10 days or previous business day", null));
    close.options =
        new DateOptions(false, Roll.NEXT, Severity.ERROR, null, DateTreeFixture.at("procc.yaml"));
    DateResolution resolution = close.resolve();
    assertEquals(day("2026-04-06"), DateTreeFixture.due(resolution, "computed"));
    assertEquals(day("2026-04-04"), DateTreeFixture.due(resolution, "typed"));
    assertEquals(day("2026-04-04"), DateTreeFixture.due(resolution, "kept"));
    assertEquals(day("2026-04-02"), DateTreeFixture.due(resolution, "own"));
  }

  @Test
  void rollsInsideTheMonth() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task(
                    "forward", "2026-05-31 or next business day in the month", null),
                DateTreeFixture.task(
                    "back", "2026-08-01 or previous business day in the month", null),
                DateTreeFixture.task(
                    "inside", "2026-04-04 or next business day in the month", null),
                DateTreeFixture.task("open", "2026-04-06 or previous business day", null));
    close.end = "2026-12-31";
    DateResolution resolution = close.resolve();
    assertEquals(day("2026-05-29"), DateTreeFixture.due(resolution, "forward"));
    assertEquals(day("2026-08-03"), DateTreeFixture.due(resolution, "back"));
    assertEquals(
        "or next business day in the month, not Mon 2026-06-01",
        DateTreeFixture.steps(resolution, "forward").getLast().description());
    assertEquals(
        "or next business day in the month",
        DateTreeFixture.steps(resolution, "inside").getLast().description());
    assertEquals(day("2026-04-06"), DateTreeFixture.due(resolution, "inside"));
    assertEquals(day("2026-04-06"), DateTreeFixture.due(resolution, "open"));
  }

  /// A month without a business day once let the date go into the one before or after it.
  @ParameterizedTest
  @ValueSource(strings = {"next", "previous"})
  void aMonthWithoutABusinessDayHasNoneToRollTo(String where) {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task(
                    "august", "2026-08-05 or " + where + " business day in the month", null),
                DateTreeFixture.task("any", "2026-08-05 or " + where + " business day", null));
    close.end = "2026-12-31";
    List<NamedDay> august = new ArrayList<>();
    for (int day = 1; day <= 31; day++) {
      august.add(NamedDay.of(LocalDate.of(2026, 8, day)));
    }
    close.calendar =
        DateTreeFixture.calendar(BusinessCalendar.of("shut", Weekdays.MON_FRI, august, List.of()));
    DateResolution resolution = close.resolve();
    assertEquals(
        List.of("PC221 Wed 2026-08-05 is a day off, and its month has no business day to move to"),
        resolution.findings().stream()
            .map(finding -> finding.code().id() + " " + finding.message())
            .toList());
    assertNull(resolution.date(DateTreeFixture.ID + "/august", FieldRole.DUE_DATE));
    assertNotNull(resolution.date(DateTreeFixture.ID + "/any", FieldRole.DUE_DATE));
  }

  @Test
  void calendarStepsAndPlaces() {
    String[][] cases = {
      {"2026-01-31 + 1m", "2026-02-28"},
      {"2026-01-31 + 1q", "2026-04-30"},
      {"2024-02-29 + 1y", "2025-02-28"},
      {"2026-03-31 - 1m", "2026-02-28"},
      {"2026-03-31 - 2w", "2026-03-17"},
      {"first day of period", "2026-03-01"},
      {"last friday of period", "2026-03-27"},
      {"first monday of month after period", "2026-04-06"},
      {"last day of month before period", "2026-02-28"},
      {"first day of quarter after period", "2026-04-01"},
      {"last day of quarter before period", "2025-12-31"},
      {"10th day of year", "2026-01-10"},
      {"2nd last day of next year", "2027-12-30"},
      {"first business day of previous quarter", "2025-10-01"},
      {"5th business day of 2026-04", "2026-04-08"},
      {"last sunday of month of 2026-02-10", "2026-02-22"},
      {"first day of quarter of (2026-02-10 + 1q)", "2026-04-01"},
      {"last saturday of 2026", "2026-12-26"},
      {"earliest(2026-04-10, WD3, start + 100d)", "2026-04-06"},
      {"latest(2026-04-10, WD3)", "2026-04-10"},
      {"clamp(2026-04-10, WD1, WD3)", "2026-04-06"},
      {"clamp(2026-03-26, WD1, WD3)", "2026-04-01"},
      {"clamp(2026-04-02, WD1, WD3)", "2026-04-02"},
    };
    for (String[] one : cases) {
      DateTreeFixture close = new DateTreeFixture();
      close.due = one[0];
      DateResolution resolution = close.resolve();
      assertEquals(List.of(), resolution.findings(), one[0]);
      assertEquals(day(one[1]), DateTreeFixture.due(resolution, ""), one[0]);
      List<DerivationStep> steps =
          resolution.date(DateTreeFixture.ID, FieldRole.DUE_DATE.fieldName()).derivation().steps();
      assertEquals(day(one[1]), steps.getLast().date());
    }
  }

  @Test
  void daysThatAreNotInTheSpan() {
    for (String text :
        List.of(
            "5th friday of 2026-04",
            "31st day of 2026-04",
            "31st last day of 2026-04",
            "6th last monday of 2026-04",
            "23rd business day of 2026-04",
            "23rd last business day of 2026-04")) {
      Finding found = only(resolveDue(text));
      assertEquals("PC221", found.code().id());
      assertEquals(1, found.fixes().size(), text);
    }
    assertEquals(
        "2026-04 (2026-04-01..2026-04-30) has no 5th friday",
        only(resolveDue("5th friday of 2026-04")).message());
    assertEquals(
        "the last one is Fri 2026-04-24", only(resolveDue("5th friday of 2026-04")).hint());
    assertEquals("PC214", only(resolveDue("last day of FY2026")).code().id());
  }

  @Test
  void choicesTakeTheFirstOfEqualDatesAndBoundsBelongToTheRange() {
    String[][] cases = {
      {"earliest(WD2, 2026-04-02)", "2026-04-02", "0", "the earliest"},
      {"latest(WD2, 2026-04-02)", "2026-04-02", "0", "the latest"},
      {"latest(WD1, WD2)", "2026-04-02", "1", "the latest"},
      {"clamp(WD2, WD2, WD3)", "2026-04-02", "0", "within its bounds"},
      {"clamp(WD3, WD2, WD3)", "2026-04-06", "0", "within its bounds"},
      {"clamp(WD1, WD2, WD3)", "2026-04-02", "1", "not before"},
      {"clamp(WD4, WD2, WD3)", "2026-04-06", "2", "not after"},
      {"clamp(WD4, WD2, WD2)", "2026-04-02", "2", "not after"},
    };
    for (String[] one : cases) {
      DateResolution resolution = resolveDue(one[0]);
      assertEquals(List.of(), resolution.findings());
      DerivationStep.ChoiceStep step =
          (DerivationStep.ChoiceStep) DateTreeFixture.steps(resolution, "x").get(0);
      assertEquals(day(one[1]), step.date(), one[0]);
      assertEquals(Integer.parseInt(one[2]), step.chosen(), one[0]);
      assertEquals(one[3], step.description());
    }
    DateResolution empty = resolveDue("clamp(start, WD5, WD1)");
    assertEquals("PC211", only(empty).code().id());
    assertNull(DateTreeFixture.due(empty, "x"));
    assertEquals(List.of("clamp(start, WD1, WD5)"), DateTreeFixture.fixes(only(empty)));
    for (String text : List.of("clamp(BD99, WD1, WD2)", "clamp(WD1, WD2, BD99)")) {
      DateResolution failed = resolveDue(text);
      assertEquals("PC205", only(failed).code().id());
      assertNull(DateTreeFixture.due(failed, "x"));
    }
  }

  @Test
  void placesAreCountedWithinTheYearsThatAreKnown() {
    DateTreeFixture close = new DateTreeFixture();
    close.period = null;
    close.start = null;
    close.end = null;
    close.due = "2199-12-31";
    DateResolution resolution =
        close
            .with(DateTreeFixture.task("x", "last day of next year of process.due", null))
            .resolve();
    assertEquals(
        "\"last day of next year of process.due\" is out of range: dates go from 1970 to 2199",
        only(resolution).message());
    assertNull(DateTreeFixture.due(resolution, "x"));
  }

  @Test
  void theFarEndOfTheSpanIsOffered() {
    assertEquals(
        List.of("last friday of 2026-04"),
        DateTreeFixture.fixes(only(resolveDue("5th friday of 2026-04"))));
    assertEquals(
        List.of("first friday of 2026-04"),
        DateTreeFixture.fixes(only(resolveDue("5th last friday of 2026-04"))));
    assertEquals(
        "the first one is Fri 2026-04-03", only(resolveDue("5th last friday of 2026-04")).hint());
    assertNull(DateTreeFixture.due(resolveDue("5th friday of 2026-04"), "x"));
  }

  @Test
  void thereIsNoZerothPlace() {
    DateExpression.NthDay zeroth =
        new DateExpression.NthDay(
            0, DateExpression.DayKind.FRIDAY, new DateExpression.DaySpan.OfPeriodKey("2026-04"));
    assertEquals("0th friday of 2026-04", zeroth.canonical());
    assertFalse(zeroth.isFromEnd());
  }
}
