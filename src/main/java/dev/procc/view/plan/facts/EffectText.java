package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The effects of changes, counted: `10 dates, approver of 5 tasks, 1 group added, days off`.
public final class EffectText {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Integer> ofProcesses = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> ofNodes = new LinkedHashMap<>();

  private static final Set<String> NAMES = Set.of(FieldRole.NAME.noun(), FieldRole.TITLE.noun());
  private static final String MOVED = "date that moves";
  private static final String WAIT = "wait for one another";
  private static final String NOW_WAIT = "now " + WAIT;
  private static final String NO_LONGER_WAIT = "no longer " + WAIT;

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
      counts.merge(DateMoves.isDateMove(change) ? MOVED : "date", 1, Integer::sum);
    } else if (role.isName()) {
      counts.merge(role.noun(), 1, Integer::sum);
    } else if (noun.equals("process")) {
      ofProcesses.merge(ofProcess(change, role), 1, Integer::sum);
    } else {
      String field =
          role.isParticipant() && change.before() != null && change.after() != null
              ? "another " + PlanLabels.label(change) + " for"
              : role != FieldRole.PARALLEL
                  ? PlanLabels.label(change) + " of"
                  : Json.of(true).equals(change.after()) ? NO_LONGER_WAIT : NOW_WAIT;
      ofNodes.computeIfAbsent(field, f -> new LinkedHashMap<>()).merge(noun, 1, Integer::sum);
    }
  }

  /// `1 day off added`, `relativeDates turned on`; the label of any other field.
  private static String ofProcess(FieldChange change, FieldRole role) {
    if (role == FieldRole.DAYS_OFF) {
      List<Json> before = change.before() instanceof Json.Arr days ? days.items() : List.of();
      List<Json> after = change.after() instanceof Json.Arr days ? days.items() : List.of();
      List<String> parts = new ArrayList<>();
      addDaysOff(parts, after, before, " added");
      addDaysOff(parts, before, after, " removed");
      return String.join(", ", parts);
    }
    return PlanLabels.label(change)
        + (change.after() instanceof Json.Bool on ? on.value() ? " turned on" : " turned off" : "");
  }

  private static void addDaysOff(
      List<String> parts, List<Json> these, List<Json> those, String verb) {
    Set<Json> days = new LinkedHashSet<>(these);
    those.forEach(days::remove);
    if (!days.isEmpty()) {
      parts.add(Plural.of(days.size(), "day") + " off" + verb);
    }
  }

  private String join() {
    List<String> parts = new ArrayList<>();
    counts.forEach((noun, n) ->
        parts.add(
            noun.equals(MOVED)
                ? Plural.of(n, "date") + " moved"
                : Plural.of(n, noun) + (NAMES.contains(noun) ? " changed" : "")));
    ofNodes.forEach((field, nodes) ->
        nodes.forEach((noun, n) -> {
          String counted = Plural.of(n, noun);
          parts.add(
              field.startsWith(" ")
                  ? counted + field
                  : field.endsWith(WAIT)
                      ? "the tasks of " + counted + " " + field
                      : field + " " + counted);
        }));
    ofProcesses.forEach((field, n) ->
        parts.add(
            n == 1
                ? field
                : field + (field.endsWith("ed") ? " in " : " of ") + Plural.of(n, "process")));
    return String.join(", ", parts);
  }
}
