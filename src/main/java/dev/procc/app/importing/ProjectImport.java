package dev.procc.app.importing;

import dev.procc.app.project.ChangedFile;
import dev.procc.view.live.ImportReport;
import dev.procc.view.live.ImportReport.FileRow;
import dev.procc.view.live.ImportReport.ImportedRow;
import dev.procc.view.live.ImportReport.RefusedRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The preview of an import.
///
/// @param target of the processes
/// @param files all new and changed files, by path
public record ProjectImport(
    String target,
    List<ImportedProcess> imported,
    List<RefusedImport> refused,
    Map<String, ChangedFile> files) {
  public ProjectImport {
    imported = List.copyOf(imported);
    refused = List.copyOf(refused);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /// The report for people and programs.
  public ImportReport report() {
    List<ImportedRow> rows = new ArrayList<>();
    imported.forEach(one ->
        rows.add(
            new ImportedRow(
                one.live().id(),
                one.live().name(),
                one.key(),
                one.paths(),
                one.dates(),
                one.unsaid())));
    List<RefusedRow> others = new ArrayList<>();
    refused.forEach(one -> others.add(new RefusedRow(one.id(), one.message(), one.help())));
    List<FileRow> texts = new ArrayList<>();
    files.forEach((path, file) ->
        texts.add(new FileRow(path, file.before() == null ? "" : file.before(), file.after())));
    return new ImportReport(target, rows, others, texts);
  }
}
