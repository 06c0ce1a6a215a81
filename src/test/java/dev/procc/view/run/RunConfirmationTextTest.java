package dev.procc.view.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.view.text.Style;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Steps by hand as they are read back.
class RunConfirmationTextTest {
  private static final String LONG =
      "Reconcile the subledger with the general ledger, explain each difference over the limit,"
          + " then ";

  private static RunPlan run(List<ManualStep> steps, List<TaskAddition> additions) {
    return new RunPlan(
        new RunPlan.PlannedRun("r1", "p1", "running", "2025-01-02", null, 6, 1),
        additions,
        steps,
        List.of(),
        List.of(),
        List.of());
  }

  private static ManualStep step(
      String address,
      ManualStepKind kind,
      String field,
      @Nullable Json before,
      @Nullable Json after) {
    ManualStep.FieldEdit edit =
        new ManualStep.FieldEdit(
            field, before, after, "Process status > Edit action", EditOrigin.DEFINITION);
    return new ManualStep(
        1,
        kind,
        new ManualStep.StepTarget(address, "Reconcile AR", "j1", null, "open", null),
        List.of(edit),
        ManualStep.SaveEffect.NONE,
        List.of(),
        null);
  }

  private static String render(RunPlan run) {
    RunConfirmation confirmation = new RunConfirmation("Close", run, List.of());
    String text =
        RunConfirmationText.render("close", confirmation, Map.of(), Style.PLAIN).toString();
    return String.join(" ", text.split("\\s+"));
  }

  @Test
  void anOpenStepShowsAllThatIsToBeTyped() {
    String out =
        render(
            run(
                List.of(
                    step(
                        "close/recon",
                        ManualStepKind.EDIT_TASK,
                        "instructions",
                        Json.of(LONG + "sign OLD"),
                        Json.of(LONG + "sign NEW"))),
                List.of()));
    assertTrue(out.contains("sign NEW"), out);
  }

  @Test
  void aRunThatLacksATaskIsNotAsTheDefinitionSays() {
    TaskAddition addition =
        new TaskAddition(
            new TaskAddition.AddedTask("close/new", "sendTask", "New", Json.Obj.EMPTY),
            "close/root",
            Siblings.NONE,
            new TaskAddition.StartCondition(TaskStart.AT_ONCE, null, List.of()),
            "",
            List.of());
    String out = render(run(List.of(), List.of(addition)));
    assertFalse(out.contains("as the definition says"), out);
  }

  @Test
  void aTaskToCancelIsNamedWhenItsStepsAreConfirmed() {
    String out =
        render(
            run(
                List.of(step("close", ManualStepKind.CANCEL_TASK, "node", Json.Obj.EMPTY, null)),
                List.of()));
    assertTrue(out.contains("Reconcile AR"), out);
  }
}
