package dev.procc.view.plan;

import static dev.procc.view.plan.RenderedPlan.flat;
import static dev.procc.view.plan.RenderedPlan.html;
import static dev.procc.view.plan.RenderedPlan.markdown;
import static dev.procc.view.plan.RenderedPlan.s;
import static dev.procc.view.plan.RenderedPlan.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.codehost.CommentForm;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ValueChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A refused plan says what is refused and why before what its definitions ask for, and says of
/// that that none of it is applied.
class RefusedPlanTest {
  private static final String NOT_APPLIED = PlanPhrases.NOT_APPLIED;
  private static final Cause LINE = new Cause("close.process.yaml", 3, "dueDate: WD13");
  private static final SafetyReport REFUSED =
      new SafetyReport(
          List.of(PlanRefusal.of(SafetyRule.HISTORY, "somebody works on it", null)),
          List.of(),
          List.of(),
          List.of(),
          null);

  private static PlanBuilder replaced(String key) {
    PlanBuilder process =
        PlanBuilder.process(key).named(key).does(PlanAction.CREATE, PlanAction.TRASH);
    for (String task : List.of("recon", "review")) {
      process.change(
          task,
          "sendTask",
          "Task " + task,
          "dueDate",
          ValueChange.of(s("2025-01-09"), s("2025-01-10")),
          ChangeReason.NOT_PATCHABLE,
          LINE);
    }
    return process;
  }

  private static void assertOrder(String text, String... parts) {
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      assertTrue(found >= 0, "\"" + part + "\" does not follow in\n" + text);
      at = found;
    }
  }

  @Test
  void theRefusalComesFirstAndWhatIsAskedForLast() {
    Plan plan = PlanBuilder.plan(replaced("close").safety(REFUSED));
    String undone = "If nothing is done";
    assertOrder(text(plan), "nothing is done in Workiva", "Refused (", undone, NOT_APPLIED);
    assertTrue(text(plan).contains("2 dates move"), text(plan));
    for (String out : List.of(markdown(plan), html(plan))) {
      assertOrder(out, "Refused (", undone, "<details><summary>" + NOT_APPLIED, "Task recon");
      assertFalse(out.substring(0, out.indexOf(NOT_APPLIED)).contains("Task review"), out);
    }
    for (PlanOptions.GroupBy groupBy : PlanOptions.GroupBy.values()) {
      assertOrder(text(plan, groupBy), "Refused (", NOT_APPLIED, "close.process.yaml:3");
      String detail = text(plan, new PlanOptions(groupBy, true, 0, null));
      assertOrder(detail, "Refused (", NOT_APPLIED, "close.process.yaml:3");
    }
  }

  /// Apply does nothing of a plan that it refuses in part.
  @Test
  void aProcessThatIsNotRefusedIsSaidToWait() {
    Plan plan = PlanBuilder.plan(replaced("close").safety(REFUSED), replaced("monthly"));
    String waits =
        "Not applied, since apply refuses close (alone: procc apply monthly). What would happen: A"
            + " new process is created";
    for (String out : List.of(text(plan), markdown(plan), html(plan))) {
      assertTrue(flat(out).contains(waits), out);
    }
    assertTrue(text(plan).contains("REPLACE, not applied"), text(plan));
    assertTrue(html(plan).contains("REPLACE, not applied"), html(plan));
  }

  /// The ways out work from where the plan was made.
  @Test
  void theWaysNameTheProject() {
    WayOut keep = new WayOut("procc keep close --reason TEXT", "the edit stays");
    PlanRefusal refusal = PlanRefusal.of(SafetyRule.OVERWRITE, "an edit", null, keep);
    SafetyReport report = new SafetyReport(List.of(refusal), List.of(), List.of(), List.of(), null);
    Plan plan = PlanBuilder.plan(replaced("close").safety(report));
    PlanOptions options =
        new PlanOptions(
            PlanOptions.GroupBy.CAUSE,
            false,
            0,
            null,
            "",
            new PlanOptions.Project(" -C close", " --target prod"),
            PlanOptions.DEFAULT_COLUMNS);
    String way = "procc keep close --reason TEXT -C close --target prod";
    assertTrue(text(plan, options).contains(way), text(plan, options));
    assertTrue(PlanHtml.render(plan, options).toString().contains(way));
    String comment = PlanMarkdown.render(plan, CommentForm.GITHUB, " --target prod", "").toString();
    assertTrue(comment.contains("`procc keep close --reason TEXT --target prod`"), comment);
  }
}
