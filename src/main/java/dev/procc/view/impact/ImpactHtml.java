package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.live.planfile.Plan;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.view.findings.SameLine;
import dev.procc.view.plan.PlanHtml;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/// An impact as an HTML page without scripts, fonts or pictures from elsewhere.
public final class ImpactHtml {
  private ImpactHtml() {}

  public static SafeText render(ImpactReport report) {
    Plan plan = report.impact().plan().withLoosened(report.loosened());
    PlanLabels labels = new PlanLabels(plan);
    List<PlanHtml.Section> sections = new ArrayList<>();
    report.absences().forEach(absence -> sections.add(absenceSection(absence)));
    addFindings(
        sections, report, "Becomes late, or cannot be met", ImpactPhrases.lateFindings(report));
    addFindings(sections, report, "New findings", ImpactPhrases.others(report));
    addFindings(sections, report, "No longer found", SameLine.fold(report.findings().removed()));
    if (!report.outOfReach().isEmpty()) {
      sections.add(
          new PlanHtml.Section("Out of reach, their period being closed", report.outOfReach()));
    }
    String versions =
        report.versions().from()
            + " -> "
            + report.versions().to()
            + ", as of "
            + PlanLabels.dayText(plan.header().asOf().toString());
    return PlanHtml.renderComparison(
        plan,
        new PlanHtml.Comparison(
            "impact",
            versions,
            ImpactPhrases.headline(report),
            sections,
            "If nobody has edited Workiva: " + ImpactPhrases.summaryLine(plan.summary())),
        alike -> ImpactPhrases.outcomeText(alike, labels));
  }

  private static PlanHtml.Section absenceSection(ImpactReport.SupposedAbsence absence) {
    List<String> items = new ArrayList<>();
    items.add(
        absence.cover() == null
            ? "no cover given"
            : "cover as given: " + absence.cover() + "; the tasks stay with " + absence.person());
    for (ImpactReport.DueDuringAbsence due : absence.due()) {
      boolean task = FieldRole.of(due.field()) == FieldRole.DUE_DATE;
      items.add(
          DayText.format(due.date())
              + (task ? ", task due: " : ", approval due: ")
              + (due.title().isEmpty() ? due.address() : due.title()));
    }
    return new PlanHtml.Section(
        absence.person()
            + " away "
            + DayText.format(absence.from())
            + " to "
            + DayText.format(absence.to()),
        items);
  }

  private static void addFindings(
      List<PlanHtml.Section> sections,
      ImpactReport report,
      String heading,
      List<Finding> findings) {
    List<String> items = new ArrayList<>();
    for (Finding finding : findings) {
      Span span = finding.span();
      items.add(
          finding.severity().keyword()
              + " "
              + finding.code().id()
              + ": "
              + ImpactPhrases.text(finding, report)
              + (span == null ? "" : ", " + span.pathAndLine()));
    }
    if (!items.isEmpty()) {
      sections.add(new PlanHtml.Section(heading, items));
    }
  }
}
