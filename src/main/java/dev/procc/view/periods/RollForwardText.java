package dev.procc.view.periods;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.periods.CarryOverIssue;
import dev.procc.language.periods.RollForward;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.process.ProcessJob;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A roll-forward as text.
public final class RollForwardText {
  private static final int MAX_SHOWN = 12;

  private RollForwardText() {}

  /// The next command: `procc plan close@2025-Q1`; `procc lint` if calendars have to be extended
  /// first.
  ///
  /// @param hasErrors whether the new period has errors
  public static String nextStep(RollForward done, boolean hasErrors) {
    List<String> identities = identities(done);
    String word = identities.isEmpty() ? "" : " " + String.join(" ", identities);
    return (hasErrors || lacksCalendarDays(done) ? "procc lint" : "procc plan") + word;
  }

  static List<String> identities(RollForward done) {
    List<String> identities = new ArrayList<>();
    for (CompiledProcess process : done.compilation().processes()) {
      identities.add(process.identity());
    }
    return identities;
  }

  /// The report: what was carried over, what was not, and the result of compiling the new period.
  public static SafeText render(RollForward done, Style style) {
    TextPage out = new TextPage().append(style.bold(done.period().key()));
    out.append("   ").append(done.period().label()).append(", ");
    out.append(DayText.format(done.period().start())).append(" to ");
    out.append(DayText.format(done.period().end())).append('\n');
    out.append("  after ").append(done.from()).append(", status ").append(done.status());
    out.append('\n');
    if (!done.skipped().isEmpty()) {
      out.append("  ").append(style.yellow("skipped: " + String.join(", ", done.skipped())));
      out.append('\n');
    }
    appendIssues(done, out, style);
    appendCompiled(done, out, style);
    return out.toText();
  }

  /// Writes what was not carried over, or is to be looked at.
  private static void appendIssues(RollForward done, TextPage out, Style style) {
    CarryOverIssue.CarryOverKind kind = null;
    int shown = 0;
    List<CarryOverIssue> comments = new ArrayList<>();
    for (CarryOverIssue each : done.issues()) {
      if (each.kind() == CarryOverIssue.CarryOverKind.COMMENT) {
        comments.add(each);
        continue;
      }
      if (each.kind() != kind) {
        appendMore(shown, out);
        kind = each.kind();
        shown = 0;
        out.append('\n').append(style.bold(kind.title())).append('\n');
      }
      shown++;
      if (shown <= MAX_SHOWN) {
        out.append("  ").append(TerminalText.sanitize(each.text()));
        if (each.span() != null) {
          out.append("   ").append(style.cyan(each.span().pathAndLine()));
        }
        out.append('\n');
      }
    }
    appendMore(shown, out);
    appendComments(comments, out, style);
    if (comments.size() == done.issues().size()) {
      out.append('\n');
      out.append("All dates, documents and names move to ").append(done.period().key());
      out.append(".").append('\n');
    }
  }

  /// Writes how many comments were copied, and where they are.
  private static void appendComments(List<CarryOverIssue> comments, TextPage out, Style style) {
    if (comments.isEmpty()) {
      return;
    }
    List<String> places = new ArrayList<>();
    for (CarryOverIssue each : comments) {
      if (each.span() != null) {
        String place = each.span().pathAndLine();
        places.add(places.isEmpty() ? place : place.substring(place.lastIndexOf(':')));
      }
    }
    out.append('\n').append(style.bold(CarryOverIssue.CarryOverKind.COMMENT.title())).append('\n');
    int shown = Plural.shown(places.size(), MAX_SHOWN);
    out.wrap(
        2,
        2,
        Plural.of(comments.size(), "comment")
            + " to read again: "
            + style.cyan(String.join(", ", places.subList(0, shown)))
            + (places.size() == shown ? "" : " and " + (places.size() - shown) + " more"));
  }

  /// The offers of the last runs, with the lines to paste.
  public static SafeText offers(RollForward done, List<RunOffer> offers) {
    TextPage out = new TextPage();
    out.append("The last run of each process").append('\n');
    if (offers.isEmpty()) {
      out.append("  nothing was late, returned, cancelled or added by hand").append('\n');
    }
    for (RunOffer offer : offers) {
      String label = offer.address().isEmpty() ? "" : "/" + offer.address();
      out.wrap(
          2,
          2,
          TerminalText.sanitize(
              offer.identity() + label + " \"" + offer.title() + "\": " + offer.why()));
    }
    appendLines(
        out,
        "To take it into account once, in " + done.path() + ":",
        "changes:",
        "  - ",
        offers.stream().filter(offer -> offer.kind().isChange()).toList());
    for (RunOffer offer : offers) {
      if (!offer.kind().isChange() && !offer.yaml().isEmpty()) {
        String of =
            offer.address().isEmpty()
                ? offer.identity().replaceFirst("@.*", "")
                : offer.address() + ", \"" + offer.title() + "\"";
        appendLines(
            out,
            (offer.address().isEmpty()
                    ? "To have it again, in the definition of "
                    : "To leave it out, at the task ")
                + of
                + ":",
            "",
            "",
            List.of(offer));
      }
    }
    return out.toText();
  }

