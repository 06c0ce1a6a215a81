package dev.procc.view.live;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was edited in Workiva and the definitions do not have, as a plan found it.
///
/// @param asOf the day of the comparison
/// @param notes of entries that fit nothing or have ended
public record DriftReport(
    String target,
    LocalDate asOf,
    List<DriftedProcess> processes,
    List<String> notes,
    DisplayNames names) {
  public DriftReport {
    processes = List.copyOf(processes);
    notes = List.copyOf(notes);
  }

  /// A process with edits.
  ///
  /// @param gone whether it is in the bin, or gone altogether
  public record DriftedProcess(ProcessPlan plan, boolean gone, List<DriftRow> rows) {
    public DriftedProcess {
      rows = List.copyOf(rows);
    }
  }

  /// An edit.
  ///
  /// @param change from what is live to what the definition says
  /// @param known why it is no news; null if it is
  public record DriftRow(FieldChange change, @Nullable KnownDrift known) {}

  /// Why an edit is no news.
  ///
  /// @param until the last day, ISO; null for no end
  /// @param by who says so: a line of the project file, or `procc keep`
  public record KnownDrift(String reason, @Nullable String until, String by) {}

  Stream<DriftRow> rows() {
    return processes.stream().flatMap(process -> process.rows().stream());
  }

  /// How many edits there are that nobody knows of; a process that is gone is one.
  public int news() {
    return (int)
        (rows().filter(row -> row.known() == null).count()
            + processes.stream().filter(DriftedProcess::gone).count());
  }

  int knownCount() {
    return (int) rows().filter(row -> row.known() != null).count();
  }

  /// The first last day of those that are known; null if none ends.
  @Nullable String firstEnd() {
    return rows()
        .map(row -> row.known() == null ? null : row.known().until())
        .filter(Objects::nonNull)
        .min(String::compareTo)
        .orElse(null);
  }
}
