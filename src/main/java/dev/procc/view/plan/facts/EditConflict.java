package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.AuditStamp;
import dev.procc.model.duedate.DayText;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.List;

/// Drift of a field that differs from the definition, with its three values.
///
/// @param what `process due`, `task due of Explain flux, EMEA`
/// @param lastApplied `not on record` if there is only its hash
/// @param live the value in Workiva
/// @param wanted the value of the definition, with its line
public record EditConflict(String what, String lastApplied, String live, String wanted) {
  /// The most that are shown where there is little room.
  public static final int MAX_SHOWN = 20;

  /// The conflicts of a process in document order; none if it is unknown who made a difference.
  public static List<EditConflict> of(ProcessPlan process, PlanLabels labels) {
    List<EditConflict> conflicts = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (isOne(process, change)) {
        conflicts.add(of(change, process, labels));
      }
    }
    return conflicts;
  }

  /// The drift that stays according to a plan and is not shown as a conflict.
  public static List<FieldChange> otherEditsThatStay(ProcessPlan process) {
    List<FieldChange> edits = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.DRIFT
          && !change.isEffective()
          && !isOne(process, change)) {
        edits.add(change);
      }
    }
    return edits;
  }

  private static boolean isOne(ProcessPlan process, FieldChange change) {
    boolean edited = change.changedBy().mayBeDrift();
    return (process.live().inLedger() || process.adopts())
        && edited
        && (process.adopts() || !change.isStructural())
        && change.isContestedDrift();
  }

  private static EditConflict of(FieldChange change, ProcessPlan process, PlanLabels labels) {
    Json last = change.value().lastApplied();
    List<String> values =
        ValueTexts.of(
            labels,
            change.field(),
            last == null ? change.before() : last,
            change.before(),
            change.after());
    String of =
        change.kind().equals("process") ? "" : " of " + labels.name(process.identity(), change);
    String line = change.causes().isEmpty() ? "" : "   " + change.causes().getFirst().location();
    return new EditConflict(
        PlanLabels.label(change) + of,
        change.changedBy() == ChangedBy.UNKNOWN
            ? "nobody knows"
            : last == null ? "not on record" : values.getFirst(),
        values.get(1),
        values.getLast() + line);
  }

  /// The heading above them.
  private static String heading(ProcessPlan process) {
    if (process.adopts()) {
      return "Different in Workiva, and left as it is there";
    }
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.UNKNOWN && isOne(process, change)) {
        return "Different in Workiva and here";
      }
    }
    return "Edited in Workiva, and different here";
  }

  /// The heading, with who changed the process last, if its state does not show that.
  public static String heading(ProcessPlan process, PlanLabels labels) {
    return heading(process) + (process.live().isEditedSince() ? "" : stamp(process, labels));
  }

  /// ` (the process last changed by olga, Tue 2025-01-07 09:00 UTC)`; empty if the server does not
  /// give it.
  public static String stamp(ProcessPlan process, PlanLabels labels) {
    AuditStamp modified = process.live().modified();
    String user = modified.userId();
    String at = modified.at();
    return user == null && at == null
        ? ""
        : " (the process last changed"
            + (user == null ? "" : " by " + labels.personName(user))
            + (at == null ? "" : ", " + DayText.moment(TerminalText.sanitize(at)))
            + ")";
  }
}
