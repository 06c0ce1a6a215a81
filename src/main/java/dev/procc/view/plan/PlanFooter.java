package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.base.text.ShellWord;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.UnmanagedProcess;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last lines of a plan: checks, sums, calls, validity, next step.
final class PlanFooter {
  private PlanFooter() {}

  static void write(TextPage page, Plan plan, PlanOptions options, Style style) {
    if (options.quiet() == 0) {
      writeChecks(page, plan);
      if (options.detail()) {
        writeDetails(page, plan);
      }
    }
    for (PlanRefusal refusal : plan.refusals()) {
      PlanPhrases.writeRefusal(page, style, refusal);
    }
    page.blank();
    page.wrap(0, 2, summaryLine(plan));
    if (options.quiet() < 2 && plan.isRefused() && !plan.unmanaged().isEmpty()) {
      page.wrap(0, 2, outsideText(plan));
    } else if (options.quiet() < 2 && !plan.isRefused()) {
      writeCalls(page, plan);
      writeValidity(page, plan);
    }
    writeNextStep(page, plan, options);
  }

  private static void writeChecks(TextPage page, Plan plan) {
    List<String> checks = new ArrayList<>(plan.lint().checked());
    String warnings =
        plan.lint().warningCount() == 0
            ? ""
            : Plural.of(plan.lint().warningCount(), "warning")
                + Plural.choose(plan.lint().warningCount(), " stands", " stand")
                + warningKinds(plan)
                + ": procc lint";
    if (!checks.isEmpty()) {
      page.wrap(
          2,
          0,
          "Checked: "
              + TerminalText.sanitize(String.join("; ", checks))
              + (warnings.isEmpty() ? "." : ". " + warnings));
    } else if (!warnings.isEmpty()) {
      page.wrap(2, 0, warnings);
    }
  }

