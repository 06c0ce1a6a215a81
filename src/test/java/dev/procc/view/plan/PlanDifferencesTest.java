package dev.procc.view.plan;

import static dev.procc.view.plan.RenderedPlan.flat;
import static dev.procc.view.plan.RenderedPlan.html;
import static dev.procc.view.plan.RenderedPlan.markdown;
import static dev.procc.view.plan.RenderedPlan.s;
import static dev.procc.view.plan.RenderedPlan.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Values before and after as people read them: whatever differs is seen, in each format.
class PlanDifferencesTest {
  private static final Cause LINE = new Cause("close.process.yaml", 3, "name: ${title}");
  private static final String LONG =
      "Reconcile the subledger with the general ledger, explain each difference over the limit,"
          + " then ";

  @Test
  void conflictShowsTheDifferenceOfLongTexts() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    new ValueChange(
                        s(LONG + "sign LIVE"),
                        s(LONG + "sign HERE"),
                        null,
                        null,
                        List.of(),
                        s(LONG + "sign LAST")),
                    false));
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertTrue(out.contains("sign LIVE"), out);
      assertTrue(out.contains("sign HERE"), out);
      assertTrue(out.contains("sign LAST"), out);
    }
  }

  @Test
  void groupedByPersonShowsTheDifferenceOfLongTexts() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .change(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    s(LONG + "sign OLD"),
                    s(LONG + "sign NEW"),
                    LINE));
    String out = text(plan, PlanOptions.GroupBy.PROCESS);
    assertTrue(out.contains("sign OLD") && out.contains("sign NEW"), out);
  }

  @Test
  void aStepByHandShowsAllThatIsToBeTyped() {
    ManualStep step =
        new ManualStep(
            1,
            ManualStepKind.EDIT_TASK,
            new ManualStep.StepTarget("close/recon", "Reconcile", "j1", null, "open", null),
            List.of(
                new ManualStep.FieldEdit(
                    "instructions",
                    s(LONG + "sign OLD"),
                    s(LONG + "sign NEW and file it"),
                    "Process status > Edit action > Instructions",
                    EditOrigin.DEFINITION)),
            ManualStep.SaveEffect.NONE,
            List.of(),
            null);
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does()
                .live(LiveState.notRead(true, List.of()))
                .run(
                    new RunPlan(
                        new RunPlan.PlannedRun("r1", "p1", "running", "2025-01-02", null, 6, 1),
                        List.of(),
                        List.of(step),
                        List.of(),
                        List.of(),
                        List.of())));
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertTrue(flat(out).contains(LONG + "sign NEW and file it"), out);
    }
  }

  @Test
  void aLineEndThatBecomesABlankIsSeen() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .change(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    s("Reconcile\nReport"),
                    s("Reconcile Report"),
                    LINE));
    for (String out : List.of(text(plan), markdown(plan).replace("**", ""), html(plan))) {
      assertFalse(out.contains("\"Reconcile Report\" -> \"Reconcile Report\""), out);
      assertFalse(out.contains("\"Reconcile Report\" → \"Reconcile Report\""), out);
    }
    Plan tab =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .change(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    s("A\u00a0B"),
                    s("A B"),
                    LINE));
    String out = text(tab).replace('\u00a0', ' ');
    assertFalse(out.contains("\"A B\" -> \"A B\""), out);
  }

  @Test
  void oneNameOfAProcessAndOfAGroupAreTwoThings() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .named("Close 2025")
                .change("", "process", "Close", "name", s("Close 2024"), s("Close 2025"), LINE)
                .change(
                    "entities",
                    "group",
                    "Close 2025",
                    "name",
                    s("Close 2024"),
                    s("Close 2025"),
                    LINE));
    String out = markdown(plan);
    assertFalse(out.contains("2 processes"), out);
    String text = text(plan);
    assertTrue(text.contains("entities") || text.contains("group"), text);
  }

  @Test
  void twoPeopleOfOneNameAreTwo() {
    Json a = Json.object().put("id", "u1").build();
    Json b = Json.object().put("id", "u2").build();
    Plan plan =
        PlanBuilder.plan(
            Map.of("u1", "Chris Lee", "u2", "Chris Lee"),
            PlanBuilder.process("close")
                .load(new WorkloadChange("u1", 2, 1, 0, 0))
                .load(new WorkloadChange("u2", 1, 2, 0, 0))
                .change(
                    new FieldChange(
                        new ChangedNode("close/recon", "sendTask", "Reconcile", List.of("u2")),
                        "assignee",
                        ValueChange.of(a, b),
                        ChangeReason.NOT_PATCHABLE,
                        ChangeOrigin.definition(List.of(LINE)),
                        Siblings.NONE)));
    String out = text(plan, PlanOptions.GroupBy.PERSON);
    assertTrue(out.contains("2 tasks -> 1 task") && out.contains("1 task -> 2 tasks"), out);
  }

  @Test
  void twoPeopleOfOneNameAreToldApartInAChange() {
    Json a = Json.object().put("id", "u1").build();
    Json b = Json.object().put("id", "u2").build();
    Plan plan =
        PlanBuilder.plan(
            Map.of("u1", "Chris Lee", "u2", "Chris Lee"),
            PlanBuilder.process("close")
                .change("recon", "sendTask", "Reconcile", "assignee", a, b, LINE));
    for (String out : List.of(text(plan), markdown(plan).replace("**", ""), html(plan))) {
      assertFalse(
          out.contains("Chris Lee -> Chris Lee\n") || out.contains("Chris Lee → Chris Lee\n"), out);
    }
  }

  @Test
  void thePatternOfManyDoesNotCutCharacters() {
    PlanBuilder one = PlanBuilder.process("close");
    for (int i = 0; i < 20; i++) {
      one.change(
          "t" + i,
          "sendTask",
          "T" + i,
          "title",
          s("Task \ud83d\ude00 " + i),
          s("Task \ud83d\ude01 " + i),
          LINE);
    }
    String out = text(PlanBuilder.plan(one));
    assertFalse(out.contains("\ufffd"), out);
  }

  @Test
  void anEditOfOneIsNotToldOfTheOther() {
    PlanBuilder one = PlanBuilder.process("close");
    for (String key : List.of("a", "b")) {
      one.change(
          new FieldChange(
              new ChangedNode("close/" + key, "sendTask", "Task " + key, List.of()),
              "title",
              ValueChange.of(s("Old"), s("New")),
              ChangeReason.RENAME,
              new ChangeOrigin(
                  key.equals("a") ? ChangedBy.DEFINITION : ChangedBy.BOTH,
                  key.equals("b"),
                  List.of(LINE)),
              Siblings.NONE));
    }
    String out = flat(text(PlanBuilder.plan(one)));
    assertTrue(out.contains("edited in Workiva too"), out);
    assertFalse(out.contains("of 2 tasks"), out);
  }

  @Test
  void theCommentSaysThatAChangedValueWasEditedToo() {
    PlanBuilder one = PlanBuilder.process("close");
    one.change(
        new FieldChange(
            new ChangedNode("close/b", "sendTask", "Task b", List.of()),
            "title",
            ValueChange.of(s("Old"), s("New")),
            ChangeReason.RENAME,
            new ChangeOrigin(ChangedBy.BOTH, true, List.of(LINE)),
            Siblings.NONE));
    String out = flat(markdown(PlanBuilder.plan(one)));
    assertTrue(out.contains("edited in Workiva"), out);
  }

  @Test
  void threeValuesThatDifferInTwoPlacesAreThree() {
    String end = "x".repeat(200);
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    new ValueChange(
                        s("B " + LONG + end),
                        s("A " + LONG + end + " HERE"),
                        null,
                        null,
                        List.of(),
                        s("A " + LONG + end + " LAST")),
                    false));
    assertTrue(text(plan).contains("HERE") && text(plan).contains("LAST"), text(plan));
  }

  @Test
  void aFieldThatHadNoValueIsOnRecord() throws PlanFileException {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "instructions",
                    new ValueChange(s("Olga's"), s("Ours"), null, null, List.of(), Json.NULL),
                    false));
    Plan again = PlanFile.read("plan.json", PlanFile.write(plan));
    for (String out : List.of(text(again), markdown(again), html(again))) {
      assertTrue(!out.contains("not on record") && out.contains("none"), out);
    }
    assertTrue(text(again).contains("last applied   none"), text(again));
  }
}
