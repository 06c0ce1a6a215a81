package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.DateRow;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.NotManaged;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.planfile.StandingWarning;
import dev.procc.live.planfile.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last lines of a plan: what was checked, the sums, the calls, how long it holds, what next.
final class PlanFooter {
  private PlanFooter() {}

  static void write(Page page, Plan plan, PlanOptions options, Style style) {
    if (options.quiet() == 0) {
      checked(page, plan);
      if (options.detail()) {
        details(page, plan);
      }
    }
    for (Refusal refusal : plan.refusals()) {
      PlanText.refusal(page, style, refusal);
    }
    page.blank();
    page.wrap(0, 2, sums(plan));
    if (options.quiet() < 2) {
      calls(page, plan);
      valid(page, plan);
    }
    next(page, plan, options);
  }

  private static void checked(Page page, Plan plan) {
    List<String> all = new ArrayList<>(plan.checked());
    String warnings =
        plan.standingWarnings() == 0
            ? ""
            : PlanWords.count(plan.standingWarnings(), "warning")
                + (plan.standingWarnings() == 1 ? " stands" : " stand")
                + kinds(plan)
                + ": procc lint";
    if (!all.isEmpty()) {
      page.wrap(
          2,
          0,
          "Checked: "
              + Columns.shown(String.join("; ", all))
              + (warnings.isEmpty() ? "." : ". " + warnings));
    } else if (!warnings.isEmpty()) {
      page.wrap(2, 0, warnings);
    }
  }

