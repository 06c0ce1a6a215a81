package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.base.text.UnifiedDiff;
import dev.procc.view.live.ImportReport.FileRow;
import dev.procc.view.live.ImportReport.ImportedRow;
import dev.procc.view.live.ImportReport.RefusedRow;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// An import, as text and JSON.
public final class ImportText {
  private ImportText() {}

  /// @param ahead whether nothing has been written yet, so that the files are shown
  /// @param project the words by which the next command works on the same project, after a blank
  public static SafeText render(ImportReport report, boolean ahead, String project) {
    TextPage page = new TextPage();
    if (ahead) {
      report.files().forEach(file -> appendFile(page, file));
    }
    for (ImportedRow row : report.imported()) {
      page.append(ahead ? "Would import " : "Imported ").append(row.key()).append(", \"");
      page.line(row.name() + "\" (" + row.id() + "): the plan is empty");
      row.paths().forEach(path -> page.line("  " + path));
      row.dates().forEach(date -> page.wrap(2, 2, date));
      if (!row.unsaid().isEmpty()) {
        page.line("  in Workiva alone, lost if it is ever replaced:");
        row.unsaid().forEach(what -> page.line("    " + what));
      }
    }
    for (RefusedRow row : report.refused()) {
      page.line("Not imported: " + row.message());
      page.line("  " + row.help());
    }
    if (report.imported().size() + report.refused().size() > 1) {
      page.line(
          Plural.of(report.imported().size(), "process")
              + (ahead ? " would be imported, " : " imported, ")
              + report.refused().size()
              + " not");
    }
    if (!ahead && !report.imported().isEmpty()) {
      page.line("Next: procc lint" + project);
    }
    return page.toText();
  }

  private static void appendFile(TextPage page, FileRow file) {
    if (file.before().isEmpty()) {
      page.line("# " + file.path()).lines(file.after()).append('\n');
    } else {
      page.lines(UnifiedDiff.text(file.path(), file.before(), file.after())).append('\n');
    }
  }

  /// @param written whether the files were written and the processes adopted
  public static Json.Obj json(ImportReport report, boolean written) {
    List<Json> imported = new ArrayList<>();
    for (ImportedRow row : report.imported()) {
      imported.add(
          Json.object()
              .put("id", row.id())
              .put("name", row.name())
              .put("key", row.key())
              .put("files", Json.texts(row.paths()))
              .put("dates", Json.texts(row.dates()))
              .put("unsaid", Json.texts(row.unsaid()))
              .build());
    }
    List<Json> refused = new ArrayList<>();
    for (RefusedRow row : report.refused()) {
      refused.add(
          Json.object()
              .put("id", row.id())
              .put("message", row.message())
              .put("help", row.help())
              .build());
    }
    List<Json> files = new ArrayList<>();
    for (FileRow file : report.files()) {
      files.add(Json.object().put("path", file.path()).put("text", file.after()).build());
    }
    return Json.object()
        .put("target", report.target())
        .put("written", written)
        .put("imported", Json.array(imported))
        .put("refused", Json.array(refused))
        .put("files", Json.array(files))
        .build();
  }
}
