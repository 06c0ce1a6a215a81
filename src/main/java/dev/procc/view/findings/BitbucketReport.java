package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings for Code Insights of Bitbucket: `report`, which is put first, and `annotations`, each
/// list of which is posted by itself.
///
/// Bitbucket accepts 100 annotations in a call and 1,000 in a report, and rejects a call in which
/// one is empty or too long.
final class BitbucketReport implements Emitter {
  private static final int MAX_ANNOTATIONS = 1_000;
  private static final int MAX_OF_A_CALL = 100;
  private static final int MAX_TEXT = 450;

  @Override
  public String name() {
    return "bitbucket";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    List<Json> annotations = annotations(findings);
    List<Json> calls = new ArrayList<>();
    for (int from = 0; from < annotations.size(); from += MAX_OF_A_CALL) {
      int to = Math.min(annotations.size(), from + MAX_OF_A_CALL);
      calls.add(Json.array(annotations.subList(from, to)));
    }
    return SafeText.json(
        Json.object()
            .put("report", report(findings))
            .put("annotations", Json.array(calls))
            .build());
  }

  private static Json report(FindingsReport findings) {
    List<Json> data = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      data.add(
          Json.object()
              .put("title", severity.keyword())
              .put("type", "NUMBER")
              .put("value", findings.count(severity))
              .build());
    }
    String counts =
        Plural.of(findings.count(Severity.ERROR), "error")
            + ", "
            + Plural.of(findings.count(Severity.WARNING), "warning");
    boolean failed = !findings.toolErrors().isEmpty();
    return Json.object()
        .put("title", "procc " + findings.command())
        .put("reporter", "procc " + findings.run().version())
        .put("report_type", "BUG")
        .put("result", findings.exitCode() == 0 ? "PASSED" : "FAILED")
        .put("details", failed ? cut(findings.toolErrors().getFirst().message()) : counts)
        .put("data", Json.array(data))
        .build();
  }

  private static List<Json> annotations(FindingsReport findings) {
    Fingerprints fingerprints = new Fingerprints();
    List<Json> annotations = new ArrayList<>();
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      String id = fingerprints.next("procc\n" + fault.message());
      annotations.add(annotation(id, "CRITICAL", fault.message(), fault.hint()).build());
    }
    for (Severity severity : Severity.values()) {
      for (Finding finding : findings.findings()) {
        if (finding.severity() != severity || annotations.size() == MAX_ANNOTATIONS) {
          continue;
        }
        String title = finding.code().id() + " " + finding.code().name() + ": ";
        Json.Builder annotation =
            annotation(
                fingerprints.next(finding),
                level(severity),
                title + finding.messageWithPlaces(),
                finding.hint());
        Span span = finding.span();
        if (span != null) {
          annotation.put("path", span.file().path()).put("line", span.startPosition().line());
        }
        annotations.add(annotation.build());
      }
    }
    return annotations;
  }

  private static Json.Builder annotation(
      String id, String severity, String summary, @Nullable String details) {
    Json.Builder annotation =
        Json.object()
            .put("external_id", "procc-" + id.substring(0, 32))
            .put("annotation_type", "BUG")
            .put("severity", severity)
            .put("summary", cut(summary));
    return details == null ? annotation : annotation.put("details", cut(details));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    int end = MAX_TEXT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "HIGH";
      case WARNING -> "MEDIUM";
      case INFO -> "LOW";
    };
  }
}
