package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.FailedChecks;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.UnmanagedProcess;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.ApiCallList;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.PlanValidity;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The end of a plan's text: checks, totals, calls, validity, next step.
final class PlanFooter {
  private static final int MAX_NEW_WARNINGS = 20;

  private PlanFooter() {}

  static void write(TextPage page, Plan plan, PlanOptions options, Style style) {
    if (options.quiet() == 0) {
      writeChecks(page, plan, options.detail());
      if (options.detail()) {
        writeDetails(page, plan);
      }
    }
    writeEnd(page, plan, options, style);
  }

  /// Writes everything except the checks.
  static void writeEnd(TextPage page, Plan plan, PlanOptions options, Style style) {
    writeEnd(page, plan, options, style, callsText(plan, options, callNames(plan)));
  }

  /// Writes the end of a page, which lists the calls elsewhere.
  static void writePageEnd(TextPage page, Plan plan, PlanOptions options) {
    writeEnd(page, plan, options, Style.PLAIN, callsText(plan, options, ""));
  }

  private static void writeEnd(
      TextPage page, Plan plan, PlanOptions options, Style style, String calls) {
    if (options.quiet() > 0) {
      PlanPhrases.writeRefusals(page, plan, options, style);
    }
    page.blank();
    page.wrap(0, 2, summaryLine(plan) + PlanPhrases.summaryEnd(plan));
    if (options.quiet() < 2 && plan.isRefused() && !plan.unmanaged().isEmpty()) {
      page.wrap(0, 2, outsideText(plan));
    } else if (options.quiet() < 2 && !plan.isRefused()) {
      if (!calls.isEmpty()) {
        page.wrap(0, 2, calls);
      }
      PlanValidity.write(page, plan);
    }
    PlanNextStep.write(page, plan, options);
  }

  private static void writeChecks(TextPage page, Plan plan, boolean detail) {
    writeNewWarnings(page, plan.lint().newWarnings());
    if (!PlanPhrases.handOver(plan).isEmpty()) {
      page.wrap(4, 2, PlanPhrases.handOver(plan));
    }
    LintWarning only = detail ? null : onlyOldWarning(plan);
    String stands = plan.lint().newWarnings().isEmpty() ? " stands" : " stood before";
    if (only != null) {
      String about = only.about().isEmpty() ? "" : only.about() + ": ";
      String text = place(only) + about + only.message();
      page.wrap(2, 2, "1 warning" + stands + ": " + TerminalText.sanitize(text));
    }
    int old = plan.lint().warningCount() - plan.lint().newWarnings().size();
    String warnings =
        old == 0 || only != null
            ? ""
            : Plural.of(old, "warning")
                + (old > 1 && stands.equals(" stands") ? " stand" : stands)
                + warningKinds(plan)
                + ": procc lint";
    List<String> checks = plan.lint().checked();
    writeFailedChecks(page, plan);
    if (!checks.isEmpty()) {
      page.wrap(
          2,
          0,
          "Checked"
              + FailedChecks.place(plan)
              + ": "
              + TerminalText.sanitize(String.join("; ", checks))
              + (warnings.isEmpty() ? "." : ". " + warnings));
    } else if (!warnings.isEmpty()) {
      page.wrap(2, 0, warnings);
    }
    if (!plan.lint().notChecked().isEmpty()) {
      String not = String.join("; ", plan.lint().notChecked());
      page.wrap(2, 0, "Not checked: " + TerminalText.sanitize(not) + ".");
    }
  }

  private static void writeNewWarnings(TextPage page, List<LintWarning> fresh) {
    if (!fresh.isEmpty()) {
      page.wrap(2, 2, Plural.of(fresh.size(), "warning") + " new since the last apply:");
    }
    int shown = Plural.shown(fresh.size(), MAX_NEW_WARNINGS);
    for (LintWarning warning : fresh.subList(0, shown)) {
      page.wrap(4, 2, TerminalText.sanitize(place(warning) + warning.text()));
    }
    if (fresh.size() > shown) {
      page.wrap(4, 2, "and " + (fresh.size() - shown) + " more: procc lint");
    }
  }

  /// The warning that is not new, if there is only one.
  private static @Nullable LintWarning onlyOldWarning(Plan plan) {
    List<LintWarning> old = new ArrayList<>(plan.lint().warnings());
    old.removeIf(LintWarning::isNew);
    int all = plan.lint().warningCount() - plan.lint().newWarnings().size();
    return all == 1 && old.size() == 1 ? old.getFirst() : null;
  }

