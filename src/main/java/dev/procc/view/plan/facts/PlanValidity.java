package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The end of a plan's validity, because dates fall due or processes are started.
public final class PlanValidity {
  /// The start of the sentence of a comment after its ends of validity.
  public static final String APPLIES = "The merge applies plan ";

  private PlanValidity() {}

  /// Writes the ends of validity, a line for each.
  public static void write(TextPage page, Plan plan) {
    String text = validityText(plan, "Valid until ");
    if (!text.isEmpty()) {
      page.wrap(0, 2, text + ", and due dates must lie in the future");
    }
    String start = startText(plan, "Valid only until ");
    if (!start.isEmpty()) {
      page.wrap(0, 2, start);
    }
  }

  /// `Valid only until close@2024-Q4 starts`, since a running process is never replaced or trashed;
  /// empty if a start does not matter.
  public static String startText(Plan plan, String begin) {
    List<String> names = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if ((process.replaces() || process.trashes()) && process.runState() == RunState.NONE) {
        names.add(process.identity());
      }
    }
    return names.isEmpty()
        ? ""
        : begin
            + (names.size() == 1
                ? TerminalText.sanitize(names.getFirst())
                : "one of the " + names.size())
            + " starts";
  }

  /// `Valid until Sun 2025-01-05: on Mon 2025-01-06 2 dates fall due`; empty if no day ends it.
  public static String validityText(Plan plan, String start) {
    String until = plan.validUntil();
    LocalDate last = until == null ? null : PlanLabels.parseDate(Json.of(until));
    if (until == null || last == null) {
      return "";
    }
    String next = last.plusDays(1).toString();
    int due = 0;
    for (ProcessPlan process : plan.processes()) {
      for (DefinitionDate row : process.definition().dates()) {
        boolean counts = FieldRole.of(row.field()).isDueDate();
        if (counts && row.date().equals(next) && process.safety().validUntil() != null) {
          due++;
        }
      }
    }
    return start
        + PlanLabels.dayText(until)
        + ": on "
        + PlanLabels.dayText(next)
        + " "
        + Plural.of(due, "date")
        + Plural.choose(due, " falls", " fall")
        + " due";
  }

  /// A comment without the line that says by when to merge, for a request that is merged.
  public static String afterMerge(String comment) {
    int at = comment.lastIndexOf(APPLIES);
    int start = comment.lastIndexOf('\n', Math.max(at, 0)) + 1;
    int end = comment.indexOf('\n', start);
    boolean ours = at == start || at > start && comment.startsWith("Merge ", start);
    return ours && end > at ? comment.substring(0, start) + comment.substring(end + 1) : comment;
  }
}
