package dev.procc.view.plan;

import static dev.procc.view.plan.RenderedPlan.flat;
import static dev.procc.view.plan.RenderedPlan.s;
import static dev.procc.view.plan.RenderedPlan.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Processes that are shown as one: what is said of all of them is true of each.
class AlikeProcessesTest {
  private static final Cause LINE = new Cause("close.process.yaml", 3, "name: ${title}");

  private static PlanBuilder dueLater(String key) {
    return PlanBuilder.process(key)
        .change("", "process", "Close", "dueDate", s("2025-01-09"), s("2025-01-10"), LINE);
  }

  private static PlanOperation renames(int names) {
    Json data = Json.array(Collections.nCopies(names, Json.object().build()));
    Json body = Json.object().put("data", data).build();
    return new PlanOperation(OperationKind.RENAME, 1, HttpCall.post("/x", body), List.of());
  }

  private static RunPlan run(String start) {
    return new RunPlan(
        new RunPlan.PlannedRun("r1", "p1", "running", start, null, 6, 1),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void anEditThatStaysIsNotToldOfAllAlike() {
    Plan plan =
        PlanBuilder.plan(
            dueLater("a"),
            dueLater("b"),
            dueLater("c")
                .edit(
                    "recon",
                    "sendTask",
                    "Reconcile",
                    "title",
                    ValueChange.of(s("Olga's"), s("Reconcile")),
                    false),
            dueLater("d"));
    String out = text(plan);
    assertTrue(out.contains("3 processes"), out);
    assertTrue(out.contains("c  \"Close\""), out);
  }

  @Test
  void callsOfAlikeProcessesAreThoseOfEach() {
    PlanBuilder[] all = new PlanBuilder[3];
    for (int i = 0; i < 3; i++) {
      all[i] = PlanBuilder.process("k" + i).does(PlanAction.RENAME).call(renames(i + 1));
      for (int j = 0; j <= i; j++) {
        all[i].change("t" + j, "sendTask", "T" + j, "title", s("A " + j), s("B " + j), LINE);
      }
    }
    String out = flat(text(PlanBuilder.plan(all)));
    assertTrue(out.contains("1 to 3 renames; nothing"), out);
  }

  @Test
  void theRevisionOfOneIsNotThatOfAll() {
    String out =
        text(
            PlanBuilder.plan(
                dueLater("a").revision(1), dueLater("b").revision(7), dueLater("c").revision(3)));
    assertFalse(out.contains("(revision 1)"), out);
  }

  @Test
  void theStartOfOneRunIsNotThatOfAll() {
    List<PlanBuilder> all = new ArrayList<>();
    for (String day : List.of("2025-01-02", "2025-01-03", "2025-01-06")) {
      all.add(
          dueLater("k" + day.substring(8))
              .does()
              .live(LiveState.notRead(true, List.of()).withRunState(RunState.ACTIVE))
              .run(run(day)));
    }
    Plan plan = PlanBuilder.plan(all.toArray(PlanBuilder[]::new));
    String out = text(plan);
    assertTrue(!out.contains("3 processes") || !out.contains("since Thu 2025-01-02"), out);
  }
}
