package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.Cause;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything there is to tell about a change of the definitions.
///
/// @param from what is compared with, in words: `origin/main`, `as written`
/// @param to what it would be
/// @param appear findings that the change brings
/// @param gone findings that it takes away
/// @param absences the absences that are supposed
/// @param removed what stood where a line is gone, by the place of the cause, `calendars.yaml:8`
/// @param outOfReach identities whose period is closed
public record ImpactReport(
    String from,
    String to,
    Impact impact,
    List<Diagnostic> appear,
    List<Diagnostic> gone,
    List<Absence> absences,
    Map<String, String> removed,
    List<String> outOfReach) {
  public ImpactReport {
    appear = List.copyOf(appear);
    gone = List.copyOf(gone);
    absences = List.copyOf(absences);
    removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
    outOfReach = List.copyOf(outOfReach);
  }

  /// What the line of a cause says, or said.
  String text(Cause cause) {
    return !cause.text().isEmpty()
        ? cause.text()
        : removed.getOrDefault(cause.place(), "a line was removed after it");
  }

  /// Whether there is anything to tell: a date, a person, a finding, or another field.
  public boolean isEmpty() {
    return impact.isEmpty()
        && appear.isEmpty()
        && gone.isEmpty()
        && absences.stream().allMatch(absence -> absence.due().isEmpty());
  }

  /// Somebody who is away, and what falls due meanwhile.
  ///
  /// @param person the name
  /// @param cover the name of who covers; absent when nobody does
  /// @param due in the order of days
  public record Absence(
      String person, LocalDate from, LocalDate to, @Nullable String cover, List<Due> due) {
    public Absence {
      due = List.copyOf(due);
    }
  }

  /// A date that somebody has to meet.
  ///
  /// @param field `dueDate` or `approverDueDate`
  /// @param title of the task, as people know it
  public record Due(LocalDate date, String address, String field, String title) {}
}