  private static void writeFailedChecks(TextPage page, Plan plan) {
    List<String> failed = FailedChecks.besideNewWarnings(plan.lint());
    if (!failed.isEmpty()) {
      page.wrap(
          2,
          0,
          "Failed: "
              + TerminalText.sanitize(String.join("; ", failed))
              + FailedChecks.effect(plan)
              + ".");
    }
  }

  private static String place(LintWarning warning) {
    return warning.location().isEmpty() ? "" : warning.location() + "   ";
  }

  /// ` (self-approval, due-on-persons-day-off 2)`, the most frequent first; empty if the plan does
  /// not list them.
  private static String warningKinds(Plan plan) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LintWarning warning : plan.lint().warnings()) {
      if (!warning.isNew()) {
        counts.merge(warning.name(), 1, Integer::sum);
      }
    }
    List<String> kinds = new ArrayList<>(counts.keySet());
    kinds.sort((a, b) -> Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)));
    List<String> shown = new ArrayList<>();
    for (String kind : kinds) {
      int n = counts.getOrDefault(kind, 0);
      if (shown.size() < 3) {
        shown.add(n == 1 ? kind : kind + " " + n);
      }
    }
    if (kinds.size() > shown.size()) {
      shown.add("...");
    }
    return shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")";
  }

  /// Writes the warnings, and the unmanaged live processes.
  private static void writeDetails(TextPage page, Plan plan) {
    List<LintWarning> old = new ArrayList<>(plan.lint().warnings());
    old.removeIf(LintWarning::isNew);
    if (!old.isEmpty()) {
      page.line("  Warnings that stood before:");
    }
    for (LintWarning warning : old) {
      page.wrap(4, 2, TerminalText.sanitize(place(warning) + warning.text()));
    }
    if (plan.lint().warningCount() > plan.lint().warnings().size()
        && !plan.lint().warnings().isEmpty()) {
      page.wrap(
          4, 2, "and " + (plan.lint().warningCount() - plan.lint().warnings().size()) + " more");
    }
    if (!plan.unmanaged().isEmpty()) {
      page.wrap(2, 2, "In Workiva, belonging to no definition:");
      for (UnmanagedProcess process : plan.unmanaged()) {
        page.wrap(4, 2, process.id() + "   \"" + TerminalText.sanitize(process.name()) + "\"");
      }
    }
  }

  private static String summaryLine(Plan plan) {
    if (PlanPhrases.isRunPlan(plan)) {
      return runSummaryLine(plan);
    }
    PlanSummary s = plan.summary();
    if (!plan.hasActions()) {
      return plan.isRefused()
          ? "Nothing can be planned: apply refuses " + refusedText(s)
          : "No changes: "
              + Plural.of(plan.processes().size(), "process")
              + Plural.choose(plan.processes().size(), " is", " are")
              + " as the definitions say"
              + PlanPhrases.remainingDriftText(plan);
    }
    String counts = changeCounts(plan);
    String work = actionCounts(plan) + (counts.isEmpty() ? "" : ": " + counts);
    if (!plan.isRefused()) {
      return work;
    }
    return "Nothing is applied: apply refuses "
        + refusedText(s)
        + (counts.isEmpty() ? " (" + work + ")" : " (asked for: " + counts + ")");
  }

  /// `1 to replace, 0 to create, 0 to change in place`; for a refused plan, without zeros.
  private static String actionCounts(Plan plan) {
    PlanSummary s = plan.summary();
    boolean always = !plan.isRefused();
    List<String> processes = new ArrayList<>();
    addCount(processes, s.replace(), " to replace", always);
    addCount(processes, s.create(), " to create", always);
    addCount(processes, s.patch() + s.rename(), " to change in place", always);
    addCount(processes, s.trash(), " to trash", false);
    addCount(processes, s.adopt(), " to adopt", false);
    int forgotten = PlanPhrases.forgottenCount(plan);
    addCount(processes, forgotten, " to forget", false);
    addCount(processes, s.noop() - forgotten, " unchanged", false);
    return String.join(", ", processes);
  }

  private static void addCount(List<String> all, int n, String verb, boolean always) {
    if (n > 0 || always) {
      all.add(n + verb);
    }
  }

  /// `1 task to add to the run, 2 steps by hand`.
  private static String runSummaryLine(Plan plan) {
    int added = 0;
    int steps = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      if (run != null) {
        added += process.amends() ? run.additions().size() : 0;
        steps += run.manualSteps().size();
      }
    }
    if (added == 0 && steps == 0 && !plan.isRefused()) {
      return "No changes: " + endedText(plan);
    }
    String tasks = Plural.of(added, "task");
    String additions =
        added == 0
            ? ""
            : plan.isRefused()
                ? "Nothing is added to the run: "
                    + tasks
                    + Plural.choose(added, " is refused; ", " are refused; ")
                : tasks + " to add to the run, ";
    return additions + Plural.of(steps, "step") + " by hand" + PlanPhrases.firstStepDay(plan);
  }

  /// `the run has ended; 1 difference from the definition stays`.
  private static String endedText(Plan plan) {
    RunPlan run = plan.processes().isEmpty() ? null : plan.processes().getFirst().run();
    if (run == null || !run.hasEnded()) {
      return "nothing to add to the run, no step by hand";
    }
    int left = run.leftAsIs().size();
    return "the run has ended"
        + (left == 0
            ? ""
            : "; "
                + Plural.of(left, "difference")
                + " from the definition "
                + Plural.choose(left, "stays", "stay"));
  }

  private static String refusedText(PlanSummary s) {
    return s.refused() > 0 ? Plural.of(s.refused(), "process") : "the plan";
  }

  private static String changeCounts(Plan plan) {
    List<FieldChange> changes = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      changes.addAll(CauseGroup.effectiveChanges(process));
    }
    return EffectText.of(changes);
  }

  private static String outsideText(Plan plan) {
    return plan.unmanaged().isEmpty()
        ? ""
        : "In Workiva, belonging to no definition: "
            + Plural.of(plan.unmanaged().size(), "process");
  }

  /// What is left if a call fails, and what belongs to no definition.
  ///
  /// @param names of the calls, with their number; empty if they stand elsewhere
  private static String callsText(Plan plan, PlanOptions options, String names) {
    List<String> parts = new ArrayList<>();
    String outside = outsideText(plan);
    boolean sends = plan.processes().stream().anyMatch(each -> !each.operations().isEmpty());
    if (sends) {
      if (!names.isEmpty()) {
        parts.add(names);
      }
      parts.add(ApiCallList.ifOneFails(plan.processes().stream().anyMatch(ProcessPlan::replaces)));
      ApiCallList.WayBack back = ApiCallList.wayBack(plan.processes());
      if (back != null && options.quiet() == 0) {
        String command = back.command().isEmpty() ? "" : back.command() + options.project().words();
        parts.add("The way back afterwards: " + command + back.rest());
      }
    }
    if (!outside.isEmpty()) {
      parts.add(outside);
    }
    return String.join(". ", parts);
  }

  /// `6 API calls: list (no run), read, create, read back, validate, bin`.
  private static String callNames(Plan plan) {
    List<String> steps = new ArrayList<>();
    Set<Integer> each = new HashSet<>();
    int calls = PlanPhrases.isRunPlan(plan) ? 0 : 1;
    for (ProcessPlan process : plan.processes()) {
      if (!process.operations().isEmpty()) {
        int own = addSteps(steps, process);
        each.add(own);
        calls += own;
      }
    }
    boolean single = plan.processes().stream().filter(ProcessPlan::hasActions).count() == 1;
    return Plural.of(calls, "API call")
        + (single ? ": " + String.join(", ", steps) : sameForEach(each));
  }

  /// `: 1 list for all, 5 for each`; empty if they differ.
  private static String sameForEach(Set<Integer> each) {
    return each.size() == 1 ? ": 1 list for all, " + each.iterator().next() + " for each" : "";
  }

  /// Adds the calls for a process, and returns their number without the list of processes, which is
  /// one call for all.
  private static int addSteps(List<String> steps, ProcessPlan process) {
    int calls = 0;
    if (process.isRunPlan()) {
      steps.add("read the run");
      calls++;
    } else {
      steps.add(
          process.replaces() || process.trashes()
              ? "list (" + runCondition(process) + ")"
              : "list");
    }
    if (process.live().wasRead()) {
      steps.add("read");
      calls++;
    }
    for (PlanOperation operation : process.operations()) {
      steps.add(callName(operation));
      calls++;
      if (operation.kind().isReadBack()) {
        steps.add("read back");
        calls++;
      }
    }
    return calls;
  }

  private static String runCondition(ProcessPlan process) {
    return process.runState() == RunState.NONE ? "no run" : "run " + process.runState().word();
  }

  private static String callName(PlanOperation operation) {
    return switch (operation.kind()) {
      case PATCH, SET_WRITE_ONLY -> "PATCH";
      case RENAME -> "batchUpdates";
      case TRASH -> "bin";
      case ADD_TASKS -> "add " + Plural.of(operation.changeCount(), "task");
      case CREATE, VALIDATE -> operation.id();
    };
  }
}
