package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/// Dates that need each other.
class CirclesTest {
  @Test
  void aCycleIsShownAsAPath() {
    Close close =
        new Close()
            .with(
                Close.task("a", "task(b).due", null),
                Close.task("b", "task(c).due + 1bd", null),
                Close.task("c", "task(a).due - 1bd", null),
                Close.task("d", "task(a).due", null));
    Diagnostic found = only(close.resolve());
    assertEquals("PC203", found.code().id());
    assertEquals(
        "Circular: task(a).due -> task(b).due -> task(c).due -> task(a).due", found.message());
    assertEquals(2, found.labels().size());
  }

  @Test
  void cyclesThroughGroupsAndApprovals() {
    assertEquals(
        "Circular: task(g/x).due -> group(g).done -> task(g/x).done -> task(g/x).due",
        only(new Close()
                .with(Close.group("g", false, null, Close.task("g/x", "group(g).done", null)))
                .resolve())
            .message());
    assertEquals("Circular: task(x).due -> task(x).due", only(one("task(x).due + 1bd")).message());
    Close close = new Close();
    close.due = "task(x).due";
    assertEquals(
        "Circular: process.due -> task(x).due -> process.due",
        only(close.with(Close.task("x", "parent.due", null)).resolve()).message());
  }

  @Test
  void aCircleOfFourteenIsShownWhole() {
    int n = 14;
    Close close = new Close();
    StringBuilder path = new StringBuilder("Circular: ");
    for (int i = 0; i < n; i++) {
      close.with(Close.task("t" + i, "task(t" + (i + 1) % n + ").due", null));
      path.append("task(t").append(i).append(").due -> ");
    }
    assertEquals(path + "task(t0).due", only(close.resolve()).message());
  }

  @Test
  void aLongCircleIsCutInTheMiddle() {
    int n = 20;
    Close close = new Close();
    for (int i = 0; i < n; i++) {
      close.with(Close.task("t" + i, "task(t" + (i + 1) % n + ").due", null));
    }
    Diagnostic circle = only(close.resolve());
    assertEquals(
        "Circular: task(t0).due -> task(t1).due -> task(t2).due -> task(t3).due -> task(t4).due"
            + " -> task(t5).due -> task(t6).due -> task(t7).due -> task(t8).due -> task(t9).due"
            + " -> task(t10).due -> task(t11).due -> ... (6 more) -> task(t18).due"
            + " -> task(t19).due -> task(t0).due",
        circle.message());
    assertEquals(12, circle.labels().size());
  }
}
