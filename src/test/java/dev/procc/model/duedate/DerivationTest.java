package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.day;
import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.FiscalRule;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What went into a date, and the steps that led to it.
class DerivationTest {
  @Test
  void originsShareWhatDatesRestOn() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD2", null),
                Close.task("b", "task(a).due + 1bd", null),
                Close.task("c", "2026-04-09", null));
    Resolution resolution = close.resolve();
    Origin a = resolution.date(Close.ID + "/a", DateResolver.DUE).origin();
    Origin b = resolution.date(Close.ID + "/b", DateResolver.DUE).origin();
    Origin c = resolution.date(Close.ID + "/c", DateResolver.DUE).origin();
    assertEquals("b:dueDate", b.span().file().path());
    assertTrue(b.from().contains(a));
    assertTrue(b.from().contains(close.calendar.origin()));
    assertTrue(a.from().contains(close.period.origin()));
    assertEquals(List.of(), c.from());
    assertEquals(
        List.of("b:dueDate", "a:dueDate", "us.calendar.yaml", "period.yaml"),
        b.spans().stream().map(s -> s.file().path()).toList());
  }

  @Test
  void theStepsOfADateTellEachDay() {
    Derivation told = one("WD3").date(Close.ID + "/x", DateResolver.DUE).derivation();
    assertEquals("WD3", told.canonical());
    assertEquals(OptionalInt.of(8), told.businessDay());
    assertEquals(2, told.steps().size());
    DerivationStep.From from = (DerivationStep.From) told.steps().get(0);
    assertEquals("period 2026-03 ends", from.words());
    assertEquals(day("2026-03-31"), from.date());
    assertEquals("2026-03", from.origin().span().text());
    DerivationStep.Count count = (DerivationStep.Count) told.steps().get(1);
    assertEquals("WD3 = 3rd business day after the period", count.words());
    StringBuilder lines = new StringBuilder();
    for (DerivationStep.DayLine line : count.days()) {
      Span source = line.source();
      lines
          .append(DayText.of(line.date()))
          .append(line.off() ? " off, " + line.reason().words() : " " + line.number())
          .append(' ')
          .append(source == null ? "" : source.line())
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
    Close close =
        new Close()
            .with(
                Close.task("a", "WD2", "dueDate + 3d"),
                Close.task(
                    "b", "earliest(task(a).done + 2w, start + 10 days) or next business day", null),
                Close.task("c", "WD8 - 1bd", null),
                Close.task("d", "last business day of 2026-05", null));
    Resolution resolution = close.resolve();
    List<DerivationStep> steps =
        resolution.date(Close.ID + "/b", DateResolver.DUE).derivation().steps();
    DerivationStep.Choose choice = (DerivationStep.Choose) steps.get(0);
    assertEquals(1, choice.chosen());
    DerivationStep.From done = (DerivationStep.From) choice.candidates().get(0).steps().get(0);
    assertEquals(Close.ID + "/a:approverDueDate", done.field().toString());
    DerivationStep.Move move = (DerivationStep.Move) choice.candidates().get(1).steps().get(1);
    assertEquals("10 days later", move.words());
    DerivationStep.Rolled rolled = (DerivationStep.Rolled) steps.get(1);
    assertEquals(2, rolled.days().size());
    assertEquals(day("2026-04-06"), rolled.date());
    List<DerivationStep> back =
        resolution.date(Close.ID + "/c", DateResolver.DUE).derivation().steps();
    DerivationStep.Count up = (DerivationStep.Count) back.get(1);
    assertEquals("extra workday", up.days().getLast().reason().words());
    assertEquals("us.calendar.yaml:4", up.days().getLast().source().line());
    assertEquals("1 business day before", back.get(2).words());
  }

  @Test
  void theFindingOfABrokenTextPointsAtIt() {
    Diagnostic found = only(one("WD1 + 3 dyas"));
    assertEquals("dyas", found.span().text());
    assertEquals(Close.ID + "/x:dueDate", found.address());
    assertNotNull(found.hint());
  }

  private static String told(String text) {
    Resolution resolution = one(text);
    StringBuilder out = new StringBuilder();
    for (DerivationStep step : Close.steps(resolution, "x")) {
      out.append(step.words()).append(": ").append(step.date());
      if (step instanceof DerivationStep.Count count) {
        out.append(" from ").append(count.from());
        for (DerivationStep.DayLine line : count.days()) {
          out.append(' ').append(line.date().getDayOfMonth()).append(line.off() ? "-" : "+");
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
        told("BD3"));
  }

  @Test
  void numbersOfThePeriodAreCountedFromItsEnd() {
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        WD-1 = last business day of the period: 2026-03-31 from 2026-04-01 31+
        """,
        told("WD-1"));
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        WD-3 = 3rd last business day of the period: 2026-03-27 from 2026-04-01 31+ 30+ 29- 28- 27+
        """,
        told("WD-3"));
    Close close = new Close().with(Close.task("x", "WD0", null), Close.task("y", "WD-1", null));
    close.options = new DateOptions(true, Roll.UNSAID, Severity.ERROR, null, null);
    Resolution resolution = close.resolve();
    assertEquals(
        "WD0 = last business day of the period", Close.steps(resolution, "x").get(1).words());
    assertEquals(
        "WD-1 = 2nd last business day of the period", Close.steps(resolution, "y").get(1).words());
  }

  @Test
  void stepsOfNoneRoll() {
    assertEquals(
        """
        typed date: 2026-04-03
        rolled forward to a business day: 2026-04-06 from 2026-04-03 4- 5- 6+
        """,
        told("2026-04-03 + 0bd"));
    assertEquals(
        """
        typed date: 2026-04-03
        rolled back to a business day: 2026-04-02 from 2026-04-03 2+
        """,
        told("2026-04-03 - 0bd"));
    assertEquals(
        """
        typed date: 2026-04-06
        rolled forward to a business day: 2026-04-06 from 2026-04-06
        """,
        told("2026-04-06 + 0bd"));
    assertEquals(
        """
        the schedule starts: 2026-03-25
        2 weeks earlier: 2026-03-11
        1 business day after: 2026-03-12 from 2026-03-11 12+
        """,
        told("(start - 2w) + 1bd"));
  }

  @Test
  void placesTellTheDaysTheyCounted() {
    assertEquals(
        """
        period 2026-03 ends: 2026-03-31
        2nd business day of next month (2026-04-01..2026-04-30): 2026-04-02 from 2026-04-01 1+ 2+
        """,
        told("2nd business day of next month"));
    assertEquals(
        """
        2nd last business day of 2026-05 (2026-05-01..2026-05-31): 2026-05-28 \
        from 2026-05-31 31- 30- 29+ 28+
        """,
        told("2nd last business day of 2026-05"));
    assertEquals(
        """
        first friday of 2026-04 (2026-04-01..2026-04-30): 2026-04-03 from 2026-04-01
        """,
        told("first friday of 2026-04"));
  }

  @Test
  void typedDatesAndReferencesComeFromTheirTexts() {
    Resolution resolution =
        new Close()
            .with(Close.task("a", "2026-04-02", null), Close.task("x", "task(a).due", null))
            .resolve();
    DerivationStep.From typed = (DerivationStep.From) Close.steps(resolution, "a").get(0);
    assertEquals("a:dueDate", typed.origin().span().file().path());
    assertNull(typed.field());
    DerivationStep.From other = (DerivationStep.From) Close.steps(resolution, "x").get(0);
    assertEquals("task(a).due", other.words());
    assertEquals(Close.ID + "/a:dueDate", other.field().toString());
  }

  /// The files that a date rests on besides its own text.
  private static List<String> rests(Close close, String text) {
    close.children.clear();
    Resolution resolution = close.with(Close.task("x", text, null)).resolve();
    return resolution.date(Close.ID + "/x", DateResolver.DUE).origin().spans().stream()
        .map(s -> s.file().path())
        .skip(1)
        .toList();
  }

  @Test
  void aDateRestsOnAllThatAChangeCouldComeFrom() {
    Close close = new Close();
    close.end = "2027-12-31";
    DateOptions unsaid =
        new DateOptions(
            true,
            Roll.UNSAID,
            Severity.ERROR,
            new FiscalRule.Months(7, true),
            Close.at("procc.yaml"));
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
    close.options = new DateOptions(false, Roll.NEXT, Severity.ERROR, null, Close.at("procc.yaml"));
    assertEquals(
        List.of("businessStartDate", "procc.yaml", "us.calendar.yaml"), rests(close, "start"));
    assertEquals(List.of(), rests(close, "2026-04-04"));
  }

  @Test
  void aDateShowsItsFieldItsTextAndItsDay() {
    ResolvedDate date = one("T+3").date(Close.ID + "/x", DateResolver.DUE);
    assertEquals("close@2026-03/x:dueDate 2026-04-06", date.toString());
    assertEquals("T+3", date.text().text());
    assertEquals("WD3", date.due().toString());
  }

  @Test
  void calendarsAreSharedNodesNotValues() {
    SourcedCalendar us = Close.march();
    assertEquals(us, us);
    assertNotEquals(us, new SourcedCalendar(us.days(), us.origin(), us.lines()));
    assertEquals(System.identityHashCode(us), us.hashCode());
  }
}
