package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Findings for programs, by `schemas/findings.schema.json`.
///
/// Lines and columns count from 1, columns and offsets in UTF-16 code units.
public final class FindingsJson implements Emitter {
  /// The version of the format; it grows with every change that a reader could notice.
  public static final String VERSION = "1.0";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    Json.Builder out =
        Json.object()
            .put("formatVersion", VERSION)
            .put("command", findings.command())
            .put("exitCode", findings.exitCode());
    if (!findings.toolErrors().isEmpty()) {
      List<Json> faults = new ArrayList<>();
      for (FindingsReport.ToolError fault : findings.toolErrors()) {
        faults.add(Json.object().put("message", fault.message()).put("hint", fault.hint()).build());
      }
      return SafeText.json(out.put("errors", Json.array(faults)).build());
    }
    Json.Builder summary =
        Json.object()
            .put("errors", findings.count(Severity.ERROR))
            .put("warnings", findings.count(Severity.WARNING))
            .put("infos", findings.count(Severity.INFO))
            .put("suppressed", findings.suppressed().size());
    for (Map.Entry<String, Json> entry : findings.scope().counts().members().entrySet()) {
      summary.put(entry.getKey(), entry.getValue());
    }
    out.put("summary", summary.build());
    out.put("diagnostics", toJsonArray(findings.findings()));
    if (!findings.suppressed().isEmpty()) {
      List<Json> suppressions = new ArrayList<>();
      findings.suppressed().forEach(suppressed -> suppressions.add(suppression(suppressed)));
      out.put("suppressed", Json.array(suppressions));
    }
    return SafeText.json(out.build());
  }

  private static Json suppression(SuppressedFinding suppressed) {
    LocalDate until = suppressed.until();
    return Json.object()
        .put("diagnostic", toJson(suppressed.finding()))
        .put("reason", suppressed.reason())
        .put("until", until == null ? null : until.toString())
        .put("in", suppressed.inSource() ? "comment" : "project")
        .put("span", span(suppressed.span()))
        .build();
  }

  /// Findings as a member of another document.
  public static Json toJsonArray(List<Finding> findings) {
    List<Json> items = new ArrayList<>();
    for (Finding finding : findings) {
      items.add(toJson(finding));
    }
    return Json.array(items);
  }

  /// One finding.
  public static Json toJson(Finding finding) {
    Json.Builder out =
        Json.object()
            .put("code", finding.code().id())
            .put("name", finding.code().name())
            .put("severity", finding.severity().keyword())
            .put("message", finding.message());
    if (finding.span() != null) {
      out.put("span", span(finding.span()));
    }
    if (!finding.labels().isEmpty()) {
      List<Json> labels = new ArrayList<>();
      for (Label label : finding.labels()) {
        labels.add(Json.object().put("span", span(label.span())).put("text", label.text()).build());
      }
      out.put("labels", Json.array(labels));
    }
    out.put("hint", finding.hint());
    List<Fix> written = FindingLimit.fixes(finding);
    if (!written.isEmpty()) {
      List<Json> fixes = new ArrayList<>();
      for (Fix fix : written) {
        fixes.add(fix(fix));
      }
      out.put("fixes", Json.array(fixes));
    }
    out.put("address", finding.address());
    if (finding.occurrences() != null) {
      out.put(
          "occurrences",
          Json.object()
              .put("count", finding.occurrences().count())
              .put("examples", Json.texts(finding.occurrences().examples()))
              .build());
    }
    return out.build();
  }

  private static Json fix(Fix fix) {
    List<Json> edits = new ArrayList<>();
    for (TextEdit edit : fix.edits()) {
      edits.add(
          Json.object()
              .put("span", span(edit.span()))
              .put("replacement", edit.replacement())
              .build());
    }
    return Json.object()
        .put("title", fix.title())
        .put("safe", fix.safe())
        .put("edits", Json.array(edits))
        .build();
  }

  private static Json span(Span span) {
    return Json.object()
        .put("file", span.file().path())
        .put("start", position(span.start(), span.startPosition()))
        .put("end", position(span.end(), span.endPosition()))
        .build();
  }

  private static Json position(int offset, Position position) {
    return Json.object()
        .put("line", position.line())
        .put("column", position.column())
        .put("offset", offset)
        .build();
  }
}
