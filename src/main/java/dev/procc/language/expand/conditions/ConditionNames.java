package dev.procc.language.expand.conditions;

import java.util.ArrayList;
import java.util.List;

/// The names that conditions ask about, with their places.
public final class ConditionNames {
  /// A name, `entity.tier`, with its offsets in the condition.
  public record ConditionName(String path, int start, int end) {}

  private ConditionNames() {}

  /// The names in a condition, in order; none if it cannot be read.
  public static List<ConditionName> of(String text) {
    List<ConditionName> names = new ArrayList<>();
    try {
      add(ConditionParser.parse(text), names);
    } catch (ConditionParser.ConditionSyntaxException reportedByEvaluation) {
      return List.of();
    }
    return names;
  }

  private static void add(Condition condition, List<ConditionName> names) {
    switch (condition) {
      case Condition.Or or -> or.operands().forEach(part -> add(part, names));
      case Condition.And and -> and.operands().forEach(part -> add(part, names));
      case Condition.Not not -> add(not.operand(), names);
      case Condition.IsOneOf one -> add(one.path(), names);
      case Condition.IsTrue truth -> add(truth.path(), names);
    }
  }

  private static void add(Condition.Path path, List<ConditionName> names) {
    names.add(new ConditionName(path.name(), path.start(), path.end()));
  }
}
