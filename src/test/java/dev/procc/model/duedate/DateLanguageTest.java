package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLanguageTest {
  private static Outcome<Due> parse(String text) {
    return new DateLanguage().parse(text, new SourceFile("x.yaml", text).whole());
  }

  private static Diagnostic fault(String text) {
    Outcome<Due> outcome = parse(text);
    assertTrue(outcome.value().isEmpty(), () -> text + " is " + outcome.value());
    assertEquals(1, outcome.diagnostics().size());
    return outcome.diagnostics().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WD3 | WD3",
        "wd 3 | WD3",
        "T+3 | WD3",
        "WD+3 | WD3",
        "T - 2 | WD-2",
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
        "start + 3 | PC201 | '' | ",
        "start + 3 dyas | PC201 | dyas | days",
        "3 days aftr start | PC201 | aftr | after",
        "start or nxt business day | PC201 | nxt | next",
        "start or next bussiness day | PC201 | bussiness | business",
        "last busines day of month | PC201 | busines | business",
        "last day of mnth | PC201 | mnth | month",
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
        "2026-4-1 | PC201 | 2026-4-1 | ",
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
        "business day 5 | PC201 | business | ",
        "start % 2 | PC201 | % | ",
      })
  void everyFaultIsUnderlinedAndMostAreCured(
      String text, String code, String underlined, String offer) {
    Diagnostic fault = fault(text);
    assertEquals(code, fault.code().id(), fault.message());
    assertEquals(underlined, fault.span().text());
    if (offer == null) {
      assertEquals(List.of(), fault.fixes());
      return;
    }
    Edit edit = fault.fixes().get(0).edits().get(0);
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
        Edit edit = fix.edits().get(0);
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
    Diagnostic inside = language.parse("strat + 1bd", quoted).diagnostics().get(0);
    assertEquals("strat", inside.span().text());
    Diagnostic elsewhere = language.parse("strit + 11bd", quoted).diagnostics().get(0);
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
    Span span = new SourceFile("x", "WD3").whole();
    Due first = language.parse("WD3", span).value().orElseThrow();
    assertTrue(first == language.parse(new String("WD3"), span).value().orElseThrow());
    assertEquals("WD3", language.canonical("T+3").orElseThrow());
    assertTrue(language.canonical("T+").isEmpty());
    assertFalse(DateLanguage.beginnings().isEmpty());
  }
}
