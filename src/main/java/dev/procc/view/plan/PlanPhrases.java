package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.NewFindings;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The phrases that all formats of a plan share: host, hash, outcome of a process, refusal.
final class PlanPhrases {
  /// The head of what a refused plan would do.
  static final String NOT_APPLIED = "What the definition asks for, none of which is applied";

  private static final int SHORT_HASH = 12;

  private PlanPhrases() {}

  /// The host and port of a URL; the text itself if it is not a URL.
  static String host(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null
          ? TerminalText.sanitize(url)
          : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    } catch (IllegalArgumentException e) {
      return TerminalText.sanitize(url);
    }
  }

  /// The first twelve digits of a hash.
  static String shortHash(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  /// Whether a process is shown without `--detail`. If there are several, those without changes,
  /// refusals, warnings and a run are only counted.
  static boolean isShown(Plan plan, ProcessPlan process) {
    return plan.processes().size() == 1
        || process.hasActions()
        || !process.refusals().isEmpty()
        || !process.warnings().isEmpty()
        || !process.changes().isEmpty()
        || process.run() != null;
  }

  /// Whether nothing is done to a process because apply refuses another one of its plan.
  static boolean isHeldUp(Plan plan, ProcessPlan process) {
    return plan.isRefused() && process.refusals().isEmpty() && process.hasActions();
  }

  /// The outcome of a process in capitals: `REPLACE`, `CHANGE IN PLACE`; `no change` for none, `no
  /// plan` where a refusal leaves none.
  static String outcomeLabel(ProcessPlan process, Style style) {
    PlanAction action = process.mainAction();
    RunPlan run = process.run();
    if (leadsWithRun(process)) {
      return style.cyan("RUNNING");
    }
    if (run != null && process.isRunPlan()) {
      return run.hasEnded() ? RunPlanText.statusLine(run) : style.cyan(RunPlanText.statusLine(run));
    }
    if (action == null) {
      return process.refusals().isEmpty() ? "no change" : "no plan";
    }
    return switch (action) {
      case REPLACE -> style.yellow("REPLACE");
      case CREATE -> style.green("CREATE");
      case TRASH -> style.red("TRASH");
      case PATCH, RENAME -> style.cyan("CHANGE IN PLACE");
      case ADOPT -> style.green("ADOPT");
      case FORGET -> "FORGET";
      case AMEND -> style.cyan("ADD TO THE RUN");
    };
  }

  /// `, the first before Thu 2025-01-09`: the day of the first manual step; empty if none has a
  /// date.
  static String firstStepDay(Plan plan) {
    String first = null;
    int steps = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      for (ManualStep step : run == null ? List.<ManualStep>of() : run.manualSteps()) {
        String by = step.target().dueBy();
        steps++;
        first = by != null && (first == null || by.compareTo(first) < 0) ? by : first;
      }
    }
    if (first == null) {
      return "";
    }
    boolean past = first.compareTo(plan.header().asOf().toString()) <= 0;
    return (steps == 1 ? ", " : ", the first ")
        + (past ? "at once" : "before " + PlanLabels.dayText(first));
  }

  /// `2 steps by hand in a run, the first before Thu 2025-01-09`; empty if there are none.
  static String stepsText(Plan plan) {
    int hands = 0;
    int runs = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      if (run != null && !run.manualSteps().isEmpty()) {
        hands += run.manualSteps().size();
        runs++;
      }
    }
    return hands == 0
        ? ""
        : Plural.of(hands, "step")
            + " by hand in "
            + (runs == 1 ? "a run" : runs + " runs")
            + firstStepDay(plan);
  }

  /// The end of a summary: the steps by hand in runs, then the new warnings.
  static String summaryEnd(Plan plan) {
    if (isRunPlan(plan)) {
      return newWarnings(plan);
    }
    String steps = stepsText(plan);
    return additionsText(plan) + (steps.isEmpty() ? "" : "; " + steps) + newWarnings(plan);
  }

  /// `; 1 task can be added to a run`: what an amendment could add; empty if there is nothing.
  static String additionsText(Plan plan) {
    int tasks = 0;
    int runs = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      if (run != null && !process.amends() && !run.additions().isEmpty()) {
        tasks += run.additions().size();
        runs++;
      }
    }
    return tasks == 0
        ? ""
        : "; "
            + Plural.of(tasks, "task")
            + " can be added to "
            + (runs == 1 ? "a run" : runs + " runs");
  }

  /// The new warnings, for the end of a headline: whether people would approve their own work, and
  /// the number of the others.
  static String newWarnings(Plan plan) {
    List<String> selfApproved = new ArrayList<>();
    List<String> whileAway = new ArrayList<>();
    for (LintWarning warning : plan.lint().newWarnings()) {
      if (warning.code().equals(NewFindings.SELF_APPROVAL)) {
        selfApproved.add(warning.about());
      } else if (warning.code().equals(NewFindings.AWAY)) {
        whileAway.add(warning.about());
      }
    }
    int others = plan.lint().newWarnings().size() - selfApproved.size() - whileAway.size();
    return NewFindings.text(selfApproved, whileAway, 0, others);
  }

  /// How a task of a run whose assignee is newly known to be away gets somebody else; empty if
  /// there is none, or no run.
  static String handOver(Plan plan) {
    boolean isAway =
        plan.lint().newWarnings().stream()
            .anyMatch(warning -> warning.code().equals(NewFindings.AWAY));
    return isAway && plan.processes().stream().anyMatch(each -> each.run() != null)
        ? "A task of the run is handed over by hand: once the definition names somebody else,"
            + " procc plan --run lists the step (Process status > Edit action > Assigned to)."
        : "";
  }

  /// The dates that Workiva moves by itself; empty if there are none.
  static String predictedShifts(ProcessPlan process) {
    int shifts = process.explanation().predictedShifts().size();
    return shifts == 0
        ? ""
        : "Workiva itself moves "
            + Plural.of(shifts, "date")
            + " when the schedule changes (relativeDates: true; predicted, read back after apply; "
            + (process.safety().assumptions().contains("shift")
                ? "we assume that it shifts by business days, which is not documented"
                : "as measured by probe")
            + ").";
  }

  /// `, but for 2 edits made in Workiva that stay`; empty if there are none.
  static String remainingDriftText(Plan plan) {
    int left = 0;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        boolean isDrift = change.changedBy().mayBeDrift();
        left += isDrift && !change.isEffective() ? 1 : 0;
      }
    }
    return left == 0
        ? ""
        : ", but for "
            + Plural.of(left, "edit")
            + " made in Workiva that "
            + Plural.choose(left, "stays", "stay");
  }

  /// Whether it is the plan of a run.
  static boolean isRunPlan(Plan plan) {
    return plan.processes().stream().anyMatch(ProcessPlan::isRunPlan);
  }

  /// The number of processes that the ledger only forgets.
  static int forgottenCount(Plan plan) {
    return (int)
        plan.processes().stream()
            .filter(process -> process.mainAction() == PlanAction.FORGET)
            .count();
  }

  /// Whether nothing but runs that are under way refuses a plan: what waits for their end is all
  /// that it waits for.
  static boolean waitsForRuns(Plan plan) {
    return plan.isRefused()
        && plan.refusals().isEmpty()
        && plan.processes().stream()
            .flatMap(process -> process.refusals().stream())
            .allMatch(refusal ->
                refusal.flag() == null
                    && (refusal.rule().equals(SafetyRule.HISTORY.word())
                        || refusal.rule().equals(SafetyRule.RUNNING.word())));
  }

  /// Whether what people have to do in the run comes before the changes of the process, since those
  /// are refused.
  static boolean leadsWithRun(ProcessPlan process) {
    RunPlan run = process.run();
    return run != null && !run.isSettled() && !process.isRunPlan() && !process.refusals().isEmpty();
  }

  /// Writes the refusals of the plan as a whole.
  static void writeRefusals(TextPage page, Plan plan, PlanOptions options, Style style) {
    PlanLabels labels = new PlanLabels(plan, options.project().words());
    plan.refusals().forEach(refusal -> writeRefusal(page, style, labels, refusal));
  }

  /// Writes a refusal with its ways out.
  static void writeRefusal(TextPage page, Style style, PlanLabels labels, PlanRefusal refusal) {
    page.wrap(
        2,
        2,
        style.red("Refused (" + refusal.rule() + "):")
            + " "
            + TerminalText.sanitize(refusal.message()));
    if (!refusal.waysHeading().isEmpty()) {
      page.wrap(4, 2, refusal.waysHeading() + ":");
    }
    WaysText.write(page, 4, labels.ways(refusal.ways()));
  }

  /// Writes how the jobs of a request get the flags that lift its refusals.
  static void writeFlags(MarkdownPage out, Plan plan) {
    String flags = String.join(" ", plan.liftingFlags());
    if (!flags.isEmpty() && !isRunPlan(plan)) {
      out.append(" The ways out are below. To merge it all the same, set the jobs' ")
          .code("flags: " + flags)
          .append(" (on GitLab ")
          .code("PROCC_FLAGS")
          .append(") in this request.");
    }
  }
}
