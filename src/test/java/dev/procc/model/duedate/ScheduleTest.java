package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.DateResolver;
import dev.procc.model.duedate.syntax.Roll;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Both ends of the schedule, and dates outside it.
class ScheduleTest {
  @Test
  void theScheduleIsSettledFirst() {
    DateTreeFixture close = new DateTreeFixture();
    close.start = "period.start";
    close.end = "last business day of month after period";
    DateResolution resolution = close.resolve();
    assertEquals(day("2026-03-01"), resolution.start());
    assertEquals(day("2026-04-30"), resolution.end());
    close.start = "WD-3";
    close.end = "start + 20bd";
    assertEquals(day("2026-04-24"), close.resolve().end());
    for (String wrong :
        List.of("task(x).due", "BD5", "end + 1d", "process.due", "dueDate", "parent.due")) {
      close.start = wrong;
      Finding found = close.resolve().findings().get(0);
      assertEquals("PC202", found.code().id(), wrong);
      assertEquals(DateTreeFixture.ID + ":businessStartDate", found.address());
    }
    close.start = "last day of month";
    close.period = null;
    assertEquals("PC214", close.resolve().findings().get(0).code().id());
  }

  @Test
  void aPlaceWithoutPeriodIsInTheMonthOfTheStart() {
    DateTreeFixture close = new DateTreeFixture();
    close.period = null;
    close.due = "last business day of next month";
    close.end = "last day of month";
    DateResolution resolution = close.resolve();
    assertEquals(day("2026-03-31"), resolution.end());
    assertEquals(day("2026-04-30"), DateTreeFixture.due(resolution, ""));
  }

