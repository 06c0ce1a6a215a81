package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of a live process and its outcome in three sentences.
public final class ProcessSummaryText {
  private static final String STARTED =
      " Once the new one is started, Workiva notifies the assignee of each task that it sends.";
  private static final String CREATED =
      "A new process is created and validated; it is not started: nobody is notified."
          + " Once it is started, Workiva notifies the assignee of each task that it sends.";
  private static final String REFUSED =
      "Apply refuses this, for the reason below: nothing is done in Workiva.";

  private ProcessSummaryText() {}

  static void write(TextPage page, Plan plan, AlikeProcesses alike, PlanLabels labels) {
    ProcessPlan process = alike.told();
    PlanAction action = process.mainAction();
    if (process.isUnread()) {
      page.wrap(
          2,
          0,
          "Unchanged on both sides since the last apply (revision "
              + process.live().revision()
              + "): Workiva's list shows no edit, so its tasks were not read again.");
    }
    if (action == null && !process.live().wasRead()) {
      return;
    }
    if (process.creates()) {
      page.wrap(
          2, 0, process.refusals().isEmpty() ? heldUpText(plan, alike, labels) + CREATED : REFUSED);
      return;
    }
    if (action == PlanAction.FORGET) {
      page.wrap(2, 0, "There is neither a definition nor a live process: the ledger forgets it.");
      return;
    }
    writeRunState(page, process);
    writeOutcome(page, heldUpText(plan, alike, labels), alike, action);
    writeLiveState(page, process, labels);
  }

  /// `Not applied, since apply refuses close@2024-Q4 (alone: procc apply monthly). What would
  /// happen: `; empty if nothing holds it up.
  private static String heldUpText(Plan plan, AlikeProcesses alike, PlanLabels labels) {
    if (!PlanPhrases.isHeldUp(plan, alike.told())) {
      return "";
    }
    List<ProcessPlan> refused = new ArrayList<>(plan.processes());
    refused.removeIf(process -> process.refusals().isEmpty());
    boolean whole = !plan.refusals().isEmpty() || refused.isEmpty();
    return "Not applied, since apply refuses "
        + (whole
            ? "the plan"
            : (refused.size() == 1
                    ? TerminalText.sanitize(refused.getFirst().identity())
                    : Plural.of(refused.size(), "process"))
                + " (alone: "
                + labels.command("procc apply " + TerminalText.sanitize(alike.commandKey()))
                + ")")
        + ". What would happen: ";
  }

  private static void writeOutcome(
      TextPage page, String heldUp, AlikeProcesses alike, @Nullable PlanAction action) {
    ProcessPlan process = alike.told();
    if (!process.refusals().isEmpty()) {
      page.wrap(2, 0, REFUSED);
    } else if (process.replaces()) {
      page.wrap(
          2,
          0,
          heldUp
              + "A new process is created and validated, not started; then the old one goes to the"
              + " bin, restorable."
              + STARTED);
      writeLosses(page, process);
    } else if (action == PlanAction.TRASH) {
      page.wrap(2, 0, heldUp + "Its definition is gone: it goes to the bin, restorable.");
    } else if (action == PlanAction.ADOPT) {
      page.wrap(2, 0, heldUp + adoptedText(process));
    } else if (action != null) {
      page.wrap(2, 0, heldUp + callsText(alike) + "; nothing is created or trashed.");
    }
  }

  private static void writeLosses(TextPage page, ProcessPlan process) {
    List<String> losses = process.explanation().replacement().losses();
    if (!losses.isEmpty()) {
      page.wrap(
          2, 0, "Not carried over: " + TerminalText.sanitize(String.join(", ", losses)) + ".");
    }
  }

  private static String adoptedText(ProcessPlan process) {
    return "The live process "
        + process.id()
        + " becomes the one of this definition: "
        + (process.changes().isEmpty()
            ? "both say the same."
            : "what differs stays until you settle it: keep, pull or --overwrite-live.")
        + " Nothing is sent to Workiva.";
  }

  private static void writeRunState(TextPage page, ProcessPlan process) {
    page.wrap(
        2,
        0,
        switch (process.runState()) {
          case ACTIVE -> "Running: people are working on it, and the run stays as it is.";
          case FINISHED -> "Finished: it has a run, which is evidence.";
          case NONE -> "Not started: nobody has a task yet, so nobody is disturbed.";
        });
  }

