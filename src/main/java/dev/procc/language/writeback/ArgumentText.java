package dev.procc.language.writeback;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.edit.YamlText;
import dev.procc.language.importing.LiveText;
import dev.procc.language.importing.RawArguments;
import dev.procc.language.writeback.ArgumentExpression.ExpressionKind;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Raw arguments on one line, in which the expressions of those that they replace stay where their
/// value does, and change where they can give the new one.
///
/// @param typed whether a date that moves is written as its day
/// @param people whose aliases were written
/// @param notes for people, about expressions that changed
record ArgumentText(
    FieldEdit edit, LiveText text, boolean typed, Set<Json.Obj> people, Set<String> notes) {
  static ArgumentText of(FieldEdit edit, LiveText text, boolean typed) {
    return new ArgumentText(edit, text, typed, new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /// Raw arguments with a live value for its field; null if nothing was written that they replace.
  @Nullable String write(SourcePlaces places) {
    Json was = edit.defined();
    Json now = edit.live();
    YamlNode node = edit.written();
    Origin origin = edit.process().resolved().origins().origin(edit.address(), edit.field().name());
    if (node == null && origin != null) {
      SourcePlace place = places.find(origin.span());
      node = place == null ? null : place.node();
    }
    return node == null || was == null || now == null ? null : write(node, was, now);
  }

  /// @param node as written before, expanded
  String write(YamlNode node, Json was, Json now) {
    ArgumentExpression expression = ArgumentExpression.of(node);
    if (expression != null && expression.canGive(now)) {
      return "{ " + written(expression, was, now) + " }";
    }
    if (node instanceof Mapping mapping
        && was instanceof Json.Obj before
        && now instanceof Json.Obj after
        && !after.members().isEmpty()
        && expression == null) {
      return "{ " + String.join(", ", members(mapping, before.members(), after.members())) + " }";
    }
    if (node instanceof Sequence list
        && was instanceof Json.Arr before
        && now instanceof Json.Arr after
        && list.items().size() == before.items().size()) {
      return "[" + String.join(", ", items(list.items(), before.items(), after.items())) + "]";
    }
    if (expression != null) {
      notes.add(expression.loss());
    }
    return YamlText.flow(RawArguments.escape(now));
  }

  private String written(ArgumentExpression expression, Json was, Json now) {
    String old = expression.value() instanceof Scalar scalar ? scalar.value() : "";
    return switch (expression.kind()) {
      case RAW -> "raw: " + YamlText.flow(now);
      case PERSON -> "person: " + YamlText.inline(was.equals(now) ? old : alias(now));
      case DATE -> {
        List<String> dates = ArgumentExpression.dates(edit, old, was, now);
        String date = typed ? dates.getLast() : dates.getFirst();
        if (!was.equals(now)) {
          notes.add(FieldEdit.dateNote(old, date));
        }
        yield "date: " + (was.equals(now) ? YamlText.inline(old) : date);
      }
    };
  }

  private String alias(Json value) {
    if (!(value instanceof Json.Obj participant)) {
      return "";
    }
    people.add(participant);
    return text.person(participant);
  }

  private List<String> members(Mapping mapping, Map<String, Json> was, Map<String, Json> now) {
    List<String> members = new ArrayList<>();
    now.forEach((name, value) -> {
      YamlNode old = mapping.get(name);
      Json before = was.getOrDefault(name, Json.NULL);
      members.add(
          YamlText.inline(name)
              + ": "
              + (old == null
                  ? YamlText.flow(RawArguments.escape(value))
                  : write(old, before, value)));
    });
    return members;
  }

  /// The items, each beside the one that it equals, or that stood in its place.
  private List<String> items(List<YamlNode> nodes, List<Json> was, List<Json> now) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      int same = was.indexOf(now.get(i));
      int old = same < 0 && was.size() == now.size() ? i : same;
      items.add(
          old < 0 ? added(nodes, now.get(i)) : write(nodes.get(old), was.get(old), now.get(i)));
    }
    return items;
  }

  /// A new item: a person where the others are people.
  private String added(List<YamlNode> others, Json item) {
    for (YamlNode other : others) {
      ArgumentExpression expression = ArgumentExpression.of(other);
      if (expression != null
          && expression.kind() == ExpressionKind.PERSON
          && expression.canGive(item)) {
        return "{ person: " + YamlText.inline(alias(item)) + " }";
      }
    }
    return YamlText.flow(RawArguments.escape(item));
  }
}
