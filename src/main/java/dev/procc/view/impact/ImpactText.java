package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.ImpactChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.view.findings.SameLine;
import dev.procc.view.plan.FieldChangeText;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.LoosenedGuardsText;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An impact as text: how much moves, which line changes what, the work and dates of each person,
/// what becomes late, and the plan.
public final class ImpactText {
  private static final int SHOWN_PROCESSES = 5;
  private static final int SHOWN_ROWS = 12;

  /// The most dates of a person with the same move that are named.
  private static final int MAX_ALIKE = 3;

  private final ImpactReport report;
  private final Impact impact;
  private final PlanLabels labels;
  private final boolean detail;
  private final Style style;
  private final TextPage page = new TextPage();

  /// The processes in groups: alike ones together; with `--detail`, each by itself.
  private final List<AlikeProcesses> groups;

  private ImpactText(ImpactReport report, boolean detail, Style style) {
    this.report = report;
    this.impact = report.impact();
    this.labels = new PlanLabels(impact.plan());
    this.detail = detail;
    this.style = style;
    this.groups = ImpactPhrases.groups(impact.plan().processes(), detail);
  }

  /// The report on one line: `7 dates move in 2 processes, at most 1 business day later; 6 stay`.
  public static String headline(ImpactReport report) {
    return ImpactPhrases.headline(report);
  }

  /// The text, with a line end at the end.
  ///
  /// @param detail whether every process, person and finding is listed
  public static SafeText render(ImpactReport report, boolean detail, Style style) {
    return new ImpactText(report, detail, style).render();
  }

  private SafeText render() {
    page.line(
        "procc impact   as of " + PlanLabels.dayText(impact.plan().header().asOf().toString()));
    page.wrap(
        0,
        2,
        TerminalText.sanitize(report.versions().from())
            + " -> "
            + TerminalText.sanitize(report.versions().to()));
    page.blank();
    LoosenedGuardsText.write(page, report.loosened(), style);
    page.wrap(0, 2, style.bold(ImpactPhrases.headline(report)));
    ImpactChange largest = impact.largest();
    if (largest != null && !ImpactPhrases.isUniformShift(impact)) {
      page.wrap(
          0, 2, "Farthest: " + TerminalText.sanitize(ImpactPhrases.moveText(largest, labels)));
    }
    page.blank();
    writeCauses();
    writePeople();
    writeAbsences();
    writeFindings("Becomes late, or cannot be met", ImpactPhrases.lateFindings(report), true);
    writeFindings("New findings", ImpactPhrases.others(report), true);
    writeFindings("No longer found", SameLine.fold(report.findings().removed()), false);
    writeOutcomes();
    return page.toText();
  }

  private void writeCauses() {
    for (Map.Entry<Cause, List<ImpactChange>> cause : impact.byCause().entrySet()) {
      page.wrap(
          0,
          2,
          style.cyan(TerminalText.sanitize(cause.getKey().location()))
              + "   "
              + TerminalText.sanitize(report.lineText(cause.getKey())));
      int remaining = detail ? Integer.MAX_VALUE : SHOWN_PROCESSES;
      int left = 0;
      for (AlikeProcesses alike : groups) {
        List<FieldChange> changes = Impact.changesBy(cause.getKey(), alike.told());
        if (!changes.isEmpty() && remaining-- > 0) {
          page.wrap(2, 2, ImpactPhrases.heading(alike, style));
          new FieldChangeText(labels, style, alike.told(), detail).write(page, changes, -1);
        } else {
          left += changes.isEmpty() ? 0 : alike.processes().size();
        }
      }
      if (left > 0) {
        page.line("  and " + Plural.of(left, "more process") + ": --detail");
      }
      page.blank();
    }
    writeUnmovedDates();
  }

  private void writeUnmovedDates() {
    int max = detail ? Integer.MAX_VALUE : UnmovedDates.MAX_BRIEF;
    for (AlikeProcesses alike : groups) {
      List<String> stay =
          UnmovedDates.sentences(alike.processes(), labels, max, "procc impact --detail");
      if (!stay.isEmpty() && (detail || groups.size() == 1)) {
        page.line(
            "Dates that stay in "
                + (alike.isMany()
                    ? Plural.of(alike.processes().size(), "process")
                    : TerminalText.sanitize(alike.told().identity())));
        stay.forEach(sentence -> page.wrap(2, 2, sentence));
        page.blank();
      }
    }
  }

  private void writePeople() {
    Map<String, List<ImpactChange>> dates = impact.byPerson();
    Map<String, String> work = new LinkedHashMap<>();
    for (PeopleChanges.PersonChanges row : PeopleChanges.of(impact.plan().processes(), labels)) {
      String text = row.workSentence();
      if (!text.isEmpty() || dates.containsKey(row.id())) {
        work.put(row.id(), text);
      }
    }
    dates.keySet().forEach(id -> work.putIfAbsent(id, ""));
    if (work.isEmpty()) {
      return;
    }
    page.line("People");
    work.forEach((id, text) -> writePerson(id, text, dates.getOrDefault(id, List.of())));
    page.blank();
  }

