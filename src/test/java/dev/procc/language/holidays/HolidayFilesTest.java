package dev.procc.language.holidays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list says about a day, and about the years it holds.
class HolidayFilesTest {
  /// "Early" once made a half day of it, also in GOV.UK's own list.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Early May bank holiday",
        "Early  May Bank Holiday (substitute day)",
        "Yearly shutdown",
        "Nearly New Year",
        "Pearl Harbor Day",
        "Tag der Deutschen Einheit"
      })
  void aWholeDayIsWhole(String name) {
    assertFalse(HolidayFiles.isHalfDay(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Early close",
        "Market closes early",
        "Closes earlier",
        "Early dismissal",
        "NYSE closes 1:00 p.m.",
        "Heiligabend (halber Tag)",
        "Silvester, halbtägig",
        "Veille de Noël (demi-journée)",
        "Nochebuena, media jornada"
      })
  void aPartOfADayIsNoHoliday(String name) {
    assertTrue(HolidayFiles.isHalfDay(name));
  }

  private static Outcome<HolidayList> table(String... rows) {
    String text = String.join("\n", rows) + "\n";
    return HolidayListReader.readTable(new SourceFile("list.csv", text), null);
  }

  /// A list of 2022 begins with New Year observed on 2021-12-31, and once claimed all of 2021.
  @ParameterizedTest
  @CsvSource({
    "2021-12-31, 2022-12-26, last days of 2021, --from 2021-12-31 --to 2022-12-31",
    "2023-12-25, 2024-12-26, last days of 2023, --from 2023-12-25 --to 2024-12-31",
    "2023-12-25, 2024-01-01, first days of 2024, --from 2023-12-25 --to 2024-01-01",
    "2023-01-02, 2024-01-01, first days of 2024, --from 2023-01-01 --to 2024-01-01",
  })
  void noYearIsClaimedOfWhichThereAreOnlyItsLastDays(
      String first, String last, String what, String range) {
    Outcome<HolidayList> read = table("date,name", first + ",A", last + ",B");
    assertTrue(read.value().isEmpty());
    assertEquals(
        List.of("\"list.csv\" lists only the " + what),
        read.findings().stream().map(finding -> finding.message()).toList());
    String hint = String.valueOf(read.findings().getFirst().hint());
    assertTrue(hint.endsWith(range), hint);
  }

  @Test
  void aYearOfChristmasAloneIsAYear() {
    HolidayList list = table("date,name", "2024-12-25,Christmas").value().orElseThrow();
    assertEquals("2024-01-01..2024-12-31", list.range().toString());
  }

  /// A column with the kind of the day was read past, and Valentine's Day was a day off.
  @ParameterizedTest
  @CsvSource({
    "type, Observance, OBSERVANCE",
    "Type, Local observance, OBSERVANCE",
    "Holiday Type, United Nations observance, OBSERVANCE",
    "type, Season, OBSERVANCE",
    "kind, Clock change/Daylight Saving Time, OBSERVANCE",
    "category, State Holiday, REGIONAL",
    "type, Optional Holiday, REGIONAL",
    "type, Common local holiday, REGIONAL",
    "type, Half day, HALF_DAY",
    "remark, Public holiday in Delaware, REGIONAL",
  })
  void theKindOfADayIsRead(String column, String kind, HolidayList.LeftOutReason reason) {
    HolidayList list =
        table("date,name," + column, "2024-02-14,A," + kind, "2024-12-25,B,").value().orElseThrow();
    assertEquals(List.of(reason), list.leftOut().stream().map(day -> day.reason()).toList());
    assertEquals(1, list.days().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Public holiday",
        "National holiday",
        "Bank holiday",
        "United States federal holiday"
      })
  void aHolidayOfAllIsADayOff(String kind) {
    HolidayList list = table("date,name,type", "2024-12-25,B," + kind).value().orElseThrow();
    assertEquals(1, list.days().size());
  }

  /// What a day commemorates is no kind of day.
  @Test
  void aDescriptionIsNoKind() {
    String row = "2024-12-25,Christmas,Observance of the birth of Christ";
    HolidayList list = table("date,name,about", row).value().orElseThrow();
    assertEquals(1, list.days().size());
  }

  /// Of events without an id the one with the highest SEQUENCE was once the only one.
  @Test
  void eventsWithoutAnIdAreNoVersionsOfEachOther() {
    String events =
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240101\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20241225\r\nSUMMARY:B\r\nSEQUENCE:2\r\n"
            + "END:VEVENT\r\n";
    String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    Outcome<HolidayList> read =
        HolidayListReader.readCalendar(new SourceFile("list.ics", text), null);
    assertEquals(2, read.value().orElseThrow().days().size());
  }

  /// Of two versions without a number the one that was written later counts; two that say nothing
  /// of it are both days off, as no day is lost in silence.
  @Test
  void ofTwoVersionsOfAnEventTheLaterOneCounts() {
    assertEquals("[2024-12-26]", versions("DTSTAMP:20240101T000000Z", "DTSTAMP:20240201T000000Z"));
    assertEquals("[2024-12-25]", versions("DTSTAMP:20240301T000000Z", "DTSTAMP:20240201T000000Z"));
    assertEquals("[2024-12-25, 2024-12-26]", versions("CLASS:PUBLIC", "CLASS:PUBLIC"));
    String first = "SEQUENCE:1\r\nDTSTAMP:20240101T000000Z";
    assertEquals("[2024-12-25]", versions(first, "DTSTAMP:20240201T000000Z"));
  }

  private static String versions(String first, String second) {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + ("BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20241225\r\nSUMMARY:A\r\n" + first)
            + "\r\nEND:VEVENT\r\n"
            + ("BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20241226\r\nSUMMARY:A\r\n" + second)
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    SourceFile file = new SourceFile("list.ics", text);
    HolidayList list = HolidayListReader.readCalendar(file, null).value().orElseThrow();
    return list.days().stream().map(day -> day.date().toString()).toList().toString();
  }

  private static String repeating(int own) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    text.append("BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20231225\r\nRRULE:FREQ=YEARLY\r\n");
    text.append("SUMMARY:Christmas\r\nEND:VEVENT\r\n");
    for (int day = 1; day <= own; day++) {
      text.append("BEGIN:VEVENT\r\nUID:").append(day);
      text.append("\r\nDTSTART;VALUE=DATE:2024040").append(day).append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  /// One event that repeats once vouched for every year asked for, of which nothing else was
  /// listed.
  @ParameterizedTest
  @CsvSource({"4, 2024-01-01, 2026-12-31, 2025", "3, 2023-06-01, 2024-12-31, 2023"})
  void daysThatRepeatAreNotAllOfAYear(int own, String from, String to, int year) {
    DayRange range = new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    Outcome<HolidayList> read =
        HolidayListReader.readCalendar(new SourceFile("list.ics", repeating(own)), range);
    assertEquals(
        List.of("\"list.ics\" lists only days that repeat in " + year),
        read.findings().stream().map(finding -> finding.message()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2024-01-01, 2024-12-31, 5",
    "2, 2024-01-01, 2026-12-31, 5",
    "0, 2024-01-01, 2026-12-31, 3"
  })
  void aListOfRulesReachesAsFarAsAsked(int own, String from, String to, int days) {
    DayRange range = new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    Outcome<HolidayList> read =
        HolidayListReader.readCalendar(new SourceFile("list.ics", repeating(own)), range);
    assertEquals(days, read.value().orElseThrow().days().size());
    assertEquals(range, read.value().orElseThrow().range());
  }
}
