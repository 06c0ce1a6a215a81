package dev.procc.view.findings;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.check.CodePages;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Findings as SARIF 2.1.0, which code hosts and editors read.
final class SarifReport implements Emitter {
  /// GitHub's limit: it shows 5,000 results of a run, and 1,024 characters of a description.
  /// Findings are fewer ([FindingLimit]); suppressed ones may be more.
  private static final int MAX_RESULTS = 5000;

  private static final int MAX_DESCRIPTION = 1024;

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    Map<String, Integer> indexes = new TreeMap<>();
    Json driver = driver(findings, indexes);
    List<Json> results = new ArrayList<>();
    Fingerprints fingerprints = new Fingerprints();
    // A run that says of one result whether it is suppressed has to say so of all.
    boolean anySuppressed = !findings.suppressed().isEmpty();
    for (Finding finding : findings.findings()) {
      Json.Builder result =
          result(finding, indexes.getOrDefault(finding.code().id(), 0), fingerprints);
      results.add((anySuppressed ? result.put("suppressions", Json.array()) : result).build());
    }
    int shown = Math.min(findings.suppressed().size(), MAX_RESULTS - results.size());
    for (SuppressedFinding suppressed : findings.suppressed().subList(0, shown)) {
      int index = indexes.getOrDefault(suppressed.finding().code().id(), 0);
      Json.Builder result = result(suppressed.finding(), index, fingerprints);
      results.add(result.put("suppressions", Json.array(suppression(suppressed))).build());
    }
    Json run =
        Json.object()
            .put("tool", Json.object().put("driver", driver).build())
            .put(
                "invocations",
                Json.array(invocation(findings, findings.suppressed().size() - shown)))
            .put("columnKind", "utf16CodeUnits")
            .put("results", Json.array(results))
            .build();
    return SafeText.json(
        Json.object()
            .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            .put("version", "2.1.0")
            .put("runs", Json.array(run))
            .build());
  }

  private static Json driver(FindingsReport findings, Map<String, Integer> indexes) {
    return Json.object()
        .put("name", "procc")
        .put("semanticVersion", findings.run().version())
        .put("rules", rules(findings, indexes))
        .build();
  }

  private static Json rules(FindingsReport findings, Map<String, Integer> indexes) {
    Map<String, Code> codes = new TreeMap<>();
    for (Finding finding : findings.findings()) {
      codes.put(finding.code().id(), finding.code());
    }
    for (SuppressedFinding suppressed : findings.suppressed()) {
      codes.put(suppressed.finding().code().id(), suppressed.finding().code());
    }
    List<Json> rules = new ArrayList<>();
    for (Code code : codes.values()) {
      indexes.put(code.id(), rules.size());
      rules.add(rule(code));
    }
    return Json.array(rules);
  }

  /// A rule with its page; the first part of the page, What, is its description.
  private static Json rule(Code code) {
    Json.Builder rule =
        Json.object()
            .put("id", code.id())
            .put("name", code.name())
            .put("shortDescription", text(code.name().replace('-', ' ')));
    String page = CodePages.find(code.id()).orElse(null);
    if (page != null) {
      int from = page.indexOf("## What") + "## What".length();
      String what = page.substring(from, page.indexOf("\n## ", from)).strip().replace('\n', ' ');
      rule.put("fullDescription", text(QuotedText.cut(what, MAX_DESCRIPTION)));
      rule.put("help", Json.object().put("text", page).put("markdown", page).build());
    }
    return rule.put(
            "defaultConfiguration", Json.object().put("level", level(code.severity())).build())
        .build();
  }

  private static Json invocation(FindingsReport findings, int leftOut) {
    List<Json> notifications = new ArrayList<>();
    if (leftOut > 0) {
      String text = "+" + leftOut + " more that are allowed, left out here";
      notifications.add(Json.object().put("level", "warning").put("message", text(text)).build());
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      String hint = fault.hint() == null ? "" : "; " + fault.hint();
      notifications.add(
          Json.object().put("level", "error").put("message", text(fault.message() + hint)).build());
    }
    Json.Builder out =
        Json.object()
            .put("executionSuccessful", findings.toolErrors().isEmpty())
            .put("exitCode", findings.exitCode());
    if (!notifications.isEmpty()) {
      out.put("toolExecutionNotifications", Json.array(notifications));
    }
    return out.build();
  }

  private static Json suppression(SuppressedFinding suppressed) {
    LocalDate until = suppressed.until();
    return Json.object()
        .put("kind", suppressed.inSource() ? "inSource" : "external")
        .put("status", "accepted")
        .put("justification", suppressed.reason() + (until == null ? "" : " (until " + until + ")"))
        .put(
            "location",
            Json.object().put("physicalLocation", physicalLocation(suppressed.span())).build())
        .build();
  }

  private static Json.Builder result(Finding finding, int rule, Fingerprints fingerprints) {
    String hint = finding.hint() == null ? "" : "; " + finding.hint();
    Json.Builder out =
        Json.object()
            .put("ruleId", finding.code().id())
            .put("ruleIndex", rule)
            .put("level", level(finding.severity()))
            .put("message", text(finding.messageWithPlaces() + hint))
            .put(
                "partialFingerprints",
                Json.object().put("procc/v1", fingerprints.next(finding)).build());
    Json.Builder location = Json.object();
    if (finding.span() != null) {
      location.put("physicalLocation", physicalLocation(finding.span()));
    }
    if (finding.address() != null) {
      location.put(
          "logicalLocations",
          Json.array(Json.object().put("fullyQualifiedName", finding.address()).build()));
    }
    Json.Obj where = location.build();
    if (!where.members().isEmpty()) {
      out.put("locations", Json.array(where));
    }
    if (finding.occurrences() != null) {
      out.put("occurrenceCount", finding.occurrences().count());
    }
    if (!finding.labels().isEmpty()) {
      out.put("relatedLocations", relatedLocations(finding.labels()));
    }
    List<Json> fixes = fixes(finding);
    return fixes.isEmpty() ? out : out.put("fixes", Json.array(fixes));
  }

  private static List<Json> fixes(Finding finding) {
    List<Json> fixes = new ArrayList<>();
    for (Fix fix : FindingLimit.fixes(finding)) {
      if (!fix.edits().isEmpty()) {
        fixes.add(fix(fix));
      }
    }
    return fixes;
  }

  private static Json relatedLocations(List<Label> labels) {
    List<Json> out = new ArrayList<>();
    for (Label label : labels) {
      out.add(
          Json.object()
              .put("id", out.size())
              .put("physicalLocation", physicalLocation(label.span()))
              .put("message", text(label.text()))
              .build());
    }
    return Json.array(out);
  }

  private static Json fix(Fix fix) {
    Map<String, List<Json>> byFile = new LinkedHashMap<>();
    for (TextEdit edit : fix.edits()) {
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
                .put("artifactLocation", artifactLocation(path))
                .put("replacements", Json.array(replacements))
                .build()));
    return Json.object()
        .put("description", text(fix.safe() ? fix.title() : fix.title() + " (unsafe)"))
        .put("artifactChanges", Json.array(changes))
        .build();
  }

  private static Json physicalLocation(Span span) {
    return Json.object()
        .put("artifactLocation", artifactLocation(span.file().path()))
        .put("region", region(span))
        .build();
  }

  private static Json artifactLocation(String path) {
    return Json.object().put("uri", RelativeUri.encode(path)).build();
  }

  private static Json region(Span span) {
    Position from = span.startPosition();
    Position to = span.endPosition();
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
    return severity == Severity.INFO ? "note" : severity.keyword();
  }
}
