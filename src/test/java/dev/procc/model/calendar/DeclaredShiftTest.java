package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The vectors of the declared shift, computed by a day loop.
class DeclaredShiftTest {
  @TestFactory
  List<DynamicTest> vectorsHold() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Json item : OracleFile.read("shift.json").items("cases")) {
      Json.Obj one = (Json.Obj) item;
      tests.add(
          DynamicTest.dynamicTest(
              tests.size() + " " + one.text("note").orElse(""), () -> check(one)));
    }
    assertEquals(45, tests.size());
    return tests;
  }

  private static void check(Json.Obj one) {
    BusinessSchedule before = schedule(one.obj("before").orElseThrow());
    BusinessSchedule after = schedule(one.obj("after").orElseThrow());
    one.obj("dates")
        .orElseThrow()
        .members()
        .forEach((date, moved) ->
            assertEquals(
                ((Json.Str) moved).value(),
                DeclaredShift.shift(before, after, LocalDate.parse(date)).toString(),
                date));
  }

  private static BusinessSchedule schedule(Json.Obj body) {
    BusinessCalendar calendar =
        BusinessCalendar.of(
            "live",
            OracleFile.weekdays(body, "businessDaysOfWeek"),
            OracleFile.days(body, "businessDateExclusions"),
            OracleFile.days(body, "businessDateInclusions"));
    return new BusinessSchedule(
        calendar,
        LocalDate.parse(body.text("businessStartDate").orElseThrow()),
        LocalDate.parse(body.text("businessEndDate").orElseThrow()));
  }

  @Test
  void aCalendarWithoutBusinessDaysMovesNothing() {
    LocalDate start = LocalDate.parse("2026-03-02");
    LocalDate end = LocalDate.parse("2026-03-31");
    BusinessSchedule before = new BusinessSchedule(BusinessCalendar.monToFri(), start, end);
    BusinessCalendar none = BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of());
    assertEquals(start, DeclaredShift.shift(before, new BusinessSchedule(none, start, end), start));
    assertEquals(end, DeclaredShift.shift(before, before, end));
  }
}
