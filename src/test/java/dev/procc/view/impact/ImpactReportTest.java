package dev.procc.view.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.ImpactChange;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.view.plan.PlanBuilder;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an impact counts and names in its text, its comment and its page.
class ImpactReportTest {
  static ImpactReport report(Plan plan) {
    List<ImpactChange> changes = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (change.isEffective()) changes.add(new ImpactChange(process, change, null));
      }
    }
    return new ImpactReport(
        new ImpactReport.Versions("main", "here"),
        new Impact(plan, changes, plan.names().people()),
        new ImpactReport.FindingChanges(List.of(), List.of(), f -> ""),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  /// Processes of which each has a change of its own.
  private static ImpactReport differentOnes(int count) {
    PlanBuilder[] all = new PlanBuilder[count];
    for (int i = 0; i < count; i++) {
      Cause cause = new Cause("f" + i + ".yaml", 1, "x");
      Json before = Json.of("a" + i);
      all[i] =
          PlanBuilder.process("key" + i)
              .change("t", "sendTask", "T", "title", before, Json.of("b" + i), cause);
    }
    return report(PlanBuilder.plan(all));
  }

  @Test
  void outcomesThatAreLeftOutAreCounted() {
    String out = ImpactText.render(differentOnes(30), false, Style.PLAIN).toString();
    String end = out.substring(out.indexOf("If nobody"));
    assertTrue(end.contains("18 more"), end);
  }

  @Test
  void outcomesThatAreLeftOutOfACommentAreCounted() {
    String out =
        ImpactMarkdown.render(differentOnes(700), CommentForm.GITHUB, "procc impact --detail")
            .toString();
    String end = out.substring(out.indexOf("### If nobody"));
    assertTrue(end.contains(" more processes: "), end);
  }

  @Test
  void peopleWhoseApprovalsChangeInPlaceAreNamed() {
    Json a = Json.object().put("id", "u1").build();
    Json b = Json.object().put("id", "u2").build();
    Plan plan =
        PlanBuilder.plan(
            Map.of("u1", "Dana", "u2", "Priya"),
            PlanBuilder.process("close")
                .change(
                    new FieldChange(
                        new ChangedNode("close/r", "sendTask", "Review", List.of("u2")),
                        "approver",
                        ValueChange.of(a, b),
                        ChangeReason.PATCHABLE,
                        ChangeOrigin.definition(List.of(new Cause("p.yaml", 2, "manager: priya"))),
                        Siblings.NONE)));
    String markdown =
        ImpactMarkdown.render(report(plan), CommentForm.GITHUB, "procc impact --detail").toString();
    assertTrue(markdown.contains("no longer approves 1 task"), markdown);
    String out = ImpactText.render(report(plan), false, Style.PLAIN).toString();
    assertTrue(out.contains("no longer approves 1 task"), out);
  }

  @Test
  void peopleWhoExchangeTasksAreNamed() {
    Json a = Json.object().put("id", "u1").build();
    Json b = Json.object().put("id", "u2").build();
    PlanBuilder close =
        PlanBuilder.process("close")
            .load(new WorkloadChange("u1", 2, 2, 0, 0))
            .load(new WorkloadChange("u2", 2, 2, 0, 0));
    for (int i = 0; i < 2; i++) {
      close.change(
          new FieldChange(
              new ChangedNode("close/r" + i, "sendTask", "Review " + i, List.of("u2")),
              "assignee",
              ValueChange.of(i == 0 ? a : b, i == 0 ? b : a),
              ChangeReason.NOT_PATCHABLE,
              ChangeOrigin.definition(List.of(new Cause("p.yaml", 2, "manager: priya"))),
              Siblings.NONE));
    }
    String out =
        ImpactText.render(
                report(PlanBuilder.plan(Map.of("u1", "Dana", "u2", "Priya"), close)),
                false,
                Style.PLAIN)
            .toString();
    assertTrue(out.contains("hands over 1 task"), out);
  }

  @Test
  void aWarningOfAProcessIsInTheComment() {
    Plan plan =
        PlanBuilder.plan(
            PlanBuilder.process("close")
                .does()
                .safety(
                    new SafetyReport(
                        List.of(),
                        List.of("this cannot be compared"),
                        List.of(),
                        List.of(),
                        null)));
    assertTrue(
        ImpactText.render(report(plan), false, Style.PLAIN)
            .toString()
            .contains("cannot be compared"));
    String out =
        ImpactMarkdown.render(report(plan), CommentForm.GITHUB, "procc impact --detail").toString();
    assertTrue(out.contains("cannot be compared"), out);
    String page = ImpactHtml.render(report(plan)).toString();
    assertTrue(page.contains("cannot be compared"), page);
  }

  @Test
  void theHeadlineSaysThatAProcessIsTrashedOrCreated() {
    Plan plan = PlanBuilder.plan(PlanBuilder.process("close").does(PlanAction.TRASH));
    assertEquals("No date moves; 1 process is trashed", ImpactText.headline(report(plan)));
    Plan created = PlanBuilder.plan(PlanBuilder.process("close").does(PlanAction.CREATE));
    assertEquals("No date moves; 1 process is created", ImpactText.headline(report(created)));
  }
}
