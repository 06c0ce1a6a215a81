package dev.procc.view.plan;

import static dev.procc.view.plan.RenderedPlan.html;
import static dev.procc.view.plan.RenderedPlan.markdown;
import static dev.procc.view.plan.RenderedPlan.s;
import static dev.procc.view.plan.RenderedPlan.text;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Facts that each format of a plan has, in every grouping and at every size.
class PlanFactsTest {
  private static final Cause LINE = new Cause("close.process.yaml", 3, "name: ${title}");
  private static final String LONG =
      "Reconcile the subledger with the general ledger, explain each difference over the limit,"
          + " then ";

  private static PlanBuilder dueLater(String key) {
    return PlanBuilder.process(key)
        .change("", "process", "Close", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE);
  }

  @Test
  void thePageShowsTheTaskAddedInWorkivaThatStays() {
    Json job = Json.object().put("job", Json.object().put("action", "sendTask").build()).build();
    Plan plan =
        PlanBuilder.plan(
            dueLater("close")
                .edit(
                    "extra",
                    "sendTask",
                    "Olga's extra task",
                    "node",
                    ValueChange.of(job, null),
                    false));
    assertTrue(text(plan).contains("Olga's extra task"), text(plan));
    assertTrue(markdown(plan).contains("Olga's extra task"), markdown(plan));
    assertTrue(html(plan).contains("Olga's extra task"), html(plan));
  }

  @Test
  void thePageSaysThatWorkivaMovesDates() {
    Plan plan = PlanBuilder.plan(dueLater("close").shift("recon", "2025-01-07", "2025-01-08"));
    assertTrue(html(plan).contains("Workiva itself moves 1 date"), html(plan));
  }

  @Test
  void whatStaysOfASettledRunIsSaidInAllFormats() {
    RunPlan run =
        new RunPlan(
            new RunPlan.PlannedRun("r1", "p1", "running", "2025-01-02", null, 6, 1),
            List.of(),
            List.of(),
            List.of("\"Ask the bank\" was added to the run in Workiva: it stays"),
            List.of(),
            List.of());
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close").does().live(LiveState.notRead(true, List.of())).run(run));
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertTrue(out.contains("Ask the bank"), out);
    }
  }

  @Test
  void groupedByPersonTheNotesAndEditsAreSaid() {
    Plan plan =
        PlanBuilder.plan(
            dueLater("close")
                .safety(
                    new SafetyReport(
                        List.of(), List.of("two processes look alike"), List.of(), List.of(), null))
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "title",
                    ValueChange.of(s("Olga's"), s("Reconcile")),
                    false));
    String out = text(plan, PlanOptions.GroupBy.PERSON);
    assertTrue(out.contains("two processes look alike"), out);
    assertTrue(out.contains("Olga's"), out);
  }

  @Test
  void aShortenedCommentSaysWhichEditsItUndoes() {
    List<PlanBuilder> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      PlanBuilder one = PlanBuilder.process("key" + i).named("Process " + i);
      for (int j = 0; j < 3; j++) {
        one.change(
            "t" + i + j,
            "sendTask",
            "Task " + i + " " + j,
            "title",
            s("Old " + LONG + i + j),
            s("New " + LONG + i + j),
            new Cause("f" + i + ".yaml", j + 1, "title"));
      }
      if (i == 399) {
        one.edit("t", "sendTask", "T", "title", ValueChange.of(s("Olga's own"), s("T")), true)
            .safety(
                new SafetyReport(
                    List.of(), List.of("a note of this process"), List.of(), List.of(), null));
      }
      all.add(one);
    }
    Plan plan = PlanBuilder.plan(all.toArray(PlanBuilder[]::new));
    String out = markdown(plan);
    assertTrue(out.contains("Shortened"), out.substring(0, 500));
    assertTrue(out.contains("1 edit is undone"), out.substring(0, 3000));
    assertTrue(out.contains("a note of this process") || out.contains("1 note"), "note");
  }

  @Test
  void thePageSaysThatALineWasRemoved() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .change(
                    "",
                    "process",
                    "Close",
                    "dueDate",
                    s("2025-01-09"),
                    s("2025-01-10"),
                    new Cause("c.yaml", 3, "")));
    assertTrue(text(plan).contains("a line was removed after it"));
    assertTrue(html(plan).contains("a line was removed after it"), html(plan));
  }

  @Test
  void theNextCommandOfARunNamesTheProject() {
    TaskAddition addition =
        new TaskAddition(
            new TaskAddition.AddedTask("close/new", "sendTask", "New", Json.Obj.EMPTY),
            "close/root",
            Siblings.NONE,
            new TaskAddition.StartCondition(TaskStart.AT_ONCE, null, List.of()),
            "",
            List.of());
    RunPlan run =
        new RunPlan(
            new RunPlan.PlannedRun("r1", "p1", "running", "2025-01-02", null, 6, 1),
            List.of(addition),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does(PlanAction.AMEND)
                .live(LiveState.notRead(true, List.of()))
                .run(run));
    PlanOptions options =
        new PlanOptions(
            PlanOptions.GroupBy.CAUSE,
            false,
            0,
            null,
            " --target prod --var day=1 -C 'my close'",
            new PlanOptions.Project(" -C 'my close'", " --target prod"),
            PlanOptions.DEFAULT_COLUMNS);
    assertTrue(
        text(plan, options)
            .endsWith("Next: procc amend close --target prod --var day=1 -C 'my close'\n"));
  }

  @Test
  void aNewProcessIsToldWithItsOwnDateAndTasksOfNobody() {
    Json task =
        Json.object()
            .put("action", "sendTask")
            .put(
                "arguments",
                Json.object()
                    .put(
                        "sendTaskArgs",
                        Json.object().put("title", "Ask").put("dueDate", "2025-01-08").build())
                    .build())
            .build();
    Json child = Json.object().put("type", "job").put("job", task).build();
    Json root = Json.object().put("name", "Root").put("children", Json.array(child)).build();
    Json body = Json.object().put("dueDate", "2025-01-23").put("root", root).build();
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does(PlanAction.CREATE)
                .call(
                    PlanOperation.of(
                        OperationKind.CREATE, HttpCall.post("/processes", body), List.of())));
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertTrue(out.contains("the process is due Thu 2025-01-23"), out);
    }
    String byPerson = text(plan, PlanOptions.GroupBy.PERSON);
    assertTrue(byPerson.contains("\"Ask\": task due Wed 2025-01-08"), byPerson);
    String byDate = text(plan, PlanOptions.GroupBy.DATE);
    assertTrue(byDate.contains("the process: process due Thu 2025-01-23"), byDate);
  }
}
