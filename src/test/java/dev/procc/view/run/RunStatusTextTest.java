package dev.procc.view.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.RunStatus;
import dev.procc.view.text.Style;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The status of a run for people.
class RunStatusTextTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 1, 7);

  private static RunStatus.NodeStatus job(String key, String person, String approver) {
    return new RunStatus.NodeStatus(
        new RunStatus.NodePlace(key, "Review " + key, RunStatus.NodeShape.JOB, 0),
        RunStatus.NodeState.OPEN,
        new RunStatus.RunNodeRef("j-" + key, "", "", RunStatus.LastChange.UNKNOWN),
        new RunStatus.Actor(person, RunStatus.Turn.DOES, approver, Optional.empty()),
        new RunStatus.DueDay(Optional.of(TODAY), TODAY),
        new RunStatus.WaitingOrder("", 0));
  }

  private static final RunStatus.RunHeader RUN =
      new RunStatus.RunHeader(
          "r1",
          "Close",
          "running",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void twoPeopleOfOneNameAreToldApart() {
    RunStatus status =
        new RunStatus("close", RUN, TODAY, List.of(job("a", "u1", "u2"), job("b", "u3", "")));
    Map<String, String> people = Map.of("u1", "Chris Lee", "u2", "Chris Lee", "u3", "Dana");
    String text =
        new RunStatusText(status, people, node -> null, Style.PLAIN, 100).render("prod").toString();
    assertTrue(text.contains("Chris Lee (u1)"), text);
    assertTrue(text.contains("then Chris Lee (u2) approves"), text);
    assertTrue(text.contains("Dana "), text);
  }

  @Test
  void noLineIsLongerThanTheTerminal() {
    String name = "Reconcile everything that anybody ever booked there, and explain it";
    RunStatus.NodeStatus one = job("a-long-key-of-a-task", "Maximiliane Musterfrau-Beispiel", "u2");
    RunStatus status = new RunStatus("close", RUN, TODAY, List.of(one, job("b", name, name)));
    for (int columns : List.of(60, 80, 100, 200)) {
      String text =
          new RunStatusText(status, Map.of("u2", name), node -> null, Style.PLAIN, columns)
              .render("prod")
              .toString();
      List<String> wide =
          text.lines().filter(line -> line.length() > columns && !line.contains(name)).toList();
      assertEquals(List.of(), wide, columns + "\n" + text);
      assertTrue(text.replaceAll("\\s+", " ").contains("then " + name + " approves"), text);
    }
  }
}
