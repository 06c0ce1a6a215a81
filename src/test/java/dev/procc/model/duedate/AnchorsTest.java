package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.due;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dates that are defined by their place in the tree, and defaults that use them.
class AnchorsTest {
  @Test
  void anchorsOfTheTree() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD1", "dueDate + 1bd"),
                DateTreeFixture.group(
                    "g",
                    false,
                    "WD5",
                    DateTreeFixture.task("g/b", "parent.due - 1bd", "dueDate + 3bd"),
                    DateTreeFixture.task("g/c", "previous.due + 1bd", null),
                    DateTreeFixture.group(
                        "g/h", true, null, DateTreeFixture.task("g/h/d", "parent.due", null))),
                DateTreeFixture.task("e", "group(g).done", null),
                DateTreeFixture.task("f", "task(g/b).approverDue", null),
                DateTreeFixture.task("h", "parent.due - 2bd", null),
                DateTreeFixture.task("i", "group(g).start", null),
                DateTreeFixture.task("j", "task(c).start", null),
                DateTreeFixture.task("k", "task(b).start", null),
                DateTreeFixture.task("l", "task(d).start", null),
                DateTreeFixture.task("m", "task(a).start", null),
                DateTreeFixture.task("n", "task(a).done + 0bd", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of(), resolution.findings());
    assertEquals(
        day("2026-04-02"),
        DateTreeFixture.date(resolution, "a", FieldRole.APPROVAL_DUE.fieldName()));
    assertEquals(day("2026-04-07"), DateTreeFixture.due(resolution, "g/b"));
    assertEquals(day("2026-04-08"), DateTreeFixture.due(resolution, "g/c"));
    assertEquals(day("2026-04-08"), DateTreeFixture.due(resolution, "g/h/d"));
    assertEquals(day("2026-04-10"), DateTreeFixture.due(resolution, "e"));
    assertEquals(day("2026-04-10"), DateTreeFixture.due(resolution, "f"));
    assertEquals(day("2026-04-13"), DateTreeFixture.due(resolution, "h"));
    assertEquals(day("2026-04-01"), DateTreeFixture.due(resolution, "i"));
    assertEquals(day("2026-04-07"), DateTreeFixture.due(resolution, "j"));
    assertEquals(day("2026-04-01"), DateTreeFixture.due(resolution, "k"));
    assertEquals(day("2026-04-08"), DateTreeFixture.due(resolution, "l"));
    assertEquals(day("2026-03-25"), DateTreeFixture.due(resolution, "m"));
    assertEquals(day("2026-04-02"), DateTreeFixture.due(resolution, "n"));
  }

  @Test
  void anchorsThatAreNotThere() {
    DateTreeFixture close = new DateTreeFixture();
    close.due = null;
    close.parallel = true;
    close.with(
        DateTreeFixture.task("a", "previous.due + 1bd", null),
        DateTreeFixture.task("b", "parent.due", null),
        DateTreeFixture.task("c", "process.due", null),
        DateTreeFixture.task("d", "dueDate + 1bd", null),
        DateTreeFixture.task("e", null, "dueDate + 1bd"),
        DateTreeFixture.group("g", false, null, DateTreeFixture.task("g/f", "previous.due", null)),
        DateTreeFixture.task("h", "group(g).due", null),
        DateTreeFixture.task("i", "group(g).done", null),
        DateTreeFixture.task("j", "task(e).approverDue", null));
    DateResolution resolution = close.resolve();
    assertEquals(
        List.of("PC202", "PC214", "PC214", "PC202", "PC214", "PC202", "PC214"),
        DateTreeFixture.ids(resolution));
    assertEquals(2, resolution.dates().size());
  }

  @Test
  void aFailureIsReportedOnce() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "task(nope).due", null),
                DateTreeFixture.task("b", "task(a).due + 1bd", "dueDate + 1bd"),
                DateTreeFixture.task("c", "task(b).done", null),
                DateTreeFixture.task("d", "earliest(WD1, task(c).due)", null));
    assertEquals(List.of("PC202"), DateTreeFixture.ids(close.resolve()));
  }

  @Test
  void noneMeansNoValueOutLoud() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "g",
                    false,
                    "none",
                    DateTreeFixture.task("g/a", "none", null),
                    DateTreeFixture.task("g/b", "parent.due", null)));
    DateResolution resolution = close.resolve();
    assertEquals(List.of(), resolution.findings());
    assertNull(DateTreeFixture.due(resolution, "g"));
    assertEquals(DateTreeFixture.due(resolution, ""), DateTreeFixture.due(resolution, "g/b"));
  }

  @Test
  void furtherFieldsTakeDates() {
    DateNode certification =
        new DateNode(
            DateTreeFixture.ID + "/cfo",
            "cfo",
            "",
            DateNode.NodeKind.TASK,
            false,
            null,
            DateTreeFixture.at("cfo"),
            new DateNode.DateTexts(
                DateTreeFixture.text("cfo:dueDate", "WD1"),
                null,
                List.of(
                    new DateField(
                        "arguments.until", DateTreeFixture.text("cfo:until", "dueDate + 1bd")))),
            List.of());
    DateResolution resolution = new DateTreeFixture().with(certification).resolve();
    assertEquals(day("2026-04-02"), DateTreeFixture.date(resolution, "cfo", "arguments.until"));
  }

  @Test
  void aDefaultThatLacksItsDateIsLeftOutWithAnInfo() {
    DateNode lacking =
        DateNode.task(
            DateTreeFixture.ID + "/a",
            "a",
            DateTreeFixture.at("a"),
            null,
            DateTreeFixture.fallback("defaults", "dueDate + 2bd"));
    DateNode first =
        DateNode.task(
            DateTreeFixture.ID + "/b",
            "b",
            DateTreeFixture.at("b"),
            DateTreeFixture.fallback("defaults", "previous.due + 1bd"),
            DateTreeFixture.fallback("defaults", "dueDate + 2bd"));
    DateNode wrong =
        DateNode.task(
            DateTreeFixture.ID + "/c",
            "c",
            DateTreeFixture.at("c"),
            DateTreeFixture.fallback("defaults", "task(b).due"),
            null);
    DateTreeFixture close = new DateTreeFixture();
    close.parallel = true;
    DateResolution resolution = close.with(lacking, first, wrong).resolve();
    assertEquals(List.of("PC214", "PC214", "PC214", "PC214"), DateTreeFixture.ids(resolution));
    assertEquals(
        List.of(Severity.INFO, Severity.INFO, Severity.INFO, Severity.ERROR),
        resolution.findings().stream().map(Finding::severity).toList());
    assertEquals(
        "The default \"dueDate + 2bd\" is not applied to a: a has no due date",
        resolution.findings().get(0).message());
    assertEquals(3, resolution.dates().size());
  }

  /// A default that a group does not take was once the date above its tasks all the same.
  @Test
  void aDefaultThatAGroupDoesNotTakeIsNotAboveItsTasks() {
    DateText previous = DateTreeFixture.fallback("defaults", "previous.due + 1bd");
    List<DateNode> groups = new ArrayList<>();
    for (String key : List.of("a", "b")) {
      DateNode task = DateTreeFixture.task(key + "/t", "parent.due - 1bd", null);
      groups.add(
          DateNode.group(
              DateTreeFixture.ID + "/" + key,
              key,
              DateTreeFixture.at(key),
              true,
              previous,
              List.of(task)));
    }
    DateTreeFixture close = new DateTreeFixture().with(groups.toArray(DateNode[]::new));
    DateResolution resolution = close.resolve();
    assertEquals(
        List.of(Severity.INFO, Severity.INFO),
        resolution.findings().stream().map(Finding::severity).toList());
    DateTreeFixture process = new DateTreeFixture();
    process.due = "WD10";
    LocalDate expected = DateTreeFixture.due(process.resolve(), "");
    assertEquals(DateTreeFixture.due(resolution, "a/t"), DateTreeFixture.due(resolution, "b/t"));
    assertEquals(expected, DateTreeFixture.due(resolution, "a/t"));
  }

  @Test
  void aDefaultThatAGroupTakesIsAboveItsTasks() {
    DateNode first = DateTreeFixture.group("a", true, "WD3");
    DateNode task = DateTreeFixture.task("b/t", "parent.due - 1bd", null);
    DateNode second =
        DateNode.group(
            DateTreeFixture.ID + "/b",
            "b",
            DateTreeFixture.at("b"),
            true,
            DateTreeFixture.fallback("defaults", "previous.due + 2bd"),
            List.of(task));
    DateResolution resolution = new DateTreeFixture().with(first, second).resolve();
    assertEquals(LocalDate.parse("2026-04-07"), DateTreeFixture.due(resolution, "b/t"));
  }

  /// The dates of `approval` for a task that may have a due date.
  private static DateResolution approved(String due, String approval) {
    return new DateTreeFixture().with(DateTreeFixture.task("x", due, approval)).resolve();
  }

  @Test
  void whatIsMissingIsSaid() {
    DateTreeFixture close = new DateTreeFixture();
    close.due = null;
    close.with(
        DateTreeFixture.task("a", null, null),
        DateTreeFixture.group("g", false, null, DateTreeFixture.task("g/y", null, null)),
        DateTreeFixture.task("x", null, null));
    String[][] cases = {
      {"task(a).due", "\"task(a).due\" has no date: task a has no due date"},
      {"group(g).due", "\"group(g).due\" has no date: group g has no due date"},
      {
        "task(a).approverDue",
        "\"task(a).approverDue\" has no date: task a has no approval due date"
      },
      {"group(g).done", "\"group(g).done\" has no date: no date is due in group g"},
      {
        "parent.due",
        "\"parent.due\" has no date: no group above it has a due date, nor the process"
      },
      {"process.due", "\"process.due\" has no date: the process has no due date"},
      {"previous.due", "\"previous.due\" has no date: g, which comes before it, has no due date"},
    };
    for (String[] one : cases) {
      close.children.set(2, DateTreeFixture.task("x", one[0], null));
      DateResolution resolution = close.resolve();
      assertEquals(one[1], only(resolution).message());
      assertNull(DateTreeFixture.due(resolution, "x"));
    }
    assertSame(close.options, close.resolve().options());
    assertEquals(
        "\"dueDate\" has no date: x has no due date", only(approved(null, "dueDate")).message());
    close.start = null;
    close.end = null;
    close.children.set(2, DateTreeFixture.task("x", "task(a).start", null));
    assertEquals(
        "\"task(a).start\" has no date: nothing says when task a starts",
        only(close.resolve()).message());
  }

  @Test
  void anchorsOutOfPlaceAreFaultsAndNoDates() {
    String[][] cases = {
      {
        "dueDate",
        "\"dueDate\" is known in approverDueDate only; here it would be the date itself",
        "use parent.due, previous.due, process.due or task(x).due"
      },
      {
        "previous.due",
        "\"previous.due\" has no date: x is the first in its group",
        "use parent.due or start"
      },
    };
    for (String[] one : cases) {
      DateResolution resolution = resolveDue(one[0]);
      assertEquals(one[1], only(resolution).message());
      assertEquals(one[2], only(resolution).hint());
      assertNull(DateTreeFixture.due(resolution, "x"));
    }
    DateTreeFixture close = new DateTreeFixture();
    close.parallel = true;
    DateResolution parallel = close.with(DateTreeFixture.task("x", "previous.due", null)).resolve();
    assertEquals(
        "\"previous.due\" has no date: the children of root run at the same time",
        only(parallel).message());
    assertEquals("use task(x).due or parent.due", only(parallel).hint());
    for (String anchor : List.of("parent.due", "previous.due")) {
      close = new DateTreeFixture();
      close.due = anchor;
      DateResolution resolution = close.resolve();
      assertEquals(
          "\"" + anchor + "\" is known below the process only", only(resolution).message());
      assertEquals("use start, end, period.end or task(x).due", only(resolution).hint());
      assertNull(DateTreeFixture.due(resolution, ""));
    }
  }

  @Test
  void theRootIsANodeLikeOthers() {
    DateTreeFixture close = new DateTreeFixture();
    close.rootDue = "parent.due - 1bd";
    close.rootCalendar =
        DateTreeFixture.calendar(
            BusinessCalendar.of(
                "root",
                Weekdays.MON_FRI,
                List.of(NamedDay.of(day("2026-04-14"))),
                List.of(NamedDay.of(day("2026-04-11")))));
    DateResolution resolution = close.with(DateTreeFixture.task("x", "parent.due", null)).resolve();
    assertEquals(List.of(), resolution.findings());
    // WD11 of the process is Wed 15 April; the root is off on the 14th.
    assertEquals(day("2026-04-15"), DateTreeFixture.due(resolution, ""));
    assertEquals(day("2026-04-13"), DateTreeFixture.due(resolution, "root"));
    assertEquals(day("2026-04-13"), DateTreeFixture.due(resolution, "x"));
    close.rootDue = "previous.due";
    assertEquals(
        "\"previous.due\" has no date: root is the first in its group",
        only(close.resolve()).message());
    close.rootDue = "task(x).due";
    assertEquals(
        "Circular: group(root).due -> task(x).due -> group(root).due",
        only(close.resolve()).message());
  }

  @Test
  void aDefaultThatLacksADateAndIsWrongBesidesHasFailed() {
    for (String text :
        List.of(
            "earliest(task(nope).due, previous.due)", "earliest(previous.due, task(nope).due)")) {
      DateNode first =
          DateNode.task(
              DateTreeFixture.ID + "/a",
              "a",
              DateTreeFixture.at("a"),
              DateTreeFixture.fallback("d", text),
              null);
      DateResolution resolution =
          new DateTreeFixture()
              .with(first, DateTreeFixture.task("b", "task(a).due", null))
              .resolve();
      assertEquals(
          List.of("PC202", "PC214"),
          DateTreeFixture.ids(resolution).stream().sorted().toList(),
          text);
      assertNull(DateTreeFixture.due(resolution, "b"));
    }
  }

  @Test
  void workOfTwoDatesIsDoneOnTheLaterOne() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD3", "WD3"),
                DateTreeFixture.task("b", "WD3", null),
                DateTreeFixture.task("x", "task(a).done", null),
                DateTreeFixture.task("y", "task(b).done", null));
    DateResolution resolution = close.resolve();
    DerivationStep.StartStep same =
        (DerivationStep.StartStep) DateTreeFixture.steps(resolution, "x").get(0);
    assertEquals(DateTreeFixture.ID + "/a:dueDate", same.field().toString());
    assertEquals(
        List.of("x:dueDate", "a:dueDate", "a:approverDueDate", "period.yaml", "us.calendar.yaml"),
        paths(resolution, "x"));
    Origin single =
        resolution.date(DateTreeFixture.ID + "/y", FieldRole.DUE_DATE.fieldName()).origin();
    assertSame(
        resolution.date(DateTreeFixture.ID + "/b", FieldRole.DUE_DATE.fieldName()).origin(),
        single.inputs().get(0));
  }

  private static List<String> paths(DateResolution resolution, String path) {
    return resolution
        .date(DateTreeFixture.ID + "/" + path, FieldRole.DUE_DATE.fieldName())
        .origin()
        .spans()
        .stream()
        .map(s -> s.file().path())
        .toList();
  }

  @Test
  void whatIsLeftOutIsMissedWhereItIsNamed() {
    DateNode lacking =
        DateNode.task(
            DateTreeFixture.ID + "/a",
            "a",
            DateTreeFixture.at("a"),
            null,
            DateTreeFixture.fallback("defaults", "dueDate + 2bd"));
    DateResolution resolution =
        new DateTreeFixture()
            .with(lacking, DateTreeFixture.task("b", "task(a).approverDue", null))
            .resolve();
    assertEquals(
        List.of(
            "The default \"dueDate + 2bd\" is not applied to a: a has no due date",
            "\"task(a).approverDue\" has no date: task a has no approval due date"),
        resolution.findings().stream().map(Finding::message).toList());
  }

  @Test
  void aWeekdayOrBusinessDayBesideADate() {
    String[][] cases = {
      {"first monday after period.end", "2026-04-06"},
      {"first tuesday after period.end", "2026-04-07"},
      {"first tuesday on or after period.end", "2026-03-31"},
      {"2nd friday after period.end", "2026-04-10"},
      {"first friday after WD3", "2026-04-10"},
      {"last friday before process.due", "2026-04-10"},
      {"first wednesday on or before 2026-04-15", "2026-04-15"},
      {"first wednesday before 2026-04-15", "2026-04-08"},
      {"first business day on or after 15th day of month after period", "2026-04-15"},
      {"first business day on or after 2026-04-03", "2026-04-06"},
      {"2nd business day on or after 2026-04-03", "2026-04-07"},
      {"first business day after 2026-04-02", "2026-04-06"},
      {"last business day before 2026-04-06", "2026-04-02"},
      {"(first monday after period.end) + 3d", "2026-04-09"},
      {"first monday after (period.end + 6d)", "2026-04-13"},
    };
    for (String[] one : cases) {
      DateResolution resolution = resolveDue(one[0]);
      assertEquals(List.of(), DateTreeFixture.ids(resolution), one[0]);
      assertEquals(day(one[1]), due(resolution, "x"), one[0]);
    }
  }

  @Test
  void aNumberInThePeriodsOwnMonthIsShownWithTheOneAfter() {
    DateTreeFixture close = new DateTreeFixture();
    close.start = "2026-03-01";
    DateResolution resolution =
        close.with(DateTreeFixture.task("x", "5th business day of the month", null)).resolve();
    assertEquals("PC223", only(resolution).code().id());
    assertEquals(
        "5th business day of month is Fri 2026-03-06, in the period;"
            + " 5th business day of month after period is Wed 2026-04-08",
        only(resolution).message());
    close.children.clear();
    close.with(
        DateTreeFixture.task("x", "5th business day of month of period.end", null),
        DateTreeFixture.task("y", "last business day of month", null));
    assertEquals(List.of(), DateTreeFixture.ids(close.resolve()));
  }

  @Test
  void aNumberInTheQuarterThatIsThePeriodIsShownWithTheOneAfter() {
    DateTreeFixture close = new DateTreeFixture();
    close.start = "2026-03-01";
    close.with(DateTreeFixture.task("x", "50th business day of the quarter", null));
    assertEquals(
        "50th business day of quarter is Wed 2026-03-11, in the period;"
            + " 50th business day of quarter after period is Wed 2026-06-10",
        only(close.resolve()).message());
    close.children.clear();
    close.with(
        DateTreeFixture.task("x", "10th business day of the quarter", null),
        DateTreeFixture.task("y", "100th day of quarter", null));
    assertEquals(false, DateTreeFixture.ids(close.resolve()).contains("PC223"));
  }
}
