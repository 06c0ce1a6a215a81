package dev.procc.view.live;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.ImportReport.FileRow;
import java.util.List;

/// The report of a pull.
///
/// @param gone processes that are no longer in Workiva, whose definitions stay as they are
/// @param known how many edits stay in Workiva by a waiver or by the project file
/// @param files that change
public record PullReport(
    String target,
    List<PulledRow> pulled,
    List<PullRefusedRow> refused,
    List<String> gone,
    int known,
    List<FileRow> files,
    DisplayNames names) {
  public PullReport {
    pulled = List.copyOf(pulled);
    refused = List.copyOf(refused);
    gone = List.copyOf(gone);
    files = List.copyOf(files);
  }

  /// Drift that the definitions now have.
  ///
  /// @param change from the live value to the definition's former one
  /// @param places where it is written, `close.process.yaml:12`
  /// @param note for people; empty if there is none
  /// @param others what else changes with it, by address and field
  public record PulledRow(
      FieldChange change, List<String> places, String note, List<String> others) {
    public PulledRow {
      places = List.copyOf(places);
      others = List.copyOf(others);
    }
  }

  /// Drift that was not pulled.
  ///
  /// @param ref `close@2024-Q4/entities:name`
  /// @param ways to settle it, the mildest first
  public record PullRefusedRow(String ref, String why, List<WayOut> ways) {
    public PullRefusedRow {
      ways = List.copyOf(ways);
    }
  }
}
