package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.FieldChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes that are shown together: those of one field from the same value to the same other value;
/// if one line causes many changes of a field, or many nodes, all of them with examples.
///
/// @param isMany whether the values differ, so that examples are shown
public record AlikeChanges(List<FieldChange> changes, boolean isMany) {
  /// The number of examples for many changes.
  public static final int EXAMPLES = 3;

  private static final int MAX_VALUES = 12;

  /// @param folds whether many changes of one line are folded
  public static List<AlikeChanges> of(List<FieldChange> changes, boolean folds) {
    Map<String, List<FieldChange>> equal = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      equal.computeIfAbsent(valueKey(change), key -> new ArrayList<>()).add(change);
    }
    Map<String, Integer> values = new HashMap<>();
    equal.values().forEach(group -> values.merge(lineKey(group.getFirst()), 1, Integer::sum));
    Map<String, AlikeChanges> alike = new LinkedHashMap<>();
    equal.forEach((key, group) -> {
      String line = lineKey(group.getFirst());
      boolean many = folds && values.getOrDefault(line, 0) > MAX_VALUES;
      alike
          .computeIfAbsent(many ? line : key, k -> new AlikeChanges(new ArrayList<>(), many))
          .changes()
          .addAll(group);
    });
    return List.copyOf(alike.values());
  }

  private static String valueKey(FieldChange change) {
    return switch (change.field()) {
      case FieldChange.NODE, FieldChange.PARENT, FieldChange.POSITION ->
          change.address() + change.field() + change.before() + change.after();
      default ->
          String.join(
              "\u0000",
              change.field(),
              PlanLabels.label(change),
              change.changedBy().word(),
              String.valueOf(change.kind().equals("process")),
              String.valueOf(change.before()),
              String.valueOf(change.after()));
    };
  }

  private static String lineKey(FieldChange change) {
    String line = change.causes().isEmpty() ? "" : change.causes().getFirst().location();
    boolean added = change.before() == null;
    return line + "\u0000" + change.kind() + "\u0000" + change.field() + "\u0000" + added;
  }

  /// The first of many changes.
  public List<FieldChange> examples() {
    return changes.subList(0, Math.min(EXAMPLES, changes.size()));
  }

  /// The common part of all of them: `"AR" -> "accounts receivable"`, `"the " put in`; empty if
  /// there is none.
  public String pattern() {
    String common = null;
    for (FieldChange change : changes) {
      String own = pattern(change.before(), change.after());
      if (own.isEmpty() || common != null && !own.equals(common)) {
        return "";
      }
      common = own;
    }
    return common == null ? "" : common;
  }

  private static String pattern(@Nullable Json before, @Nullable Json after) {
    if (!(before instanceof Json.Str old) || !(after instanceof Json.Str now)) {
      return "";
    }
    String a = old.value();
    String b = now.value();
    int shorter = Math.min(a.length(), b.length());
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    start -= start > 0 && Character.isHighSurrogate(a.charAt(start - 1)) ? 1 : 0;
    end -= end > 0 && Character.isLowSurrogate(a.charAt(a.length() - end)) ? 1 : 0;
    String gone = a.substring(start, a.length() - end);
    String come = b.substring(start, b.length() - end);
    if (gone.isEmpty()) {
      return PlanLabels.quote(come) + " put in";
    }
    return come.isEmpty()
        ? PlanLabels.quote(gone) + " taken out"
        : PlanLabels.quote(gone) + " -> " + PlanLabels.quote(come);
  }
}
