package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.live.compare.DueDateChange;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.FieldChangeText;
import dev.procc.view.plan.LoosenedGuardsText;
import dev.procc.view.plan.PlanLabels;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An impact as one comment of a pull request, never longer than the limit of the host: rows are
/// left out, and it says so. Text from definitions is escaped.
public final class ImpactMarkdown {
  /// The hidden marker at the start, which identifies the comment.
  public static final String MARKER = "<!-- procc:impact ";

  private static final int MAX_LENGTH = 65_536;

  /// How many loosened guards are listed, however short the comment has to be.
  private static final int MAX_GUARDS = 10;

  private static final int[] ROW_LIMITS = {500, 100, 25, 5, 0};

  private final ImpactReport report;
  private final Impact impact;
  private final int maxRows;
  private final StringBuilder out = new StringBuilder();

  private ImpactMarkdown(ImpactReport report, int rows) {
    this.report = report;
    this.impact = report.impact();
    this.maxRows = rows;
  }

  /// The comment, with a line end at its end.
  public static SafeText render(ImpactReport report) {
    String text = "";
    for (int rows : ROW_LIMITS) {
      text = new ImpactMarkdown(report, rows).render();
      if (text.length() <= MAX_LENGTH) {
        return MarkdownText.document(text);
      }
    }
    return MarkdownText.document(text.substring(0, MAX_LENGTH - 1));
  }

  private String render() {
    boolean truncated = maxRows != ROW_LIMITS[0] || impact.dates().size() > maxRows;
    String marker = Json.object().put("v", 1).put("truncated", truncated).build().write();
    out.append(MARKER).append(marker).append(" -->\n");
    out.append("## procc impact: ").append(headline()).append("\n\n");
    out.append("**")
        .append(MarkdownText.plain(report.versions().from()))
        .append("** → **")
        .append(MarkdownText.plain(report.versions().to()))
        .append("**, as of ")
        .append(PlanLabels.dayText(impact.plan().header().asOf().toString()))
        .append(".\n\n");
    LoosenedGuardsText.writeMarkdown(out, report.loosened(), Math.max(MAX_GUARDS, maxRows));
    writeCauses();
    writeDates();
    writePeople();
    writeAbsences();
    writeFindings("Becomes late, or cannot be met", ImpactPhrases.lateFindings(report));
    writeFindings("Also found then", ImpactPhrases.others(report));
    writeFindings("No longer found", report.findings().removed());
    writeOutcomes();
    return out.toString();
  }

  private String headline() {
    return MarkdownText.plain(ImpactPhrases.headline(impact));
  }

  private void writeRow(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void writeMore(int all) {
    if (all > maxRows) {
      out.append("\nand ").append(all - maxRows).append(" more, which `procc impact` prints\n");
    }
    out.append('\n');
  }

  private void writeCauses() {
    Map<Cause, List<DueDateChange>> causes = impact.byCause();
    if (causes.isEmpty()) {
      return;
    }
    out.append("| Source | Line | Effect |\n|---|---|---|\n");
    int remaining = maxRows;
    for (Map.Entry<Cause, List<DueDateChange>> cause : causes.entrySet()) {
      if (remaining-- <= 0) {
        break;
      }
      List<FieldChange> changes = new ArrayList<>();
      Set<String> processes = new LinkedHashSet<>();
      for (DueDateChange date : cause.getValue()) {
        processes.add(date.process().identity());
        if (date.moves()) {
          changes.add(date.change());
        }
      }
      writeRow(
          MarkdownText.code(cause.getKey().location()),
          MarkdownText.code(report.lineText(cause.getKey())),
          Plural.of(cause.getValue().size(), "date")
              + " in "
              + Plural.of(processes.size(), "process")
              + (changes.isEmpty() ? "" : FieldChangeText.shiftRange(changes)));
    }
    writeMore(causes.size());
  }

  private void writeDates() {
    if (impact.dates().isEmpty()) {
      return;
    }
    out.append("### Dates\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    int remaining = maxRows;
    for (DueDateChange date : impact.dates()) {
      if (remaining-- <= 0) {
        break;
      }
      FieldChange change = date.change();
      writeRow(
          MarkdownText.code(change.address()) + " " + PlanLabels.label(change),
          ImpactPhrases.dayText(change.before()),
          "**" + ImpactPhrases.dayText(change.after()) + "**",
          change.value().dateExpression() == null
              ? ""
              : MarkdownText.code(change.value().dateExpression()));
    }
    writeMore(impact.dates().size());
  }

  private void writePeople() {
    Map<String, List<DueDateChange>> people = impact.byPerson();
    if (people.isEmpty()) {
      return;
    }
    out.append("### People\n| Who | Dates | First |\n|---|---|---|\n");
    int remaining = maxRows;
    for (Map.Entry<String, List<DueDateChange>> person : people.entrySet()) {
      if (remaining-- <= 0) {
        break;
      }
      writeRow(
          MarkdownText.plain(impact.personName(person.getKey())),
          Integer.toString(person.getValue().size()),
          ImpactPhrases.beforeAfter(person.getValue().getFirst()).replace("->", "→"));
    }
    writeMore(people.size());
  }

  private void writeAbsences() {
    for (ImpactReport.SupposedAbsence absence : report.absences()) {
      out.append("### ")
          .append(MarkdownText.plain(absence.person()))
          .append(" away ")
          .append(DayText.format(absence.from()))
          .append(" to ")
          .append(DayText.format(absence.to()))
          .append('\n');
      out.append(
              absence.cover() == null
                  ? "Nobody covers."
                  : MarkdownText.plain(absence.cover()) + " covers.")
          .append("\n\n");
      int remaining = maxRows;
      for (ImpactReport.DueDuringAbsence due : absence.due()) {
        if (remaining-- <= 0) {
          break;
        }
        out.append("- ")
            .append(DayText.format(due.date()))
            .append(
                FieldRole.of(due.field()) == FieldRole.DUE_DATE
                    ? ", task due: "
                    : ", approval due: ")
            .append(MarkdownText.plain(due.title()))
            .append(" (")
            .append(MarkdownText.code(due.address()))
            .append(")\n");
      }
      writeMore(absence.due().size());
    }
  }

  private void writeFindings(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    out.append("### ").append(heading).append('\n');
    int remaining = maxRows;
    for (Finding finding : findings) {
      if (remaining-- <= 0) {
        break;
      }
      Span span = finding.span();
      out.append("- ")
          .append(finding.severity().keyword())
          .append(' ')
          .append(finding.code().id())
          .append(": ")
          .append(MarkdownText.plain(finding.message()));
      if (finding.address() != null) {
        out.append(", ").append(MarkdownText.code(finding.address()));
      }
      if (span != null) {
        out.append(", ").append(MarkdownText.code(span.pathAndLine()));
      }
      out.append('\n');
    }
    writeMore(findings.size());
  }

  private void writeOutcomes() {
    out.append("### If live equals the base\n");
    int remaining = maxRows;
    for (ProcessPlan process : impact.plan().processes()) {
      if (process.hasActions() && remaining-- > 0) {
        out.append("- ")
            .append(MarkdownText.code(process.identity()))
            .append(": ")
            .append(MarkdownText.plain(ImpactPhrases.outcomeText(process)))
            .append('\n');
      }
    }
    out.append('\n').append(ImpactPhrases.summaryLine(impact.plan().summary())).append(".\n");
  }
}
