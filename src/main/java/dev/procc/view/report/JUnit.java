package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings as a JUnit report: one test a finding, failed where it fails the run, skipped where it
/// is allowed; one passed test where there is none.
final class JUnit implements Emitter {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String emit(Findings findings, Style style) {
    List<Map<String, Object>> tests = new ArrayList<>();
    int failures = 0;
    for (Diagnostic found : findings.diagnostics()) {
      boolean failed = found.severity().atLeast(findings.failOn());
      failures += failed ? 1 : 0;
      Map<String, Object> test = test(found, findings);
      test.put(failed ? "failure" : "note", text(found));
      tests.add(test);
    }
    for (Suppressed each : findings.suppressed()) {
      Map<String, Object> test = test(each.finding(), findings);
      test.put("skipped", "Allowed at " + each.at().line() + ": " + each.reason());
      tests.add(test);
    }
    for (Findings.Fault fault : findings.faults()) {
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("suite", findings.command());
      test.put("name", "procc " + findings.command());
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("message", fault.message());
      error.put(
          "text", fault.hint() == null ? fault.message() : fault.message() + "\n" + fault.hint());
      test.put("error", error);
      tests.add(test);
    }
    if (tests.isEmpty()) {
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("suite", findings.command());
      test.put("name", "no findings");
      tests.add(test);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("command", "procc " + findings.command());
    values.put("count", tests.size());
    values.put("failures", failures);
    values.put("allowed", findings.suppressed().size());
    values.put("errors", findings.faults().size());
    values.put("tests", tests);
    return Xml.fill("junit.xml.mustache", values);
  }

  private static Map<String, Object> test(Diagnostic found, Findings findings) {
    Span span = found.span();
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("file", span == null ? "" : span.file().path());
    test.put("suite", span == null ? findings.command() : span.file().path());
    test.put(
        "name",
        found.code().id()
            + " "
            + found.code().name()
            + (span == null ? "" : " at " + span.from().line() + ":" + span.from().column()));
    return test;
  }

  private static Map<String, Object> text(Diagnostic found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", found.severity().word());
    out.put("message", found.message());
    out.put("text", DiagnosticText.render(found, Style.PLAIN));
    return out;
  }
}
