package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.plan.facts.ArgumentValues;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.List;

/// The content of a new process as text: the counts, and each node if there are few or `--detail`
/// is given.
final class CreatedProcessText {
  private static final int MAX_BRIEF_NODES = 12;

  private CreatedProcessText() {}

  static void write(TextPage page, ProcessPlan process, PlanLabels labels, boolean detail) {
    for (PlanOperation operation : process.operations()) {
      if (operation.kind() == OperationKind.CREATE && operation.body() instanceof Json.Obj body) {
        write(page, process, CreateOutline.of(body), labels, detail);
        return;
      }
    }
  }

  /// The nodes of a created process, in document order; empty if none is created.
  static List<CreateOutline.OutlineLine> createdNodes(ProcessPlan process) {
    for (PlanOperation operation : process.operations()) {
      if (process.creates()
          && operation.kind() == OperationKind.CREATE
          && operation.body() instanceof Json.Obj body) {
        return CreateOutline.of(body);
      }
    }
    return List.of();
  }

  /// `6 tasks in 3 groups, 16 due dates; the process is due Mon 2027-01-25`.
  static String counts(ProcessPlan process, List<CreateOutline.OutlineLine> lines) {
    long groups = lines.stream().filter(line -> line.kind().equals("group")).count();
    String due = processDue(process);
    return Plural.of(lines.size() - groups, "task")
        + (groups == 0 ? "" : " in " + Plural.of(groups, "group"))
        + ", "
        + Plural.of(process.definition().dateCount(), "due date")
        + argumentDays(process)
        + (due.isEmpty() ? "" : "; the process is due " + PlanLabels.dayText(due));
  }

  /// ` and 1 day in the arguments of certifications`; empty if there is none.
  private static String argumentDays(ProcessPlan process) {
    int days = ArgumentValues.createdDays(process).size();
    return days == 0 ? "" : " and " + Plural.of(days, "day") + " in arguments of certifications";
  }

  /// The due date of a created process as a whole, ISO; empty if it has none.
  static String processDue(ProcessPlan process) {
    for (PlanOperation operation : process.operations()) {
      if (process.creates()
          && operation.kind() == OperationKind.CREATE
          && operation.body() instanceof Json.Obj body) {
        return body.text(FieldRole.DUE_DATE.fieldName()).orElse("");
      }
    }
    return "";
  }

  private static void write(
      TextPage page,
      ProcessPlan process,
      List<CreateOutline.OutlineLine> lines,
      PlanLabels labels,
      boolean detail) {
    boolean isShort = !detail && lines.size() > MAX_BRIEF_NODES;
    page.wrap(2, 0, counts(process, lines) + (isShort ? "; each of them: --detail" : "."));
    if (isShort) {
      return;
    }
    FieldChangeText effects = new FieldChangeText(labels, Style.PLAIN, process, detail);
    for (CreateOutline.OutlineLine line : lines) {
      String who = effects.assignmentText(line.json());
      String name =
          line.name().isEmpty() ? line.kind() : "\"" + TerminalText.sanitize(line.name()) + "\"";
      page.wrap(4 + 2 * line.depth(), 4, name + (who.isEmpty() ? "" : "   " + who));
    }
    page.blank();
  }
}
