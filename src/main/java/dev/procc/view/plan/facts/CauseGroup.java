package dev.procc.view.plan.facts;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The changes of a process that one source line caused, or that undo drift.
///
/// @param cause the line; null if it is unknown or the changes undo drift
/// @param undoesDrift whether the changes undo drift
public record CauseGroup(@Nullable Cause cause, boolean undoesDrift, List<FieldChange> changes) {
  /// All effective changes of a process, except that of the process as a whole.
  public static List<FieldChange> effectiveChanges(ProcessPlan process) {
    List<FieldChange> changes = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      boolean isWholeProcess =
          change.kind().equals("process") && change.field().equals(FieldChange.NODE);
      if (change.isEffective() && !isWholeProcess) {
        changes.add(change);
      }
    }
    return changes;
  }

  /// The effective changes that come from the definition, without those that undo drift.
  public static List<FieldChange> definitionChanges(ProcessPlan process) {
    List<FieldChange> changes = effectiveChanges(process);
    changes.removeIf(change -> change.changedBy() == ChangedBy.DRIFT);
    return changes;
  }

  /// The groups of changes, the largest first.
  public static List<CauseGroup> of(List<FieldChange> changes) {
    Map<Object, CauseGroup> groups = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      boolean drift = change.changedBy() == ChangedBy.DRIFT;
      Cause cause = drift || change.causes().isEmpty() ? null : change.causes().getFirst();
      groups
          .computeIfAbsent(
              cause == null ? drift : cause, k -> new CauseGroup(cause, drift, new ArrayList<>()))
          .changes()
          .add(change);
    }
    List<CauseGroup> sorted = new ArrayList<>(groups.values());
    sorted.sort((a, b) -> b.changes().size() - a.changes().size());
    return sorted;
  }

  /// The text of a source line; a phrase if it was removed.
  public static String lineText(Cause cause) {
    return cause.text().isEmpty()
        ? "a line was removed after it"
        : TerminalText.sanitize(cause.text());
  }

  /// The place of the line: `people.yaml:5`; a phrase if no line caused the changes.
  public String place() {
    return undoesDrift
        ? "Edits made in Workiva that this undoes"
        : cause == null ? "The definition" : cause.location();
  }

  /// The place with the text of the line.
  public String heading(Style style) {
    return cause == null
        ? place()
        : style.cyan(TerminalText.sanitize(place())) + "   " + lineText(cause);
  }
}
