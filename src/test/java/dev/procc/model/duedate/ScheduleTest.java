package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.day;
import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The schedule's two ends, and dates beyond them.
class ScheduleTest {
  @Test
  void theScheduleIsSettledFirst() {
    Close close = new Close();
    close.start = "period.start";
    close.end = "last business day of month after period";
    Resolution resolution = close.resolve();
    assertEquals(day("2026-03-01"), resolution.start());
    assertEquals(day("2026-04-30"), resolution.end());
    close.start = "WD-3";
    close.end = "start + 20bd";
    assertEquals(day("2026-04-24"), close.resolve().end());
    for (String wrong :
        List.of("task(x).due", "BD5", "end + 1d", "process.due", "dueDate", "parent.due")) {
      close.start = wrong;
      Diagnostic found = close.resolve().diagnostics().get(0);
      assertEquals("PC202", found.code().id(), wrong);
      assertEquals(Close.ID + ":businessStartDate", found.address());
    }
    close.start = "last day of month";
    close.period = null;
    assertEquals("PC214", close.resolve().diagnostics().get(0).code().id());
  }

  @Test
  void aPlaceWithoutPeriodIsInTheMonthOfTheStart() {
    Close close = new Close();
    close.period = null;
    close.due = "last business day of next month";
    close.end = "last day of month";
    Resolution resolution = close.resolve();
    assertEquals(day("2026-03-31"), resolution.end());
    assertEquals(day("2026-04-30"), Close.due(resolution, ""));
  }

  @Test
  void bothEndsOrNone() {
    Close close = new Close();
    close.end = null;
    Diagnostic found = only(close.resolve());
    assertEquals("PC217", found.code().id());
    assertEquals("businessStartDate", found.span().file().path());
    close.end = "2026-04-30";
    close.start = null;
    assertEquals("businessEndDate", only(close.resolve()).span().file().path());
    close.start = "2026-05-01";
    found = only(close.resolve());
    assertEquals("PC217", found.code().id());
    assertEquals(1, found.labels().size());
    close.start = null;
    close.end = null;
    close.with(Close.task("x", "start + 1d", null), Close.task("y", "BD3", null));
    assertEquals(List.of("PC214", "PC214"), Close.ids(close.resolve()));
  }

  @Test
  void outsideTheScheduleIsReportedAsTheProjectWants() {
    Close close = new Close().with(Close.task("x", "end + 1d", "dueDate + 1bd"));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC205", "PC205"), Close.ids(resolution));
    Diagnostic found = resolution.diagnostics().get(0);
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("2026-05-01", found.fixes().get(0).edits().get(0).replacement());
    assertEquals("businessEndDate", found.fixes().get(0).edits().get(0).span().file().path());
    assertEquals(day("2026-05-01"), Close.due(resolution, "x"));
    close.options = new DateOptions(false, Roll.UNSAID, Severity.WARNING, null, null);
    assertEquals(Severity.WARNING, close.resolve().diagnostics().get(0).severity());
    Diagnostic before = only(one("start - 1d"));
    assertEquals("businessStartDate", before.labels().get(0).span().file().path());
    assertEquals("2026-03-24", before.fixes().get(0).edits().get(0).replacement());
  }

  @Test
  void theProcessMayBeDueOutsideItsSchedule() {
    Close close = new Close();
    close.due = "2026-12-31";
    assertEquals(List.of(), close.resolve().diagnostics());
  }

  @Test
  void businessDayPastTheEndIsAnErrorInEverySetting() {
    Close close = new Close().with(Close.task("x", "BD99 - 80bd", null));
    close.options = new DateOptions(false, Roll.UNSAID, Severity.WARNING, null, null);
    Diagnostic found = only(close.resolve());
    assertEquals("PC205", found.code().id());
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("BD99", found.span().text());
    assertEquals(
        "BD99 is Tue 2026-08-11, after the schedule's end Thu 2026-04-30", found.message());
  }

  @Test
  void aScheduleOfOneDayIsOne() {
    Close close = new Close();
    close.end = close.start;
    close.due = null;
    Resolution resolution = close.with(Close.task("x", "BD1", null)).resolve();
    assertEquals(List.of("PC223"), Close.ids(resolution));
    assertEquals(day("2026-03-25"), Close.due(resolution, "x"));
    close.end = "2026-03-24";
    close.children.clear();
    Diagnostic found = only(close.resolve());
    assertEquals(
        "The schedule ends Tue 2026-03-24, before its start Wed 2026-03-25", found.message());
    assertEquals("it starts here", found.labels().get(0).text());
    assertEquals(Close.ID + ":businessEndDate", found.address());
  }

