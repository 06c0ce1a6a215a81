package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import dev.procc.view.text.Style;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings as workflow commands of GitHub Actions, which shows them at the changed lines.
///
/// GitHub shows ten annotations of a level and step and drops the rest unsaid: of a level with more
/// the first nine are given, and a tenth that counts the others.
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
  public String emit(FindingsReport findings, Style style) {
    StringBuilder out = new StringBuilder();
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Finding finding : findings.findings()) {
      int before = counts.merge(finding.severity(), 1, Integer::sum) - 1;
      if (before >= MAX_PER_LEVEL - 1 && findings.count(finding.severity()) > MAX_PER_LEVEL) {
        continue;
      }
      out.append("::").append(level(finding.severity())).append(' ');
      Span span = finding.span();
      if (span != null) {
        Position from = span.startPosition();
        Position to = span.endPosition();
        out.append("file=").append(escapeProperty(span.file().path()));
        out.append(",line=").append(from.line()).append(",endLine=").append(to.line());
        if (from.line() == to.line()) {
          out.append(",col=").append(from.column()).append(",endColumn=").append(to.column());
        }
        out.append(',');
      }
      out.append("title=")
          .append(escapeProperty(finding.code().id() + " " + finding.code().name()));
      out.append("::").append(escapeData(withHint(finding.message(), finding.hint()))).append('\n');
    }
    counts.forEach((severity, count) -> {
      if (count > MAX_PER_LEVEL) {
        out.append("::").append(level(severity)).append(" title=procc ");
        out.append(escapeProperty(findings.command()))
            .append("::+")
            .append(count - MAX_PER_LEVEL + 1);
        out.append(" more; procc ").append(findings.command()).append(" shows all\n");
      }
    });
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      out.append("::error title=procc ").append(escapeProperty(findings.command())).append("::");
      out.append(escapeData(withHint(fault.message(), fault.hint()))).append('\n');
    }
    return out.toString();
  }

  private static String withHint(String message, @Nullable String hint) {
    return hint == null ? message : message + "\nhelp: " + hint;
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.keyword();
  }

  private static String escapeData(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapeProperty(String text) {
    return escapeData(text).replace(":", "%3A").replace(",", "%2C");
  }
}
