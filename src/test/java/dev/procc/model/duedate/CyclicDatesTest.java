package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import org.junit.jupiter.api.Test;

/// Dates that depend on each other.
class CyclicDatesTest {
  @Test
  void aCycleIsShownAsAPath() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "task(b).due", null),
                DateTreeFixture.task("b", "task(c).due + 1bd", null),
                DateTreeFixture.task("c", "task(a).due - 1bd", null),
                DateTreeFixture.task("d", "task(a).due", null));
    Finding found = only(close.resolve());
    assertEquals("PC203", found.code().id());
    assertEquals(
        "Circular: task(a).due -> task(b).due -> task(c).due -> task(a).due", found.message());
    assertEquals(2, found.labels().size());
  }

  @Test
  void cyclesThroughGroupsAndApprovals() {
    assertEquals(
        "Circular: task(g/x).due -> group(g).done -> task(g/x).done -> task(g/x).due",
        only(new DateTreeFixture()
                .with(
                    DateTreeFixture.group(
                        "g", false, null, DateTreeFixture.task("g/x", "group(g).done", null)))
                .resolve())
            .message());
    assertEquals(
        "Circular: task(x).due -> task(x).due", only(resolveDue("task(x).due + 1bd")).message());
    DateTreeFixture close = new DateTreeFixture();
    close.due = "task(x).due";
    assertEquals(
        "Circular: process.due -> task(x).due -> process.due",
        only(close.with(DateTreeFixture.task("x", "parent.due", null)).resolve()).message());
  }

  @Test
  void aCircleOfFourteenIsShownWhole() {
    int n = 14;
    DateTreeFixture close = new DateTreeFixture();
    StringBuilder path = new StringBuilder("Circular: ");
    for (int i = 0; i < n; i++) {
      close.with(DateTreeFixture.task("t" + i, "task(t" + (i + 1) % n + ").due", null));
      path.append("task(t").append(i).append(").due -> ");
    }
    assertEquals(path + "task(t0).due", only(close.resolve()).message());
  }

  @Test
  void aLongCircleIsCutInTheMiddle() {
    int n = 20;
    DateTreeFixture close = new DateTreeFixture();
    for (int i = 0; i < n; i++) {
      close.with(DateTreeFixture.task("t" + i, "task(t" + (i + 1) % n + ").due", null));
    }
    Finding circle = only(close.resolve());
    assertEquals(
        "Circular: task(t0).due -> task(t1).due -> task(t2).due -> task(t3).due -> task(t4).due"
            + " -> task(t5).due -> task(t6).due -> task(t7).due -> task(t8).due -> task(t9).due"
            + " -> task(t10).due -> task(t11).due -> ... (6 more) -> task(t18).due"
            + " -> task(t19).due -> task(t0).due",
        circle.message());
    assertEquals(12, circle.labels().size());
  }
}
