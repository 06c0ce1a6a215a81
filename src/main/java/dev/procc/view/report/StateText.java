package dev.procc.view.report;

import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.ProcessPlan;

/// Where a process stands and what happens to it as a whole, in three sentences.
final class StateText {
  private StateText() {}

  static void write(Page page, ProcessPlan process, PlanWords words) {
    Action action = process.action();
    if (action == null && !process.live().read()) {
      if (process.live().revision() != null) {
        page.wrap(
            2,
            0,
            "Not read: its revision ("
                + process.live().revision()
                + ") and its sources are those of the last apply.");
      }
      return;
    }
    if (process.creates()) {
      page.wrap(
          2, 0, "A new process is created and validated; it is not started: nobody gets mail.");
      return;
    }
    if (action == Action.FORGET) {
      page.wrap(2, 0, "There is neither a definition nor a live process: the ledger forgets it.");
      return;
    }
    running(page, process);
    if (process.replaces()) {
      page.wrap(
          2,
          0,
          "A new process is created and validated first; then the old one goes to the bin, "
              + "restorable.");
    } else if (action == Action.TRASH) {
      page.wrap(2, 0, "Its definition is gone: it goes to the bin, restorable.");
    } else if (action != null) {
      page.wrap(2, 0, calls(process) + "; nothing is created or trashed.");
    }
    live(page, process, words);
  }

  private static void running(Page page, ProcessPlan process) {
    page.wrap(
        2,
        0,
        switch (process.runs()) {
          case "active" -> "Running: people are working on it, and the run stays as it is.";
          case "finished" -> "Finished: it has a run, which is evidence.";
          default -> "Not started: nobody has been sent a task yet, so nobody is disturbed.";
        });
  }

  /// `1 PATCH (2 fields) and 1 batchUpdates (3 names)`.
  static String calls(ProcessPlan process) {
    int fields = 0;
    int names = 0;
    int batches = 0;
    for (Operation operation : process.operations()) {
      if (operation.id().equals("patch")) {
        fields = operation.size();
      } else {
        names += operation.size();
        batches++;
      }
    }
    String patch = fields == 0 ? "" : "1 PATCH (" + PlanWords.count(fields, "field") + ")";
    String rename =
        names == 0
            ? ""
            : (batches == 1 ? "1 batchUpdates" : batches + " batchUpdates")
                + " ("
                + PlanWords.count(names, "name")
                + ")";
    return patch + (patch.isEmpty() || rename.isEmpty() ? "" : " and ") + rename;
  }

  private static void live(Page page, ProcessPlan process, PlanWords words) {
    LiveState live = process.live();
    long edits =
        process.changes().stream()
            .filter(c -> c.origin().equals("drift") || c.origin().equals("both"))
            .map(FieldChange::address)
            .count();
    String revision = live.revision() == null ? "" : " (revision " + live.revision() + ")";
    if (!live.recorded()) {
      page.wrap(2, 0, "No earlier apply is recorded: every difference counts as the definition's.");
    } else if (edits == 0) {
      page.wrap(
          2, 0, "Live is as last applied" + revision + ": nobody has edited it in Workiva since.");
    } else {
      page.wrap(
          2,
          0,
          "Edited in Workiva since the last apply"
              + revision
              + ": "
              + PlanWords.count(edits, "edit")
              + last(live, words)
              + ".");
    }
  }

  private static String last(LiveState live, PlanWords words) {
    String by = live.modifiedBy() == null ? "" : " by " + words.person(live.modifiedBy());
    String at = live.modifiedAt() == null ? "" : " at " + Columns.shown(live.modifiedAt());
    return by.isEmpty() && at.isEmpty() ? "" : ", the last change" + by + at;
  }
}
