package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.source.Span;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.XmlTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings as a JUnit report: one test a finding, failed if it fails the command, skipped if it is
/// suppressed; one passed test if there is none.
final class JUnitReport implements Emitter {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    List<Map<String, Object>> tests = new ArrayList<>();
    int failures = 0;
    for (Finding finding : findings.findings()) {
      boolean failed = finding.severity().atLeast(findings.failOn());
      failures += failed ? 1 : 0;
      Map<String, Object> test = testCase(finding, findings);
      test.put(failed ? "failure" : "note", failureDetail(finding));
      tests.add(test);
    }
    for (SuppressedFinding suppressed : findings.suppressed()) {
      Map<String, Object> test = testCase(suppressed.finding(), findings);
      test.put(
          "skipped", "Allowed at " + suppressed.span().pathAndLine() + ": " + suppressed.reason());
      tests.add(test);
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      tests.add(toolErrorCase(fault, findings));
    }
    distinguishNames(tests);
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
    values.put("errors", findings.toolErrors().size());
    values.put("tests", tests);
    return XmlTemplate.render("junit.xml.mustache", values);
  }

  /// Numbers tests that would have the same name: a host takes them for one.
  private static void distinguishNames(List<Map<String, Object>> tests) {
    Map<String, Integer> seen = new HashMap<>();
    for (Map<String, Object> test : tests) {
      int count = seen.merge(test.get("suite") + "\n" + test.get("name"), 1, Integer::sum);
      if (count > 1) {
        test.put("name", test.get("name") + " (" + count + ")");
      }
    }
  }

  private static Map<String, Object> toolErrorCase(
      FindingsReport.ToolError fault, FindingsReport findings) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", fault.message());
    error.put(
        "text", fault.hint() == null ? fault.message() : fault.message() + "\n" + fault.hint());
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("suite", findings.command());
    test.put("name", "procc " + findings.command());
    test.put("error", error);
    return test;
  }

  private static Map<String, Object> testCase(Finding finding, FindingsReport findings) {
    Span span = finding.span();
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("file", span == null ? "" : span.file().path());
    test.put("suite", span == null ? findings.command() : span.file().path());
    test.put(
        "name",
        finding.code().id()
            + " "
            + finding.code().name()
            + ": "
            + finding.message()
            + (finding.address() == null ? "" : " (" + finding.address() + ")"));
    return test;
  }

  private static Map<String, Object> failureDetail(Finding finding) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", finding.severity().keyword());
    out.put("message", finding.message());
    out.put("text", FindingsText.render(finding, Style.PLAIN).toString());
    return out;
  }
}
