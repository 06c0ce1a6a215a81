package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.model.duedate.resolve.DateResolution;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `task(x)` and `group(x)`: the node they refer to, and the finding if there is none or more than
/// one.
class NodeReferencesTest {
  @Test
  void theNearestScopeWithOneMatchWins() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "us",
                    false,
                    null,
                    DateTreeFixture.task("us/recon", "WD1", null),
                    DateTreeFixture.task("us/flux", "task(recon).due + 1bd", null)),
                DateTreeFixture.group(
                    "uk",
                    false,
                    null,
                    DateTreeFixture.task("uk/recon", "WD3", null),
                    DateTreeFixture.task("uk/flux", "task(recon).due + 1bd", null)),
                DateTreeFixture.task("us-sum", "task(us/recon).due", null),
                DateTreeFixture.task("uk-sum", "task(/uk/flux).due", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of(), resolution.findings());
    assertEquals(day("2026-04-02"), DateTreeFixture.due(resolution, "us/flux"));
    assertEquals(day("2026-04-07"), DateTreeFixture.due(resolution, "uk/flux"));
    assertEquals(day("2026-04-01"), DateTreeFixture.due(resolution, "us-sum"));
    assertEquals(day("2026-04-07"), DateTreeFixture.due(resolution, "uk-sum"));
  }

  @Test
  void twoMatchesAreNamed() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "us", false, null, DateTreeFixture.task("us/recon", "WD1", null)),
                DateTreeFixture.group(
                    "uk", false, null, DateTreeFixture.task("uk/recon", "WD3", null)),
                DateTreeFixture.task("sum", "task(recon).due", null));
    Finding found = only(close.resolve());
    assertEquals("PC202", found.code().id());
    assertTrue(
        found
            .message()
            .contains(DateTreeFixture.ID + "/us/recon or " + DateTreeFixture.ID + "/uk/recon"),
        found.message());
    assertEquals(
        List.of("us/recon", "uk/recon"),
        found.labels().stream().map(l -> l.span().file().path()).toList());
  }

  @Test
  void aWholePathTellsATailFromIt() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group("a", false, null, DateTreeFixture.task("a/x", "WD1", null)),
                DateTreeFixture.group(
                    "b",
                    false,
                    null,
                    DateTreeFixture.group(
                        "b/a", false, null, DateTreeFixture.task("b/a/x", "WD2", null))),
                DateTreeFixture.task("whole", "task(/a/x).due", null),
                DateTreeFixture.task("tail", "task(a/x).due", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of("PC202"), DateTreeFixture.ids(resolution));
    assertEquals(day("2026-04-01"), DateTreeFixture.due(resolution, "whole"));
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("recon-ar", "WD1", null),
                DateTreeFixture.group("entities", false, "WD5"),
                DateTreeFixture.task("x", "task(recon-as).due", null),
                DateTreeFixture.task("y", "task(entities).due", null),
                DateTreeFixture.task("z", "group(qqqqqqqqq).due", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of("PC202", "PC202", "PC202"), DateTreeFixture.ids(resolution));
    List<Finding> found = resolution.findings();
    assertEquals("did you mean \"recon-ar\"?", found.get(0).hint());
    assertEquals("task(recon-ar).due", found.get(0).fixes().get(0).edits().get(0).replacement());
    assertEquals("write group(entities).due", found.get(1).hint());
    assertEquals("group(entities).due", found.get(1).fixes().get(0).edits().get(0).replacement());
    assertEquals("known: entities", found.get(2).hint());
    assertEquals(DateTreeFixture.ID + "/x:dueDate", found.get(0).address());
  }

  @Test
  void theNodeJustBehindAScopeIsNotInIt() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "us",
                    false,
                    null,
                    DateTreeFixture.task("us/recon", "WD1", null),
                    DateTreeFixture.task("us/flux", "task(recon).due + 1bd", null)),
                DateTreeFixture.task("recon", "WD3", null),
                DateTreeFixture.task("sum", "task(flux).due", null),
                DateTreeFixture.group(
                    "uk", false, null, DateTreeFixture.task("uk/sum", "WD3", null)));
    assertEquals(day("2026-04-02"), DateTreeFixture.due(close.resolve(), "us/flux"));
    close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("flux", "task(recon).due", null),
                DateTreeFixture.task("recon", "WD1", null),
                DateTreeFixture.group(
                    "uk", false, null, DateTreeFixture.task("uk/recon", "WD3", null)));
    assertEquals("PC202", only(close.resolve()).code().id());
  }

  @Test
  void twoAreNamedAndTheOthersCounted() {
    DateTreeFixture close =
        new DateTreeFixture().with(DateTreeFixture.task("sum", "task(x).due", null));
    for (String group : List.of("a", "b", "c", "d")) {
      close.with(
          DateTreeFixture.group(
              group, false, null, DateTreeFixture.task(group + "/x", "WD1", null)));
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
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "before", false, null, DateTreeFixture.task("before/x", "WD1", null)),
                DateTreeFixture.group(
                    "here",
                    false,
                    null,
                    DateTreeFixture.group(
                        "here/a", false, null, DateTreeFixture.task("here/a/x", "WD1", null)),
                    DateTreeFixture.group(
                        "here/b", false, null, DateTreeFixture.task("here/b/x", "WD1", null)),
                    DateTreeFixture.task("here/sum", "task(x).due", null)),
                DateTreeFixture.task("x", "WD1", null));
    assertEquals(
        "\"x\" could be close@2026-03/here/a/x or close@2026-03/here/b/x",
        only(close.resolve()).message());
  }

  @Test
  void theRootIsNoPartOfAPath() {
    DateTreeFixture close = new DateTreeFixture().with(DateTreeFixture.task("x", "WD1", null));
    for (String text :
        List.of("task(root/x).due", "group(root).due", "task(//x).due", "group(x).due")) {
      close.with(DateTreeFixture.task("y", text, null));
      assertEquals("PC202", only(close.resolve()).code().id(), text);
      close.children.remove(1);
    }
    close.with(DateTreeFixture.task("y", "task(/x).due", null));
    assertEquals(day("2026-04-01"), DateTreeFixture.due(close.resolve(), "y"));
  }

  @Test
  void aKindIsCalledByItsName() {
    assertEquals("There is no group \"q\"", only(resolveDue("group(q).due")).message());
    assertEquals("There is no task \"q\"", only(resolveDue("task(q).due")).message());
  }

  @Test
  void everyUnknownNameOfATextIsReported() {
    DateResolution resolution =
        resolveDue("earliest(task(a).due, last day of month of task(b).due, task(c).due + 1bd)");
    assertEquals(
        List.of("There is no task \"a\"", "There is no task \"b\"", "There is no task \"c\""),
        resolution.findings().stream().map(Finding::message).toList());
    assertEquals(
        List.of("task(a).due", "task(b).due", "task(c).due"),
        resolution.findings().stream().map(d -> d.span().text()).toList());
    assertNull(DateTreeFixture.due(resolution, "x"));
    resolution = resolveDue("clamp(task(a).due, task(b).due, task(c).due)");
    assertEquals(List.of("PC202", "PC202", "PC202"), DateTreeFixture.ids(resolution));
  }

  @Test
  void aTextMayNeedSeveral() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD3", null),
                DateTreeFixture.task("b", "WD1", null),
                DateTreeFixture.task("c", "WD2", null),
                DateTreeFixture.task(
                    "first", "earliest(task(a).due, task(b).due, task(c).due)", null),
                DateTreeFixture.task(
                    "last", "latest(task(c).due, task(b).due, task(a).due)", null));
    DateResolution resolution = close.resolve();
    assertEquals(day("2026-04-01"), DateTreeFixture.due(resolution, "first"));
    assertEquals(day("2026-04-06"), DateTreeFixture.due(resolution, "last"));
  }

  @Test
  void manyNodesAreFoundLikeFew() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2027-12-31";
    for (int i = 0; i < 200; i++) {
      close.with(DateTreeFixture.task("t" + i, i == 0 ? "WD1" : "previous.due + 1d", null));
    }
    close.with(DateTreeFixture.task("sum", "task(t150).due", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of(), resolution.findings());
    assertEquals(day("2026-04-01").plusDays(150), DateTreeFixture.due(resolution, "sum"));
    assertEquals(202, resolution.nodes().size());
    assertEquals(day("2026-04-01").plusDays(199), resolution.nodes().get(0).done());
  }
}