  /// `1 PATCH (2 fields) and 3 renames`; `1 to 3 renames` for alike processes that differ in it.
  public static String callsText(AlikeProcesses alike) {
    IntSummaryStatistics fields = new IntSummaryStatistics();
    IntSummaryStatistics names = new IntSummaryStatistics();
    IntSummaryStatistics batches = new IntSummaryStatistics();
    for (ProcessPlan process : alike.processes()) {
      fields.accept(changeCount(process, OperationKind.PATCH));
      names.accept(changeCount(process, OperationKind.RENAME));
      batches.accept(
          (int)
              process.operations().stream()
                  .filter(operation -> operation.kind() == OperationKind.RENAME)
                  .count());
    }
    String patch = fields.getMax() == 0 ? "" : "1 PATCH (" + Plural.of(fields, "field") + ")";
    String calls = batches.getMax() < 2 ? "" : " (" + Plural.of(batches, "call") + ")";
    String rename = names.getMax() == 0 ? "" : Plural.of(names, "rename") + calls;
    return patch + (patch.isEmpty() || rename.isEmpty() ? "" : " and ") + rename;
  }

  private static int changeCount(ProcessPlan process, OperationKind kind) {
    int count = 0;
    for (PlanOperation operation : process.operations()) {
      count += operation.kind() == kind ? operation.changeCount() : 0;
    }
    return count;
  }

  private static void writeLiveState(TextPage page, ProcessPlan process, PlanLabels labels) {
    LiveState live = process.live();
    long edits = count(process, ChangedBy.DRIFT) + count(process, ChangedBy.BOTH);
    long unknown = count(process, ChangedBy.UNKNOWN);
    long converged = count(process, ChangedBy.CONVERGED);
    String revision = revisionText(live);
    if (process.adopts()) {
      return;
    }
    if (!live.inLedger()) {
      page.wrap(2, 0, "No earlier apply is recorded: nobody knows who made which difference.");
    } else if (!live.isEditedSince()) {
      page.wrap(
          2,
          0,
          (unknown == 0 ? "Live is as last applied" : "Live is as recorded")
              + revision
              + (edits > 0
                  ? ", with " + Plural.of(edits, "edit") + " made in Workiva before"
                  : unknown > 0 ? "" : sinceText(live))
              + unknownText(unknown)
              + ".");
    } else {
      page.wrap(
          2,
          0,
          "Edited in Workiva since the last apply"
              + revision
              + editsText(edits, unknown, converged)
              + lastChangeText(process, labels, edits)
              + ".");
    }
  }

  /// ` (revision 1)`; ` (revision 1 then, 2 now)` if it was edited since.
  private static String revisionText(LiveState live) {
    if (live.revision() == null) {
      return "";
    }
    return live.isEditedSince() && live.recordedRevision() != null
        ? " (revision " + live.recordedRevision() + " then, " + live.revision() + " now)"
        : " (revision " + live.revision() + ")";
  }

  /// The remark for a revision that changed while nothing else did: somebody edited and undid it,
  /// or edited something that no rule of ours compares.
  private static String sinceText(LiveState live) {
    return live.recordedRevision() == null
        ? ": nobody has edited it in Workiva since"
        : " in all that procc knows; the revision was " + live.recordedRevision() + " then";
  }

  private static long count(ProcessPlan process, ChangedBy changedBy) {
    return process.changes().stream().filter(c -> c.changedBy() == changedBy).count();
  }

  private static String unknownText(long unknown) {
    return unknown == 0 ? "" : "; nobody knows who made " + Plural.of(unknown, "difference");
  }

  /// The text about drift: how much differs from the definition, and how much the definition now
  /// has.
  private static String editsText(long edits, long unknown, long converged) {
    String same =
        converged == 0
            ? ""
            : Plural.of(converged, "edit")
                + (converged == 1 ? " is" : " are")
                + " in the definition too: nothing to do for "
                + (converged == 1 ? "it" : "them");
    if (unknown > 0) {
      return (edits == 0 ? "" : ": " + Plural.of(edits, "edit"))
          + (same.isEmpty() ? "" : "; " + same)
          + unknownText(unknown);
    }
    if (edits == 0) {
      return same.isEmpty() ? ", and it differs in nothing that the definition sets" : ": " + same;
    }
    return ": " + Plural.of(edits, "edit") + (same.isEmpty() ? "" : "; " + same);
  }

  /// Who changed the process last; a refusal says it where there is one.
  private static String lastChangeText(ProcessPlan process, PlanLabels labels, long edits) {
    LiveState live = process.live();
    boolean isKnown = live.modified().userId() != null;
    String unclear = "; Workiva does not say who made which edit";
    if (process.refusals().stream().anyMatch(r -> r.rule().equals(SafetyRule.OVERWRITE.word()))) {
      return edits > 1 && isKnown ? unclear : "";
    }
    String by =
        live.modified().userId() == null
            ? ""
            : " by " + labels.personName(live.modified().userId());
    String at =
        live.modified().at() == null
            ? ""
            : ", " + DayText.moment(TerminalText.sanitize(live.modified().at()));
    return by.isEmpty() && at.isEmpty()
        ? ""
        : ". The process was last changed" + by + at + (edits > 1 && isKnown ? unclear : "");
  }
}
