package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings for people: each with its source line underlined, and a summary at the end.
///
/// ```
/// error[PC301] unknown-person: "analyst-uk" is not in people.yaml
///   close.process.yaml:43:19
///    43 |         assignee: analyst-uk
///       |                   ^^^^^^^^^^ known: analyst-emea, analyst-us, manager, writer
///   fix (unsafe): analyst-us, Sam Okafor
/// ```
public final class FindingsText implements Emitter {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    TextPage out = new TextPage();
    for (Finding finding : findings.findings()) {
      appendFinding(out, finding, style);
      out.append('\n');
    }
    for (FindingsReport.ToolError fault : findings.toolErrors()) {
      out.append(style.severity(Severity.ERROR, "error")).append(": ");
      out.append(TerminalText.sanitize(fault.message())).append('\n');
      if (fault.hint() != null) {
        appendHint(out, fault.hint());
      }
    }
    if (findings.toolErrors().isEmpty()) {
      out.append(summary(findings)).append('\n');
    }
    return out.toText();
  }

  /// A single finding, without a summary.
  public static SafeText render(Finding finding, Style style) {
    TextPage out = new TextPage();
    appendFinding(out, finding, style);
    return out.toText();
  }

  private static void appendFinding(TextPage out, Finding finding, Style style) {
    String kind = finding.severity().keyword() + "[" + finding.code().id() + "]";
    out.append(style.severity(finding.severity(), kind)).append(' ');
    out.append(finding.code().name()).append(": ");
    out.append(style.bold(TerminalText.sanitize(finding.message()))).append('\n');
    boolean hintShown = false;
    Span span = finding.span();
    if (span != null) {
      appendLocation(out, span, places(finding), style);
      hintShown = appendSnippets(out, finding, span, style);
    } else if (!places(finding).isEmpty()) {
      out.append("  ").append(places(finding)).append('\n');
    }
    if (finding.hint() != null && !hintShown) {
      appendHint(out, finding.hint());
    }
    for (Fix fix : finding.fixes()) {
      out.append("  fix").append(fix.safe() ? ": " : " (unsafe): ");
      out.append(TerminalText.sanitize(fix.title())).append('\n');
    }
  }

  private static void appendLocation(TextPage out, Span span, String addresses, Style style) {
    out.append("  ").append(style.cyan(TerminalText.sanitize(span.toString())));
    if (!addresses.isEmpty()) {
      out.append(", ").append(addresses);
    }
    out.append('\n');
  }

  private static String places(Finding finding) {
    if (finding.occurrences() != null) {
      return TerminalText.sanitize(finding.occurrences().toString());
    }
    return finding.address() == null ? "" : "for " + TerminalText.sanitize(finding.address());
  }

  /// The primary snippet, then one for each label elsewhere.
  ///
  /// @return whether the hint was shown under the text
  private static boolean appendSnippets(TextPage out, Finding finding, Span span, Style style) {
    String primaryLabel = null;
    List<Label> secondaryLabels = new ArrayList<>();
    for (Label label : finding.labels()) {
      if (primaryLabel == null && label.span().equals(span)) {
        primaryLabel = label.text();
      } else {
        secondaryLabels.add(label);
      }
    }
    String hint = finding.hint();
    boolean hintShown =
        primaryLabel == null && hint != null && isWordHint(hint) && fits(span, hint);
    int gutter = gutter(span, secondaryLabels);
    new SourceSnippet(gutter, style)
        .append(out, span, '^', hintShown ? hint : primaryLabel, finding.severity());
    Span last = span;
    for (Label label : secondaryLabels) {
      if (!label.span().file().equals(last.file())) {
        appendLocation(out, label.span(), "", style);
      }
      last = label.span();
      new SourceSnippet(gutter, style).append(out, last, '-', label.text(), finding.severity());
    }
    return hintShown;
  }

  /// Whether a hint only names words, so that it reads well right under the wrong one.
  private static boolean isWordHint(String hint) {
    return hint.startsWith("did you mean ") || hint.startsWith("known: ");
  }

  private static boolean fits(Span span, @Nullable String hint) {
    return hint != null
        && span.startPosition().column() + span.length() + hint.length() + 8 <= SourceSnippet.WIDTH;
  }

  private static int gutter(Span span, List<Label> labels) {
    int line = span.startPosition().line();
    for (Label label : labels) {
      line = Math.max(line, label.span().startPosition().line());
    }
    return Math.max(3, Integer.toString(line).length() + 1);
  }

  private static void appendHint(TextPage out, String hint) {
    out.append("  help: ").append(TerminalText.sanitize(hint)).append('\n');
  }

  private static String summary(FindingsReport findings) {
    StringBuilder out = new StringBuilder();
    appendCount(out, findings.count(Severity.ERROR), "error");
    appendCount(out, findings.count(Severity.WARNING), "warning");
    appendCount(out, findings.count(Severity.INFO), "note");
    if (out.isEmpty()) {
      out.append("No findings");
    }
    int allowed = findings.suppressed().size();
    if (allowed > 0) {
      out.append(", ").append(allowed).append(" allowed");
    }
    if (findings.scope().text() != null) {
      out.append(" in ").append(findings.scope().text());
    }
    if (findings.scope().explainCommand() != null && !findings.findings().isEmpty()) {
      out.append(". More: ")
          .append(findings.scope().explainCommand())
          .append(' ')
          .append(mostSevere(findings));
    }
    return out.toString();
  }

  private static String mostSevere(FindingsReport findings) {
    Finding worst = findings.findings().getFirst();
    for (Finding finding : findings.findings()) {
      if (finding.severity().compareTo(worst.severity()) < 0) {
        worst = finding;
      }
    }
    return worst.code().id();
  }

  private static void appendCount(StringBuilder out, int count, String word) {
    if (count > 0) {
      out.append(out.isEmpty() ? "" : ", ").append(Plural.of(count, word));
    }
  }
}
