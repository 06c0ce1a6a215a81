package dev.procc.language.writeback;

import dev.procc.base.json.Json;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.EpochDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands alone in its braces in raw arguments, and gives another value than it reads: `{
/// person: cfo }`, `{ date: WD12 }`, `{ raw: ... }`.
///
/// @param node with the braces
/// @param value within them
record ArgumentExpression(ExpressionKind kind, Mapping node, YamlNode value) {
  /// The kinds of expressions.
  enum ExpressionKind {
    PERSON,
    DATE,
    RAW
  }

  /// The expression that a node is; null if it is read as it is.
  static @Nullable ArgumentExpression of(YamlNode node) {
    if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
      return null;
    }
    YamlNode raw = mapping.get("raw");
    if (raw != null) {
      return new ArgumentExpression(ExpressionKind.RAW, mapping, raw);
    }
    if (mapping.get("person") instanceof Scalar name) {
      return new ArgumentExpression(ExpressionKind.PERSON, mapping, name);
    }
    return mapping.get("date") instanceof Scalar date
        ? new ArgumentExpression(ExpressionKind.DATE, mapping, date)
        : null;
  }

  /// Whether another text in the same braces can give a value.
  boolean canGive(Json value) {
    return switch (kind) {
      case PERSON ->
          value instanceof Json.Obj participant
              && participant.get("id") instanceof Json.Str
              && participant.get("type") instanceof Json.Str
              && participant.members().size() == 2;
      case DATE -> value instanceof Json.Str text && ScalarValues.date(text.value()) != null;
      case RAW -> true;
    };
  }

  /// A note for people where the expression is replaced by a value that it cannot give.
  String loss() {
    return "as it is: " + node.span().text().strip() + " cannot say it";
  }

  /// The texts for a date that replaces another one: the expression moved, then the day itself.
  ///
  /// @param expression as it is written, without tags
  static List<String> dates(FieldEdit edit, String expression, Json was, Json now) {
    List<String> dates = new ArrayList<>();
    LocalDate before = was instanceof Json.Str text ? ScalarValues.date(text.value()) : null;
    LocalDate after = now instanceof Json.Str text ? ScalarValues.date(text.value()) : null;
    ResolvedNode node = edit.node();
    if (before != null && after != null && node != null) {
      int days = node.calendar().count(EpochDays.of(before), EpochDays.of(after));
      dates.addAll(DateShifts.moved(expression, days));
    }
    if (after != null) {
      dates.add(after.toString());
    }
    return dates;
  }
}
