package dev.procc.view.plan;

import dev.procc.base.text.ShellWord;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The last line of a plan's text: the name of the plan, and one next step.
final class PlanNextStep {
  private static final String NEXT = "Next: ";

  private PlanNextStep() {}

  static void write(TextPage page, Plan plan, PlanOptions options) {
    if (!plan.hasActions()) {
      String step = plan.isRefused() ? "" : runStep(plan, options);
      if (!step.isEmpty()) {
        page.line(step);
      }
      return;
    }
    String hash = PlanPhrases.shortHash(plan.planHash());
    String saved = options.savedTo();
    List<String> typed = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (process.replaces() || process.trashes()) {
        typed.add(process.identity());
      }
    }
    page.line(
        "Plan "
            + hash
            + (saved == null ? "" : " saved to " + saved)
            + (plan.isRefused()
                ? ", refused" + stepOfRefused(plan, options)
                : confirmation(typed) + ". " + nextStep(plan, options)));
  }

  /// `: take one of the ways above, then: procc plan`; `. Next: procc plan` if none is shown.
  private static String stepOfRefused(Plan plan, PlanOptions options) {
    boolean waits = PlanPhrases.waitsForRuns(plan);
    String step = waits ? runStep(plan, options) : "";
    if (!step.isEmpty()) {
      return ". " + step;
    }
    ProcessPlan first = plan.processes().isEmpty() ? null : plan.processes().getFirst();
    String run =
        first != null && first.isRunPlan()
            ? " --run " + ShellWord.quoted(TerminalText.sanitize(first.identity()))
            : "";
    String command = "procc plan" + run + options.rerunArguments();
    if (waits) {
      return ". Once the run has ended, next: " + command;
    }
    Set<String> ways = ways(plan, options, false);
    if (ways.isEmpty()) {
      return ". " + NEXT + command;
    }
    long refusals = shownRefusals(plan, options);
    return (ways.size() == 1
            ? ": take the way above"
            : refusals == 1
                ? ": take one of the ways above"
                : ": take a way of each refusal above, flags together in one command")
        + (ways(plan, options, true).isEmpty() ? "" : ", then: " + command);
  }

  /// The number of refusals that are shown with ways out, each of a rule once.
  private static long shownRefusals(Plan plan, PlanOptions options) {
    Stream<PlanRefusal> ofProcesses =
        options.quiet() > 0
            ? Stream.of()
            : plan.processes().stream().flatMap(process -> process.refusals().stream());
    return Stream.concat(plan.refusals().stream(), ofProcesses)
        .filter(refusal -> !refusal.ways().isEmpty())
        .map(PlanRefusal::rule)
        .distinct()
        .count();
  }

  /// The different ways out that are shown.
  ///
  /// @param milder whether only those are asked for that do not apply by themselves
  private static Set<String> ways(Plan plan, PlanOptions options, boolean milder) {
    Set<String> ways = new HashSet<>();
    addWays(ways, plan.refusals(), "", milder);
    if (options.quiet() == 0) {
      for (ProcessPlan process : plan.processes()) {
        addWays(ways, process.refusals(), process.identity(), milder);
      }
    }
    return ways;
  }

  private static void addWays(
      Set<String> ways, List<PlanRefusal> refusals, String identity, boolean milder) {
    for (PlanRefusal refusal : refusals) {
      for (WayOut way : refusal.ways()) {
        if (!milder || !refusal.isOfFlag(way)) {
          ways.add(way.action().replace(identity, ""));
        }
      }
    }
  }

  /// What has to be typed on a terminal, after the name of the plan.
  private static String confirmation(List<String> identities) {
    return switch (identities.size()) {
      case 0 -> "";
      case 1 -> "; apply asks you to type " + identities.getFirst();
      default -> "; apply asks you to type each key";
    };
  }

  /// `Next: procc apply`, a command that works when it is pasted.
  private static String nextStep(Plan plan, PlanOptions options) {
    String saved = options.savedTo();
    if (PlanPhrases.isRunPlan(plan)) {
      return runStep(plan, options);
    }
    return saved == null
        ? NEXT + "procc apply" + options.rerunArguments()
        : NEXT + "procc apply " + ShellWord.quoted(saved) + options.project().folder();
  }

  /// What is to be done in runs that are under way: `Next: procc amend close@2024-Q4`, or `After
  /// the 5 steps above, next: procc status close@2024-Q4 --confirm`; empty if there is nothing.
  private static String runStep(Plan plan, PlanOptions options) {
    List<ProcessPlan> left = new ArrayList<>();
    int steps = 0;
    int additions = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      if (run != null && !run.isSettled() && !run.hasEnded()) {
        left.add(process);
        steps += run.manualSteps().size();
        additions += run.additions().isEmpty() ? 0 : 1;
      }
    }
    if (left.isEmpty() || steps + additions == 0) {
      return "";
    }
    boolean one = left.size() == 1;
    String key = one ? ShellWord.quoted(TerminalText.sanitize(left.getFirst().identity())) : "KEY";
    String end = options.project().words() + (one ? "" : "    (for each key)");
    if (additions == left.size()) {
      return NEXT
          + "procc amend "
          + key
          + (PlanPhrases.isRunPlan(plan) && one ? options.rerunArguments() : end);
    }
    if (additions > 0 || options.quiet() > 0) {
      return NEXT + "procc plan --run " + key + end;
    }
    return (steps == 1 ? "After the step" : "After the " + (one ? steps + " " : "") + "steps")
        + " above, next: procc status "
        + key
        + " --confirm"
        + end;
  }
}
