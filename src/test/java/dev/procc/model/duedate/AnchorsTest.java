package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.day;
import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dates that are named by their place in the tree, and defaults that build on them.
class AnchorsTest {
  @Test
  void anchorsOfTheTree() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD1", "dueDate + 1bd"),
                Close.group(
                    "g",
                    false,
                    "WD5",
                    Close.task("g/b", "parent.due - 1bd", "dueDate + 3bd"),
                    Close.task("g/c", "previous.due + 1bd", null),
                    Close.group("g/h", true, null, Close.task("g/h/d", "parent.due", null))),
                Close.task("e", "group(g).done", null),
                Close.task("f", "task(g/b).approverDue", null),
                Close.task("h", "parent.due - 2bd", null),
                Close.task("i", "group(g).start", null),
                Close.task("j", "task(c).start", null),
                Close.task("k", "task(b).start", null),
                Close.task("l", "task(d).start", null),
                Close.task("m", "task(a).start", null),
                Close.task("n", "task(a).done + 0bd", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(day("2026-04-02"), Close.date(resolution, "a", DateResolver.APPROVAL));
    assertEquals(day("2026-04-07"), Close.due(resolution, "g/b"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "g/c"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "g/h/d"));
    assertEquals(day("2026-04-10"), Close.due(resolution, "e"));
    assertEquals(day("2026-04-10"), Close.due(resolution, "f"));
    assertEquals(day("2026-04-13"), Close.due(resolution, "h"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "i"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "j"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "k"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "l"));
    assertEquals(day("2026-03-25"), Close.due(resolution, "m"));
    assertEquals(day("2026-04-02"), Close.due(resolution, "n"));
  }

  @Test
  void anchorsThatAreNotThere() {
    Close close = new Close();
    close.due = null;
    close.parallel = true;
    close.with(
        Close.task("a", "previous.due + 1bd", null),
        Close.task("b", "parent.due", null),
        Close.task("c", "process.due", null),
        Close.task("d", "dueDate + 1bd", null),
        Close.task("e", null, "dueDate + 1bd"),
        Close.group("g", false, null, Close.task("g/f", "previous.due", null)),
        Close.task("h", "group(g).due", null),
        Close.task("i", "group(g).done", null),
        Close.task("j", "task(e).approverDue", null));
    Resolution resolution = close.resolve();
    assertEquals(
        List.of("PC202", "PC214", "PC214", "PC202", "PC214", "PC202", "PC214"),
        Close.ids(resolution));
    assertEquals(2, resolution.dates().size());
  }

  @Test
  void aFailureIsReportedOnce() {
    Close close =
        new Close()
            .with(
                Close.task("a", "task(nope).due", null),
                Close.task("b", "task(a).due + 1bd", "dueDate + 1bd"),
                Close.task("c", "task(b).done", null),
                Close.task("d", "earliest(WD1, task(c).due)", null));
    assertEquals(List.of("PC202"), Close.ids(close.resolve()));
  }

