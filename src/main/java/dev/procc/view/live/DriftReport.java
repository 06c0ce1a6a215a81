package dev.procc.view.live;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The drift of a target, as a plan found it.
///
/// @param asOf the day of the comparison
/// @param unrecorded the processes of which nothing is on record, so that nothing was compared
/// @param notes about entries that are unnecessary or have ended
public record DriftReport(
    String target,
    LocalDate asOf,
    List<DriftedProcess> processes,
    List<String> unrecorded,
    List<String> notes,
    DisplayNames names) {
  public DriftReport {
    processes = List.copyOf(processes);
    unrecorded = List.copyOf(unrecorded);
    notes = List.copyOf(notes);
  }

  /// A process with drift.
  ///
  /// @param gone whether it is in the bin or no longer exists
  public record DriftedProcess(ProcessPlan plan, boolean gone, List<DriftRow> rows) {
    public DriftedProcess {
      rows = List.copyOf(rows);
    }
  }

  /// Drift of one field or node.
  ///
  /// @param change from the live value to the definition's
  /// @param known why it is known; null if it is not
  public record DriftRow(FieldChange change, @Nullable KnownDrift known) {}

  /// The reason why drift is known.
  ///
  /// @param until the last day, ISO; null if there is no end
  /// @param by its source: a line of the project file, or `procc keep` and who gave it
  public record KnownDrift(String reason, @Nullable String until, String by) {}

  Stream<DriftRow> rows() {
    return processes.stream().flatMap(process -> process.rows().stream());
  }

  /// The number of unknown edits; a process that is gone counts as one.
  public int news() {
    return editCount() + goneCount();
  }

  /// The number of unknown edits of processes that are in Workiva.
  int editCount() {
    return (int) rows().filter(row -> row.known() == null).count();
  }

  int goneCount() {
    return (int) processes.stream().filter(DriftedProcess::gone).count();
  }

  int knownCount() {
    return (int) rows().filter(row -> row.known() != null).count();
  }

  /// The earliest last day of known drift; null if none ends.
  @Nullable String firstEnd() {
    return rows()
        .map(row -> row.known() == null ? null : row.known().until())
        .filter(Objects::nonNull)
        .min(String::compareTo)
        .orElse(null);
  }
}
