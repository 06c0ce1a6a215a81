package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.change.Cause;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The impact of a change of the definitions, with what its views need besides.
///
/// @param versions that are compared
/// @param findings that appear and disappear
/// @param absences that are assumed
/// @param removedLines the texts of removed lines by the place of the cause, `calendars.yaml:8`
/// @param outOfReach identities whose period is closed
/// @param loosened guards of live processes that the change loosens
public record ImpactReport(
    Versions versions,
    Impact impact,
    FindingChanges findings,
    List<SupposedAbsence> absences,
    Map<String, String> removedLines,
    List<String> outOfReach,
    List<LoosenedGuard> loosened) {
  public ImpactReport {
    absences = List.copyOf(absences);
    removedLines = Collections.unmodifiableMap(new LinkedHashMap<>(removedLines));
    outOfReach = List.copyOf(outOfReach);
    loosened = List.copyOf(loosened);
  }

  /// Two versions of the definitions in words.
  ///
  /// @param from the first: `origin/main`, `as written`
  /// @param to the second
  public record Versions(String from, String to) {}

  /// The findings that a change adds, and those that it removes.
  ///
  /// @param about the titles of what a finding is about; empty if there are none
  public record FindingChanges(
      List<Finding> added, List<Finding> removed, Function<Finding, String> about) {
    public FindingChanges {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /// The text of the source line of a cause; the former text if it was removed.
  String lineText(Cause cause) {
    return !cause.text().isEmpty()
        ? cause.text()
        : removedLines.getOrDefault(cause.location(), "a line was removed after it");
  }

  /// Whether anything changes: a date, a person, a finding or another field.
  public boolean isEmpty() {
    return impact.isEmpty()
        && loosened.isEmpty()
        && findings.added().isEmpty()
        && findings.removed().isEmpty()
        && absences.stream().allMatch(absence -> absence.due().isEmpty());
  }

  /// An assumed absence, with the dates that are due during it.
  ///
  /// @param person the name
  /// @param cover the name of the substitute; null if there is none
  /// @param due in chronological order
  public record SupposedAbsence(
      String person,
      LocalDate from,
      LocalDate to,
      @Nullable String cover,
      List<DueDuringAbsence> due) {
    public SupposedAbsence {
      due = List.copyOf(due);
    }
  }

  /// A due date of a person.
  ///
  /// @param field `dueDate` or `approverDueDate`
  /// @param title of the task, for people
  public record DueDuringAbsence(LocalDate date, String address, String field, String title) {}
}
