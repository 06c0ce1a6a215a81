package dev.procc.view.live;

import java.util.List;

/// The report of an import.
///
/// @param target of the processes
public record ImportReport(
    String target, List<ImportedRow> imported, List<RefusedRow> refused, List<FileRow> files) {
  public ImportReport {
    imported = List.copyOf(imported);
    refused = List.copyOf(refused);
    files = List.copyOf(files);
  }

  /// A process that now has a definition.
  ///
  /// @param dates that stay days although expressions were requested, with reasons
  /// @param unsaid what its definition cannot express
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

  /// A process that was not imported.
  public record RefusedRow(String id, String message, String help) {}

  /// A new or changed file.
  ///
  /// @param before its former text; empty for a new file
  public record FileRow(String path, String before, String after) {}
}
