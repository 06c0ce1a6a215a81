package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.live.compare.DateMove;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An impact as one comment of a pull request, never longer than a host takes: it shows fewer rows
/// and says so. Everything that comes from definitions is escaped.
public final class ImpactMarkdown {
  /// What the comment begins with, so that it is found again.
  public static final String MARKER = "<!-- procc:impact ";

  private static final int LIMIT = 65_536;
  private static final int[] ROWS = {500, 100, 25, 5, 0};

  private final ImpactReport report;
  private final Impact impact;
  private final int rows;
  private final StringBuilder out = new StringBuilder();

  private ImpactMarkdown(ImpactReport report, int rows) {
    this.report = report;
    this.impact = report.impact();
    this.rows = rows;
  }

  /// The comment, with a line end at its end.
  public static String render(ImpactReport report) {
    String text = "";
    for (int rows : ROWS) {
      text = new ImpactMarkdown(report, rows).render();
      if (text.length() <= LIMIT) {
        return text;
      }
    }
    return text.substring(0, LIMIT - 1) + "\n";
  }

  private String render() {
    boolean truncated = rows != ROWS[0] || impact.dates().size() > rows;
    String marker = Json.object().put("v", 1).put("truncated", truncated).build().write();
    out.append(MARKER).append(marker).append(" -->\n");
    out.append("## procc impact: ").append(headline()).append("\n\n");
    out.append("**")
        .append(MarkdownText.plain(report.from()))
        .append("** → **")
        .append(MarkdownText.plain(report.to()))
        .append("**, as of ")
        .append(PlanWords.day(impact.plan().asOf()))
        .append(".\n\n");
    causes();
    dates();
    people();
    absences();
    findings("Becomes late, or cannot be met", ImpactWords.late(report));
    findings("Also found then", ImpactWords.others(report));
    findings("No longer found", report.gone());
    verdicts();
    return out.toString();
  }

  private String headline() {
    return MarkdownText.plain(ImpactWords.headline(impact));
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void more(int all) {
    if (all > rows) {
      out.append("\nand ").append(all - rows).append(" more, which `procc impact` prints\n");
    }
    out.append('\n');
  }

  private void causes() {
    Map<Cause, List<DateMove>> causes = impact.byCause();
    if (causes.isEmpty()) {
      return;
    }
    out.append("| Source | Line | Effect |\n|---|---|---|\n");
    int left = rows;
    for (Map.Entry<Cause, List<DateMove>> cause : causes.entrySet()) {
      if (left-- <= 0) {
        break;
      }
      List<FieldChange> changes = new ArrayList<>();
      Set<String> processes = new LinkedHashSet<>();
      for (DateMove date : cause.getValue()) {
        processes.add(date.process().identity());
        if (date.moves()) {
          changes.add(date.change());
        }
      }
      row(
          MarkdownText.code(cause.getKey().place()),
          MarkdownText.code(report.text(cause.getKey())),
          PlanWords.count(cause.getValue().size(), "date")
              + " in "
              + PlanWords.count(processes.size(), "process")
              + (changes.isEmpty() ? "" : EffectText.distance(changes)));
    }
    more(causes.size());
  }

  private void dates() {
    if (impact.dates().isEmpty()) {
      return;
    }
    out.append("### Dates\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    int left = rows;
    for (DateMove date : impact.dates()) {
      if (left-- <= 0) {
        break;
      }
      FieldChange change = date.change();
      row(
          MarkdownText.code(change.address()) + " " + PlanWords.dateLabel(change),
          ImpactWords.day(change.before()),
          "**" + ImpactWords.day(change.after()) + "**",
          change.rule() == null ? "" : MarkdownText.code(change.rule()));
    }
    more(impact.dates().size());
  }

  private void people() {
    Map<String, List<DateMove>> people = impact.byPerson();
    if (people.isEmpty()) {
      return;
    }
    out.append("### People\n| Who | Dates | First |\n|---|---|---|\n");
    int left = rows;
    for (Map.Entry<String, List<DateMove>> person : people.entrySet()) {
      if (left-- <= 0) {
        break;
      }
      row(
          MarkdownText.plain(impact.name(person.getKey())),
          Integer.toString(person.getValue().size()),
          ImpactWords.arrow(person.getValue().getFirst()).replace("->", "→"));
    }
    more(people.size());
  }

  private void absences() {
    for (ImpactReport.Absence absence : report.absences()) {
      out.append("### ")
          .append(MarkdownText.plain(absence.person()))
          .append(" away ")
          .append(DayText.of(absence.from()))
          .append(" to ")
          .append(DayText.of(absence.to()))
          .append('\n');
      out.append(
              absence.cover() == null
                  ? "Nobody covers."
                  : MarkdownText.plain(absence.cover()) + " covers.")
          .append("\n\n");
      int left = rows;
      for (ImpactReport.Due due : absence.due()) {
        if (left-- <= 0) {
          break;
        }
        out.append("- ")
            .append(DayText.of(due.date()))
            .append(due.field().equals("dueDate") ? ", task due: " : ", approval due: ")
            .append(MarkdownText.plain(due.title()))
            .append(" (")
            .append(MarkdownText.code(due.address()))
            .append(")\n");
      }
      more(absence.due().size());
    }
  }

  private void findings(String heading, List<Diagnostic> found) {
    if (found.isEmpty()) {
      return;
    }
    out.append("### ").append(heading).append('\n');
    int left = rows;
    for (Diagnostic each : found) {
      if (left-- <= 0) {
        break;
      }
      Span span = each.span();
      out.append("- ")
          .append(each.severity().word())
          .append(' ')
          .append(each.code().id())
          .append(": ")
          .append(MarkdownText.plain(each.message()));
      if (each.address() != null) {
        out.append(", ").append(MarkdownText.code(each.address()));
      }
      if (span != null) {
        out.append(", ").append(MarkdownText.code(span.line()));
      }
      out.append('\n');
    }
    more(found.size());
  }

  private void verdicts() {
    out.append("### If live equals the base\n");
    int left = rows;
    for (ProcessPlan process : impact.plan().processes()) {
      if (process.acts() && left-- > 0) {
        out.append("- ")
            .append(MarkdownText.code(process.identity()))
            .append(": ")
            .append(MarkdownText.plain(ImpactWords.verdict(process)))
            .append('\n');
      }
    }
    out.append('\n').append(ImpactWords.sums(impact.plan().summary())).append(".\n");
  }
}