  /// ` (self-approval, due-on-persons-day-off 2)`, the most frequent first; empty where the plan
  /// does not say.
  private static String kinds(Plan plan) {
    Map<String, Integer> counts = new TreeMap<>();
    plan.warnings().forEach(warning -> counts.merge(warning.name(), 1, Integer::sum));
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

  /// The warnings themselves, and the processes that nobody here manages.
  private static void details(Page page, Plan plan) {
    for (StandingWarning warning : plan.warnings()) {
      String place = warning.place().isEmpty() ? "" : warning.place() + "   ";
      page.wrap(4, 2, Columns.shown(place + warning.message()));
    }
    if (plan.standingWarnings() > plan.warnings().size() && !plan.warnings().isEmpty()) {
      page.wrap(4, 2, "and " + (plan.standingWarnings() - plan.warnings().size()) + " more");
    }
    if (!plan.notManaged().isEmpty()) {
      page.wrap(2, 2, "Not in git:");
      for (NotManaged one : plan.notManaged()) {
        page.wrap(4, 2, one.id() + "   \"" + Columns.shown(one.name()) + "\"");
      }
    }
  }

  private static String sums(Plan plan) {
    Summary s = plan.summary();
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
    if (ofRun(plan)) {
      return runSums(plan);
    }
    if (!plan.acts()) {
      return plan.refused()
          ? "Nothing can be planned: " + refused(s, plan)
          : "No changes: "
              + PlanWords.count(plan.processes().size(), "process")
              + (plan.processes().size() == 1 ? " is" : " are")
              + " as the definitions say"
              + left(plan);
    }
    String counts = counts(plan);
    return String.join(", ", processes)
        + (counts.isEmpty() ? "" : ": " + counts)
        + (plan.refused() ? "; apply would refuse " + refused(s, plan) : "");
  }

  /// `, but for 2 edits made in Workiva that stay`; empty where there are none.
  private static String left(Plan plan) {
    int left = 0;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        left += change.origin().equals("drift") && !change.effective() ? 1 : 0;
      }
    }
    return left == 0
        ? ""
        : ", but for "
            + PlanWords.count(left, "edit")
            + " made in Workiva that "
            + (left == 1 ? "stays" : "stay");
  }

  private static boolean ofRun(Plan plan) {
    return plan.processes().stream().anyMatch(ProcessPlan::ofRun);
  }

  /// `1 task to add to the run, 2 steps by hand`.
  private static String runSums(Plan plan) {
    int added = 0;
    int steps = 0;
    for (ProcessPlan process : plan.processes()) {
      RunPlan run = process.run();
      if (run != null) {
        added += process.amends() ? run.additions().size() : 0;
        steps += run.hands().size();
      }
    }
    if (added == 0 && steps == 0 && !plan.refused()) {
      return "No changes: nothing to add to the run, nothing to do by hand";
    }
    return PlanWords.count(added, "task")
        + " to add to the run, "
        + PlanWords.count(steps, "step")
        + " by hand"
        + (plan.refused() ? "; apply would refuse it" : "");
  }

  private static String refused(Summary s, Plan plan) {
    return s.refused() > 0
        ? PlanWords.count(s.refused(), "process")
        : plan.refusals().getFirst().rule();
  }

  private static String counts(Plan plan) {
    int dates = 0;
    int approvals = 0;
    int names = 0;
    int added = 0;
    int removed = 0;
    int people = 0;
    int other = 0;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (!change.effective()
            || change.kind().equals("process") && change.field().equals("node")) {
          continue;
        }
        switch (change.field()) {
          case "dueDate", "approverDueDate" -> dates++;
          case "approver" -> approvals++;
          case "assignee" -> people++;
          case "title", "name" -> names++;
          case FieldChange.NODE -> {
            if (change.before() == null) {
              added++;
            } else {
              removed++;
            }
          }
          default -> other++;
        }
      }
    }
    List<String> parts = new ArrayList<>();
    part(parts, dates, "date");
    part(parts, people, "assignee");
    part(parts, approvals, "approver");
    part(parts, names, "name");
    part(parts, added, "new node");
    part(parts, removed, "node removed", "nodes removed");
    part(parts, other, "other field");
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, int n, String noun) {
    part(parts, n, noun, PlanWords.plural(n, noun));
  }

  private static void part(List<String> parts, int n, String one, String many) {
    if (n > 0) {
      parts.add(n + " " + (n == 1 ? one : many));
    }
  }

  private static void calls(Page page, Plan plan) {
    List<String> steps = new ArrayList<>();
    int calls = ofRun(plan) ? 0 : 1;
    boolean single = plan.processes().stream().filter(ProcessPlan::acts).count() == 1;
    for (ProcessPlan process : plan.processes()) {
      if (process.operations().isEmpty()) {
        continue;
      }
      boolean reads = process.live().read();
      if (process.ofRun()) {
        steps.add("read the run");
        calls++;
      } else {
        steps.add(
            process.replaces() || process.trashes() ? "list (" + runWord(process) + ")" : "list");
      }
      if (reads) {
        steps.add("read");
        calls++;
      }
      for (Operation operation : process.operations()) {
        steps.add(step(operation));
        calls++;
        if (readBack(operation)) {
          steps.add("read back");
          calls++;
        }
      }
    }
    if (calls > 1) {
      String list = single ? ": " + String.join(", ", steps) : "";
      String outside =
          plan.notManaged().isEmpty()
              ? ""
              : ". Not in git: " + PlanWords.count(plan.notManaged().size(), "process");
      page.wrap(0, 2, PlanWords.count(calls, "API call") + list + outside);
    } else if (!plan.notManaged().isEmpty()) {
      page.wrap(0, 2, "Not in git: " + PlanWords.count(plan.notManaged().size(), "process"));
    }
  }

  private static String runWord(ProcessPlan process) {
    return process.runs().equals("none") ? "no run" : "run " + process.runs();
  }

  private static boolean readBack(Operation operation) {
    return !operation.id().equals("validate") && !operation.id().equals("trash");
  }

  private static String step(Operation operation) {
    if (operation.id().equals("trash")) {
      return "bin";
    }
    if (operation.id().equals("patch") || operation.id().equals("write-only")) {
      return "PATCH";
    }
    if (operation.id().startsWith("add-")) {
      return "add " + PlanWords.count(operation.size(), "task");
    }
    return operation.id().startsWith("rename") ? "batchUpdates" : operation.id();
  }

  private static void valid(Page page, Plan plan) {
    String until = plan.validUntil();
    LocalDate last = until == null ? null : PlanWords.date(Json.of(until));
    if (until == null || last == null) {
      return;
    }
    String next = last.plusDays(1).toString();
    int due = 0;
    for (ProcessPlan process : plan.processes()) {
      for (DateRow row : process.dates()) {
        boolean counts = row.field().equals("dueDate") || row.field().equals("approverDueDate");
        if (counts && row.date().equals(next) && process.validUntil() != null) {
          due++;
        }
      }
    }
    page.wrap(
        0,
        2,
        "Valid until "
            + PlanWords.day(until)
            + ": on "
            + PlanWords.day(next)
            + " "
            + PlanWords.count(due, "date")
            + (due == 1 ? " falls" : " fall")
            + " due, and due dates must lie in the future");
  }

  private static String amended(Plan plan) {
    return Columns.shown(plan.processes().getFirst().identity());
  }

  private static void next(Page page, Plan plan, PlanOptions options) {
    if (!plan.acts()) {
      return;
    }
    String hash = PlanText.shortHash(plan.planHash());
    String saved = options.savedTo();
    List<String> typed = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (process.replaces() || process.trashes()) {
        typed.add(process.identity());
      }
    }
    String confirm =
        typed.isEmpty()
            ? ""
            : " (type " + (typed.size() == 1 ? typed.getFirst() : "each key") + " to confirm)";
    if (plan.refused()) {
      page.wrap(
          0,
          2,
          "Plan "
              + hash
              + (saved == null ? "" : " saved to " + saved)
              + ". Next: settle what is refused, then plan again");
    } else if (saved != null) {
      page.wrap(
          0, 2, "Plan " + hash + " saved to " + saved + ". Next: procc apply " + saved + confirm);
    } else if (ofRun(plan)) {
      page.wrap(0, 2, "Plan " + hash + ". Next: procc amend " + amended(plan));
    } else {
      page.wrap(0, 2, "Plan " + hash + ". Next: procc apply" + options.again() + confirm);
    }
  }
}
