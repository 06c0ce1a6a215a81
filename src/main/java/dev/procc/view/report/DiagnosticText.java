package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Span;
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
public final class DiagnosticText implements Emitter {
  private static final int PLACES = 5;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String emit(Findings findings, Style style) {
    StringBuilder out = new StringBuilder();
    List<Diagnostic> all = findings.diagnostics();
    int at = 0;
    while (at < all.size()) {
      int end = at + 1;
      while (end < all.size() && alike(all.get(at), all.get(end))) {
        end++;
      }
      one(out, all.subList(at, end), style);
      out.append('\n');
      at = end;
    }
    for (Findings.Fault fault : findings.faults()) {
      out.append(style.severity(Severity.ERROR, "error")).append(": ");
      out.append(Columns.shown(fault.message())).append('\n');
      if (fault.hint() != null) {
        help(out, fault.hint());
      }
    }
    if (findings.faults().isEmpty()) {
      out.append(summary(findings)).append('\n');
    }
    return out.toString();
  }

  /// One finding alone, without a line that sums up.
  public static String render(Diagnostic diagnostic, Style style) {
    StringBuilder out = new StringBuilder();
    one(out, List.of(diagnostic), style);
    return out.toString();
  }

  /// The same finding at the same text, for another place that the text makes.
  private static boolean alike(Diagnostic a, Diagnostic b) {
    return a.code().equals(b.code())
        && a.severity() == b.severity()
        && a.message().equals(b.message())
        && a.address() != null
        && b.address() != null
        && Objects.equals(a.span(), b.span())
        && Objects.equals(a.hint(), b.hint())
        && a.labels().equals(b.labels());
  }

  private static void one(StringBuilder out, List<Diagnostic> places, Style style) {
    Diagnostic first = places.getFirst();
    String kind = first.severity().word() + "[" + first.code().id() + "]";
    out.append(style.severity(first.severity(), kind)).append(' ');
    out.append(first.code().name()).append(": ");
    out.append(style.bold(Columns.shown(first.message()))).append('\n');
    boolean hintShown = false;
    Span span = first.span();
    if (span != null) {
      place(out, span, addresses(places), style);
      hintShown = snippets(out, first, span, style);
    } else if (first.address() != null) {
      out.append("  ").append(addresses(places)).append('\n');
    }
    if (first.hint() != null && !hintShown) {
      help(out, first.hint());
    }
    for (Fix fix : first.fixes()) {
      out.append("  fix").append(fix.safe() ? ": " : " (unsafe): ");
      out.append(Columns.shown(fix.title())).append('\n');
    }
  }

  private static void place(StringBuilder out, Span span, String addresses, Style style) {
    out.append("  ").append(style.cyan(Columns.shown(span.toString())));
    if (!addresses.isEmpty()) {
      out.append(", ").append(addresses);
    }
    out.append('\n');
  }

  private static String addresses(List<Diagnostic> places) {
    String only = places.getFirst().address();
    if (places.size() == 1) {
      return only == null ? "" : "for " + Columns.shown(only);
    }
    StringBuilder out = new StringBuilder("in ").append(places.size()).append(" places: ");
    for (int i = 0; i < Math.min(PLACES, places.size()); i++) {
      String address = places.get(i).address();
      out.append(i == 0 ? "" : ", ").append(Columns.shown(address == null ? "" : address));
    }
    if (places.size() > PLACES) {
      out.append(" and ").append(places.size() - PLACES).append(" more");
    }
    return out.toString();
  }

  /// The primary snippet, then one for each label elsewhere.
  ///
  /// @return whether the hint was shown under the text
  private static boolean snippets(StringBuilder out, Diagnostic found, Span span, Style style) {
    String under = null;
    List<Label> others = new ArrayList<>();
    for (Label label : found.labels()) {
      if (under == null && label.span().equals(span)) {
        under = label.text();
      } else {
        others.add(label);
      }
    }
    String hint = found.hint();
    boolean hintShown = under == null && hint != null && isWord(hint) && fits(span, hint);
    int gutter = gutter(span, others);
    new Snippet(gutter, style).append(out, span, '^', hintShown ? hint : under, found.severity());
    Span last = span;
    for (Label label : others) {
      if (!label.span().file().equals(last.file())) {
        place(out, label.span(), "", style);
      }
      last = label.span();
      new Snippet(gutter, style).append(out, last, '-', label.text(), found.severity());
    }
    return hintShown;
  }

  /// Whether a hint only names words, so that it reads well right under the wrong one.
  private static boolean isWord(String hint) {
    return hint.startsWith("did you mean ") || hint.startsWith("known: ");
  }

  private static boolean fits(Span span, @Nullable String hint) {
    return hint != null
        && span.from().column() + span.length() + hint.length() + 8 <= Snippet.WIDTH;
  }

  private static int gutter(Span span, List<Label> labels) {
    int line = span.from().line();
    for (Label label : labels) {
      line = Math.max(line, label.span().from().line());
    }
    return Math.max(3, Integer.toString(line).length() + 1);
  }

  private static void help(StringBuilder out, String hint) {
    out.append("  help: ").append(Columns.shown(hint)).append('\n');
  }

  private static String summary(Findings findings) {
    StringBuilder out = new StringBuilder();
    part(out, findings.count(Severity.ERROR), "error");
    part(out, findings.count(Severity.WARNING), "warning");
    part(out, findings.count(Severity.INFO), "note");
    if (out.isEmpty()) {
      out.append("No findings");
    }
    int allowed = findings.suppressed().size();
    if (allowed > 0) {
      out.append(", ").append(allowed).append(" allowed");
    }
    if (findings.scope() != null) {
      out.append(" in ").append(findings.scope());
    }
    if (findings.more() != null && !findings.diagnostics().isEmpty()) {
      out.append(". More: ").append(findings.more()).append(' ').append(worst(findings));
    }
    return out.toString();
  }

  private static String worst(Findings findings) {
    Diagnostic worst = findings.diagnostics().getFirst();
    for (Diagnostic each : findings.diagnostics()) {
      if (each.severity().compareTo(worst.severity()) < 0) {
        worst = each;
      }
    }
    return worst.code().id();
  }

  private static void part(StringBuilder out, int count, String word) {
    if (count > 0) {
      out.append(out.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
      out.append(count == 1 ? "" : "s");
    }
  }
}