  @Test
  void bothEndsOrNone() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = null;
    Finding found = only(close.resolve());
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
    close.with(
        DateTreeFixture.task("x", "start + 1d", null), DateTreeFixture.task("y", "BD3", null));
    assertEquals(List.of("PC214", "PC214"), DateTreeFixture.ids(close.resolve()));
  }

  @Test
  void outsideTheScheduleIsReportedAsTheProjectWants() {
    DateTreeFixture close =
        new DateTreeFixture().with(DateTreeFixture.task("x", "end + 1d", "dueDate + 1bd"));
    DateResolution resolution = close.resolve();
    assertEquals(List.of("PC205"), DateTreeFixture.ids(resolution));
    Finding found = resolution.findings().get(0);
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("2026-05-01", found.fixes().get(0).edits().get(0).replacement());
    assertEquals("businessEndDate", found.fixes().get(0).edits().get(0).span().file().path());
    assertEquals(day("2026-05-01"), DateTreeFixture.due(resolution, "x"));
    close.options = new DateOptions(false, Roll.UNSPECIFIED, Severity.WARNING, null, null);
    assertEquals(Severity.WARNING, close.resolve().findings().get(0).severity());
    Finding before = only(resolveDue("start - 1d"));
    assertEquals("businessStartDate", before.labels().get(0).span().file().path());
    assertEquals("2026-03-24", before.fixes().get(0).edits().get(0).replacement());
  }

  @Test
  void aDayOfTheWrongYearIsOfferedInTheYearOfTheSchedule() {
    for (String typo : List.of("2025-04-02", "2027-04-02")) {
      Finding found = only(resolveDue(typo));
      assertEquals("did you mean 2026-04-02?", found.hint());
      assertEquals("2026-04-02", found.fixes().get(0).edits().get(0).replacement());
    }
  }

  @Test
  void noFixReplacesARelativeEndByADay() {
    DateTreeFixture close =
        new DateTreeFixture().with(DateTreeFixture.task("x", "2026-09-01", null));
    close.end = "start + 20bd";
    Finding found = only(close.resolve());
    assertEquals("let businessEndDate be 2026-09-01 or later, or move the date", found.hint());
    assertEquals(List.of(), found.fixes());
  }

  @Test
  void anEndOfTheWrongYearIsOfferedInTheNext() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2025-04-30";
    Finding found = only(close.resolve());
    assertEquals("did you mean 2026-04-30?", found.hint());
    assertEquals("2026-04-30", found.fixes().get(0).edits().get(0).replacement());
  }

  @Test
  void theProcessMayBeDueOutsideItsSchedule() {
    DateTreeFixture close = new DateTreeFixture();
    close.due = "2026-12-31";
    assertEquals(List.of(), close.resolve().findings());
  }

  @Test
  void businessDayPastTheEndIsAnErrorInEverySetting() {
    DateTreeFixture close =
        new DateTreeFixture().with(DateTreeFixture.task("x", "BD99 - 80bd", null));
    close.options = new DateOptions(false, Roll.UNSPECIFIED, Severity.WARNING, null, null);
    Finding found = only(close.resolve());
    assertEquals("PC205", found.code().id());
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("BD99", found.span().text());
    assertEquals(
        "BD99 is Tue 2026-08-11, after the schedule's end Thu 2026-04-30", found.message());
  }

  @Test
  void aScheduleOfOneDayIsOne() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = close.start;
    close.due = null;
    DateResolution resolution = close.with(DateTreeFixture.task("x", "BD1", null)).resolve();
    assertEquals(List.of("PC223"), DateTreeFixture.ids(resolution));
    assertEquals(day("2026-03-25"), DateTreeFixture.due(resolution, "x"));
    close.end = "2026-03-24";
    close.children.clear();
    Finding found = only(close.resolve());
    assertEquals(
        "The schedule ends Tue 2026-03-24, before its start Wed 2026-03-25", found.message());
    assertEquals("it starts here", found.labels().get(0).text());
    assertEquals(DateTreeFixture.ID + ":businessEndDate", found.address());
  }

  @Test
  void oneEndAloneSaysWhichIsMissing() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = null;
    Finding found = only(close.resolve());
    assertEquals("\"businessStartDate\" is given without \"businessEndDate\"", found.message());
    assertEquals("the API takes both or neither: add businessEndDate", found.hint());
    assertEquals(DateTreeFixture.ID + ":businessStartDate", found.address());
    close.end = "none";
    assertEquals("PC217", only(close.resolve()).code().id());
    close.end = "garbage";
    assertEquals("PC201", only(close.resolve()).code().id());
    close.start = null;
    assertEquals(List.of("PC201", "PC217"), DateTreeFixture.ids(close.resolve()));
  }

  @Test
  void theFirstAndTheLastDayAreInside() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("first", "start", "end"),
                DateTreeFixture.task("last", "BD26", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of("PC223"), DateTreeFixture.ids(resolution));
    assertEquals(day("2026-03-25"), DateTreeFixture.due(resolution, "first"));
    assertEquals(
        day("2026-04-30"),
        DateTreeFixture.date(resolution, "first", FieldRole.APPROVAL_DUE.fieldName()));
    // 5 business days to 31 March; April has 22, less Good Friday, and the Saturday: 22.
    close.children.set(1, DateTreeFixture.task("last", "BD27", null));
    assertEquals(day("2026-04-30"), DateTreeFixture.due(close.resolve(), "last"));
    close.children.set(1, DateTreeFixture.task("last", "BD28", null));
    resolution = close.resolve();
    assertEquals("PC205", only(resolution).code().id());
    assertNull(DateTreeFixture.due(resolution, "last"));
  }

  @Test
  void anEndIsOfferedToBeMoved() {
    Finding after = only(resolveDue("end + 1d"));
    assertEquals(
        "end + 1d is Fri 2026-05-01, after the schedule's end Thu 2026-04-30", after.message());
    assertEquals("move businessEndDate to 2026-05-01 or later", after.hint());
    assertEquals("the schedule ends here", after.labels().get(0).text());
    assertEquals("move businessEndDate to 2026-05-01", after.fixes().get(0).title());
    Finding before = only(resolveDue("start - 1d"));
    assertEquals(
        "start - 1d is Tue 2026-03-24, before the schedule's start Wed 2026-03-25",
        before.message());
    assertEquals("move businessStartDate to 2026-03-24 or earlier", before.hint());
    assertEquals("the schedule starts here", before.labels().get(0).text());
    assertEquals("start - 1d", before.span().text());
  }

  @Test
  void anEndThatNoFileHoldsAsItIsIsNotOffered() {
    DateTree tree = new DateTreeFixture().with(DateTreeFixture.task("x", "end + 1d", null)).tree();
    SourceFile file = new SourceFile("p.yaml", "{{ end }}");
    DateTree made =
        new DateTree(
            tree.address(),
            tree.calendar(),
            tree.period(),
            tree.businessStartDate(),
            DateText.written("2026-04-30", Origin.written(file.fullSpan())),
            tree.dueDate(),
            null,
            tree.root());
    Finding found = only(DateResolver.resolve(made, DateOptions.DEFAULT));
    assertEquals("p.yaml", found.labels().get(0).span().file().path());
    assertEquals(List.of(), found.fixes());
  }

  @Test
  void ofAScheduleThatIsTheWrongWayRoundTheStartIsNamed() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2026-03-20";
    close.due = null;
    DateResolution resolution = close.with(DateTreeFixture.task("x", "2026-03-22", null)).resolve();
    assertEquals(List.of("PC217", "PC205"), DateTreeFixture.ids(resolution));
    assertEquals(
        "2026-03-22 is Sun 2026-03-22, before the schedule's start Wed 2026-03-25",
        resolution.findings().get(1).message());
  }

  @Test
  void whatTheScheduleCannotNameIsNoDateOfIt() {
    for (String wrong :
        List.of("task(x).due", "group(g).done", "BD5", "end", "process.due", "previous.due")) {
      DateTreeFixture close = new DateTreeFixture();
      close.start = wrong;
      close.due = null;
      DateResolution resolution =
          close
              .with(
                  DateTreeFixture.task("x", "WD1", null), DateTreeFixture.group("g", false, "WD1"))
              .resolve();
      Finding found = only(resolution);
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
