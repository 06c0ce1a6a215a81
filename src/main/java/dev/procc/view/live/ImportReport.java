package dev.procc.view.live;

import java.util.List;

/// What an import does, for people and programs.
///
/// @param target where the processes live
public record ImportReport(
    String target, List<ImportedRow> imported, List<RefusedRow> refused, List<FileRow> files) {
  public ImportReport {
    imported = List.copyOf(imported);
    refused = List.copyOf(refused);
    files = List.copyOf(files);
  }

  /// A process that has a definition now.
  ///
  /// @param dates that stay dates although expressions were asked for, and why
  /// @param unsaid what of it the definition does not hold
  public record ImportedRow(
      String id,
      String name,
      String key,
      List<String> paths,
      List<String> dates,
      List<String> unsaid) {
    public ImportedRow {
      dates = List.copyOf(dates);
      paths = List.copyOf(paths);
      unsaid = List.copyOf(unsaid);
    }
  }

  /// A process that was left alone.
  public record RefusedRow(String id, String message, String help) {}

  /// A file that is new or changes.
  ///
  /// @param before its text; empty for a new one
  public record FileRow(String path, String before, String after) {}
}
