package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import dev.procc.live.compare.DateMove;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An impact as people read it on a terminal: how much moves, which line moves what, whose days
/// they are, what becomes late, and what a plan would be.
public final class ImpactText {
  private static final int SHOWN_PROCESSES = 5;
  private static final int SHOWN_ROWS = 12;

  private final ImpactReport report;
  private final Impact impact;
  private final PlanWords words;
  private final boolean detail;
  private final Style style;
  private final Page page = new Page();

  private ImpactText(ImpactReport report, boolean detail, Style style) {
    this.report = report;
    this.impact = report.impact();
    this.words = new PlanWords(impact.plan());
    this.detail = detail;
    this.style = style;
  }

  /// The text, with a line end at its end.
  ///
  /// @param detail whether every process, person and finding is told
  public static String render(ImpactReport report, boolean detail, Style style) {
    return new ImpactText(report, detail, style).render();
  }

  private String render() {
    page.line("procc impact   as of " + PlanWords.day(impact.plan().asOf()));
    page.wrap(0, 2, Columns.shown(report.from()) + " -> " + Columns.shown(report.to()));
    page.blank();
    page.wrap(0, 2, style.bold(ImpactWords.headline(impact)));
    DateMove largest = impact.largest();
    if (largest != null && !ImpactWords.alike(impact)) {
      page.wrap(0, 2, "Farthest: " + Columns.shown(ImpactWords.largest(largest)));
    }
    page.blank();
    causes();
    people();
    absences();
    findings("Becomes late, or cannot be met", ImpactWords.late(report), true);
    findings("Also found then", ImpactWords.others(report), true);
    findings("No longer found", report.gone(), false);
    verdicts();
    return page.toString();
  }

  private void causes() {
    for (Map.Entry<Cause, List<DateMove>> cause : impact.byCause().entrySet()) {
      page.wrap(
          0,
          2,
          style.cyan(Columns.shown(cause.getKey().place()))
              + "   "
              + Columns.shown(report.text(cause.getKey())));
      Map<String, ProcessPlan> plans = new LinkedHashMap<>();
      Map<String, List<FieldChange>> processes = new LinkedHashMap<>();
      for (DateMove date : cause.getValue()) {
        String identity = date.process().identity();
        plans.put(identity, date.process());
        processes.computeIfAbsent(identity, p -> new ArrayList<>()).add(date.change());
      }
      int left = detail ? Integer.MAX_VALUE : SHOWN_PROCESSES;
      for (Map.Entry<String, ProcessPlan> plan : plans.entrySet()) {
        if (left-- == 0) {
          page.line(
              "  and "
                  + PlanWords.count(processes.size() - SHOWN_PROCESSES, "more process")
                  + ": --detail");
          break;
        }
        page.line("  " + heading(plan.getValue()));
        new EffectText(words, style, plan.getValue(), detail)
            .write(page, processes.getOrDefault(plan.getKey(), List.of()), -1);
      }
      page.blank();
    }
  }

  private String heading(ProcessPlan process) {
    String name = process.name().isEmpty() ? "" : "  \"" + Columns.shown(process.name()) + "\"";
    return style.bold(Columns.shown(process.identity())) + name;
  }

  private void people() {
    Map<String, List<DateMove>> people = impact.byPerson();
    if (people.isEmpty()) {
      return;
    }
    page.line("People");
    boolean several = impact.plan().processes().size() > 1;
    for (Map.Entry<String, List<DateMove>> person : people.entrySet()) {
      List<DateMove> dates = new ArrayList<>(person.getValue());
      dates.sort(
          (a, b) -> ImpactWords.arrow(a).substring(4).compareTo(ImpactWords.arrow(b).substring(4)));
      page.line(
          "  "
              + style.bold(Columns.shown(impact.name(person.getKey())))
              + "   "
              + PlanWords.count(dates.size(), "date"));
      int left = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
      for (DateMove date : dates) {
        if (left-- == 0) {
          page.line("    and " + (dates.size() - SHOWN_ROWS) + " more: --detail");
          break;
        }
        FieldChange change = date.change();
        page.wrap(
            4,
            4,
            ImpactWords.arrow(date)
                + "   "
                + Page.pad(PlanWords.dateLabel(change), 14)
                + (several
                    ? Columns.shown(change.address())
                    : PlanWords.place(date.process().identity(), change.address())));
      }
    }
    page.blank();
  }

  private void absences() {
    for (ImpactReport.Absence absence : report.absences()) {
      page.wrap(
          0,
          2,
          style.bold(Columns.shown(absence.person()))
              + " away "
              + DayText.of(absence.from())
              + " to "
              + DayText.of(absence.to())
              + (absence.cover() == null
                  ? "; nobody covers"
                  : "; " + Columns.shown(absence.cover()) + " covers"));
      if (absence.due().isEmpty()) {
        page.line("  nothing falls due meanwhile");
      }
      for (ImpactReport.Due due : absence.due()) {
        page.wrap(
            2,
            4,
            DayText.of(due.date())
                + "   "
                + Page.pad(due.field().equals("dueDate") ? "task due" : "approval due", 14)
                + Columns.shown(due.address())
                + (due.title().isEmpty() ? "" : "   " + PlanWords.quoted(due.title())));
      }
      page.blank();
    }
  }

  private void findings(String heading, List<Diagnostic> found, boolean comes) {
    if (found.isEmpty()) {
      return;
    }
    page.line(heading);
    int left = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
    for (Diagnostic each : found) {
      if (left-- == 0) {
        page.line("  and " + (found.size() - SHOWN_ROWS) + " more: --detail");
        break;
      }
      String code = each.severity().word() + "[" + each.code().id() + "]";
      Span span = each.span();
      page.wrap(
          2,
          2,
          (comes ? style.severity(each.severity(), code) : code)
              + " "
              + Columns.shown(each.message())
              + "   "
              + (each.address() == null ? "" : Columns.shown(each.address()) + ", ")
              + (span == null ? "" : Columns.shown(span.line())));
    }
    page.blank();
  }

  private void verdicts() {
    if (!report.outOfReach().isEmpty()) {
      page.wrap(
          0,
          2,
          "Out of reach, their period being closed: "
              + Columns.shown(String.join(", ", report.outOfReach())));
    }
    if (impact.plan().processes().isEmpty()) {
      return;
    }
    page.line("If live equals the base");
    int left = detail ? Integer.MAX_VALUE : SHOWN_ROWS;
    for (ProcessPlan process : impact.plan().processes()) {
      boolean told = process.acts() || !process.warnings().isEmpty();
      if (told && left-- > 0) {
        page.wrap(
            2,
            4,
            style.bold(Columns.shown(process.identity()))
                + "   "
                + Columns.shown(ImpactWords.verdict(process)));
      }
    }
    page.wrap(2, 2, ImpactWords.sums(impact.plan().summary()));
  }
}
