package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.ImpactChange;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.Fields;
import dev.procc.view.findings.SameLine;
import dev.procc.view.plan.ProcessSummaryText;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.ArgumentValues;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.NewFindings;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The phrases that the text and the Markdown of an impact share.
final class ImpactPhrases {
  /// The codes of findings about a date that is late or cannot be met.
  private static final List<String> LATE_CODES =
      List.of("PC205", "PC208", "PC209", "PC210", "PC219");

  private ImpactPhrases() {}

  /// `7 dates move in 2 processes, at most 1 business day later; 6 stay`, and whether somebody
  /// would approve their own work.
  static String headline(ImpactReport report) {
    List<String> about = new ArrayList<>();
    List<String> whileAway = new ArrayList<>();
    int errors = 0;
    int warnings = 0;
    for (Finding finding : SameLine.fold(report.findings().added())) {
      if (finding.code().id().equals(NewFindings.SELF_APPROVAL)) {
        about.add(report.findings().about().apply(finding));
      } else if (finding.code().id().equals(NewFindings.AWAY)) {
        whileAway.add(report.findings().about().apply(finding));
      } else {
        errors += finding.severity() == Severity.ERROR ? 1 : 0;
        warnings += finding.severity() == Severity.WARNING ? 1 : 0;
      }
    }
    return headline(report.impact())
        + dueMeanwhile(report)
        + NewFindings.text(
            about, report.absences().isEmpty() ? whileAway : List.of(), errors, warnings);
  }

  /// `; 1 date falls due while Elena Ruiz is away`, for each assumed absence.
  private static String dueMeanwhile(ImpactReport report) {
    StringBuilder text = new StringBuilder();
    for (ImpactReport.SupposedAbsence absence : report.absences()) {
      int due = absence.due().size();
      if (due > 0) {
        text.append("; ")
            .append(Plural.of(due, "date"))
            .append(Plural.choose(due, " falls due while ", " fall due while "))
            .append(absence.person())
            .append(" is away");
      }
    }
    return text.toString();
  }

  private static String headline(Impact impact) {
    List<FieldChange> moving = new ArrayList<>();
    Set<String> processes = new LinkedHashSet<>();
    for (ImpactChange date : impact.dates()) {
      if (date.moves()) {
        moving.add(date.change());
        processes.add(date.process().identity());
      }
    }
    String inArguments =
        ArgumentValues.moveNote(impact.changes().stream().map(ImpactChange::change).toList());
    if (moving.isEmpty()) {
      return (movesSchedule(impact) || !inArguments.isEmpty()
              ? "No due date moves"
              : "No date moves")
          + others(impact);
    }
    int unmovedDates = 0;
    for (ProcessPlan process : impact.plan().processes()) {
      unmovedDates += UnmovedDates.count(process);
    }
    return Plural.of(moving.size(), "date")
        + Plural.choose(moving.size(), " moves in ", " move in ")
        + Plural.of(processes.size(), "process")
        + DateMoves.shiftRange(moving)
        + (unmovedDates > 0
            ? "; " + unmovedDates + Plural.choose(unmovedDates, " stays", " stay")
            : "")
        + inArguments
        + others(impact);
  }

  private static boolean movesSchedule(Impact impact) {
    for (ImpactChange each : impact.changes()) {
      String field = each.change().field();
      if (Fields.PROCESS_BUSINESS_START_DATE.name().equals(field)
          || Fields.PROCESS_BUSINESS_END_DATE.name().equals(field)) {
        return true;
      }
    }
    return false;
  }

  /// `; other changes: approver of 5 tasks, days off`: the changes besides due dates.
  private static String others(Impact impact) {
    List<FieldChange> rest = new ArrayList<>();
    for (ImpactChange each : impact.changes()) {
      if (!each.isDueDate()) {
        rest.add(each.change());
      }
    }
    PlanSummary summary = impact.plan().summary();
    return (rest.isEmpty() ? "" : "; other changes: " + EffectText.of(rest))
        + wholeProcesses(summary.create(), "created")
        + wholeProcesses(summary.trash(), "trashed");
  }

  /// `; 2 processes are created`; empty for none.
  private static String wholeProcesses(int n, String verb) {
    return n == 0 ? "" : "; " + Plural.of(n, "process") + Plural.choose(n, " is ", " are ") + verb;
  }

  /// `"Revenue commentary" of close@2024-Q4, approval due, 2 business days later`.
  static String moveText(ImpactChange date, PlanLabels labels) {
    FieldChange change = date.change();
    String shift = PlanLabels.shiftText(change.value().businessDays());
    return nodeText(date, labels, true)
        + ", "
        + PlanLabels.label(change)
        + ", "
        + (shift.isEmpty() ? "the same business day" : shift);
  }

  /// The name of the node whose date moves.
  ///
  /// @param several whether the process has to be named
  static String nodeText(ImpactChange date, PlanLabels labels, boolean several) {
    String identity = date.process().identity();
    boolean whole = date.change().kind().equals("process");
    return whole && several
        ? identity
        : labels.name(identity, date.change()) + (several ? " of " + identity : "");
  }