  private static void appendLines(
      TextPage out, String title, String first, String bullet, List<RunOffer> offers) {
    List<String> lines = new ArrayList<>();
    for (RunOffer offer : offers) {
      if (!offer.yaml().isEmpty()) {
        lines.add(bullet + offer.yaml());
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    out.append('\n').append(TerminalText.sanitize(title)).append('\n');
    if (!first.isEmpty()) {
      out.append(first).append('\n');
    }
    lines.forEach(out::lines);
  }

  private static void appendMore(int shown, TextPage out) {
    if (shown > MAX_SHOWN) {
      out.append("  +").append(shown - MAX_SHOWN).append(" more: --format json").append('\n');
    }
  }

  private static void appendCompiled(RollForward done, TextPage out, Style style) {
    out.append('\n').append(style.bold("Compiled")).append('\n');
    for (CompiledProcess process : done.compilation().processes()) {
      LocalDate first = null;
      LocalDate last = null;
      for (ResolvedDate date : process.resolved().dates().dates()) {
        first = first == null || date.date().isBefore(first) ? date.date() : first;
        last = last == null || date.date().isAfter(last) ? date.date() : last;
      }
      long tasks =
          process.resolved().nodes().values().stream()
              .filter(n -> n.node() instanceof ProcessJob)
              .count();
      out.append("  ").append(process.identity()).append("   ").append(Plural.of(tasks, "task"));
      if (first != null && last != null) {
        out.append(", ").append(DayText.format(first)).append(" to ").append(DayText.format(last));
      }
      out.append('\n');
    }
    if (done.compilation().processes().isEmpty()) {
      out.append("  no process").append('\n');
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      List<Finding> of = new ArrayList<>();
      for (Finding each : done.findings()) {
        if (each.severity() == severity && !isStated(each, done)) {
          of.add(each);
        }
      }
      String word = severity == Severity.ERROR ? "error" : "warning";
      counts.add(Plural.of(of.size(), word));
      if (severity == Severity.ERROR && lacksCalendarDays(done)) {
        of = foldUncovered(of, out, style);
      }
      appendFindings(severity, word, of, out, style);
    }
    out.append("  ").append(String.join(", ", counts)).append('\n');
  }

  /// Whether the report has said it already, among what does not carry over.
  private static boolean isStated(Finding finding, RollForward done) {
    return finding.code().equals(ResolveCodes.CALENDAR_GAP) && lacksCalendarDays(done);
  }

  private static boolean lacksCalendarDays(RollForward done) {
    return done.issues().stream().anyMatch(u -> u.kind() == CarryOverIssue.CarryOverKind.CALENDAR);
  }

  /// Folds findings that follow from missing coverage of calendars, which the report has stated
  /// already.
  ///
  /// @return the other findings
  private static List<Finding> foldUncovered(List<Finding> found, TextPage out, Style style) {
    List<Finding> others = new ArrayList<>();
    for (Finding each : found) {
      if (!each.code().equals(DateCodes.OUTSIDE_CALENDAR)) {
        others.add(each);
      }
    }
    int folded = found.size() - others.size();
    if (folded > 0) {
      out.append("  ").append(style.severity(Severity.ERROR, "error[PC206]")).append(' ');
      out.append(Plural.of(folded, "date")).append(Plural.choose(folded, " counts", " count"));
      out.append(" days that were not looked up, see above").append('\n');
    }
    return others;
  }

  /// Appends findings, one line each; a line of a template only once.
  private static void appendFindings(
      Severity severity, String word, List<Finding> found, TextPage out, Style style) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Finding each : found) {
      String line =
          style.severity(severity, word + "[" + each.code().id() + "]")
              + " "
              + TerminalText.sanitize(each.message())
              + (each.span() == null ? "" : "   " + style.cyan(each.span().pathAndLine()));
      lines.merge(line, 1, Integer::sum);
    }
    int shown = 0;
    for (Map.Entry<String, Integer> line : lines.entrySet()) {
      if (++shown <= MAX_SHOWN) {
        out.append("  ").append(line.getKey());
        out.append(line.getValue() > 1 ? ", " + line.getValue() + " times" : "").append('\n');
      }
    }
    appendMore(shown, out);
  }
}
