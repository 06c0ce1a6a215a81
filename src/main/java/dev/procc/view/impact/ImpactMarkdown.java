package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.ImpactChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.view.findings.SameLine;
import dev.procc.view.plan.ChangesMarkdown;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.LoosenedGuardsText;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// An impact as one comment of a pull request, within the host's limit: rows are left out if
/// necessary, which it says. Text from definitions is escaped.
public final class ImpactMarkdown {
  private static final int MAX_PROCESSES = 60;

  /// The most changes of a person that are listed.
  private static final int MAX_PHRASES = 6;

  /// The most loosened guards that are listed, in any comment.
  private static final int MAX_GUARDS = 10;

  private static final int[] ROW_LIMITS = {500, 100, 25, 5, 0};

  private final ImpactReport report;
  private final Impact impact;
  private final int maxRows;
  private final String command;
  private final List<AlikeProcesses> groups;
  private final MarkdownPage out = new MarkdownPage();

  private ImpactMarkdown(ImpactReport report, int rows, String command) {
    this.command = command;
    this.report = report;
    this.impact = report.impact();
    this.maxRows = rows;
    this.groups = AlikeProcesses.of(impact.plan().processes());
  }

  /// The comment, with a line end at the end and within the host's limit.
  ///
  /// @param command that shows all of it
  public static SafeText render(ImpactReport report, CommentForm form, String command) {
    List<Supplier<MarkdownPage>> levels = new ArrayList<>();
    for (int rows : ROW_LIMITS) {
      levels.add(() -> new ImpactMarkdown(report, rows, command).render());
    }
    MarkdownText cut =
        MarkdownText.strong("Cut to fit in a comment")
            .plus(": ")
            .plus(MarkdownText.code(command))
            .plus(" prints all of it.");
    return CommentMarkdown.render(levels, form, cut);
  }

  private MarkdownPage render() {
    boolean truncated = maxRows != ROW_LIMITS[0];
    Json.Obj members =
        Json.object()
            .put("v", 1)
            .put("target", impact.plan().target())
            .put("truncated", truncated)
            .build();
    out.append(MarkdownText.marker("impact", members)).line();
    out.heading(2).append("procc impact: " + ImpactPhrases.headline(report)).paragraph();
    out.strong(report.versions().from())
        .append(" → ")
        .strong(report.versions().to())
        .append(", as of " + PlanLabels.dayText(impact.plan().header().asOf().toString()) + ".")
        .paragraph();
    LoosenedGuardsText.writeMarkdown(out, report.loosened(), Math.max(MAX_GUARDS, maxRows));
    writeCauses();
    writeChanges();
    writePeople();
    writeAbsences();
    writeFindings("Becomes late, or cannot be met", ImpactPhrases.lateFindings(report));
    writeFindings("New findings", ImpactPhrases.others(report));
    writeFindings("No longer found", SameLine.fold(report.findings().removed()));
    writeOutcomes();
    return out;
  }

  private void writeMore(int all) {
    out.more(all, maxRows, command);
  }

  private void writeCauses() {
    Map<Cause, List<ImpactChange>> causes = impact.byCause();
    if (causes.isEmpty()) {
      return;
    }
    out.table("Source", "Line", "Effect");
    int remaining = Plural.shown(causes.size(), maxRows);
    for (Map.Entry<Cause, List<ImpactChange>> cause : causes.entrySet()) {
      if (remaining-- <= 0) {
        break;
      }
      List<FieldChange> changes = new ArrayList<>();
      List<FieldChange> moving = new ArrayList<>();
      Set<String> processes = new LinkedHashSet<>();
      for (ImpactChange each : cause.getValue()) {
        processes.add(each.process().identity());
        changes.add(each.change());
        if (each.isDueDate() && each.moves()) {
          moving.add(each.change());
        }
      }
      out.row(
          MarkdownText.code(cause.getKey().location()),
          MarkdownText.code(report.lineText(cause.getKey())),
          MarkdownText.plain(
              Plural.of(processes.size(), "process")
                  + ": "
                  + EffectText.of(changes)
                  + shiftText(moving)));
    }
    writeMore(causes.size());
  }

  /// `; each date moves 1 business day later`; empty if none does, or they move differently.
  private static String shiftText(List<FieldChange> moving) {
    String range = moving.isEmpty() ? "" : DateMoves.shiftRange(moving);
    String each = ", each";
    return range.isEmpty()
        ? ""
        : range.startsWith(each)
            ? "; each date moves" + range.substring(each.length())
            : Plural.choose(moving.size(), "; the date moves", "; dates move") + range.substring(1);
  }