  @Test
  void oneEndAloneSaysWhichIsMissing() {
    Close close = new Close();
    close.end = null;
    Diagnostic found = only(close.resolve());
    assertEquals("\"businessStartDate\" is given without \"businessEndDate\"", found.message());
    assertEquals("the API takes both or neither: add businessEndDate", found.hint());
    assertEquals(Close.ID + ":businessStartDate", found.address());
    close.end = "none";
    assertEquals("PC217", only(close.resolve()).code().id());
    close.end = "garbage";
    assertEquals("PC201", only(close.resolve()).code().id());
    close.start = null;
    assertEquals(List.of("PC201", "PC217"), Close.ids(close.resolve()));
  }

  @Test
  void theFirstAndTheLastDayAreInside() {
    Close close =
        new Close().with(Close.task("first", "start", "end"), Close.task("last", "BD26", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC223"), Close.ids(resolution));
    assertEquals(day("2026-03-25"), Close.due(resolution, "first"));
    assertEquals(day("2026-04-30"), Close.date(resolution, "first", DateResolver.APPROVAL));
    // 5 business days to 31 March; April has 22, less Good Friday, and the Saturday: 22.
    close.children.set(1, Close.task("last", "BD27", null));
    assertEquals(day("2026-04-30"), Close.due(close.resolve(), "last"));
    close.children.set(1, Close.task("last", "BD28", null));
    resolution = close.resolve();
    assertEquals("PC205", only(resolution).code().id());
    assertNull(Close.due(resolution, "last"));
  }

  @Test
  void anEndIsOfferedToBeMoved() {
    Diagnostic after = only(one("end + 1d"));
    assertEquals(
        "end + 1d is Fri 2026-05-01, after the schedule's end Thu 2026-04-30", after.message());
    assertEquals("move businessEndDate to 2026-05-01 or later", after.hint());
    assertEquals("the schedule ends here", after.labels().get(0).text());
    assertEquals("move businessEndDate to 2026-05-01", after.fixes().get(0).title());
    Diagnostic before = only(one("start - 1d"));
    assertEquals(
        "start - 1d is Tue 2026-03-24, before the schedule's start Wed 2026-03-25",
        before.message());
    assertEquals("move businessStartDate to 2026-03-24 or earlier", before.hint());
    assertEquals("the schedule starts here", before.labels().get(0).text());
    assertEquals("start - 1d", before.span().text());
  }

  @Test
  void anEndThatNoFileHoldsAsItIsIsNotOffered() {
    DateTree tree = new Close().with(Close.task("x", "end + 1d", null)).tree();
    SourceFile file = new SourceFile("p.yaml", "{{ end }}");
    DateTree made =
        new DateTree(
            tree.address(),
            tree.calendar(),
            tree.period(),
            tree.businessStartDate(),
            DateText.written("2026-04-30", Origin.written(file.whole())),
            tree.dueDate(),
            null,
            tree.root());
    Diagnostic found = only(DateResolver.resolve(made, DateOptions.DEFAULT));
    assertEquals("p.yaml", found.labels().get(0).span().file().path());
    assertEquals(List.of(), found.fixes());
  }

  @Test
  void ofAScheduleThatIsTheWrongWayRoundTheStartIsNamed() {
    Close close = new Close();
    close.end = "2026-03-20";
    close.due = null;
    Resolution resolution = close.with(Close.task("x", "2026-03-22", null)).resolve();
    assertEquals(List.of("PC217", "PC205"), Close.ids(resolution));
    assertEquals(
        "2026-03-22 is Sun 2026-03-22, before the schedule's start Wed 2026-03-25",
        resolution.diagnostics().get(1).message());
  }

  @Test
  void whatTheScheduleCannotNameIsNoDateOfIt() {
    for (String wrong :
        List.of("task(x).due", "group(g).done", "BD5", "end", "process.due", "previous.due")) {
      Close close = new Close();
      close.start = wrong;
      close.due = null;
      Resolution resolution =
          close.with(Close.task("x", "WD1", null), Close.group("g", false, "WD1")).resolve();
      Diagnostic found = only(resolution);
      assertEquals(
          "\""
              + wrong
              + "\" cannot be used in businessStartDate: the schedule is settled before all other"
              + " dates",
          found.message());
      assertNull(resolution.start());
    }
  }
}
