package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.base.json.Json;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Findings for programs, by `schemas/findings.schema.json`.
///
/// Lines and columns count from 1, columns and offsets in UTF-16 code units.
public final class DiagnosticJson implements Emitter {
  /// The version of the shape; it grows with every change that a reader could notice.
  public static final String VERSION = "1.0";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String emit(Findings findings, Style style) {
    Json.Builder out =
        Json.object()
            .put("formatVersion", VERSION)
            .put("command", findings.command())
            .put("exitCode", findings.exitCode());
    if (!findings.faults().isEmpty()) {
      List<Json> faults = new ArrayList<>();
      for (Findings.Fault fault : findings.faults()) {
        faults.add(Json.object().put("message", fault.message()).put("hint", fault.hint()).build());
      }
      return out.put("errors", Json.array(faults)).build().pretty();
    }
    Json.Builder summary =
        Json.object()
            .put("errors", findings.count(Severity.ERROR))
            .put("warnings", findings.count(Severity.WARNING))
            .put("infos", findings.count(Severity.INFO))
            .put("suppressed", findings.suppressed().size());
    for (Map.Entry<String, Json> fact : findings.facts().members().entrySet()) {
      summary.put(fact.getKey(), fact.getValue());
    }
    out.put("summary", summary.build());
    out.put("diagnostics", array(findings.diagnostics()));
    if (!findings.suppressed().isEmpty()) {
      List<Json> accepted = new ArrayList<>();
      findings.suppressed().forEach(each -> accepted.add(accepted(each)));
      out.put("suppressed", Json.array(accepted));
    }
    return out.build().pretty();
  }

  private static Json accepted(Suppressed each) {
    LocalDate until = each.until();
    return Json.object()
        .put("diagnostic", of(each.finding()))
        .put("reason", each.reason())
        .put("until", until == null ? null : until.toString())
        .put("in", each.inSource() ? "comment" : "project")
        .put("span", span(each.at()))
        .build();
  }

  /// Findings as a member of another document.
  public static Json array(List<Diagnostic> diagnostics) {
    List<Json> items = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      items.add(of(diagnostic));
    }
    return Json.array(items);
  }

  /// One finding.
  public static Json of(Diagnostic found) {
    Json.Builder out =
        Json.object()
            .put("code", found.code().id())
            .put("name", found.code().name())
            .put("severity", found.severity().word())
            .put("message", found.message());
    if (found.span() != null) {
      out.put("span", span(found.span()));
    }
    if (!found.labels().isEmpty()) {
      List<Json> labels = new ArrayList<>();
      for (Label label : found.labels()) {
        labels.add(Json.object().put("span", span(label.span())).put("text", label.text()).build());
      }
      out.put("labels", Json.array(labels));
    }
    out.put("hint", found.hint());
    if (!found.fixes().isEmpty()) {
      List<Json> fixes = new ArrayList<>();
      for (Fix fix : found.fixes()) {
        fixes.add(fix(fix));
      }
      out.put("fixes", Json.array(fixes));
    }
    return out.put("address", found.address()).build();
  }

  private static Json fix(Fix fix) {
    List<Json> edits = new ArrayList<>();
    for (Edit edit : fix.edits()) {
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
        .put("start", position(span.start(), span.from()))
        .put("end", position(span.end(), span.to()))
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
