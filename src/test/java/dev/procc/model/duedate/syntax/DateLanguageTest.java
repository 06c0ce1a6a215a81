package dev.procc.model.duedate.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateLanguageTest {
  private static Outcome<DateSpec> parse(String text) {
    return new DateLanguage().parse(text, new SourceFile("x.yaml", text).fullSpan());
  }

  private static Finding fault(String text) {
    Outcome<DateSpec> outcome = parse(text);
    assertTrue(outcome.value().isEmpty(), () -> text + " is " + outcome.value());
    assertEquals(1, outcome.findings().size());
    return outcome.findings().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WD3 | WD3",
        "wd 3 | WD3",
        "T+3 | WD3",
        "WD+3 | WD3",
        "WD - 2 | WD-2",
        "wd0 | WD0",
        "bd+8 | BD8",
        "5 business days after start | start + 5bd",
        "3 working days before END | end - 3bd",
        "1 workday after 2026-04-01 | 2026-04-01 + 1bd",
        "2 days before 1 month after start | start + 1m - 2d",
        "process.start+1 calendar day | start + 1d",
        "PROCESS . END - 2 Weeks | end - 2w",
        "start + 1 quarter - 1 year | start + 1q - 1y",
        "(start + 1bd) + 2bd | start + 1bd + 2bd",
        "((WD1)) | WD1",
        "dueDate + 2bd | dueDate + 2bd",
        "assignee.due | dueDate",
        "parent.due - 1bd | parent.due - 1bd",
        "previous.due + 1bd | previous.due + 1bd",
        "process.due | process.due",
        "task( recon-ar ).due + 2bd | task(recon-ar).due + 2bd",
        "TASK(us/recon-ar).DONE | task(us/recon-ar).done",
        "task(/us/recon-ar).approverDue | task(/us/recon-ar).approverDue",
        "group(x).start | group(x).start",
        "last business day of the month | last business day of month",
        "last workday of month after period | last business day of month after period",
        "second to last working day of next month | 2nd last business day of next month",
        "2nd last business day of quarter of process.due | "
            + "2nd last business day of quarter of process.due",
        "third friday of next month | 3rd friday of next month",
        "21st day of previous quarter | 21st day of previous quarter",
        "11th day of period | 11th day of period",
        "112th day of year | 112th day of year",
        "first day of the year of (start + 1y) | first day of year of (start + 1y)",
        "last day of quarter before period | last day of quarter before period",
        "5th friday of 2026-04 | 5th friday of 2026-04",
        "(last day of month of first monday after start) + 1d | "
            + "(last day of month of first monday after start) + 1d",
        "1 day after last day of month of first monday after start | "
            + "(last day of month of first monday after start) + 1d",
        "last day of 2026-q1 | last day of 2026-Q1",
        "last day of 2026 | last day of 2026",
        "last day of fy2026-p3 | last day of FY2026-P03",
        "last day of FY2026-Q2 | last day of FY2026-Q2",
        "first business day of FY2027 | first business day of FY2027",
        "min(WD1, start, end + 1d) | earliest(WD1, start, end + 1d)",
        "MAX(WD1) | latest(WD1)",
        "clamp(start, WD1, WD5) | clamp(start, WD1, WD5)",
        "start, or next business day | start or next business day",
        "start or previous workday in the month | start or previous business day in the month",
        "start or next business day in the month | start or next business day in the month",
        "2026-04-04 even on a day off | 2026-04-04 even on a day off",
        "None | none",
      })
  void oneFormForEachMeaning(String text, String canonical) {
    assertEquals(canonical, parse(text).value().orElseThrow().canonical());
    assertEquals(canonical, parse(canonical).value().orElseThrow().canonical());
    assertTrue(Pattern.compile(DateLanguage.PATTERN).matcher(canonical).find(), canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strat + 1bd | PC201 | strat | start",
        "start + 3 | PC222 | start + 3 | start + 3bd",
        "dueDate + 2 | PC222 | dueDate + 2 | dueDate + 2bd",
        "recon-ar.due + 1bd | PC201 | recon | ",
        "entities.done | PC201 | entities | ",
        "parnet.due + 1bd | PC201 | parnet | parent",
        "start + 3 dyas | PC201 | dyas | days",
        "3 days aftr start | PC201 | aftr | after",
        "start or nxt business day | PC201 | nxt | next",
        "start or next bussiness day | PC201 | bussiness | business",
        "last busines day of month | PC201 | busines | business",
        "last day of mnth | PC201 | mnth | month",
        "last day of perod | PC201 | perod | period",
        "last day of next perod | PC201 | perod | period",
        "last day in month | PC201 | in | ",
        "task(x).duo | PC201 | duo | due",
        "task(x) | PC201 | '' | ",
        "task().due | PC201 | '' | ",
        "task(a b).due | PC201 | a b | ",
        "group(x).approverDue | PC201 | approverDue | ",
        "process.dew | PC202 | process.dew | ",
        "period.due | PC202 | period.due | ",
        "due | PC202 | due | dueDate",
        "today + 3bd | PC222 | today | start",
        "D+3 | PC222 | D+3 | WD3",
        "d-2 | PC222 | d-2 | WD-2",
        "EOM | PC222 | EOM | last day of month",
        "BD0 | PC204 | BD0 | BD1",
        "BD-2 | PC204 | BD-2 | WD-2",
        "0th day of month | PC204 | 0th | ",
        "start + 20000bd | PC212 | 20000 | ",
        "WD99999999999999999999 | PC212 | 99999999999999999999 | ",
        "WD5 of 2026-04 | PC201 | WD5 of | 5th business day of",
        "WD-2 of 2026-04 | PC201 | WD-2 of | 2nd last business day of",
        "2026-02-30 | PC201 | 2026-02-30 | ",
        "2026-4-1 | PC201 | 2026-4-1 | 2026-04-01",
        "04/05/2026 | PC201 | 04/05/2026 | ",
        "1969-12-31 | PC206 | 1969-12-31 | ",
        "2200-01-01 | PC206 | 2200-01-01 | ",
        "2026-04 | PC201 | 2026-04 | last business day of 2026-04",
        "last day of 2026-13 | PC201 | 2026-13 | ",
        "last day of year after period | PC201 | after | ",
        "5 | PC201 | 5 | ",
        "start 3 days | PC201 | 3 | ",
        "start days | PC201 | days | ",
        "none + 1bd | PC201 | + | ",
        "start, | PC201 | '' | ",
        "start) | PC201 | ) | ",
        "(start | PC201 | '' | ",
        "clamp(start, WD1) | PC201 | clamp(start, WD1) | ",
        "clamp start | PC201 | start | ",
        "WD | PC201 | '' | ",
        "business day 5 | PC222 | business day 5 | WD5",
        "start % 2 | PC201 | % | ",
      })
  void everyFaultIsUnderlinedAndMostAreCured(
      String text, String code, String underlined, String offer) {
    Finding fault = fault(text);
    assertEquals(code, fault.code().id(), fault.message());
    assertEquals(underlined, fault.span().text());
    if (offer == null) {
      assertEquals(List.of(), fault.fixes());
      return;
    }
    TextEdit edit = fault.fixes().get(0).edits().get(0);
    assertEquals(offer, edit.replacement());
    assertEquals(fault.span(), edit.span());
  }

  @Test
  void curedTextsAreRead() {
    for (String text :
        List.of(
            "strat + 1bd",
            "WD5 of 2026-04",
            "D+3",
            "EOM",
            "2026-04",
            "last busines day of month")) {
      for (Fix fix : fault(text).fixes()) {
        TextEdit edit = fix.edits().get(0);
        String cured =
            text.substring(0, edit.span().start())
                + edit.replacement()
                + text.substring(edit.span().end());
        assertTrue(parse(cured).value().isPresent(), cured);
      }
    }
  }

  @Test
  void emptyTextsSayWhatToWrite() {
    for (String text : List.of("", "  ", "start +", "(", "earliest(start, ")) {
      assertNotNull(fault(text));
    }
    assertEquals("The date is empty", fault(" ").message());
  }

  @Test
  void findingsPointIntoQuotedTextsAndAtAllOfOthers() {
    SourceFile file = new SourceFile("x.yaml", "dueDate: \"strat + 1bd\"\n");
    Span quoted = new Span(file, 9, 22);
    DateLanguage language = new DateLanguage();
    Finding inside = language.parse("strat + 1bd", quoted).findings().get(0);
    assertEquals("strat", inside.span().text());
    Finding elsewhere = language.parse("strit + 11bd", quoted).findings().get(0);
    assertEquals(quoted, elsewhere.span());
    assertEquals(List.of(), elsewhere.fixes());
  }

  @Test
  void deepAndLongTextsAreRefusedWithoutHarm() {
    assertEquals("PC201", fault("(".repeat(500) + "start" + ")".repeat(400)).code().id());
    assertEquals("PC201", fault("start + 1d".repeat(500)).code().id());
    assertTrue(parse("start" + " + 1d".repeat(190)).value().isPresent());
    assertTrue(parse("(".repeat(60) + "start" + ")".repeat(60)).value().isPresent());
  }

  @Test
  void equalTextsAreReadOnce() {
    DateLanguage language = new DateLanguage();
    Span span = new SourceFile("x", "WD3").fullSpan();
    DateSpec first = language.parse("WD3", span).value().orElseThrow();
    assertTrue(first == language.parse(new String("WD3"), span).value().orElseThrow());
    assertEquals("WD3", language.canonical("T+3").orElseThrow());
    assertTrue(language.canonical("T+").isEmpty());
    assertFalse(DateLanguage.termKeywords().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start days | Unexpected \"days\": a unit follows a count, as in start + 3 days",
        "start, days | Unexpected \"days\" after the comma",
        "start foo | Unexpected \"foo\" after the date",
        "start 3 | Unexpected \"3\": a step needs + or -, as in start + 3 days",
        "start, 3 | Unexpected \"3\" after the comma",
        "start ) | Unexpected \")\" after the date",
        "start of month | \"start of month\" could mean more than one day",
        "start + x | 'A count and a unit follow \"+\", not \"x\"'",
        "start - | 'A count and a unit follow \"-\", not the end'",
        "WD5 of 2026-04 | WD5 has a fixed anchor; write \"5th business day of ...\" to count inside"
            + " a month or period",
        "BD1 of 2026-04 | BD1 has a fixed anchor; write \"first business day of ...\" to count"
            + " inside a month or period",
        "WD0 of 2026-04 | WD0 has a fixed anchor; write \"last business day of ...\" to count"
            + " inside a month or period",
        "(start | A closing parenthesis is missing",
        "(start 2 | A closing parenthesis is missing before \"2\"",
        "WD | 'A number follows \"WD\", as in WD5'",
        "BD + | 'A number follows \"BD\", as in BD5'",
        "task().due | The key of a task is missing between the parentheses",
        "task(  ).due | The key of a task is missing between the parentheses",
        "'task(  ' | The key of a task is missing between the parentheses",
        "task(a b).due | \"a b\" is not the key or path of a task",
        "task | 'A key in parentheses follows \"task\", as in task(recon-ar).due'",
        "1970-02-30 | \"1970-02-30\" is not a date: there is no such day",
        "2199-02-30 | \"2199-02-30\" is not a date: there is no such day",
        "1969-02-30 | \"1969-02-30\" is out of range: dates go from 1970 to 2199",
        "01.02.2026 | \"01.02.2026\" is not a date: one is year-month-day, as 2026-04-01",
        "01/02/2026 | \"01/02/2026\" is not a date: one is year-month-day, as 2026-04-01",
        "2026-4-1 | \"2026-4-1\" is not a date: one is year-month-day, as 2026-04-01",
        "2026-04-01x | \"2026-04-01\" is not a date: one is year-month-day, as 2026-04-01",
        "2026--01 | \"2026\" alone is not a date",
        "2026-04- | \"2026-04\" is a span, not a day",
        "2026-04x | \"2026\" alone is not a date",
        "2026-Q2 | \"2026-Q2\" is a span, not a day",
        "2026-q12 | \"2026\" alone is not a date",
        "last day of 2026 04 | Unexpected \"04\": a step needs + or -, as in start + 3 days",
        "last day of 2026-x1 | 'A count and a unit follow \"-\", not \"x\"'",
        "last day of FY2026- | 'A count and a unit follow \"-\", not the end'",
        "last day of FY2026-x1 | 'A count and a unit follow \"-\", not \"x\"'",
        "last day of FY2026-P | 'A count and a unit follow \"-\", not \"P\"'",
        "last day of FY2026-P123 | 'A count and a unit follow \"-\", not \"P\"'",
        "last day of FY2026 P3 | Unexpected \"P\" after the date",
        "FY202 | Unexpected \"FY\": a date was expected",
        "2nd | \"2nd\" could mean more than one day",
        "2nd start | 'Unexpected \"start\": business day, day or a weekday was expected'",
        "2ndx | 'Unexpected \"ndx\": a unit: bd, days, weeks, months, quarters or years was"
            + " expected'",
        "' % 2' | 'A date was expected, not \"%\"'",
        "start + 1d + | 'A count and a unit follow \"+\", not the end'",
        "( ) | 'A date was expected, not \")\"'",
        "last day of next foo | Unexpected \"foo\": month, quarter, year or period was expected",
        "last day of foo | Unexpected \"foo\": a span: month, quarter, year, period or 2026-04 was"
            + " expected",
        "D | \"D\" is not a date: write WDn or start + n days",
        "D + | \"D\" is not a date: write WDn or start + n days",
        "D+3 | \"D+3\" could be business days or calendar days: write WD3 for business days or"
            + " start + 3 days for calendar days",
        "D-1 | \"D-1\" could be business days or calendar days: write WD-1 for business days or"
            + " start - 1 day for calendar days",
      })
  void faultsSayWhatIsWrong(String text, String message) {
    assertEquals(message, fault(text).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "last day of year after period | write next year",
        "last day of year before period | write previous year",
        "process.dew | 'known: process.start, process.end, process.due'",
        "period.due | 'known: period.start, period.end'",
        "parent.start | known: parent.due",
        "previous.done | 'known: previous.due; its other days are known by its key, as"
            + " task(key).done'",
        "WD5bd | write WD5",
        "T5 days | write WD5",
        "WD 2O | 'a zero is written 0, not with the letter O'",
        "2026-02-30 | the last day of that month is 2026-02-28",
        "2028-02-30 | the last day of that month is 2028-02-29",
        "2026-00-10 | 'a date is year-month-day, its month 01 to 12'",
        "assignee.start | known: dueDate",
        "BD-0 | write BD1",
        "BD-3 | write WD-3",
        "5 | write WD5 or 5 business days after start",
      })
  void hintsSayWhatToWrite(String text, String hint) {
    assertEquals(hint, fault(text).hint());
  }

  @Test
  void boundsBelongToWhatIsRead() {
    assertTrue(parse(" ".repeat(995) + "start").value().isPresent());
    assertEquals(
        "A date expression of 1001 characters; at most 1,000 are read",
        fault(" ".repeat(996) + "start").message());
    assertTrue(parse("(".repeat(63) + "start" + ")".repeat(63)).value().isPresent());
    assertEquals(
        "A date expression nested deeper than 64 levels",
        fault("(".repeat(64) + "start" + ")".repeat(64)).message());
    assertTrue(parse("earliest(WD1" + ", WD1".repeat(99) + ")").value().isPresent());
    assertTrue(parse("start + 9999d").value().isPresent());
    assertTrue(parse("9999th day of period").value().isPresent());
    assertEquals("PC212", fault("10000th day of period").code().id());
    assertEquals("PC212", fault("start + 10000d").code().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12/24/2024 | write 2024-12-24",
        "24.12.2024 | write 2024-12-24",
        "2024/12/24 | write 2024-12-24",
        "12/24/24 | write 2024-12-24",
        "31.12.24 | write 2024-12-31",
        "1.2.24 | write 2024-02-01",
        "1/2/24 | write 2024-01-02 for 2 January, or 2024-02-01 for 1 February",
        "24-12-31 | write 2031-12-24 for 24 December, or 2024-12-31 for 31 December",
        "2024-4-1 | write 2024-04-01",
        "5/5/2024 | write 2024-05-05",
        "01/02/2026 | write 2026-01-02 for 2 January, or 2026-02-01 for 1 February",
      })
  void daysAsTheyAreWrittenElsewhereAreOffered(String text, String hint) {
    assertEquals(hint, fault(text).hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13/13/2024", "1/2/3", "2024/2/30", "13/13/24", "2026-04-01x", "1//2024"})
  void aDayThatIsNoneIsNotGuessed(String text) {
    String hint = fault(text).hint();
    assertTrue(hint == null || !hint.startsWith("write 20"), hint);
  }

  @Test
  void longTextsAreShownInPart() {
    String forty = "x".repeat(40);
    assertEquals("Unexpected \"" + forty + "\": a date was expected", fault(forty).message());
    assertEquals(
        "Unexpected \"" + forty + "...\": a date was expected", fault(forty + "y").message());
    assertEquals(
        "\"1/ 2\" is not a date: one is year-month-day, as 2026-04-01",
        fault("1/\u00012").message());
  }

  @Test
  void keysTakeEveryCharacterOfAKey() {
    String path = "azAZ09_-/.x";
    assertEquals(
        "task(" + path + ").due",
        parse("task(" + path + ").due").value().orElseThrow().canonical());
    for (String edge : List.of("a", "z", "A", "Z", "0", "9")) {
      assertTrue(parse("task(" + edge + ").due").value().isPresent(), edge);
    }
    for (String outside : List.of("`", "{", "@", "[", ":", ",")) {
      assertEquals(
          "\"" + outside + "\" is not the key or path of a task",
          fault("task(" + outside + ").due").message());
    }
  }

  @Test
  void quotesInTheFileAreSkipped() {
    SourceFile single = new SourceFile("x.yaml", "dueDate: 'start + 3 dyas'\n");
    Finding inside =
        new DateLanguage().parse("start + 3 dyas", new Span(single, 9, 25)).findings().get(0);
    assertEquals("dyas", inside.span().text());
    SourceFile brackets = new SourceFile("x.yaml", "dueDate: <start + 3 dyas>\n");
    Finding whole =
        new DateLanguage().parse("start + 3 dyas", new Span(brackets, 9, 25)).findings().get(0);
    assertEquals("<start + 3 dyas>", whole.span().text());
  }
}
