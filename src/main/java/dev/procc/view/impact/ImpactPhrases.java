package dev.procc.view.impact;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.compare.DueDateChange;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.plan.FieldChangeText;
import dev.procc.view.plan.PlanLabels;
import dev.procc.view.plan.ProcessSummaryText;
import dev.procc.view.plan.ReplacementReasons;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Phrases that the text and the Markdown of an impact have in common.
final class ImpactPhrases {
  /// Findings that say a date is late, or cannot be met.
  private static final List<String> LATE_CODES =
      List.of("PC205", "PC208", "PC209", "PC210", "PC219");

  private static final String AWAY_CODE = "PC309";
  private static final int MAX_FIELDS = 3;

  private ImpactPhrases() {}

  /// `7 dates move in 2 processes, at most 1 business day later; 6 stay`.
  static String headline(Impact impact) {
    List<FieldChange> moving = new ArrayList<>();
    Set<String> processes = new LinkedHashSet<>();
    for (DueDateChange date : impact.dates()) {
      if (date.moves()) {
        moving.add(date.change());
        processes.add(date.process().identity());
      }
    }
    if (moving.isEmpty()) {
      return "No date moves" + others(impact);
    }
    int unmovedDates = -moving.size();
    for (ProcessPlan process : impact.plan().processes()) {
      unmovedDates += process.creates() ? 0 : process.definition().dateCount();
    }
    return Plural.of(moving.size(), "date")
        + Plural.choose(moving.size(), " moves in ", " move in ")
        + Plural.of(processes.size(), "process")
        + FieldChangeText.shiftRange(moving)
        + (unmovedDates > 0
            ? "; " + unmovedDates + Plural.choose(unmovedDates, " stays", " stay")
            : "")
        + others(impact);
  }

  /// `; other changes: title, businessDateExclusions`: the fields that change, due dates aside.
  private static String others(Impact impact) {
    Set<String> fields = new TreeSet<>();
    for (ProcessPlan process : impact.plan().processes()) {
      for (FieldChange change : process.changes()) {
        if (change.isEffective() && !PlanLabels.isDueDate(change)) {
          boolean node = change.field().equals(FieldChange.NODE);
          fields.add(
              !node ? change.field() : change.before() == null ? "new nodes" : "nodes removed");
        }
      }
    }
    List<String> shown = fields.stream().limit(MAX_FIELDS).toList();
    return fields.isEmpty()
        ? ""
        : "; other changes: "
            + String.join(", ", shown)
            + (fields.size() > shown.size()
                ? " and " + (fields.size() - shown.size()) + " more"
                : "");
  }

  /// `close@2024-Q4 commentary, approval due, 2 business days later`.
  static String moveText(DueDateChange date) {
    FieldChange change = date.change();
    String shift = PlanLabels.shiftText(change.value().businessDays());
    return change.address()
        + ", "
        + PlanLabels.label(change)
        + ", "
        + (shift.isEmpty() ? "the same business day" : shift);
  }

  /// Whether all dates that move do so by the same number of business days.
  static boolean isUniformShift(Impact impact) {
    Set<String> shifts = new TreeSet<>();
    for (DueDateChange date : impact.dates()) {
      if (date.moves()) {
        shifts.add(PlanLabels.shiftText(date.change().value().businessDays()));
      }
    }
    return shifts.size() < 2;
  }

  static String beforeAfter(DueDateChange date) {
    return dayText(date.change().before()) + " -> " + dayText(date.change().after());
  }

  static String dayText(@Nullable Json value) {
    return value instanceof Json.Str text ? PlanLabels.dayText(text.value()) : "none";
  }

  /// The outcome of a process: `replaced`, `changed in place`.
  static String outcomeText(ProcessPlan process) {
    PlanAction action = process.mainAction();
    if (action == null) {
      return process.warnings().isEmpty() ? "unchanged" : process.warnings().getFirst();
    }
    return switch (action) {
      case REPLACE -> "replaced, as the API has no call that " + missingCallPhrases(process);
      case PATCH, RENAME -> "changed in place, by " + ProcessSummaryText.callsText(process);
      case CREATE -> "created";
      case TRASH -> "trashed, its definition is gone";
      case FORGET -> "forgotten";
      case AMEND -> "added to its run";
    };
  }

  private static String missingCallPhrases(ProcessPlan process) {
    List<String> phrases = new ArrayList<>();
    for (ReplacementReasons.MissingCall row : new ReplacementReasons(process).missingCalls()) {
      phrases.add(
          row.addresses().size() == 1
              ? row.phrase()
              : row.phrase() + " (" + Plural.of(row.addresses().size(), row.noun()) + ")");
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

  /// Findings that say a date becomes late, or cannot be met.
  static List<Finding> lateFindings(ImpactReport report) {
    List<Finding> late = new ArrayList<>();
    for (Finding finding : report.findings().added()) {
      if (LATE_CODES.contains(finding.code().id())) {
        late.add(finding);
      }
    }
    return late;
  }

  /// The other findings that appear, without those that the absences show.
  static List<Finding> others(ImpactReport report) {
    List<Finding> others = new ArrayList<>();
    for (Finding finding : report.findings().added()) {
      String code = finding.code().id();
      if (!LATE_CODES.contains(code) && (report.absences().isEmpty() || !code.equals(AWAY_CODE))) {
        others.add(finding);
      }
    }
    return others;
  }
}
