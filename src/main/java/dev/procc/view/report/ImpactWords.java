package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.live.compare.DateMove;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What text and Markdown of an impact say alike.
final class ImpactWords {
  /// Findings that say a date is late, or cannot be met.
  private static final List<String> LATE = List.of("PC205", "PC208", "PC209", "PC210", "PC219");

  private static final String AWAY = "PC309";
  private static final int SHOWN_FIELDS = 3;

  private ImpactWords() {}

  /// `7 dates move in 2 processes, at most 1 business day later; 6 stay`.
  static String headline(Impact impact) {
    List<FieldChange> moving = new ArrayList<>();
    Set<String> processes = new LinkedHashSet<>();
    for (DateMove date : impact.dates()) {
      if (date.moves()) {
        moving.add(date.change());
        processes.add(date.process().identity());
      }
    }
    if (moving.isEmpty()) {
      return "No date moves" + others(impact);
    }
    int stay = -moving.size();
    for (ProcessPlan process : impact.plan().processes()) {
      stay += process.creates() ? 0 : process.dateCount();
    }
    return PlanWords.count(moving.size(), "date")
        + (moving.size() == 1 ? " moves in " : " move in ")
        + PlanWords.count(processes.size(), "process")
        + EffectText.distance(moving)
        + (stay > 0 ? "; " + stay + (stay == 1 ? " stays" : " stay") : "")
        + others(impact);
  }

  /// `; other changes: title, businessDateExclusions`: what is no due date.
  private static String others(Impact impact) {
    Set<String> fields = new TreeSet<>();
    for (ProcessPlan process : impact.plan().processes()) {
      for (FieldChange change : process.changes()) {
        if (change.effective() && !PlanWords.isDueDate(change)) {
          boolean node = change.field().equals(FieldChange.NODE);
          fields.add(
              !node ? change.field() : change.before() == null ? "new nodes" : "nodes removed");
        }
      }
    }
    List<String> shown = fields.stream().limit(SHOWN_FIELDS).toList();
    return fields.isEmpty()
        ? ""
        : "; other changes: "
            + String.join(", ", shown)
            + (fields.size() > shown.size()
                ? " and " + (fields.size() - shown.size()) + " more"
                : "");
  }

  /// `close@2024-Q4 commentary, approval due, 2 business days later`.
  static String largest(DateMove date) {
    FieldChange change = date.change();
    String shift = PlanWords.shift(change.businessDays());
    return change.address()
        + ", "
        + PlanWords.dateLabel(change)
        + ", "
        + (shift.isEmpty() ? "the same business day" : shift);
  }

  /// Whether all dates that move do so by as many business days.
  static boolean alike(Impact impact) {
    Set<String> shifts = new TreeSet<>();
    for (DateMove date : impact.dates()) {
      if (date.moves()) {
        shifts.add(PlanWords.shift(date.change().businessDays()));
      }
    }
    return shifts.size() < 2;
  }

  static String arrow(DateMove date) {
    return day(date.change().before()) + " -> " + day(date.change().after());
  }

  static String day(@Nullable Json value) {
    return value instanceof Json.Str text ? PlanWords.day(text.value()) : "none";
  }

  /// What would be done: `replaced`, `changed in place`.
  static String verdict(ProcessPlan process) {
    Action action = process.action();
    if (action == null) {
      return process.warnings().isEmpty() ? "unchanged" : process.warnings().getFirst();
    }
    return switch (action) {
      case REPLACE -> "replaced, as the API has no call that " + phrases(process);
      case PATCH, RENAME -> "changed in place, by " + StateText.calls(process);
      case CREATE -> "created";
      case TRASH -> "trashed, its definition is gone";
      case FORGET -> "forgotten";
      case ADOPT -> "adopted";
      case AMEND -> "added to its run";
    };
  }

  private static String phrases(ProcessPlan process) {
    List<String> phrases = new ArrayList<>();
    for (Certificate.Row row : new Certificate(process).rows()) {
      phrases.add(
          row.addresses().size() == 1
              ? row.phrase()
              : row.phrase() + " (" + PlanWords.count(row.addresses().size(), row.noun()) + ")");
    }
    return String.join(", ", phrases);
  }

  /// `1 would be replaced, 2 changed in place, 3 unchanged`.
  static String sums(Summary s) {
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
  static List<Diagnostic> late(ImpactReport report) {
    List<Diagnostic> late = new ArrayList<>();
    for (Diagnostic found : report.appear()) {
      if (LATE.contains(found.code().id())) {
        late.add(found);
      }
    }
    return late;
  }

  /// The other findings that appear; what an absence says is not said twice.
  static List<Diagnostic> others(ImpactReport report) {
    List<Diagnostic> others = new ArrayList<>();
    for (Diagnostic found : report.appear()) {
      String code = found.code().id();
      if (!LATE.contains(code) && (report.absences().isEmpty() || !code.equals(AWAY))) {
        others.add(found);
      }
    }
    return others;
  }
}
