package dev.procc.view.report;

import dev.procc.base.diagnostic.Code;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Findings as SARIF 2.1.0, which code hosts and editors read.
final class Sarif implements Emitter {
  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public String emit(Findings findings, Style style) {
    Map<String, Integer> indexes = new TreeMap<>();
    Json rules = rules(findings, indexes);
    Json driver =
        Json.object()
            .put("name", "procc")
            .put("semanticVersion", findings.version())
            .put("rules", rules)
            .build();
    List<Json> results = new ArrayList<>();
    // A run that says of one result whether it is suppressed says so of all.
    boolean any = !findings.suppressed().isEmpty();
    for (Diagnostic found : findings.diagnostics()) {
      Json.Builder result = result(found, indexes.getOrDefault(found.code().id(), 0));
      results.add((any ? result.put("suppressions", Json.array()) : result).build());
    }
    for (Suppressed each : findings.suppressed()) {
      Json.Builder result =
          result(each.finding(), indexes.getOrDefault(each.finding().code().id(), 0));
      results.add(result.put("suppressions", Json.array(suppression(each))).build());
    }
    Json run =
        Json.object()
            .put("tool", Json.object().put("driver", driver).build())
            .put("invocations", Json.array(invocation(findings)))
            .put("columnKind", "utf16CodeUnits")
            .put("results", Json.array(results))
            .build();
    return Json.object()
        .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .put("version", "2.1.0")
        .put("runs", Json.array(run))
        .build()
        .pretty();
  }

  private static Json rules(Findings findings, Map<String, Integer> indexes) {
    Map<String, Code> codes = new TreeMap<>();
    for (Diagnostic found : findings.diagnostics()) {
      codes.put(found.code().id(), found.code());
    }
    for (Suppressed each : findings.suppressed()) {
      codes.put(each.finding().code().id(), each.finding().code());
    }
    List<Json> rules = new ArrayList<>();
    for (Code code : codes.values()) {
      indexes.put(code.id(), rules.size());
      rules.add(
          Json.object()
              .put("id", code.id())
              .put("name", code.name())
              .put("shortDescription", text(code.name().replace('-', ' ')))
              .put(
                  "defaultConfiguration",
                  Json.object().put("level", level(code.severity())).build())
              .build());
    }
    return Json.array(rules);
  }

  private static Json invocation(Findings findings) {
    List<Json> notifications = new ArrayList<>();
    for (Findings.Fault fault : findings.faults()) {
      String hint = fault.hint() == null ? "" : "; " + fault.hint();
      notifications.add(
          Json.object().put("level", "error").put("message", text(fault.message() + hint)).build());
    }
    Json.Builder out =
        Json.object()
            .put("executionSuccessful", findings.faults().isEmpty())
            .put("exitCode", findings.exitCode());
    if (!notifications.isEmpty()) {
      out.put("toolExecutionNotifications", Json.array(notifications));
    }
    return out.build();
  }

  private static Json suppression(Suppressed each) {
    LocalDate until = each.until();
    return Json.object()
        .put("kind", each.inSource() ? "inSource" : "external")
        .put("status", "accepted")
        .put("justification", each.reason() + (until == null ? "" : " (until " + until + ")"))
        .put("location", Json.object().put("physicalLocation", physical(each.at())).build())
        .build();
  }

  private static Json.Builder result(Diagnostic found, int rule) {
    String hint = found.hint() == null ? "" : "; " + found.hint();
    Json.Builder out =
        Json.object()
            .put("ruleId", found.code().id())
            .put("ruleIndex", rule)
            .put("level", level(found.severity()))
            .put("message", text(found.message() + hint));
    Json.Builder location = Json.object();
    if (found.span() != null) {
      location.put("physicalLocation", physical(found.span()));
    }
    if (found.address() != null) {
      location.put(
          "logicalLocations",
          Json.array(Json.object().put("fullyQualifiedName", found.address()).build()));
    }
    Json.Obj where = location.build();
    if (!where.members().isEmpty()) {
      out.put("locations", Json.array(where));
    }
    if (!found.labels().isEmpty()) {
      out.put("relatedLocations", related(found.labels()));
    }
    List<Json> fixes = new ArrayList<>();
    for (Fix fix : found.fixes()) {
      if (!fix.edits().isEmpty()) {
        fixes.add(fix(fix));
      }
    }
    if (!fixes.isEmpty()) {
      out.put("fixes", Json.array(fixes));
    }
    return out;
  }

  private static Json related(List<Label> labels) {
    List<Json> out = new ArrayList<>();
    for (Label label : labels) {
      out.add(
          Json.object()
              .put("id", out.size())
              .put("physicalLocation", physical(label.span()))
              .put("message", text(label.text()))
              .build());
    }
    return Json.array(out);
  }

  private static Json fix(Fix fix) {
    Map<String, List<Json>> byFile = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      Json replacement =
          Json.object()
              .put("deletedRegion", region(edit.span()))
              .put("insertedContent", text(edit.replacement()))
              .build();
      byFile.computeIfAbsent(edit.span().file().path(), path -> new ArrayList<>()).add(replacement);
    }
    List<Json> changes = new ArrayList<>();
    byFile.forEach((path, replacements) ->
        changes.add(
            Json.object()
                .put("artifactLocation", artifact(path))
                .put("replacements", Json.array(replacements))
                .build()));
    return Json.object()
        .put("description", text(fix.safe() ? fix.title() : fix.title() + " (unsafe)"))
        .put("artifactChanges", Json.array(changes))
        .build();
  }

  private static Json physical(Span span) {
    return Json.object()
        .put("artifactLocation", artifact(span.file().path()))
        .put("region", region(span))
        .build();
  }

  private static Json artifact(String path) {
    return Json.object().put("uri", Uris.relative(path)).build();
  }

  private static Json region(Span span) {
    Position from = span.from();
    Position to = span.to();
    return Json.object()
        .put("startLine", from.line())
        .put("startColumn", from.column())
        .put("endLine", to.line())
        .put("endColumn", to.column())
        .build();
  }

  private static Json text(String text) {
    return Json.object().put("text", text).build();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }
}