  /// @param work `2 tasks -> 3 tasks; takes over 1 task`; empty if it does not change
  private void writePerson(String id, String work, List<ImpactChange> ofPerson) {
    List<ImpactChange> dates = new ArrayList<>(ofPerson);
    dates.sort((a, b) ->
        ImpactPhrases.beforeAfter(a)
            .substring(4)
            .compareTo(ImpactPhrases.beforeAfter(b).substring(4)));
    page.wrap(
        2,
        4,
        style.bold(TerminalText.sanitize(impact.personName(id)))
            + (work.isEmpty() ? "" : "   " + work)
            + (dates.isEmpty() ? "" : "   " + Plural.of(dates.size(), "date")));
    boolean several = impact.plan().processes().size() > 1;
    int remaining = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
    int left = dates.size();
    for (Map.Entry<String, List<ImpactChange>> move : byMove(dates).entrySet()) {
      List<ImpactChange> alike = move.getValue();
      int named = !detail && alike.size() > MAX_ALIKE ? 1 : alike.size();
      for (ImpactChange date : alike.subList(0, Math.min(named, Math.max(0, remaining)))) {
        String more = named < alike.size() ? " and " + (alike.size() - 1) + " more: --detail" : "";
        String node = ImpactPhrases.nodeText(date, labels, several);
        page.wrap(4, 4, move.getKey() + node + more);
        left -= alike.size() / named;
      }
      remaining -= named;
    }
    if (left > 0) {
      page.line("    and " + left + " more: --detail");
    }
  }

  /// The dates of one field that move from the same day to the same other day, together.
  private static Map<String, List<ImpactChange>> byMove(List<ImpactChange> dates) {
    Map<String, List<ImpactChange>> moves = new LinkedHashMap<>();
    for (ImpactChange date : dates) {
      String move =
          ImpactPhrases.beforeAfter(date)
              + "   "
              + TextPage.pad(PlanLabels.label(date.change()), 14);
      moves.computeIfAbsent(move, m -> new ArrayList<>()).add(date);
    }
    return moves;
  }

  private void writeAbsences() {
    for (ImpactReport.SupposedAbsence absence : report.absences()) {
      page.wrap(
          0,
          2,
          style.bold(TerminalText.sanitize(absence.person()))
              + " away "
              + DayText.format(absence.from())
              + " to "
              + DayText.format(absence.to())
              + (absence.cover() == null
                  ? "; no cover given"
                  : "; cover as given: "
                      + TerminalText.sanitize(absence.cover())
                      + "; the tasks stay with "
                      + TerminalText.sanitize(absence.person())));
      if (absence.due().isEmpty()) {
        page.line("  nothing falls due meanwhile");
      }
      for (ImpactReport.DueDuringAbsence due : absence.due()) {
        page.wrap(
            2,
            4,
            DayText.format(due.date())
                + "   "
                + TextPage.pad(
                    FieldRole.of(due.field()) == FieldRole.DUE_DATE ? "task due" : "approval due",
                    14)
                + (due.title().isEmpty()
                    ? TerminalText.sanitize(due.address())
                    : "\"" + TerminalText.sanitize(due.title()) + "\""));
      }
      page.blank();
    }
  }

  private void writeFindings(String heading, List<Finding> findings, boolean isNew) {
    if (findings.isEmpty()) {
      return;
    }
    page.line(heading);
    int remaining = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
    for (Finding finding : findings) {
      if (remaining-- == 0) {
        page.line("  and " + (findings.size() - SHOWN_ROWS) + " more: --detail");
        break;
      }
      String code = finding.severity().keyword() + "[" + finding.code().id() + "]";
      Span span = finding.span();
      page.wrap(
          2,
          2,
          (isNew ? style.severity(finding.severity(), code) : code)
              + " "
              + TerminalText.sanitize(ImpactPhrases.text(finding, report))
              + (span == null ? "" : "   " + TerminalText.sanitize(span.pathAndLine())));
    }
    page.blank();
  }

  private void writeOutcomes() {
    if (!report.outOfReach().isEmpty()) {
      page.wrap(
          0,
          2,
          "Out of reach, their period being closed: "
              + TerminalText.sanitize(String.join(", ", report.outOfReach())));
    }
    if (impact.plan().processes().isEmpty()) {
      return;
    }
    page.line("If nobody has edited Workiva");
    int remaining = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
    int left = 0;
    for (AlikeProcesses alike : groups) {
      ProcessPlan process = alike.told();
      if (!ImpactPhrases.hasOutcome(process)) {
        continue;
      }
      if (remaining-- <= 0) {
        left += alike.processes().size();
      } else {
        page.wrap(
            2,
            4,
            style.bold(alike.isMany() ? alike.heading() : TerminalText.sanitize(process.identity()))
                + "   "
                + TerminalText.sanitize(ImpactPhrases.outcomeText(alike, labels)));
      }
    }
    if (left > 0) {
      page.line("  and " + Plural.of(left, "more process") + ": --detail");
    }
    page.wrap(2, 2, ImpactPhrases.summaryLine(impact.plan().summary()));
  }
}
