package dev.procc.view.live;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.ImportReport.FileRow;
import java.util.List;

/// What a pull does, for people and programs.
///
/// @param gone processes that are no longer in Workiva, whose definitions stay as they are
/// @param files those that change
public record PullReport(
    String target,
    List<PulledRow> pulled,
    List<PullRefusedRow> refused,
    List<String> gone,
    List<FileRow> files,
    DisplayNames names) {
  public PullReport {
    pulled = List.copyOf(pulled);
    refused = List.copyOf(refused);
    gone = List.copyOf(gone);
    files = List.copyOf(files);
  }

  /// An edit that the definitions have now.
  ///
  /// @param change from what is live to what the definition said
  /// @param places where it is written, `close.process.yaml:12`
  /// @param note what people should know of it; empty if nothing
  /// @param others what else changes with it, by address and field
  public record PulledRow(
      FieldChange change, List<String> places, String note, List<String> others) {
    public PulledRow {
      places = List.copyOf(places);
      others = List.copyOf(others);
    }
  }

  /// An edit that was left alone.
  ///
  /// @param ref `close@2024-Q4/entities:name`
  public record PullRefusedRow(String ref, String why, String help) {}
}
