package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings in the form of Checkstyle's XML report, which many tools read.
final class Checkstyle implements Emitter {
  @Override
  public String name() {
    return "checkstyle";
  }

  @Override
  public String emit(Findings findings, Style style) {
    Map<String, List<Map<String, Object>>> byFile = new LinkedHashMap<>();
    for (Diagnostic found : findings.diagnostics()) {
      Span span = found.span();
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("line", span == null ? 1 : span.from().line());
      error.put("column", span == null ? 1 : span.from().column());
      error.put("severity", found.severity().word());
      error.put(
          "message",
          found.hint() == null ? found.message() : found.message() + "; " + found.hint());
      error.put("source", "procc." + found.code().id() + "." + found.code().name());
      add(byFile, span == null ? "procc.yaml" : span.file().path(), error);
    }
    for (Findings.Fault fault : findings.faults()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("line", 1);
      error.put("column", 1);
      error.put("severity", "error");
      error.put(
          "message",
          fault.hint() == null ? fault.message() : fault.message() + "; " + fault.hint());
      error.put("source", "procc");
      add(byFile, "procc.yaml", error);
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
    return Xml.fill("checkstyle.xml.mustache", values);
  }

  private static void add(
      Map<String, List<Map<String, Object>>> byFile, String path, Map<String, Object> error) {
    byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(error);
  }
}