  @Test
  void noneMeansNoValueOutLoud() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "g",
                    false,
                    "none",
                    Close.task("g/a", "none", null),
                    Close.task("g/b", "parent.due", null)));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertNull(Close.due(resolution, "g"));
    assertEquals(Close.due(resolution, ""), Close.due(resolution, "g/b"));
  }

  @Test
  void furtherFieldsTakeDates() {
    DateNode certification =
        new DateNode(
            Close.ID + "/cfo",
            "cfo",
            DateNode.Kind.TASK,
            false,
            null,
            Close.at("cfo"),
            Close.text("cfo:dueDate", "WD1"),
            null,
            List.of(new DateField("arguments.until", Close.text("cfo:until", "dueDate + 1bd"))),
            List.of());
    Resolution resolution = new Close().with(certification).resolve();
    assertEquals(day("2026-04-02"), Close.date(resolution, "cfo", "arguments.until"));
  }

  @Test
  void aDefaultThatLacksItsDateIsLeftOutWithAnInfo() {
    DateNode lacking =
        DateNode.task(
            Close.ID + "/a", "a", Close.at("a"), null, Close.fallback("defaults", "dueDate + 2bd"));
    DateNode first =
        DateNode.task(
            Close.ID + "/b",
            "b",
            Close.at("b"),
            Close.fallback("defaults", "previous.due + 1bd"),
            Close.fallback("defaults", "dueDate + 2bd"));
    DateNode wrong =
        DateNode.task(
            Close.ID + "/c", "c", Close.at("c"), Close.fallback("defaults", "task(b).due"), null);
    Close close = new Close();
    close.parallel = true;
    Resolution resolution = close.with(lacking, first, wrong).resolve();
    assertEquals(List.of("PC214", "PC214", "PC214", "PC214"), Close.ids(resolution));
    assertEquals(
        List.of(Severity.INFO, Severity.INFO, Severity.INFO, Severity.ERROR),
        resolution.diagnostics().stream().map(Diagnostic::severity).toList());
    assertEquals(
        "The default \"dueDate + 2bd\" is not applied to a: a has no due date",
        resolution.diagnostics().get(0).message());
    assertEquals(3, resolution.dates().size());
  }

  /// The dates of `approval` for a task that may have a due date.
  private static Resolution approved(String due, String approval) {
    return new Close().with(Close.task("x", due, approval)).resolve();
  }

  @Test
  void whatIsMissingIsSaid() {
    Close close = new Close();
    close.due = null;
    close.with(
        Close.task("a", null, null),
        Close.group("g", false, null, Close.task("g/y", null, null)),
        Close.task("x", null, null));
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
      {"previous.due", "\"previous.due\" has no date: what comes before it has no due date"},
    };
    for (String[] one : cases) {
      close.children.set(2, Close.task("x", one[0], null));
      Resolution resolution = close.resolve();
      assertEquals(one[1], only(resolution).message());
      assertNull(Close.due(resolution, "x"));
    }
    assertSame(close.options, close.resolve().options());
    assertEquals(
        "\"dueDate\" has no date: x has no due date", only(approved(null, "dueDate")).message());
    close.start = null;
    close.end = null;
    close.children.set(2, Close.task("x", "task(a).start", null));
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
      Resolution resolution = one(one[0]);
      assertEquals(one[1], only(resolution).message());
      assertEquals(one[2], only(resolution).hint());
      assertNull(Close.due(resolution, "x"));
    }
    Close close = new Close();
    close.parallel = true;
    Resolution parallel = close.with(Close.task("x", "previous.due", null)).resolve();
    assertEquals(
        "\"previous.due\" has no date: the children of root run at the same time",
        only(parallel).message());
    assertEquals("use task(x).due or parent.due", only(parallel).hint());
    for (String anchor : List.of("parent.due", "previous.due")) {
      close = new Close();
      close.due = anchor;
      Resolution resolution = close.resolve();
      assertEquals(
          "\"" + anchor + "\" is known below the process only", only(resolution).message());
      assertEquals("use start, end, period.end or task(x).due", only(resolution).hint());
      assertNull(Close.due(resolution, ""));
    }
  }

  @Test
  void theRootIsANodeLikeOthers() {
    Close close = new Close();
    close.rootDue = "parent.due - 1bd";
    close.rootCalendar =
        SourcedCalendar.builtIn(
            BusinessCalendar.of(
                "root",
                Weekdays.MON_FRI,
                List.of(NamedDay.of(day("2026-04-14"))),
                List.of(NamedDay.of(day("2026-04-11")))));
    Resolution resolution = close.with(Close.task("x", "parent.due", null)).resolve();
    assertEquals(List.of(), resolution.diagnostics());
    // WD11 of the process is Wed 15 April; the root is off on the 14th.
    assertEquals(day("2026-04-15"), Close.due(resolution, ""));
    assertEquals(day("2026-04-13"), Close.due(resolution, "root"));
    assertEquals(day("2026-04-13"), Close.due(resolution, "x"));
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
          DateNode.task(Close.ID + "/a", "a", Close.at("a"), Close.fallback("d", text), null);
      Resolution resolution =
          new Close().with(first, Close.task("b", "task(a).due", null)).resolve();
      assertEquals(
          List.of("PC202", "PC214"), Close.ids(resolution).stream().sorted().toList(), text);
      assertNull(Close.due(resolution, "b"));
    }
  }

  @Test
  void workOfTwoDatesIsDoneOnTheLaterOne() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD3", "WD3"),
                Close.task("b", "WD3", null),
                Close.task("x", "task(a).done", null),
                Close.task("y", "task(b).done", null));
    Resolution resolution = close.resolve();
    DerivationStep.From same = (DerivationStep.From) Close.steps(resolution, "x").get(0);
    assertEquals(Close.ID + "/a:dueDate", same.field().toString());
    assertEquals(
        List.of("x:dueDate", "a:dueDate", "a:approverDueDate", "period.yaml", "us.calendar.yaml"),
        paths(resolution, "x"));
    Origin single = resolution.date(Close.ID + "/y", DateResolver.DUE).origin();
    assertSame(resolution.date(Close.ID + "/b", DateResolver.DUE).origin(), single.from().get(0));
  }

  private static List<String> paths(Resolution resolution, String path) {
    return resolution.date(Close.ID + "/" + path, DateResolver.DUE).origin().spans().stream()
        .map(s -> s.file().path())
        .toList();
  }

  @Test
  void whatIsLeftOutIsMissedWhereItIsNamed() {
    DateNode lacking =
        DateNode.task(
            Close.ID + "/a", "a", Close.at("a"), null, Close.fallback("defaults", "dueDate + 2bd"));
    Resolution resolution =
        new Close().with(lacking, Close.task("b", "task(a).approverDue", null)).resolve();
    assertEquals(
        List.of(
            "The default \"dueDate + 2bd\" is not applied to a: a has no due date",
            "\"task(a).approverDue\" has no date: task a has no approval due date"),
        resolution.diagnostics().stream().map(Diagnostic::message).toList());
  }
}
