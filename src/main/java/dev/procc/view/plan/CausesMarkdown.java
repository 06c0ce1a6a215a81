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
    Map<String, Map<String, Integer>> fields = new LinkedHashMap<>();
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
      if (isCounted(change, role) || singular.contains(noun)) {
        counts.merge(noun, 1, Integer::sum);
      } else {
        fields
            .computeIfAbsent(noun, n -> new LinkedHashMap<>())
            .merge(PlanLabels.noun(change.kind()), 1, Integer::sum);
      }
      replaces |=
          change.reason() == ChangeReason.NOT_PATCHABLE
              || change.reason() == ChangeReason.STRUCTURE_CHANGED
              || change.reason() == ChangeReason.ORDER_CHANGED;
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (noun, n) -> parts.add(n == 1 && singular.contains(noun) ? noun : Plural.of(n, noun)));
    fields.forEach((field, nodes) ->
        nodes.forEach((noun, n) -> parts.add(field + " of " + Plural.of(n, noun))));
    return String.join(", ", parts) + (replaces ? "; **needs a replacement**" : "");
  }

  /// Whether changes are counted by what changes; else by the nodes that it changes at.
  private static boolean isCounted(FieldChange change, FieldRole role) {
    return role.isDueDate()
        || role.isName()
        || role == FieldRole.ASSIGNEE
        || role == FieldRole.APPROVER
        || change.field().equals(FieldChange.NODE)
        || change.field().equals(FieldChange.POSITION)
        || change.field().equals(FieldChange.PARENT);
  }

  private static String fieldNoun(FieldChange change) {
    return FieldRole.of(change.field()) == FieldRole.PARALLEL ? "order" : PlanLabels.label(change);
  }
}