  /// Writes the changes by process, alike processes together.
  private void writeChanges() {
    int remaining = Math.min(maxRows, MAX_PROCESSES);
    int left = 0;
    PlanLabels labels = new PlanLabels(impact.plan());
    for (AlikeProcesses alike : groups) {
      ProcessPlan process = alike.told();
      List<FieldChange> changes = CauseGroup.effectiveChanges(process);
      if (changes.isEmpty()) {
        continue;
      }
      if (remaining-- <= 0) {
        left += alike.processes().size();
        continue;
      }
      writeHeading(alike);
      ChangesMarkdown section = new ChangesMarkdown(out, process, labels, maxRows, command);
      section.writeDates(changes, alike.processes());
      section.writeUnmovedDates(alike.processes());
      changes.removeIf(DateMoves::isDateMove);
      section.write("Other changes", changes);
    }
    if (left > 0) {
      out.append(
              "And "
                  + Plural.of(left, "more process")
                  + Plural.choose(left, " that changes: ", " that change: "))
          .code(command)
          .paragraph();
    }
  }

  /// Writes the process, or the number of processes with a foldable list of their keys.
  private void writeHeading(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    if (!alike.isMany()) {
      out.strong(process.name().isEmpty() ? process.identity() : process.name())
          .append(" (")
          .code(process.identity())
          .append(")")
          .paragraph();
      return;
    }
    out.strong(alike.heading()).paragraph();
    int shown = Plural.shown(alike.processes().size(), maxRows);
    out.details(Plural.of(alike.processes().size(), "process")).table("Key", "Name");
    for (ProcessPlan each : alike.processes().subList(0, shown)) {
      out.row(MarkdownText.code(each.identity()), MarkdownText.plain(each.name()));
    }
    out.more(alike.processes().size(), shown, command).endDetails();
  }

  private void writePeople() {
    List<PeopleChanges.PersonChanges> people =
        PeopleChanges.of(impact.plan().processes(), new PlanLabels(impact.plan()));
    if (people.isEmpty()) {
      return;
    }
    out.heading(3).append("People").line();
    out.table("Who", "What changes");
    for (PeopleChanges.PersonChanges person :
        people.subList(0, Plural.shown(people.size(), maxRows))) {
      out.row(
          MarkdownText.plain(person.person()),
          MarkdownText.plain(person.changesText(MAX_PHRASES).replace("->", "→")));
    }
    writeMore(people.size());
  }

  private void writeAbsences() {
    for (ImpactReport.SupposedAbsence absence : report.absences()) {
      out.heading(3)
          .append(absence.person() + " away " + DayText.format(absence.from()))
          .append(" to " + DayText.format(absence.to()))
          .line();
      out.append(
              absence.cover() == null
                  ? "No cover given."
                  : "Cover as given: "
                      + absence.cover()
                      + "; the tasks stay with "
                      + absence.person()
                      + ".")
          .paragraph();
      int remaining = Plural.shown(absence.due().size(), maxRows);
      for (ImpactReport.DueDuringAbsence due : absence.due()) {
        if (remaining-- <= 0) {
          break;
        }
        boolean task = FieldRole.of(due.field()) == FieldRole.DUE_DATE;
        out.item()
            .append(DayText.format(due.date()) + (task ? ", task due: " : ", approval due: "))
            .append(due.title() + " (")
            .code(due.address())
            .append(")")
            .line();
      }
      writeMore(absence.due().size());
    }
  }

  private void writeFindings(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    out.heading(3).append(heading).line();
    int remaining = Plural.shown(findings.size(), maxRows);
    for (Finding finding : findings) {
      if (remaining-- <= 0) {
        break;
      }
      Span span = finding.span();
      out.item()
          .append(finding.severity().keyword() + " " + finding.code().id() + ": ")
          .append(ImpactPhrases.text(finding, report));
      if (span != null) {
        out.append(", ").code(span.pathAndLine());
      }
      out.line();
    }
    writeMore(findings.size());
  }

  private void writeOutcomes() {
    out.heading(3).append("If nobody has edited Workiva").line();
    PlanLabels labels = new PlanLabels(impact.plan());
    int remaining = maxRows;
    int left = 0;
    for (AlikeProcesses alike : groups) {
      if (!ImpactPhrases.hasOutcome(alike.told())) {
        continue;
      }
      if (remaining-- <= 0) {
        left += alike.processes().size();
      } else {
        out.item();
        if (alike.isMany()) {
          out.append(alike.heading());
        } else {
          out.code(alike.told().identity());
        }
        out.append(": " + ImpactPhrases.outcomeText(alike, labels)).line();
      }
    }
    out.line();
    if (left > 0) {
      out.append("And " + Plural.of(left, "more process") + ": ").code(command).paragraph();
    }
    out.append(ImpactPhrases.summaryLine(impact.plan().summary()) + ".").line();
    if (!report.outOfReach().isEmpty()) {
      int shown = Plural.shown(report.outOfReach().size(), Math.max(maxRows, 1));
      out.line()
          .append("Out of reach, their period being closed: ")
          .append(String.join(", ", report.outOfReach().subList(0, shown)))
          .append(
              report.outOfReach().size() == shown
                  ? "."
                  : " and " + (report.outOfReach().size() - shown) + " more.")
          .line();
    }
  }
}
