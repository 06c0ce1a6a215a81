package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.XmlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings in the format of Checkstyle's XML report, which many tools read.
final class CheckstyleReport implements Emitter {
  @Override
  public String name() {
    return "checkstyle";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    Map<String, List<Map<String, Object>>> byFile = new LinkedHashMap<>();
    for (Finding finding : findings.findings()) {
      Span span = finding.span();
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("line", span == null ? 1 : span.startPosition().line());
      error.put("column", span == null ? 1 : span.startPosition().column());
      error.put("severity", finding.severity().keyword());
      error.put(
          "message",
          finding.hint() == null
              ? finding.messageWithPlaces()
              : finding.messageWithPlaces() + "; " + finding.hint());
      error.put("source", "procc." + finding.code().id() + "." + finding.code().name());
      addError(byFile, span == null ? findings.run().projectFile() : span.file().path(), error);
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("line", 1);
      error.put("column", 1);
      error.put("severity", "error");
      error.put(
          "message",
          fault.hint() == null ? fault.message() : fault.message() + "; " + fault.hint());
      error.put("source", "procc");
      addError(byFile, findings.run().projectFile(), error);
    }
    List<Map<String, Object>> files = new ArrayList<>();
    byFile.forEach((path, errors) -> {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("path", path);
      file.put("errors", errors);
      files.add(file);
    });
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("files", files);
    return XmlTemplate.render("checkstyle.xml.mustache", values);
  }

  private static void addError(
      Map<String, List<Map<String, Object>>> byFile, String path, Map<String, Object> error) {
    byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(error);
  }
}
