package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// Findings as a Code Quality report of GitLab (a subset of the Code Climate format).
///
/// A finding keeps its fingerprint when lines move.
final class CodeClimateReport implements Emitter {
  @Override
  public String name() {
    return "codeclimate";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    Fingerprints fingerprints = new Fingerprints();
    List<Json> issues = new ArrayList<>();
    for (Finding finding : findings.findings()) {
      String check = finding.code().id() + " " + finding.code().name();
      String hint = finding.hint() == null ? "" : "; " + finding.hint();
      Span span = finding.span();
      Place place =
          span == null
              ? new Place(findings.run().projectFile(), 1)
              : new Place(span.file().path(), span.startPosition().line());
      issues.add(
          issue(check, severity(finding.severity()), finding.messageWithPlaces() + hint, place)
              .put("fingerprint", fingerprints.next(finding))
              .build());
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      String hint = fault.hint() == null ? "" : "; " + fault.hint();
      Place place = new Place(findings.run().projectFile(), 1);
      issues.add(
          issue("procc", "blocker", fault.message() + hint, place)
              .put("fingerprint", fingerprints.next("procc\n" + fault.message()))
              .build());
    }
    return SafeText.json(Json.array(issues));
  }

  private record Place(String path, int line) {}

  private static Json.Builder issue(String check, String severity, String text, Place place) {
    return Json.object()
        .put("type", "issue")
        .put("check_name", check)
        .put("description", text)
        .put("categories", Json.texts(List.of("Bug Risk")))
        .put("severity", severity)
        .put(
            "location",
            Json.object()
                .put("path", place.path())
                .put("lines", Json.object().put("begin", place.line()).build())
                .build());
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
