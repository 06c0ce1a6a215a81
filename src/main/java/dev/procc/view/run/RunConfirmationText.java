package dev.procc.view.run;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.live.runplan.RunConfirmation.ConfirmedStep;
import dev.procc.view.plan.RunPlanText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.List;
import java.util.Map;

/// The confirmation of a run's manual steps as text: what is done, what is open.
public final class RunConfirmationText {
  private final TextPage page = new TextPage();
  private final PlanLabels labels;
  private final Style style;
  private final String identity;
  private final String process;

  private RunConfirmationText(
      String identity, String process, Map<String, String> people, Style style) {
    this.identity = identity;
    this.process = process;
    this.labels = new PlanLabels(people, Map.of());
    this.style = style;
  }

  /// @param people names by participant id
  public static SafeText render(
      String identity, RunConfirmation confirmation, Map<String, String> people, Style style) {
    return new RunConfirmationText(identity, confirmation.name(), people, style)
        .render(confirmation);
  }

  private SafeText render(RunConfirmation confirmation) {
    RunPlan run = confirmation.run();
    page.line(
        style.bold(TerminalText.sanitize(identity))
            + "   run "
            + run.id()
            + "   "
            + RunPlanText.statusLine(run));
    page.blank();
    for (ConfirmedStep done : confirmation.done()) {
      page.wrap(
          2, 6, style.green("[x]") + " " + doneText(done) + (done.inLedger() ? "" : "   recorded"));
    }
    for (ManualStep step : run.manualSteps()) {
      page.wrap(2, 6, "[ ] " + openText(step));
    }
    if (!confirmation.done().isEmpty() || !run.manualSteps().isEmpty()) {
      page.blank();
    }
    writeSummary(confirmation.done(), run);
    return page.toText();
  }

  private String doneText(ConfirmedStep done) {
    String result =
        done.field().equals("node")
            ? done.value() == null ? done.screen() : "is in the run"
            : done.screen() + ": " + ValueTexts.whole(labels, done.field(), done.value());
    return name(done.address(), done.title()) + "   " + result;
  }

  private String openText(ManualStep step) {
    StringBuilder text = new StringBuilder(name(step.address(), step.title())).append("   ");
    boolean newGroup = step.kind() == ManualStepKind.ADD_GROUP;
    String separator = "";
    if (newGroup) {
      text.append("new group");
      separator = "; ";
    }
    for (ManualStep.FieldEdit edit : step.edits()) {
      String screen = edit.screen();
      text.append(separator)
          .append(newGroup ? screen.substring(screen.lastIndexOf("> ") + 1).strip() : screen);
      if (!edit.field().equals("node")) {
        text.append(": ").append(ValueTexts.whole(labels, edit.field(), edit.after()));
        if (!newGroup) {
          text.append(" (now ")
              .append(ValueTexts.of(labels, edit.field(), edit.before(), edit.after()).getFirst())
              .append(')');
        }
      }
      separator = "; ";
    }
    return text.toString();
  }

  private void writeSummary(List<ConfirmedStep> done, RunPlan run) {
    int open = run.manualSteps().size();
    int total = done.size() + open;
    if (total == 0) {
      page.line(
          run.additions().isEmpty()
              ? "The run is as the definition says: there is nothing to confirm"
              : "There is nothing to confirm");
    } else if (open == 0) {
      page.line(
          (total == 1 ? "The step is" : "All " + total + " steps are")
              + " in the run, and on record");
    } else {
      page.line(
          done.size()
              + " of "
              + Plural.of(total, "step")
              + " done; to see what is open: procc plan --run "
              + TerminalText.sanitize(identity));
    }
    if (!run.additions().isEmpty()) {
      page.line(
          Plural.of(run.additions().size(), "task")
              + " can be added by a call: procc amend "
              + TerminalText.sanitize(identity));
    }
  }

  /// The title of a node; the address of one without a title.
  private String name(String address, String title) {
    return title.isEmpty() || address.equals(identity) && title.equals(process)
        ? PlanLabels.relativeAddress(identity, address)
        : PlanLabels.quote(title);
  }
}
