package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of a comment with the source lines that change a process, and what each does.
final class CausesMarkdown {
  private CausesMarkdown() {}

  static void write(StringBuilder out, ProcessPlan process, PlanMarkdownDetail level) {
    List<CauseGroup> groups = new ArrayList<>(CauseGroup.of(CauseGroup.definitionChanges(process)));
    groups.removeIf(group -> group.cause() == null);
    if (groups.isEmpty()) {
      return;
    }
    out.append("| # | Source | Line | Effect |\n|---|---|---|---|\n");
    int number = 1;
    for (CauseGroup group : groups) {
      Cause cause = group.cause();
      if (cause != null && number <= level.maxRows()) {
        out.append("| ")
            .append(number++)
            .append(" | ")
            .append(MarkdownText.code(cause.location()))
            .append(" | ")
            .append(
                cause.text().isEmpty()
                    ? CauseGroup.lineText(cause)
                    : MarkdownText.code(cause.text()))
            .append(" | ")
            .append(effectText(group.changes()))
            .append(" |\n");
      }
    }
    level.writeMore(out, groups.size());
  }

  private static String effectText(List<FieldChange> changes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> singular = new HashSet<>();
    boolean replaces = false;
    for (FieldChange change : changes) {
      FieldRole role = FieldRole.of(change.field());
      String noun =
          switch (change.field()) {
            case FieldChange.NODE ->
                (change.before() == null ? "new " : "removed ") + PlanLabels.noun(change.kind());
            case FieldChange.POSITION, FieldChange.PARENT -> "move";
            default ->
                role.isDueDate()
                    ? "date"
                    : role.isName() ? "name" : MarkdownText.plain(fieldNoun(change));
          };
      if (change.kind().equals("process") && !role.isDueDate() && !role.isName()) {
        singular.add(noun);
      }
      counts.merge(noun, 1, Integer::sum);
      replaces |=
          change.reason() == ChangeReason.NOT_PATCHABLE
              || change.reason() == ChangeReason.STRUCTURE_CHANGED
              || change.reason() == ChangeReason.ORDER_CHANGED;
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (noun, n) -> parts.add(n == 1 && singular.contains(noun) ? noun : Plural.of(n, noun)));
    return String.join(", ", parts) + (replaces ? "; **needs a replacement**" : "");
  }

  private static String fieldNoun(FieldChange change) {
    return change.kind().equals("process") ? PlanLabels.label(change) : change.field();
  }
}
