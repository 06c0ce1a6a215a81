package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
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
  private static final int MOST = 10;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public String emit(Findings findings, Style style) {
    StringBuilder out = new StringBuilder();
    Map<Severity, Integer> given = new EnumMap<>(Severity.class);
    for (Diagnostic found : findings.diagnostics()) {
      int before = given.merge(found.severity(), 1, Integer::sum) - 1;
      if (before >= MOST - 1 && findings.count(found.severity()) > MOST) {
        continue;
      }
      out.append("::").append(level(found.severity())).append(' ');
      Span span = found.span();
      if (span != null) {
        Position from = span.from();
        Position to = span.to();
        out.append("file=").append(property(span.file().path()));
        out.append(",line=").append(from.line()).append(",endLine=").append(to.line());
        if (from.line() == to.line()) {
          out.append(",col=").append(from.column()).append(",endColumn=").append(to.column());
        }
        out.append(',');
      }
      out.append("title=").append(property(found.code().id() + " " + found.code().name()));
      out.append("::").append(data(text(found.message(), found.hint()))).append('\n');
    }
    given.forEach((severity, count) -> {
      if (count > MOST) {
        out.append("::").append(level(severity)).append(" title=procc ");
        out.append(property(findings.command())).append("::+").append(count - MOST + 1);
        out.append(" more; procc ").append(findings.command()).append(" shows all\n");
      }
    });
    for (Findings.Fault fault : findings.faults()) {
      out.append("::error title=procc ").append(property(findings.command())).append("::");
      out.append(data(text(fault.message(), fault.hint()))).append('\n');
    }
    return out.toString();
  }

  private static String text(String message, @Nullable String hint) {
    return hint == null ? message : message + "\nhelp: " + hint;
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