  /// ` (self-approval, due-on-persons-day-off 2)`, the most frequent first; empty if the plan does
  /// not list them.
  private static String warningKinds(Plan plan) {
    Map<String, Integer> counts = new TreeMap<>();
    plan.lint().warnings().forEach(warning -> counts.merge(warning.name(), 1, Integer::sum));
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

  /// Writes the warnings, and the live processes that the project does not manage.
  private static void writeDetails(TextPage page, Plan plan) {
    for (LintWarning warning : plan.lint().warnings()) {
      String place = warning.location().isEmpty() ? "" : warning.location() + "   ";
      page.wrap(4, 2, TerminalText.sanitize(place + warning.message()));
    }
    if (plan.lint().warningCount() > plan.lint().warnings().size()
        && !plan.lint().warnings().isEmpty()) {
      page.wrap(
          4, 2, "and " + (plan.lint().warningCount() - plan.lint().warnings().size()) + " more");
    }
    if (!plan.unmanaged().isEmpty()) {
      page.wrap(2, 2, "Not in git:");
      for (UnmanagedProcess process : plan.unmanaged()) {
        page.wrap(4, 2, process.id() + "   \"" + TerminalText.sanitize(process.name()) + "\"");
      }
    }
  }

  private static String summaryLine(Plan plan) {
    PlanSummary s = plan.summary();
    List<String> processes = new ArrayList<>();
    processes.add(s.replace() + " to replace");
    processes.add(s.create() + " to create");
    processes.add(s.patch() + s.rename() + " to change in place");
    if (s.trash() > 0) {
      processes.add(s.trash() + " to trash");
    }
    if (s.noop() > 0) {
      processes.add(s.noop() + " unchanged");
    }
    if (isRunPlan(plan)) {
      return runSummaryLine(plan);
    }
    if (!plan.hasActions()) {
      return plan.isRefused()
          ? "Nothing can be planned: " + refusedText(s, plan)
          : "No changes: "
              + Plural.of(plan.processes().size(), "process")
              + Plural.choose(plan.processes().size(), " is", " are")
              + " as the definitions say"
              + remainingDriftText(plan);
    }
    String counts = changeCounts(plan);
    return String.join(", ", processes)
        + (counts.isEmpty() ? "" : ": " + counts)
        + (plan.isRefused() ? "; apply would refuse " + refusedText(s, plan) : "");
  }

  /// `, but for 2 edits made in Workiva that stay`; empty if there are none.
  private static String remainingDriftText(Plan plan) {
    int left = 0;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        left += change.changedBy() == ChangedBy.DRIFT && !change.isEffective() ? 1 : 0;
      }
    }
    return left == 0
        ? ""
        : ", but for "
            + Plural.of(left, "edit")
            + " made in Workiva that "
            + Plural.choose(left, "stays", "stay");
  }

  private static boolean isRunPlan(Plan plan) {
    return plan.processes().stream().anyMatch(ProcessPlan::isRunPlan);
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
      return "No changes: nothing to add to the run, nothing to do by hand";
    }
    return Plural.of(added, "task")
        + " to add to the run, "
        + Plural.of(steps, "step")
        + " by hand"
        + (plan.isRefused() ? "; apply would refuse it" : "");
  }

  private static String refusedText(PlanSummary s, Plan plan) {
    return s.refused() > 0 ? Plural.of(s.refused(), "process") : plan.refusals().getFirst().rule();
  }

  private static String changeCounts(Plan plan) {
    Map<ChangeSort, Integer> counts = new EnumMap<>(ChangeSort.class);
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : CauseGroup.effectiveChanges(process)) {
        counts.merge(ChangeSort.of(change), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((sort, n) -> parts.add(n + " " + Plural.choose(n, sort.singular, sort.plural)));
    return String.join(", ", parts);
  }

  /// What changes are counted as, in the order of the sum.
  private enum ChangeSort {
    DATE("date", "dates"),
    PERSON(FieldRole.ASSIGNEE.noun(), Plural.noun(2, FieldRole.ASSIGNEE.noun())),
    APPROVER(FieldRole.APPROVER.noun(), Plural.noun(2, FieldRole.APPROVER.noun())),
    NAME("name", "names"),
    NEW_NODE("new node", "new nodes"),
    REMOVED_NODE("node removed", "nodes removed"),
    OTHER("other field", "other fields");

    private final String singular;
    private final String plural;

    ChangeSort(String singular, String plural) {
      this.singular = singular;
      this.plural = plural;
    }

    static ChangeSort of(FieldChange change) {
      if (change.field().equals(FieldChange.NODE)) {
        return change.before() == null ? NEW_NODE : REMOVED_NODE;
      }
      return switch (FieldRole.of(change.field())) {
        case DUE_DATE, APPROVAL_DUE -> DATE;
        case APPROVER -> APPROVER;
        case ASSIGNEE -> PERSON;
        case TITLE, NAME -> NAME;
        default -> OTHER;
      };
    }
  }

  private static String outsideText(Plan plan) {
    return plan.unmanaged().isEmpty()
        ? ""
        : "Not in git: " + Plural.of(plan.unmanaged().size(), "process");
  }

  private static void writeCalls(TextPage page, Plan plan) {
    List<String> steps = new ArrayList<>();
    int calls = isRunPlan(plan) ? 0 : 1;
    for (ProcessPlan process : plan.processes()) {
      if (!process.operations().isEmpty()) {
        calls += addSteps(steps, process);
      }
    }
    boolean single = plan.processes().stream().filter(ProcessPlan::hasActions).count() == 1;
    String list = single ? ": " + String.join(", ", steps) : "";
    String outside = outsideText(plan);
    if (calls > 1) {
      String separator = outside.isEmpty() ? "" : ". ";
      page.wrap(0, 2, Plural.of(calls, "API call") + list + separator + outside);
    } else if (!outside.isEmpty()) {
      page.wrap(0, 2, outside);
    }
  }

  /// Adds what is called for a process, and gives the number of calls without the list of
  /// processes, which is one for all.
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

  private static void writeValidity(TextPage page, Plan plan) {
    String until = plan.validUntil();
    LocalDate last = until == null ? null : PlanLabels.parseDate(Json.of(until));
    if (until == null || last == null) {
      return;
    }
    String next = last.plusDays(1).toString();
    int due = 0;
    for (ProcessPlan process : plan.processes()) {
      for (DefinitionDate row : process.definition().dates()) {
        boolean counts = FieldRole.of(row.field()).isDueDate();
        if (counts && row.date().equals(next) && process.safety().validUntil() != null) {
          due++;
        }
      }
    }
    page.wrap(
        0,
        2,
        "Valid until "
            + PlanLabels.dayText(until)
            + ": on "
            + PlanLabels.dayText(next)
            + " "
            + Plural.of(due, "date")
            + Plural.choose(due, " falls", " fall")
            + " due, and due dates must lie in the future");
  }

  private static String amendedIdentity(Plan plan) {
    return TerminalText.sanitize(plan.processes().getFirst().identity());
  }

  private static void writeNextStep(TextPage page, Plan plan, PlanOptions options) {
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
            + (plan.isRefused() ? ", refused: settle that first" : confirmation(typed))
            + ". Next: "
            + nextCommand(plan, options));
  }

  /// What has to be typed on a terminal, after the name of the plan.
  private static String confirmation(List<String> identities) {
    return switch (identities.size()) {
      case 0 -> "";
      case 1 -> "; apply asks for " + identities.getFirst();
      default -> "; apply asks for each key";
    };
  }

  /// A command that can be pasted as it stands.
  private static String nextCommand(Plan plan, PlanOptions options) {
    String saved = options.savedTo();
    if (plan.isRefused()) {
      return "procc plan" + options.rerunArguments();
    }
    if (saved != null) {
      return "procc apply " + ShellWord.quoted(saved);
    }
    return isRunPlan(plan)
        ? "procc amend " + amendedIdentity(plan)
        : "procc apply" + options.rerunArguments();
  }
}
