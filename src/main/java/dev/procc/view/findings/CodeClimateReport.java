package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Sha256;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Findings as a Code Quality report of GitLab (a subset of the Code Climate form).
///
/// A finding keeps its fingerprint when lines move: it is made of code, file, message and how many
/// alike came before.
final class CodeClimateReport implements Emitter {
  @Override
  public String name() {
    return "codeclimate";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    Map<String, Integer> seen = new HashMap<>();
    List<Json> issues = new ArrayList<>();
    for (Finding finding : findings.findings()) {
      String check = finding.code().id() + " " + finding.code().name();
      String hint = finding.hint() == null ? "" : "; " + finding.hint();
      Span span = finding.span();
      Place place =
          span == null
              ? new Place(findings.run().projectFile(), 1)
              : new Place(span.file().path(), span.startPosition().line());
      issues.add(issue(seen, check, severity(finding.severity()), finding.message() + hint, place));
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      String hint = fault.hint() == null ? "" : "; " + fault.hint();
      Place place = new Place(findings.run().projectFile(), 1);
      issues.add(issue(seen, "procc", "blocker", fault.message() + hint, place));
    }
    return SafeText.json(Json.array(issues));
  }

  private record Place(String path, int line) {}

  private static Json issue(
      Map<String, Integer> seen, String check, String severity, String text, Place place) {
    String identity = check + "\n" + place.path() + "\n" + text;
    int earlierDuplicates = seen.merge(identity, 1, Integer::sum);
    return Json.object()
        .put("type", "issue")
        .put("check_name", check)
        .put("description", text)
        .put("categories", Json.texts(List.of("Bug Risk")))
        .put("severity", severity)
        .put("fingerprint", Sha256.hex(identity + "\n" + earlierDuplicates))
        .put(
            "location",
            Json.object()
                .put("path", place.path())
                .put("lines", Json.object().put("begin", place.line()).build())
                .build())
        .build();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
