package dev.procc.live.runplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepOrderTest {
  @Test
  void aGroupThatMovesLaterComesBeforeWhatIsInIt() {
    assertEquals(
        List.of("k 2025-01-09", "k/g 2025-01-09", "k/g/t 2025-01-09", "k/u 2025-01-10"),
        sorted(
            step("k/g/t", ManualStepKind.EDIT_TASK, "2025-01-09", "2025-01-10"),
            step("k/u", ManualStepKind.EDIT_TASK, "2025-01-10", "2025-01-13"),
            step("k/g", ManualStepKind.EDIT_GROUP, "2025-01-13", "2025-01-14"),
            step("k", ManualStepKind.EDIT_PROCESS, "2025-01-23", "2025-01-24")));
  }

  @Test
  void aGroupThatMovesEarlierComesAfterWhatIsInIt() {
    assertEquals(
        List.of("k/g/t 2025-01-09", "k/g/h 2025-01-09", "k/g 2025-01-09", "k 2025-01-09"),
        sorted(
            step("k", ManualStepKind.EDIT_PROCESS, "2025-01-14", "2025-01-09"),
            step("k/g", ManualStepKind.EDIT_GROUP, "2025-01-13", "2025-01-09"),
            step("k/g/h", ManualStepKind.EDIT_GROUP, "2025-01-13", "2025-01-09"),
            step("k/g/t", ManualStepKind.EDIT_TASK, "2025-01-10", "2025-01-09")));
  }

  private static List<String> sorted(ManualStep... steps) {
    return StepOrder.sorted(List.of(steps)).stream()
        .map(step -> step.address() + " " + step.target().dueBy())
        .toList();
  }

  private static ManualStep step(String address, ManualStepKind kind, String before, String after) {
    String by = before.compareTo(after) < 0 ? before : after;
    return new ManualStep(
        1,
        kind,
        new ManualStep.StepTarget(address, address, "", null, "open", by),
        List.of(
            new ManualStep.FieldEdit(
                "dueDate", Json.of(before), Json.of(after), "", EditOrigin.DEFINITION)),
        ManualStep.SaveEffect.NONE,
        List.of(),
        null);
  }
}
