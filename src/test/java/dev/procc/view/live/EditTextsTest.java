package dev.procc.view.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.view.plan.PlanBuilder;
import dev.procc.view.text.SafeText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Edits made in Workiva as drift and pull show them.
class EditTextsTest {
  private static final String LONG =
      "Reconcile the subledger with the general ledger, explain each difference over the limit,"
          + " then ";

  private static Json s(String text) {
    return Json.of(text);
  }

  private static FieldChange change(
      String field, Json live, Json definition, Json last, ChangedBy by) {
    return new FieldChange(
        new ChangedNode("close/recon", "sendTask", "Reconcile", List.of()),
        field,
        new ValueChange(live, definition, null, null, List.of(), last),
        ChangeReason.IGNORED,
        new ChangeOrigin(by, false, List.of()),
        Siblings.NONE);
  }

  private static DriftReport drift(FieldChange change) {
    ProcessPlan plan = PlanBuilder.process("close").does().change(change).build();
    DriftReport.DriftRow row = new DriftReport.DriftRow(change, null);
    return new DriftReport(
        "prod",
        LocalDate.of(2025, 1, 7),
        List.of(new DriftReport.DriftedProcess(plan, false, List.of(row))),
        List.of(),
        List.of(),
        DisplayNames.NONE);
  }

  private static String flat(SafeText text) {
    return String.join(" ", text.toString().split("\\s+"));
  }

  @Test
  void driftShowsTheDifferenceOfLongTexts() {
    DriftReport report =
        drift(
            change(
                "instructions",
                s(LONG + "sign LIVE"),
                s(LONG + "sign HERE"),
                s(LONG + "sign HERE"),
                ChangedBy.DRIFT));
    for (String out :
        List.of(
            flat(DriftText.render(report, "", 80)),
            flat(DriftText.markdown(report, CommentForm.GITHUB, "", "")))) {
      assertTrue(out.contains("sign LIVE") && out.contains("sign HERE"), out);
    }
  }

  @Test
  void driftThatTheDefinitionContradictsShowsThreeValues() {
    DriftReport report =
        drift(change("title", s("Olga's"), s("Here"), s("As applied"), ChangedBy.BOTH));
    for (String out :
        List.of(
            flat(DriftText.render(report, "", 80)),
            flat(DriftText.markdown(report, CommentForm.GITHUB, "", "")),
            DriftText.json(report).write())) {
      assertTrue(out.contains("As applied"), out);
    }
  }

  @Test
  void pullShowsTheDifferenceOfLongTexts() {
    FieldChange change =
        change(
            "instructions",
            s(LONG + "sign LIVE"),
            s(LONG + "sign HERE"),
            s(LONG + "sign HERE"),
            ChangedBy.DRIFT);
    PullReport report =
        new PullReport(
            "prod",
            List.of(new PullReport.PulledRow(change, List.of("c.yaml:3"), "", List.of())),
            List.of(),
            List.of(),
            0,
            List.of(),
            DisplayNames.NONE);
    String out = flat(PullText.render(report, false, "", 80));
    assertTrue(out.contains("sign LIVE") && out.contains("sign HERE"), out);
  }

  @Test
  void aProcessThatIsGoneIsNoEdit() {
    ProcessPlan plan = PlanBuilder.process("close").does().build();
    DriftReport report =
        new DriftReport(
            "prod",
            LocalDate.of(2025, 1, 7),
            List.of(new DriftReport.DriftedProcess(plan, true, List.of())),
            List.of(),
            List.of(),
            DisplayNames.NONE);
    String out = flat(DriftText.render(report, "", 80));
    assertFalse(out.contains("1 edit that"), out);
    assertFalse(out.contains("Next: procc pull"), out);
    String markdown = flat(DriftText.markdown(report, CommentForm.GITHUB, "", ""));
    assertFalse(markdown.contains("To settle"), markdown);
  }

  @Test
  void aPullOfAProcessThatIsGoneHasNotEverything() {
    PullReport report =
        new PullReport(
            "prod", List.of(), List.of(), List.of("close"), 0, List.of(), DisplayNames.NONE);
    String out = flat(PullText.render(report, false, "", 80));
    assertFalse(out.contains("have every edit"), out);
  }

  @Test
  void aPullThatLeavesKnownEditsSaysSo() {
    PullReport report =
        new PullReport("prod", List.of(), List.of(), List.of(), 2, List.of(), DisplayNames.NONE);
    assertEquals(
        "Nothing to pull: 2 edits are known and stay in Workiva alone (procc drift)",
        flat(PullText.render(report, false, "", 80)).strip());
  }
}
