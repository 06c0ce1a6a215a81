package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/// The part of a comment about processes that are as their definitions say.
final class UnchangedMarkdown {
  private static final int MAX_UNCHANGED = 6;

  private UnchangedMarkdown() {}

  /// Writes the processes that are as their definitions say, if there is nothing else to write.
  static void write(MarkdownPage out, Plan plan, PlanLabels labels, PlanMarkdownDetail level) {
    List<ProcessPlan> unchanged = new ArrayList<>(plan.processes());
    unchanged.removeIf(process -> !process.drift().isEmpty());
    int all = unchanged.size();
    if (plan.hasActions() || plan.isRefused() || all == 0 || isAnyToDo(plan)) {
      return;
    }
    int shown = Plural.shown(all, Math.min(MAX_UNCHANGED, level.maxProcesses()));
    List<MarkdownText> names = new ArrayList<>();
    for (ProcessPlan process : unchanged.subList(0, shown)) {
      names.add(
          MarkdownText.strong(ProcessMarkdown.name(process))
              .plus(" (")
              .plus(MarkdownText.code(process.identity()))
              .plus(")"));
    }
    out.append("As the definitions say, and left alone, on target ")
        .strong(plan.target())
        .append(" as of " + PlanLabels.dayText(plan.header().asOf().toString()) + ": ")
        .append(MarkdownText.join(", ", names));
    if (all > shown) {
      out.append(" and " + (all - shown) + " more (")
          .code(labels.command(PlanMarkdownDetail.COMMAND))
          .append(")");
    }
    out.append(".");
    unchanged.removeIf(process -> !process.isUnread());
    if (!unchanged.isEmpty()) {
      out.append(
          " Workiva's list shows no edit since the last apply, so "
              + (unchanged.size() == all ? "" : "for " + unchanged.size() + " of them ")
              + "the tasks were not read again.");
    }
    out.paragraph();
  }

  /// Whether a run has something left to do.
  static boolean isAnyToDo(Plan plan) {
    return plan.processes().stream()
        .anyMatch(process -> process.run() != null && !process.run().isSettled());
  }
}
