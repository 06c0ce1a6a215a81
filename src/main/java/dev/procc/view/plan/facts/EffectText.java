package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The effects of changes, counted: `10 dates, approver of 5 tasks, 1 group added, days off`.
public final class EffectText {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Integer> ofProcesses = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> ofNodes = new LinkedHashMap<>();

  private EffectText() {}

  public static String of(List<FieldChange> changes) {
    EffectText text = new EffectText();
    changes.forEach(text::add);
    return text.join();
  }

  private void add(FieldChange change) {
    FieldRole role = FieldRole.of(change.field());
    String noun = PlanLabels.peopleNoun(change.kind());
    if (change.field().equals(FieldChange.NODE)) {
      String verb = change.before() == null ? " added" : " removed";
      ofNodes.computeIfAbsent(verb, v -> new LinkedHashMap<>()).merge(noun, 1, Integer::sum);
    } else if (change.field().equals(FieldChange.POSITION)
        || change.field().equals(FieldChange.PARENT)) {
      counts.merge("move", 1, Integer::sum);
    } else if (role.isDueDate()) {
      counts.merge("date", 1, Integer::sum);
    } else if (role.isName()) {
      counts.merge("rename", 1, Integer::sum);
    } else if (noun.equals("process")) {
      ofProcesses.merge(PlanLabels.label(change), 1, Integer::sum);
    } else {
      String field = role == FieldRole.PARALLEL ? "how" : PlanLabels.label(change) + " of";
      ofNodes.computeIfAbsent(field, f -> new LinkedHashMap<>()).merge(noun, 1, Integer::sum);
    }
  }

  private String join() {
    List<String> parts = new ArrayList<>();
    counts.forEach((noun, n) -> parts.add(Plural.of(n, noun)));
    ofNodes.forEach((field, nodes) ->
        nodes.forEach((noun, n) -> {
          String counted = Plural.of(n, noun);
          parts.add(
              field.startsWith(" ")
                  ? counted + field
                  : field.equals("how")
                      ? "how " + counted + Plural.choose(n, " runs", " run")
                      : field + " " + counted);
        }));
    ofProcesses.forEach(
        (field, n) -> parts.add(n == 1 ? field : field + " of " + Plural.of(n, "process")));
    return String.join(", ", parts);
  }
}
