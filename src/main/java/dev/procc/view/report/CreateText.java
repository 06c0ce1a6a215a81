package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.PlanOutline;
import dev.procc.live.planfile.ProcessPlan;
import java.util.List;

/// What a new process will hold: how much of it and, where it is little or all is asked for, task
/// by task.
final class CreateText {
  private static final int FEW = 12;

  private CreateText() {}

  static void write(Page page, ProcessPlan process, PlanWords words, boolean detail) {
    for (Operation operation : process.operations()) {
      if (operation.id().equals("create") && operation.body() instanceof Json.Obj body) {
        write(page, process, PlanOutline.of(body), words, detail);
        return;
      }
    }
  }

  /// The nodes of a process that is created, in document order; empty where none is.
  static List<PlanOutline.Line> lines(ProcessPlan process) {
    for (Operation operation : process.operations()) {
      if (process.creates()
          && operation.id().equals("create")
          && operation.body() instanceof Json.Obj body) {
        return PlanOutline.of(body);
      }
    }
    return List.of();
  }

  private static void write(
      Page page,
      ProcessPlan process,
      List<PlanOutline.Line> lines,
      PlanWords words,
      boolean detail) {
    long groups = lines.stream().filter(line -> line.kind().equals("group")).count();
    long tasks = lines.size() - groups;
    page.wrap(
        2,
        0,
        PlanWords.count(tasks, "task")
            + (groups == 0 ? "" : " in " + PlanWords.count(groups, "group"))
            + ", "
            + PlanWords.count(process.dateCount(), "due date")
            + ".");
    if (!detail && lines.size() > FEW) {
      return;
    }
    EffectText effects = new EffectText(words, Style.PLAIN, process, detail);
    for (PlanOutline.Line line : lines) {
      String who = effects.who(line.child());
      String name = line.name().isEmpty() ? line.kind() : PlanWords.quoted(line.name());
      page.wrap(4 + 2 * line.depth(), 4, name + (who.isEmpty() ? "" : "   " + who));
    }
    page.blank();
  }
}
