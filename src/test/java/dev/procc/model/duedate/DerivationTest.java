package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.Roll;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The inputs of a date, and the steps that lead to it.
class DerivationTest {
  @Test
  void originsShareWhatDatesRestOn() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD2", null),
                DateTreeFixture.task("b", "task(a).due + 1bd", null),
                DateTreeFixture.task("c", "2026-04-09", null));
    DateResolution resolution = close.resolve();
    Origin a = resolution.date(DateTreeFixture.ID + "/a", FieldRole.DUE_DATE.fieldName()).origin();
    Origin b = resolution.date(DateTreeFixture.ID + "/b", FieldRole.DUE_DATE.fieldName()).origin();
    Origin c = resolution.date(DateTreeFixture.ID + "/c", FieldRole.DUE_DATE.fieldName()).origin();
    assertEquals("b:dueDate", b.span().file().path());
    assertTrue(b.inputs().contains(a));
    assertTrue(b.inputs().contains(close.calendar.origin()));
    assertTrue(a.inputs().contains(close.period.origin()));
    assertEquals(List.of(), c.inputs());
    assertEquals(
        List.of("b:dueDate", "a:dueDate", "us.calendar.yaml", "period.yaml"),
        b.spans().stream().map(s -> s.file().path()).toList());
  }

  @Test
  void theStepsOfADateTellEachDay() {
    Derivation told =
        resolveDue("WD3")
            .date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName())
            .derivation();
    assertEquals("WD3", told.canonical());
    assertEquals(OptionalInt.of(8), told.businessDay());
    assertEquals(2, told.steps().size());
    DerivationStep.StartStep from = (DerivationStep.StartStep) told.steps().get(0);
    assertEquals("period 2026-03 ends", from.description());
    assertEquals(day("2026-03-31"), from.date());
    assertEquals("2026-03", from.origin().span().text());
    DerivationStep.CountStep count = (DerivationStep.CountStep) told.steps().get(1);
    assertEquals("WD3 = 3rd business day after the period", count.description());
    StringBuilder lines = new StringBuilder();
    for (DerivationStep.DayLine line : count.days()) {
      Span source = line.source();
      lines
          .append(DayText.format(line.date()))
          .append(line.isSkipped() ? " off, " + line.reason().text() : " " + line.number())
          .append(' ')
          .append(source == null ? "" : source.pathAndLine())
          .append('\n');
    }
    assertEquals(
        """
        Wed 2026-04-01 1 us.calendar.yaml:1
        Thu 2026-04-02 2 us.calendar.yaml:1
        Fri 2026-04-03 off, Good Friday us.calendar.yaml:2
        Sat 2026-04-04 off, weekend us.calendar.yaml:1
        Sun 2026-04-05 off, weekend us.calendar.yaml:1
        Mon 2026-04-06 3 us.calendar.yaml:1
        """,
        lines.toString());
  }

  @Test
  void stepsOfChoicesRollsAndReferences() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD2", "dueDate + 3d"),
                DateTreeFixture.task(
                    "b", "earliest(task(a).done + 2w, start + 10 days) or next business day", null),
                DateTreeFixture.task("c", "WD8 - 1bd", null),
                DateTreeFixture.task("d", "last business day of 2026-05", null));
    DateResolution resolution = close.resolve();
    List<DerivationStep> steps =
        resolution
            .date(DateTreeFixture.ID + "/b", FieldRole.DUE_DATE.fieldName())
            .derivation()
            .steps();
    DerivationStep.ChoiceStep choice = (DerivationStep.ChoiceStep) steps.get(0);
    assertEquals(1, choice.chosen());
    DerivationStep.StartStep done =
        (DerivationStep.StartStep) choice.candidates().get(0).steps().get(0);
    assertEquals(DateTreeFixture.ID + "/a:approverDueDate", done.field().toString());
    DerivationStep.MoveStep move =
        (DerivationStep.MoveStep) choice.candidates().get(1).steps().get(1);
    assertEquals("10 days later", move.description());
    DerivationStep.RollStep rolled = (DerivationStep.RollStep) steps.get(1);
    assertEquals(2, rolled.days().size());
    assertEquals(day("2026-04-06"), rolled.date());
    List<DerivationStep> back =
        resolution
            .date(DateTreeFixture.ID + "/c", FieldRole.DUE_DATE.fieldName())
            .derivation()
            .steps();
    DerivationStep.CountStep up = (DerivationStep.CountStep) back.get(1);
    assertEquals("extra workday", up.days().getLast().reason().text());
    assertEquals("us.calendar.yaml:4", up.days().getLast().source().pathAndLine());
    assertEquals("1 business day before", back.get(2).description());
  }

  @Test
  void theFindingOfABrokenTextPointsAtIt() {
    Finding found = only(resolveDue("WD1 + 3 dyas"));
    assertEquals("dyas", found.span().text());
    assertEquals(DateTreeFixture.ID + "/x:dueDate", found.address());
    assertNotNull(found.hint());
  }

  private static String describe(String text) {
    DateResolution resolution = resolveDue(text);
    StringBuilder out = new StringBuilder();
    for (DerivationStep step : DateTreeFixture.steps(resolution, "x")) {
      out.append(step.description()).append(": ").append(step.date());
      if (step instanceof DerivationStep.CountStep count) {
        out.append(" from ").append(count.from());
        for (DerivationStep.DayLine line : count.days()) {
          out.append(' ').append(line.date().getDayOfMonth()).append(line.isSkipped() ? "-" : "+");
        }
      }
      out.append('\n');
    }
    return out.toString();
  }

  @Test
  void numbersOfTheScheduleAreCountedFromItsFirstDay() {
    assertEquals(
        """
        the schedule starts: 2026-03-25
        BD3 = 3rd business day of the schedule: 2026-03-27 from 2026-03-24 25+ 26+ 27+
        """,
        describe("BD3"));
  }

  @Test
  void numbersOfThePeriodAreCountedFromItsEnd() {
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        WD-1 = last business day of the period: 2026-03-31 from 2026-04-01 31+
        """,
        describe("WD-1"));
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        WD-3 = 3rd last business day of the period: 2026-03-27 from 2026-04-01 31+ 30+ 29- 28- 27+
        """,
        describe("WD-3"));
    DateTreeFixture close =
        new DateTreeFixture()
            .with(DateTreeFixture.task("x", "WD0", null), DateTreeFixture.task("y", "WD-1", null));
    close.options = new DateOptions(true, Roll.UNSPECIFIED, Severity.ERROR, null, null);
    DateResolution resolution = close.resolve();
    assertEquals(
        "WD0 = last business day of the period",
        DateTreeFixture.steps(resolution, "x").get(1).description());
    assertEquals(
        "WD-1 = 2nd last business day of the period",
        DateTreeFixture.steps(resolution, "y").get(1).description());
  }

  @Test
  void stepsOfNoneRoll() {
    assertEquals(
        """
        typed date: 2026-04-03
        rolled forward to a business day: 2026-04-06 from 2026-04-03 4- 5- 6+
        """,
        describe("2026-04-03 + 0bd"));
    assertEquals(
        """
        typed date: 2026-04-03
        rolled back to a business day: 2026-04-02 from 2026-04-03 2+
        """,
        describe("2026-04-03 - 0bd"));
    assertEquals(
        """
        typed date: 2026-04-06
        rolled forward to a business day: 2026-04-06 from 2026-04-06
        """,
        describe("2026-04-06 + 0bd"));
    assertEquals(
        """
        the schedule starts: 2026-03-25
        2 weeks earlier: 2026-03-11
        1 business day after: 2026-03-12 from 2026-03-11 12+
        """,
        describe("(start - 2w) + 1bd"));
  }

  @Test
  void placesTellTheDaysTheyCounted() {
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        2nd business day of next month (2026-04-01..2026-04-30): 2026-04-02 from 2026-04-01 1+ 2+
        """,
        describe("2nd business day of next month"));
    assertEquals(
        """
        2nd last business day of 2026-05 (2026-05-01..2026-05-31): 2026-05-28 \
        from 2026-05-31 31- 30- 29+ 28+
        """,
        describe("2nd last business day of 2026-05"));
    assertEquals(
        """
        first friday of 2026-04 (2026-04-01..2026-04-30): 2026-04-03 from 2026-04-01
        """,
        describe("first friday of 2026-04"));
  }

  @Test
  void typedDatesAndReferencesComeFromTheirTexts() {
    DateResolution resolution =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "2026-04-02", null),
                DateTreeFixture.task("x", "task(a).due", null))
            .resolve();
    DerivationStep.StartStep typed =
        (DerivationStep.StartStep) DateTreeFixture.steps(resolution, "a").get(0);
    assertEquals("a:dueDate", typed.origin().span().file().path());
    assertNull(typed.field());
    DerivationStep.StartStep other =
        (DerivationStep.StartStep) DateTreeFixture.steps(resolution, "x").get(0);
    assertEquals("task(a).due", other.description());
    assertEquals(DateTreeFixture.ID + "/a:dueDate", other.field().toString());
  }

  /// The files that a date depends on besides its own text.
  private static List<String> rests(DateTreeFixture close, String text) {
    close.children.clear();
    DateResolution resolution = close.with(DateTreeFixture.task("x", text, null)).resolve();
    return resolution
        .date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName())
        .origin()
        .spans()
        .stream()
        .map(s -> s.file().path())
        .skip(1)
        .toList();
  }

  @Test
  void aDateRestsOnAllThatAChangeCouldComeFrom() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2027-12-31";
    DateOptions unsaid =
        new DateOptions(
            true,
            Roll.UNSPECIFIED,
            Severity.ERROR,
            new FiscalRule.Months(7, true),
            DateTreeFixture.at("procc.yaml"));
    close.options = unsaid;
    assertEquals(List.of("businessStartDate"), rests(close, "start + 1d"));
    assertEquals(
        List.of("businessStartDate", "us.calendar.yaml"),
        rests(close, "start or next business day"));
    assertEquals(List.of(), rests(close, "last day of 2026-04"));
    assertEquals(List.of("us.calendar.yaml"), rests(close, "last business day of 2026-04"));
    assertEquals(List.of("procc.yaml"), rests(close, "first day of FY2027"));
    assertEquals(List.of("period.yaml", "us.calendar.yaml"), rests(close, "WD1"));
    assertEquals(List.of("period.yaml", "procc.yaml", "us.calendar.yaml"), rests(close, "WD0"));
    assertEquals(List.of("period.yaml"), rests(close, "period.end"));
    close.options =
        new DateOptions(false, Roll.NEXT, Severity.ERROR, null, DateTreeFixture.at("procc.yaml"));
    assertEquals(
        List.of("businessStartDate", "procc.yaml", "us.calendar.yaml"), rests(close, "start"));
    assertEquals(List.of(), rests(close, "2026-04-04"));
  }

  @Test
  void aDateShowsItsFieldItsTextAndItsDay() {
    ResolvedDate date =
        resolveDue("T+3").date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals("close@2026-03/x:dueDate 2026-04-06", date.toString());
    assertEquals("T+3", date.text().text());
    assertEquals("WD3", date.spec().toString());
  }

  @Test
  void calendarsAreSharedNodesNotValues() {
    SourcedCalendar us = DateTreeFixture.march();
    assertEquals(us, us);
    assertNotEquals(us, new SourcedCalendar(us.days(), us.origin(), us.lines()));
    assertEquals(System.identityHashCode(us), us.hashCode());
  }
}
