package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.day;
import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `task(x)` and `group(x)`: which node they mean, and what is said where there is none or more
/// than one.
class ReferencesTest {
  @Test
  void theNearestScopeWithOneMatchWins() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "us",
                    false,
                    null,
                    Close.task("us/recon", "WD1", null),
                    Close.task("us/flux", "task(recon).due + 1bd", null)),
                Close.group(
                    "uk",
                    false,
                    null,
                    Close.task("uk/recon", "WD3", null),
                    Close.task("uk/flux", "task(recon).due + 1bd", null)),
                Close.task("us-sum", "task(us/recon).due", null),
                Close.task("uk-sum", "task(/uk/flux).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(day("2026-04-02"), Close.due(resolution, "us/flux"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "uk/flux"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "us-sum"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "uk-sum"));
  }

  @Test
  void twoMatchesAreNamed() {
    Close close =
        new Close()
            .with(
                Close.group("us", false, null, Close.task("us/recon", "WD1", null)),
                Close.group("uk", false, null, Close.task("uk/recon", "WD3", null)),
                Close.task("sum", "task(recon).due", null));
    Diagnostic found = only(close.resolve());
    assertEquals("PC202", found.code().id());
    assertTrue(
        found.message().contains(Close.ID + "/us/recon or " + Close.ID + "/uk/recon"),
        found.message());
    assertEquals(
        List.of("us/recon", "uk/recon"),
        found.labels().stream().map(l -> l.span().file().path()).toList());
  }

  @Test
  void aWholePathTellsATailFromIt() {
    Close close =
        new Close()
            .with(
                Close.group("a", false, null, Close.task("a/x", "WD1", null)),
                Close.group(
                    "b",
                    false,
                    null,
                    Close.group("b/a", false, null, Close.task("b/a/x", "WD2", null))),
                Close.task("whole", "task(/a/x).due", null),
                Close.task("tail", "task(a/x).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC202"), Close.ids(resolution));
    assertEquals(day("2026-04-01"), Close.due(resolution, "whole"));
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    Close close =
        new Close()
            .with(
                Close.task("recon-ar", "WD1", null),
                Close.group("entities", false, "WD5"),
                Close.task("x", "task(recon-as).due", null),
                Close.task("y", "task(entities).due", null),
                Close.task("z", "group(qqqqqqqqq).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC202", "PC202", "PC202"), Close.ids(resolution));
    List<Diagnostic> found = resolution.diagnostics();
    assertEquals("did you mean \"recon-ar\"?", found.get(0).hint());
    assertEquals("task(recon-ar).due", found.get(0).fixes().get(0).edits().get(0).replacement());
    assertEquals("write group(entities).due", found.get(1).hint());
    assertEquals("group(entities).due", found.get(1).fixes().get(0).edits().get(0).replacement());
    assertEquals("known: entities", found.get(2).hint());
    assertEquals(Close.ID + "/x:dueDate", found.get(0).address());
  }

  @Test
  void theNodeJustBehindAScopeIsNotInIt() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "us",
                    false,
                    null,
                    Close.task("us/recon", "WD1", null),
                    Close.task("us/flux", "task(recon).due + 1bd", null)),
                Close.task("recon", "WD3", null),
                Close.task("sum", "task(flux).due", null),
                Close.group("uk", false, null, Close.task("uk/sum", "WD3", null)));
    assertEquals(day("2026-04-02"), Close.due(close.resolve(), "us/flux"));
    close =
        new Close()
            .with(
                Close.task("flux", "task(recon).due", null),
                Close.task("recon", "WD1", null),
                Close.group("uk", false, null, Close.task("uk/recon", "WD3", null)));
    assertEquals("PC202", only(close.resolve()).code().id());
  }

  @Test
  void twoAreNamedAndTheOthersCounted() {
    Close close = new Close().with(Close.task("sum", "task(x).due", null));
    for (String group : List.of("a", "b", "c", "d")) {
      close.with(Close.group(group, false, null, Close.task(group + "/x", "WD1", null)));
    }
    assertEquals(
        "\"x\" could be close@2026-03/a/x or close@2026-03/b/x and 2 more",
        only(close.resolve()).message());
    close.children.subList(3, 5).clear();
    assertEquals(
        "\"x\" could be close@2026-03/a/x or close@2026-03/b/x", only(close.resolve()).message());
  }

  @Test
  void onlyTheNearestScopesAreNamedWhenTheyAreSeveral() {
    Close close =
        new Close()
            .with(
                Close.group("before", false, null, Close.task("before/x", "WD1", null)),
                Close.group(
                    "here",
                    false,
                    null,
                    Close.group("here/a", false, null, Close.task("here/a/x", "WD1", null)),
                    Close.group("here/b", false, null, Close.task("here/b/x", "WD1", null)),
                    Close.task("here/sum", "task(x).due", null)),
                Close.task("x", "WD1", null));
    assertEquals(
        "\"x\" could be close@2026-03/here/a/x or close@2026-03/here/b/x",
        only(close.resolve()).message());
  }

  @Test
  void theRootIsNoPartOfAPath() {
    Close close = new Close().with(Close.task("x", "WD1", null));
    for (String text :
        List.of("task(root/x).due", "group(root).due", "task(//x).due", "group(x).due")) {
      close.with(Close.task("y", text, null));
      assertEquals("PC202", only(close.resolve()).code().id(), text);
      close.children.remove(1);
    }
    close.with(Close.task("y", "task(/x).due", null));
    assertEquals(day("2026-04-01"), Close.due(close.resolve(), "y"));
  }

  @Test
  void aKindIsCalledByItsName() {
    assertEquals("There is no group \"q\"", only(one("group(q).due")).message());
    assertEquals("There is no task \"q\"", only(one("task(q).due")).message());
  }

  @Test
  void everyUnknownNameOfATextIsReported() {
    Resolution resolution =
        one("earliest(task(a).due, last day of month of task(b).due, task(c).due + 1bd)");
    assertEquals(
        List.of("There is no task \"a\"", "There is no task \"b\"", "There is no task \"c\""),
        resolution.diagnostics().stream().map(Diagnostic::message).toList());
    assertEquals(
        List.of("task(a).due", "task(b).due", "task(c).due"),
        resolution.diagnostics().stream().map(d -> d.span().text()).toList());
    assertNull(Close.due(resolution, "x"));
    resolution = one("clamp(task(a).due, task(b).due, task(c).due)");
    assertEquals(List.of("PC202", "PC202", "PC202"), Close.ids(resolution));
  }

  @Test
  void aTextMayNeedSeveral() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD3", null),
                Close.task("b", "WD1", null),
                Close.task("c", "WD2", null),
                Close.task("first", "earliest(task(a).due, task(b).due, task(c).due)", null),
                Close.task("last", "latest(task(c).due, task(b).due, task(a).due)", null));
    Resolution resolution = close.resolve();
    assertEquals(day("2026-04-01"), Close.due(resolution, "first"));
    assertEquals(day("2026-04-06"), Close.due(resolution, "last"));
  }

  @Test
  void manyNodesAreFoundLikeFew() {
    Close close = new Close();
    close.end = "2027-12-31";
    for (int i = 0; i < 200; i++) {
      close.with(Close.task("t" + i, i == 0 ? "WD1" : "previous.due + 1d", null));
    }
    close.with(Close.task("sum", "task(t150).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(day("2026-04-01").plusDays(150), Close.due(resolution, "sum"));
    assertEquals(202, resolution.nodes().size());
    assertEquals(day("2026-04-01").plusDays(199), resolution.nodes().get(0).done());
  }
}
