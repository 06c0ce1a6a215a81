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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Findings for people: each with its source line underlined, and one line that sums up.
///
/// ```
/// error[PC301] unknown-person: "analyst-uk" is not in people.yaml
///   close.process.yaml:43:19
///    43 |         assignee: analyst-uk
///       |                   ^^^^^^^^^^ known: analyst-emea, analyst-us, manager, writer
///   fix (unsafe): analyst-us, Sam Okafor
/// ```
public final class FindingsText implements Emitter {
  private static final int MAX_ADDRESSES = 5;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public SafeText emit(FindingsReport findings, Style style) {
    TextPage out = new TextPage();
    List<Finding> all = findings.findings();
    int at = 0;
    while (at < all.size()) {
      int end = at + 1;
      while (end < all.size() && isSameFinding(all.get(at), all.get(end))) {
        end++;
      }
      appendFinding(out, all.subList(at, end), style);
      out.append('\n');
      at = end;
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

  /// One finding alone, without a line that sums up.
  public static SafeText render(Finding finding, Style style) {
    TextPage out = new TextPage();
    appendFinding(out, List.of(finding), style);
    return out.toText();
  }

  /// The same finding at the same text, for another place that the text makes.
  private static boolean isSameFinding(Finding a, Finding b) {
    return a.code().equals(b.code())
        && a.severity() == b.severity()
        && a.message().equals(b.message())
        && a.address() != null
        && b.address() != null
        && Objects.equals(a.span(), b.span())
        && Objects.equals(a.hint(), b.hint())
        && a.labels().equals(b.labels());
  }

  private static void appendFinding(TextPage out, List<Finding> occurrences, Style style) {
    Finding first = occurrences.getFirst();
    String kind = first.severity().keyword() + "[" + first.code().id() + "]";
    out.append(style.severity(first.severity(), kind)).append(' ');
    out.append(first.code().name()).append(": ");
    out.append(style.bold(TerminalText.sanitize(first.message()))).append('\n');
    boolean hintShown = false;
    Span span = first.span();
    if (span != null) {
      appendLocation(out, span, addresses(occurrences), style);
      hintShown = appendSnippets(out, first, span, style);
    } else if (first.address() != null) {
      out.append("  ").append(addresses(occurrences)).append('\n');
    }
    if (first.hint() != null && !hintShown) {
      appendHint(out, first.hint());
    }
    for (Fix fix : first.fixes()) {
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

  private static String addresses(List<Finding> occurrences) {
    String firstAddress = occurrences.getFirst().address();
    if (occurrences.size() == 1) {
      return firstAddress == null ? "" : "for " + TerminalText.sanitize(firstAddress);
    }
    StringBuilder out = new StringBuilder("in ").append(occurrences.size()).append(" places: ");
    for (int i = 0; i < Math.min(MAX_ADDRESSES, occurrences.size()); i++) {
      String address = occurrences.get(i).address();
      out.append(i == 0 ? "" : ", ").append(TerminalText.sanitize(address == null ? "" : address));
    }
    if (occurrences.size() > MAX_ADDRESSES) {
      out.append(" and ").append(occurrences.size() - MAX_ADDRESSES).append(" more");
    }
    return out.toString();
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