  /// Whether all dates that move do so by the same number of business days.
  static boolean isUniformShift(Impact impact) {
    Set<String> shifts = new TreeSet<>();
    for (ImpactChange date : impact.dates()) {
      if (date.moves()) {
        shifts.add(PlanLabels.shiftText(date.change().value().businessDays()));
      }
    }
    return shifts.size() < 2;
  }

  static String beforeAfter(ImpactChange date) {
    return dayText(date.change().before()) + " -> " + dayText(date.change().after());
  }

  static String dayText(@Nullable Json value) {
    return value instanceof Json.Str text ? PlanLabels.dayText(text.value()) : "none";
  }

  /// `close@2024-Q4 "Q4 2024 Financial Close"`, or the number of processes with their keys.
  static String heading(AlikeProcesses alike, Style style) {
    ProcessPlan process = alike.told();
    if (alike.isMany()) {
      return style.bold(alike.heading()) + ": " + TerminalText.sanitize(alike.keys("--detail"));
    }
    String name =
        process.name().isEmpty() ? "" : "  \"" + TerminalText.sanitize(process.name()) + "\"";
    return style.bold(TerminalText.sanitize(process.identity())) + name;
  }

  /// The processes in groups: alike ones together; with `--detail`, each by itself.
  static List<AlikeProcesses> groups(List<ProcessPlan> processes, boolean detail) {
    return detail
        ? processes.stream().map(AlikeProcesses::one).toList()
        : AlikeProcesses.of(processes);
  }

  /// Whether a process changes, or has a warning.
  static boolean hasOutcome(ProcessPlan process) {
    return process.hasActions() || !process.warnings().isEmpty();
  }

  /// The outcome of a process, with its warnings: `replaced`, `changed in place`.
  static String outcomeText(AlikeProcesses alike, PlanLabels labels) {
    List<String> parts = new ArrayList<>(alike.told().warnings());
    PlanAction action = alike.told().mainAction();
    if (action != null) {
      parts.addFirst(outcomeText(action, alike, labels));
    }
    return parts.isEmpty() ? "unchanged" : String.join("; ", parts);
  }

  private static String outcomeText(PlanAction action, AlikeProcesses alike, PlanLabels labels) {
    return switch (action) {
      case REPLACE ->
          "replaced, as Workiva's API has no call that " + missingCallPhrases(alike, labels);
      case PATCH, RENAME ->
          alike.isMany()
              ? "changed in place"
              : "changed in place, by " + ProcessSummaryText.callsText(alike);
      case CREATE -> "created";
      case TRASH -> "trashed, its definition is gone";
      case ADOPT -> "adopted";
      case FORGET -> "forgotten";
      case AMEND -> "added to its run";
    };
  }

  private static String missingCallPhrases(AlikeProcesses alike, PlanLabels labels) {
    List<String> phrases = new ArrayList<>();
    for (ReplacementReasons.MissingCall row : alike.missingCalls(labels)) {
      phrases.add(
          row.nodes().size() == 1
              ? row.phrase()
              : row.phrase() + " (" + Plural.of(row.nodes().size(), row.noun()) + ")");
    }
    return String.join(", ", phrases);
  }

  /// `1 would be replaced, 2 changed in place, 3 unchanged`.
  static String summaryLine(PlanSummary s) {
    List<String> parts = new ArrayList<>();
    parts.add(s.replace() + " would be replaced");
    parts.add(s.patch() + s.rename() + " changed in place");
    if (s.create() > 0) {
      parts.add(s.create() + " created");
    }
    if (s.trash() > 0) {
      parts.add(s.trash() + " trashed");
    }
    parts.add(s.noop() + " unchanged");
    return String.join(", ", parts);
  }

  /// The findings about a date that becomes late or cannot be met.
  static List<Finding> lateFindings(ImpactReport report) {
    List<Finding> late = new ArrayList<>();
    for (Finding finding : SameLine.fold(report.findings().added())) {
      if (LATE_CODES.contains(finding.code().id())) {
        late.add(finding);
      }
    }
    return late;
  }

  /// The message of a finding, with what it is about and what to do.
  static String text(Finding finding, ImpactReport report) {
    String about = report.findings().about().apply(finding);
    String message = about.isEmpty() ? finding.messageWithPlaces() : finding.message();
    return (about.isEmpty() ? "" : about + ": ")
        + message
        + (finding.hint() == null ? "" : "; " + finding.hint());
  }

  /// The other new findings, without those that the absences show.
  static List<Finding> others(ImpactReport report) {
    List<Finding> others = new ArrayList<>();
    for (Finding finding : SameLine.fold(report.findings().added())) {
      String code = finding.code().id();
      if (!LATE_CODES.contains(code)
          && (report.absences().isEmpty() || !code.equals(NewFindings.AWAY))) {
        others.add(finding);
      }
    }
    return others;
  }
}
