package dev.procc.view.plan;

import dev.procc.base.text.ShellWord;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The last line of a plan's text: the name of the plan, and one next step.
final class PlanNextStep {
  private PlanNextStep() {}

  static void write(TextPage page, Plan plan, PlanOptions options) {
    if (!plan.hasActions()) {
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
            + (plan.isRefused() ? ", refused" + waysText(plan, options) : confirmation(typed))
            + ". Next: "
            + nextCommand(plan, options));
  }

  /// `: take one of the ways above`; empty if none is shown.
  private static String waysText(Plan plan, PlanOptions options) {
    Set<String> ways = new HashSet<>();
    plan.refusals().forEach(refusal -> refusal.ways().forEach(way -> ways.add(way.action())));
    if (options.quiet() == 0) {
      for (ProcessPlan process : plan.processes()) {
        for (PlanRefusal refusal : process.refusals()) {
          for (WayOut way : refusal.ways()) {
            ways.add(way.action().replace(process.identity(), ""));
          }
        }
      }
    }
    return switch (PlanPhrases.keysForRun(plan).isEmpty() ? ways.size() : 0) {
      case 0 -> "";
      case 1 -> ": take the way above";
      default -> ": take one of the ways above";
    };
  }

  /// What has to be typed on a terminal, after the name of the plan.
  private static String confirmation(List<String> identities) {
    return switch (identities.size()) {
      case 0 -> "";
      case 1 -> "; apply asks you to type " + identities.getFirst();
      default -> "; apply asks you to type each key";
    };
  }

  /// A command that works when it is pasted.
  private static String nextCommand(Plan plan, PlanOptions options) {
    String saved = options.savedTo();
    if (plan.isRefused()) {
      List<String> keys = PlanPhrases.keysForRun(plan);
      String project = options.project().words();
      return switch (keys.size()) {
        case 0 -> "procc plan" + options.rerunArguments();
        case 1 -> "procc plan --run " + ShellWord.quoted(keys.getFirst()) + project;
        default -> "procc plan --run KEY" + project + "    (for each key)";
      };
    }
    if (saved != null) {
      return "procc apply " + ShellWord.quoted(saved) + options.project().folder();
    }
    return PlanPhrases.isRunPlan(plan)
        ? "procc amend " + amendedIdentity(plan) + options.project().words()
        : "procc apply" + options.rerunArguments();
  }

  private static String amendedIdentity(Plan plan) {
    return TerminalText.sanitize(plan.processes().getFirst().identity());
  }
}
