package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.change.Cause;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The impact of a change of the definitions with what its views need beside it.
///
/// @param from what is compared with, in words: `origin/main`, `as written`
/// @param to what it would be
/// @param newFindings findings that the change brings
/// @param resolvedFindings findings that it takes away
/// @param absences the absences that are supposed
/// @param removedLines what stood where a line is gone, by the place of the cause,
///   `calendars.yaml:8`
/// @param outOfReach identities whose period is closed
public record ImpactReport(
    String from,
    String to,
    Impact impact,
    List<Finding> newFindings,
    List<Finding> resolvedFindings,
    List<SupposedAbsence> absences,
    Map<String, String> removedLines,
    List<String> outOfReach) {
  public ImpactReport {
    newFindings = List.copyOf(newFindings);
    resolvedFindings = List.copyOf(resolvedFindings);
    absences = List.copyOf(absences);
    removedLines = Collections.unmodifiableMap(new LinkedHashMap<>(removedLines));
    outOfReach = List.copyOf(outOfReach);
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
        && newFindings.isEmpty()
        && resolvedFindings.isEmpty()
        && absences.stream().allMatch(absence -> absence.due().isEmpty());
  }

  /// A person who is away, with the dates that fall into the absence.
  ///
  /// @param person the name
  /// @param cover the name of who covers; absent when nobody does
  /// @param due in the order of days
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
  /// @param title of the task, as people know it
  public record DueDuringAbsence(LocalDate date, String address, String field, String title) {}
}
