package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.WorkflowCommands;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings as workflow commands of GitHub Actions, which shows them at the changed lines.
///
/// GitHub shows ten annotations of a level and step, and silently drops the rest: of a level with
/// more, the first nine are given, and a tenth with the number of the others.
///
/// `::error file=close.process.yaml,line=43,endLine=43,col=19,endColumn=29,title=PC301
/// unknown-person::"analyst-uk" is not in people.yaml`
final class GithubAnnotations implements Emitter {
  private static final int MAX_PER_LEVEL = 10;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    WorkflowCommands out = new WorkflowCommands();
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Finding finding : findings.findings()) {
      int before = counts.merge(finding.severity(), 1, Integer::sum) - 1;
      if (before < MAX_PER_LEVEL - 1 || findings.count(finding.severity()) <= MAX_PER_LEVEL) {
        out.add(
            level(finding.severity()),
            properties(finding),
            message(finding.messageWithPlaces(), finding.hint()));
      }
    }
    Map<String, Object> title = Map.of("title", "procc " + findings.command());
    counts.forEach((severity, count) -> {
      if (count > MAX_PER_LEVEL) {
        int more = findings.count(severity) - MAX_PER_LEVEL + 1;
        String text = "+" + more + " more; procc " + findings.command() + " shows all";
        out.add(level(severity), title, List.of(text));
      }
    });
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      out.add("error", title, message(fault.message(), fault.hint()));
    }
    return out.toText();
  }

  private static Map<String, Object> properties(Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Span span = finding.span();
    if (span != null) {
      Position from = span.startPosition();
      Position to = span.endPosition();
      properties.put("file", span.file().path());
      properties.put("line", from.line());
      properties.put("endLine", to.line());
      if (from.line() == to.line()) {
        properties.put("col", from.column());
        properties.put("endColumn", to.column());
      }
    }
    properties.put("title", finding.code().id() + " " + finding.code().name());
    return properties;
  }

  private static List<String> message(String message, @Nullable String hint) {
    return hint == null ? List.of(message) : List.of(message, "help: " + hint);
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.keyword();
  }
}
