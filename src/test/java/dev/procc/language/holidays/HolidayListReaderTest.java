package dev.procc.language.holidays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayListReaderTest {
  private static final DayRange YEARS = range("2024-01-01", "2026-12-31");

  private static DayRange range(String from, String to) {
    return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Outcome<HolidayList> ics(@Nullable DayRange range, String... lines) {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hacksw/handcal//NONSGML v1.0//EN\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n";
    return HolidayListReader.readCalendar(new SourceFile("list.ics", text), range);
  }

  private static String[] event(String... properties) {
    List<String> lines = new ArrayList<>(List.of("BEGIN:VEVENT", "UID:1@example.com"));
    lines.addAll(List.of(properties));
    lines.add("END:VEVENT");
    return lines.toArray(String[]::new);
  }

  private static List<String> days(Outcome<HolidayList> read) {
    assertEquals(List.of(), read.findings());
    List<String> days = new ArrayList<>();
    for (NamedDay day : read.value().orElseThrow().days()) {
      days.add(day.name().isEmpty() ? day.date().toString() : day.date() + " " + day.name());
    }
    return days;
  }

  private static List<String> left(Outcome<HolidayList> read) {
    List<String> left = new ArrayList<>();
    for (HolidayList.LeftOutDay each : read.value().orElseThrow().leftOut()) {
      left.add(each.date() + " " + each.name() + ": " + each.reason());
    }
    return left;
  }

  private static String fault(Outcome<HolidayList> read) {
    assertTrue(read.value().isEmpty());
    Finding first = read.findings().getFirst();
    int line = first.span() == null ? 0 : first.span().startPosition().line();
    return first.code().id() + " line " + line + ": " + first.message();
  }

  // RFC 5545, section 3.6.1

  @Test
  void anAnniversary() {
    String[] anniversary =
        event(
            "DTSTAMP:19970901T130000Z",
            "DTSTART;VALUE=DATE:19971102",
            "SUMMARY:Our Blissful Anniversary",
            "TRANSP:TRANSPARENT",
            "CLASS:CONFIDENTIAL",
            "CATEGORIES:ANNIVERSARY,PERSONAL,SPECIAL OCCASION",
            "RRULE:FREQ=YEARLY");
    assertEquals(
        List.of(
            "2024-11-02 Our Blissful Anniversary",
            "2025-11-02 Our Blissful Anniversary",
            "2026-11-02 Our Blissful Anniversary"),
        days(ics(YEARS, anniversary)));
    assertEquals(
        "PC243 line 12: \"Our Blissful Anniversary\" repeats for ever; a calendar lists single"
            + " days",
        fault(ics(null, anniversary)));
  }

  @Test
  void severalDaysEndBeforeTheirEnd() {
    List<String> festival =
        days(
            ics(
                null,
                event(
                    "DTSTAMP:20070423T123432Z",
                    "DTSTART;VALUE=DATE:20070628",
                    "DTEND;VALUE=DATE:20070709",
                    "SUMMARY:Festival International de Jazz de Montreal",
                    "TRANSP:TRANSPARENT")));
    assertEquals(11, festival.size());
    assertEquals("2007-06-28 Festival International de Jazz de Montreal", festival.getFirst());
    assertEquals("2007-07-08 Festival International de Jazz de Montreal", festival.getLast());
  }

  // RFC 5545, section 3.8.5.3: the rules with the days listed there

  private static List<String> recurring(String start, String from, String to, String... more) {
    List<String> properties = new ArrayList<>(List.of("DTSTART;VALUE=DATE:" + start));
    properties.addAll(List.of(more));
    return days(ics(range(from, to), event(properties.toArray(String[]::new))));
  }

  @Test
  void presidentialElectionEveryFourthYear() {
    assertEquals(
        List.of("1996-11-05", "2000-11-07", "2004-11-02"),
        recurring(
            "19961105",
            "1996-01-01",
            "2004-12-31",
            "RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"));
  }

  @Test
  void fridayTheThirteenth() {
    assertEquals(
        List.of("1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"),
        recurring(
            "19970902",
            "1997-09-02",
            "2000-12-31",
            "EXDATE;VALUE=DATE:19970902",
            "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"));
  }

  @Test
  void twentiethMonday() {
    assertEquals(
        List.of("1997-05-19", "1998-05-18", "1999-05-17"),
        recurring("19970519", "1997-01-01", "1999-12-31", "RRULE:FREQ=YEARLY;BYDAY=20MO"));
  }

  @Test
  void secondToLastWeekday() {
    assertEquals(
        List.of(
            "1997-09-29",
            "1997-10-30",
            "1997-11-27",
            "1997-12-30",
            "1998-01-29",
            "1998-02-26",
            "1998-03-30"),
        recurring(
            "19970929",
            "1997-01-01",
            "1998-03-31",
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"));
  }

  @Test
  void anInvalidDayIsPassedOver() {
    assertEquals(
        List.of("2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"),
        recurring(
            "20070115", "2007-01-01", "2007-12-31", "RRULE:FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"));
  }

  @Test
  void whatTheFirstDayOfAWeekDecidesIsRefused() {
    assertEquals(
        "PC242 line 8: \"Team\" cannot be told as single days: every 2 weeks depends on the day a"
            + " week begins on",
        fault(
            ics(
                YEARS,
                event(
                    "DTSTART;VALUE=DATE:19970805",
                    "SUMMARY:Team",
                    "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"))));
    assertTrue(
        fault(ics(YEARS, event("DTSTART:19970512", "RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO")))
            .contains("numbers of weeks"));
    assertTrue(
        fault(ics(YEARS, event("DTSTART:19970512", "RRULE:FREQ=HOURLY"))).contains("within a day"));
    assertTrue(
        fault(ics(YEARS, event("DTSTART:19970512", "RRULE:FREQ=SOMETIMES")))
            .contains("is not a rule of RFC 5545"));
  }

  @Test
  void aRuleEndsAtItsUntilInEveryZone() {
    assertEquals(
        List.of("2024-12-26", "2025-12-26"),
        recurring("20241226", "2024-01-01", "2030-12-31", "RRULE:FREQ=YEARLY;UNTIL=20251226"));
    assertEquals(
        List.of("2024-12-26", "2025-12-26"),
        recurring(
            "20241226", "2024-01-01", "2030-12-31", "RRULE:FREQ=YEARLY;UNTIL=20251226T000000Z"));
  }

  @Test
  void oneInstanceMoves() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            event("DTSTART;VALUE=DATE:20240704", "SUMMARY:Independence Day", "RRULE:FREQ=YEARLY")));
    lines.addAll(
        List.of(
            event(
                "RECURRENCE-ID;VALUE=DATE:20260704",
                "DTSTART;VALUE=DATE:20260703",
                "SUMMARY:Independence Day (observed)")));
    assertEquals(
        List.of(
            "2024-07-04 Independence Day",
            "2025-07-04 Independence Day",
            "2026-07-03 Independence Day (observed)"),
        days(ics(YEARS, lines.toArray(String[]::new))));
  }

  // Shapes of published lists

  @Test
  void foldedEscapedAlarmedCancelled() {
    String[] lines = {
      "BEGIN:VEVENT",
      "DTSTART;VALUE=DATE:20241128",
      "DTEND;VALUE=DATE:20241128",
      "SUMMARY;LANGUAGE=en:Thanks",
      " giving\\, Day",
      "BEGIN:VALARM",
      "TRIGGER:-PT12H",
      "SUMMARY:no holiday",
      "DTSTART:20240101",
      "END:VALARM",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "DTSTART;VALUE=DATE:20241225",
      "STATUS:CANCELLED",
      "SUMMARY:Moved",
      "END:VEVENT",
      "BEGIN:VTODO",
      "DTSTART;VALUE=DATE:20241226",
      "END:VTODO",
      "BEGIN:VEVENT",
      "DTSTART;TZID=Pacific/Auckland:20241231T000000",
      "DURATION:P2D",
      "SUMMARY:New Year",
      "END:VEVENT",
    };
    Outcome<HolidayList> read = ics(YEARS, lines);
    assertEquals(
        List.of("2024-11-28 Thanksgiving, Day", "2024-12-31 New Year"),
        days(ics(range("2024-01-01", "2024-12-31"), lines)));
    assertEquals("2024-01-01..2025-12-31", read.value().orElseThrow().range().toString());
  }

  @Test
  void partsOfDaysAndObservancesStayBusinessDays() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(event("DTSTART;VALUE=DATE:20241224", "SUMMARY:Christmas Eve (half day)")));
    lines.addAll(
        List.of(
            event(
                "DTSTART;TZID=America/New_York:20241129T130000",
                "DTEND;TZID=America/New_York:20241129T170000",
                "SUMMARY:Early close")));
    lines.addAll(
        List.of(
            event(
                "DTSTART;VALUE=DATE:20241031",
                "SUMMARY:Halloween",
                "DESCRIPTION:Observance\\nTo hide observances\\, go to Settings")));
    lines.addAll(List.of(event("DTSTART;VALUE=DATE:20241225", "SUMMARY:Christmas")));
    Outcome<HolidayList> read = ics(null, lines.toArray(String[]::new));
    assertEquals(List.of("2024-12-25 Christmas"), days(read));
    assertEquals(
        List.of(
            "2024-10-31 Halloween: OBSERVANCE",
            "2024-11-29 Early close: HALF_DAY",
            "2024-12-24 Christmas Eve (half day): HALF_DAY"),
        left(read));
  }

  @Test
  void whatIsNoCalendarSaysSo() {
    for (String text : new String[] {"", "hello", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCALENDAR\n"}) {
      assertTrue(
          fault(HolidayListReader.readCalendar(new SourceFile("x.ics", text), null))
              .startsWith("PC240 line 1: \"x.ics\" is not an iCalendar file"));
    }
    assertEquals("PC240 line 1: \"list.ics\" lists no day", fault(ics(null)));
    assertEquals(
        "PC241 line 6: \"2024-12-25\" is not a day", fault(ics(null, event("DTSTART:2024-12-25"))));
    assertTrue(fault(ics(null, event("SUMMARY:x"))).contains("no DTSTART"));
    assertEquals(
        "PC242 line 7: This event ends before it begins",
        fault(ics(null, event("DTSTART:20241225", "DTEND:20241224"))));
    assertEquals(
        "PC240 line 1: \"list.ics\" lists days of 2020 to 2020, none of 2024-01-01..2026-12-31",
        fault(ics(YEARS, event("DTSTART:20201225"))));
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll String text) {
    assertNotNull(HolidayListReader.readCalendar(new SourceFile("x.ics", text), YEARS));
    assertNotNull(
        HolidayListReader.readCalendar(
            new SourceFile("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:" + text), YEARS));
    assertNotNull(ics(YEARS, event("DTSTART:20240101", "RRULE:" + text.replaceAll("\\R", ""))));
    assertNotNull(HolidayListReader.readTable(new SourceFile("x.csv", text), YEARS));
  }

  // Constructs of iCalendar: each honoured, or refused or listed by its name

  private static final String BERLIN = "DTSTART;TZID=Europe/Berlin:20241225T000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20241225T000000~DTEND:20241225T235900|2024-12-25 X",
        "DTSTART:20241225T000000~DTEND:20241226T235959|2024-12-25 X,2024-12-26 X",
        "DTSTART;VALUE=DATE:20241225~DURATION:PT24H|2024-12-25 X",
        BERLIN + "~RRULE:FREQ=DAILY;COUNT=3~EXDATE:20241225T230000Z|2024-12-25 X,2024-12-27 X",
        BERLIN
            + "~RRULE:FREQ=DAILY;UNTIL=20241226T230000Z"
            + "|2024-12-25 X,2024-12-26 X,2024-12-27 X",
        "DTSTART;VALUE=DATE:20241225 ~DTEND;VALUE=DATE:20241226 |2024-12-25 X",
        "DTSTART;VALUE=DATE:20241223~DURATION:+P1W|2024-12-23 X,2024-12-24 X,2024-12-25 X,"
            + "2024-12-26 X,2024-12-27 X,2024-12-28 X,2024-12-29 X",
      })
  void isHonoured(String properties, String days) {
    assertEquals(
        List.of(days.split(",")), days(ics(null, event((properties + "~SUMMARY:X").split("~")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:RSCALE=CHINESE;FREQ=YEARLY;COUNT=2|RSCALE counts in another calendar",
        "RRULE:FREQ=DAILY;COUNT=3~EXRULE:FREQ=DAILY;COUNT=1|EXRULE",
        "RRULE:FREQ=DAILY;COUNT=2~RRULE:FREQ=YEARLY;COUNT=2|a second RRULE",
        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20241226|RANGE=THISANDFUTURE",
        "RRULE:FREQ=DAILY;COUNT=3~EXDATE:20241225T230000Z|\"20241225T230000Z\" is a time in UTC",
        "RRULE:FREQ=DAILY;UNTIL=20241226T230000Z|\"20241226T230000Z\" is a time in UTC",
        "RRULE:FREQ=DAILY;COUNT=2~EXDATE;VALUE=DATE 20241226|has no colon before its value",
      })
  void isRefusedByName(String properties, String words) {
    String fault =
        fault(ics(null, event(("DTSTART;VALUE=DATE:20241225~SUMMARY:X~" + properties).split("~"))));
    assertTrue(fault.startsWith("PC242 ") && fault.contains(words), fault);
  }

  /// What could not be read of a rule was once left out of it, which gives other days.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;COUNT=x",
        "FREQ=YEARLY;COUNT=2;INTERVAL=two",
        "FREQ=YEARLY;COUNT=2;BYDAY=XX",
        "FREQ=YEARLY;COUNT=2;BYMONTH=May",
        "FREQ=YEARLY;COUNT=2;BYMONHT=6",
        "FREQ=YEARLY;COUNT=2;BYEASTER=1",
        "FREQ=YEARLY;COUNT=2;BYMONTHDAY=1,x",
        "FREQ=YEARLY;COUNT=2;WKST=XX",
        "FREQ=YEARLY;COUNT=2;BYMONTH"
      })
  void aRuleThatIsReadInPartIsRefused(String rule) {
    String fault = fault(ics(null, event("DTSTART;VALUE=DATE:20240505", "RRULE:" + rule)));
    assertTrue(fault.contains('"' + rule + "\" is not a rule of RFC 5545"), fault);
  }

  /// Exchange names the moved day in UTC; the day that it was moved from once stayed a day off.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;TZID=Europe/Berlin:20241228T000000|2024-12-25 X,2024-12-27 X,2024-12-28 X",
        "DTSTART:20241225T230000Z~STATUS:CANCELLED|2024-12-25 X,2024-12-27 X",
        "DTSTART:20241225T230000Z~STATUS:CANCELLED |2024-12-25 X,2024-12-27 X",
      })
  void anInstanceInUtcIsThatOfTheEventsZone(String properties, String days) {
    List<String> lines =
        new ArrayList<>(
            List.of(event(BERLIN, "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:X")));
    String moved = "RECURRENCE-ID:20241225T230000Z~SUMMARY:X~" + properties;
    lines.addAll(List.of(event(moved.split("~"))));
    assertEquals(List.of(days.split(",")), days(ics(null, lines.toArray(String[]::new))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUMMARY:CANCELLED - X",
        "SUMMARY:Abgesagt: X",
        "SUMMARY:Annulé : X",
        "SUMMARY:X~CATEGORIES:Holidays~CATEGORIES:Observance",
        "SUMMARY:X~DESCRIPTION:\\nObservance",
        "SUMMARY:X~STATUS:TENTATIVE "
      })
  void isNoDayOff(String properties) {
    List<String> lines =
        new ArrayList<>(List.of(event("DTSTART;VALUE=DATE:20241225", "SUMMARY:Y")));
    lines.addAll(List.of(event(("DTSTART;VALUE=DATE:20241226~" + properties).split("~"))));
    assertEquals(List.of("2024-12-25 Y"), days(ics(null, lines.toArray(String[]::new))));
  }

  @Test
  void aCancelledRowIsNoDayOff() {
    String table = "date,name\n2024-12-25,Y\n2024-12-26,Abgesagt: X\n";
    assertEquals(
        List.of("2024-12-25 Y"),
        days(HolidayListReader.readTable(new SourceFile("list.csv", table), null)));
  }

  @Test
  void aFileThatTakesEventsBackIsRefused() {
    List<String> lines = new ArrayList<>(List.of("METHOD:CANCEL"));
    lines.addAll(List.of(event("DTSTART;VALUE=DATE:20241225")));
    assertTrue(fault(ics(null, lines.toArray(String[]::new))).contains("METHOD:CANCEL"));
  }

  @Test
  void theLatestVersionOfAnEventCounts() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(event("SEQUENCE:2", "DTSTART;VALUE=DATE:20241225", "SUMMARY:new")));
    lines.addAll(List.of(event("SEQUENCE:1", "DTSTART;VALUE=DATE:20241224", "SUMMARY:old")));
    assertEquals(List.of("2024-12-25 new"), days(ics(null, lines.toArray(String[]::new))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20241224T230000Z~DTEND:20241225T230000Z~SUMMARY:X|2024-12-24 X: TIMES",
        "DTSTART:20241224T230000Z~DTEND:20241225T230000Z~SUMMARY:X"
            + "~X-MICROSOFT-CDO-ALLDAYEVENT:TRUE|2024-12-24 X: TIMES",
        "DTSTART:20241225~SUMMARY:X~DESCRIPTION:Gedenktag|2024-12-25 X: OBSERVANCE",
        "DTSTART:20241225~SUMMARY:X~CATEGORIES:Holidays,Observance|2024-12-25 X: OBSERVANCE",
        "DTSTART:20241225~SUMMARY:X~STATUS:TENTATIVE|2024-12-25 X: TENTATIVE",
        "DTSTART:20240101~DTEND:20250101~SUMMARY:Year|2024-01-01 Year: LONG",
        "DTSTART:20241225~SUMMARY:X~DESCRIPTION:Public holiday in Delaware|2024-12-25 X: REGIONAL",
        "DTSTART:20241225~SUMMARY:Canceled: X|2024-12-25 Canceled: X: CANCELLED",
        "DTSTART:20241225~SUMMARY:NYSE closes 1:00 p.m."
            + "|2024-12-25 NYSE closes 1:00 p.m.: HALF_DAY",
        "DTSTART:20241225~SUMMARY:Markets shut 1pm|2024-12-25 Markets shut 1pm: HALF_DAY",
        "DTSTART:20241225~SUMMARY:Early market close|2024-12-25 Early market close: HALF_DAY",
        "DTSTART:20241225~SUMMARY:AM only|2024-12-25 AM only: HALF_DAY",
      })
  void isListedForAPerson(String properties, String line) {
    assertEquals(List.of(line), left(ics(null, event(properties.split("~")))));
  }

  @Test
  void aNameWithNumbersIsAWholeDay() {
    assertEquals(
        List.of("2024-07-04 Closed for July 4th"),
        days(ics(null, event("DTSTART:20240704", "SUMMARY:Closed for July 4th"))));
  }

  /// 900 events of a few characters, each on every day of a century; one name 40,000 times.
  @Test
  void whatListsMoreThanACalendarTakesIsRefused() {
    String many =
        "PC240 line 1: \"list.ics\" lists more than 20000 days, or names of more than 500000"
            + " characters";
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      events.addAll(
          List.of(
              event(
                  "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY;COUNT=40000", "SUMMARY:" + i)));
    }
    assertEquals(many, fault(ics(null, events.toArray(String[]::new))));
    assertEquals(many, fault(ics(YEARS, events.toArray(String[]::new))));
    assertEquals(
        many,
        fault(
            ics(
                null,
                event(
                    "DTSTART;VALUE=DATE:20200101",
                    "RRULE:FREQ=DAILY;COUNT=19000",
                    "SUMMARY:half day " + "x".repeat(1_000)))));
    assertEquals(
        27 * 365 + 7,
        days(ics(null, event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY;UNTIL=20461231")))
            .size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FREQ=DAILY;INTERVAL=2147483647;COUNT=40000", "FREQ=YEARLY;INTERVAL=10000"})
  void anIntervalBeyondTheCalendarIsRefused(String rule) {
    assertEquals(
        "PC242 line 7: \"x\" cannot be told as single days: \""
            + rule
            + "\" is not a rule of RFC 5545",
        fault(ics(YEARS, event("DTSTART;VALUE=DATE:20240101", "RRULE:" + rule, "SUMMARY:x"))));
  }

  @Test
  void daysTakenOutOneByOneAreGone() {
    assertEquals(
        List.of("2024-01-02 x"),
        days(
            ics(
                null,
                event(
                    "DTSTART;VALUE=DATE:20240101",
                    "RRULE:FREQ=DAILY;COUNT=3",
                    "SUMMARY:x",
                    "EXDATE;VALUE=DATE:20240101",
                    "EXDATE;VALUE=DATE:20240103"))));
  }

  // Tables

  @Test
  void noYearIsClaimedThatTheListDoesNotHold() {
    assertEquals(
        "PC240 line 1: \"list.csv\" lists only the first days of 2025",
        fault(csv("date,name\n2024-07-04,A\n2024-12-25,B\n2025-01-01,C\n")));
    assertEquals(
        "PC240 line 1: \"list.csv\" lists no day of 2024",
        fault(csv("date\n2023-12-25\n2025-12-25\n")));
    HolidayList list =
        HolidayListReader.readTable(
                new SourceFile("list.csv", "date\n2024-12-25\n2025-01-01\n"),
                range("2024-01-01", "2025-01-31"))
            .value()
            .orElseThrow();
    assertEquals("2024-01-01..2025-01-31", list.range().toString());
    for (String asked : List.of("2023-01-01..2025-12-31", "2024-06-01..2025-12-31")) {
      int dots = asked.indexOf("..");
      assertEquals(
          "PC240 line 1: \"list.csv\" lists no day of 2024",
          fault(
              HolidayListReader.readTable(
                  new SourceFile("list.csv", "date\n2023-12-25\n2025-12-25\n"),
                  range(asked.substring(0, dots), asked.substring(dots + 2)))),
          asked);
    }
  }

  private static Outcome<HolidayList> csv(String text) {
    return HolidayListReader.readTable(new SourceFile("list.csv", text), null);
  }

  @Test
  void tablesWithAndWithoutAHeading() {
    List<String> both = List.of("2024-12-25 Christmas", "2024-12-26 Boxing Day, St Stephen");
    assertEquals(
        both, days(csv("date,name\n2024-12-26,\"Boxing Day, St Stephen\"\n2024-12-25,Christmas")));
    assertEquals(
        both,
        days(
            csv(
                "Holiday;Region;Date\r\nChristmas;all;2024-12-25\r\n"
                    + "Boxing Day, St Stephen;all;2024-12-26\r\n")));
    assertEquals(both, days(csv("2024-12-25,Christmas\n2024-12-26,\"Boxing Day, St Stephen\"\n")));
    assertEquals(List.of("2024-12-25"), days(csv("date\n2024-12-25\n")));
    assertEquals(
        List.of("2024-12-24 Half day: HALF_DAY"), left(csv("date,name\n2024-12-24,Half day\n")));
    for (String more : List.of("half\n2024-12-24,Eve,yes", "type\n2024-12-24,Eve,half day")) {
      assertEquals(List.of("2024-12-24 Eve: HALF_DAY"), left(csv("date,name," + more + "\n")));
    }
    assertEquals(List.of("2024-12-24 Eve"), days(csv("date,name,half\n2024-12-24,Eve,no\n")));
  }

  /// A cell whose day depends on the country is reported, and is accepted only once it is written
  /// unambiguously.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12/25/2024 | write 2024-12-25",
        "24.12.25 | write 2025-12-24",
        "1/2/25 | write 2025-01-02 for 2 January, or 2025-02-01 for 1 February",
        "12/25 | write YYYY-12-25",
        "2025-12-24..2025-12-26 | write one day in each row, as 2024-12-25",
        "soon | write one day in each row, as 2024-12-25",
      })
  void theDayOfACellIsTold(String cell, String hint) {
    assertEquals(hint, csv("date,name\n" + cell + ",X\n").findings().getFirst().hint());
  }

  @Test
  void noDateIsGuessed() {
    assertEquals(
        "PC241 line 2: \"12/25/2024\" is not a date; a date is year, month, day",
        fault(csv("date,name\n12/25/2024,Christmas\n")));
    assertEquals(
        "PC240 line 1: \"list.csv\" has no column of dates", fault(csv("when,what\nnow,x\n")));
  }
}
