package dev.procc.view.plan;

import static dev.procc.view.plan.RenderedPlan.html;
import static dev.procc.view.plan.RenderedPlan.markdown;
import static dev.procc.view.plan.RenderedPlan.s;
import static dev.procc.view.plan.RenderedPlan.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a plan counts, and what it says of processes to which nothing is done.
class PlanCountsTest {
  private static final Cause LINE = new Cause("close.process.yaml", 3, "name: ${title}");

  /// No list of names is cut by one, whatever its length; what is cut is counted.
  @Test
  void noListIsCutByOne() {
    for (int n : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14, 20, 21, 41}) {
      PlanBuilder process = PlanBuilder.process("close").does(PlanAction.CREATE, PlanAction.TRASH);
      for (int i = 0; i < n; i++) {
        process
            .change(
                "t" + i,
                "sendTask",
                "Task " + i,
                "dueDate",
                ValueChange.of(s("2025-01-09"), s("2025-01-10")),
                ChangeReason.NOT_PATCHABLE,
                new Cause("close.process.yaml", i, "dueDate"))
            .load(new WorkloadChange("person-" + i, 1, 0, 2, 0))
            .edit("e" + i, "sendTask", "E" + i, "title", ValueChange.of(s("a"), s("b" + i)), true);
      }
      Plan plan = PlanBuilder.plan(process);
      for (String out : List.of(text(plan), markdown(plan), html(plan))) {
        assertFalse(out.contains("and 1 more") || out.contains(" 0 more"), n + "\n" + out);
        assertTrue(n < 2 || out.contains("Task 1"), n + "\n" + out);
      }
    }
  }

  @Test
  void datesAreCountedInTheProcessesInWhichTheyMove() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("a")
                .change("", "process", "A", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE),
            PlanBuilder.process("b")
                .change("x", "sendTask", "B", "title", s("one"), s("two"), LINE));
    String out = text(plan);
    assertFalse(out.contains("1 date moves in 2 processes"), out);
  }

  @Test
  void aDateThatIsPutBackDoesNotStay() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .date("", "2025-01-10")
                .date("recon", "2025-01-08")
                .change("", "process", "Close", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE)
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "dueDate",
                    ValueChange.of(s("2025-01-07"), s("2025-01-08")),
                    true));
    assertFalse(markdown(plan).contains("(1 stays)"), markdown(plan));
  }

  @Test
  void theDateOfANewTaskDoesNotStay() {
    Json job =
        Json.object()
            .put(
                "job",
                Json.object()
                    .put(
                        "arguments",
                        Json.object()
                            .put("sendTask", Json.object().put("dueDate", "2025-01-08").build())
                            .build())
                    .build())
            .build();
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does(PlanAction.CREATE, PlanAction.TRASH)
                .date("", "2025-01-10")
                .date("new", "2025-01-08")
                .change("", "process", "Close", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE)
                .change(
                    "new",
                    "sendTask",
                    "New task",
                    "node",
                    ValueChange.of(null, job),
                    ChangeReason.STRUCTURE_CHANGED,
                    LINE));
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertFalse(out.contains("1 stays"), out);
      assertFalse(out.contains("Dates that stay"), out);
    }
  }

  @Test
  void aCommentWithAnEditThatStaysDoesNotSayAsTheDefinitionsSay() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does()
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "title",
                    ValueChange.of(s("Olga's"), s("Reconcile")),
                    false));
    String out = markdown(plan);
    assertTrue(out.contains("Olga"), out);
    assertFalse(out.contains("As the definitions say"), out);
  }

  @Test
  void whatIsForgottenIsAChange() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does(PlanAction.FORGET)
                .live(LiveState.notRead(true, List.of())));
    String text = text(plan);
    assertTrue(text.contains("1 to forget"), text);
    assertFalse(text.contains("1 unchanged"), text);
    String out = markdown(plan);
    assertFalse(out.contains("no changes"), out);
  }

  @Test
  void aTaskInAGroupThatWaitsStartsWithIt() {
    TaskAddition addition =
        new TaskAddition(
            new TaskAddition.AddedTask("close/flux/new", "sendTask", "New", Json.Obj.EMPTY),
            "close/flux",
            Siblings.NONE,
            new TaskAddition.StartCondition(TaskStart.LATER, "close/flux", List.of()),
            "",
            List.of());
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does(PlanAction.AMEND)
                .live(LiveState.notRead(true, List.of()))
                .run(
                    new RunPlan(
                        new RunPlan.PlannedRun("r1", "p1", "running", "2025-01-02", null, 6, 1),
                        List.of(addition),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())));
    assertFalse(text(plan).contains("starts after flux"), text(plan));
  }

  @Test
  void datesThatStayAreThoseOfProcessesThatAreThere() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("a").does(PlanAction.CREATE).date("", "2025-01-10"),
            PlanBuilder.process("b")
                .date("", "2025-01-10")
                .date("recon", "2025-01-08")
                .change("", "process", "B", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE),
            PlanBuilder.process("c").does(PlanAction.CREATE).date("", "2025-01-10"));
    MarkdownPage page = new MarkdownPage();
    ManyProcessesMarkdown.write(
        page, plan, new PlanLabels(plan), plan.processes(), PlanMarkdownDetail.ROWS);
    assertTrue(page.toString().contains("Dates that move (1 stays)"), page.toString());
  }
}
