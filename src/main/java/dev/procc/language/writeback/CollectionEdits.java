package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Edits that give a list or mapping another value: member by member if the members are the same,
/// item by item in lists of texts, otherwise as a whole if it contains no comment.
final class CollectionEdits {
  private CollectionEdits() {}

  static Optional<List<TextEdit>> replace(YamlNode node, Json was, Json now) {
    List<TextEdit> edits = new ArrayList<>();
    if (collect(node, was, now, edits) && !edits.isEmpty()) {
      return Optional.of(edits);
    }
    return node.span().text().contains("#")
        ? Optional.empty()
        : Optional.of(List.of(new TextEdit(node.span(), YamlText.flow(now))));
  }

  private static boolean collect(YamlNode node, Json was, Json now, List<TextEdit> edits) {
    if (was.equals(now)) {
      return true;
    }
    return switch (node) {
      case Mapping mapping when was instanceof Json.Obj before && now instanceof Json.Obj after ->
          collectMembers(mapping, before.members(), after.members(), edits);
      case Sequence list when was instanceof Json.Arr before && now instanceof Json.Arr after ->
          collectItems(list, before.items(), after.items(), edits);
      case Scalar scalar -> {
        String text = plain(now);
        if (text == null || !scalar.value().equals(plain(was))) {
          yield false;
        }
        edits.add(ScalarEdits.replace(scalar, YamlText.escapeTags(text), ScalarEdits.Around.FLOW));
        yield true;
      }
      default -> false;
    };
  }

  private static @Nullable String plain(Json value) {
    return switch (value) {
      case Json.Str text -> text.value();
      case Json.Num number -> number.write();
      case Json.Bool flag -> String.valueOf(flag.value());
      default -> null;
    };
  }

  private static boolean collectMembers(
      Mapping mapping, Map<String, Json> was, Map<String, Json> now, List<TextEdit> edits) {
    if (!was.keySet().equals(now.keySet())) {
      return false;
    }
    for (Map.Entry<String, Json> member : now.entrySet()) {
      Json before = was.get(member.getKey());
      YamlNode node = mapping.get(member.getKey());
      if (before == null
          || !before.equals(member.getValue())
              && (node == null || !collect(node, before, member.getValue(), edits))) {
        return false;
      }
    }
    return true;
  }

  /// Collects edits for removed and new texts, if the list keeps some.
  private static boolean collectItems(
      Sequence list, List<Json> was, List<Json> now, List<TextEdit> edits) {
    List<TextEdit> own = new ArrayList<>();
    int kept = 0;
    for (YamlNode item : list.items()) {
      if (!(item instanceof Scalar scalar)) {
        return false;
      }
      if (now.contains(Json.of(scalar.value()))) {
        kept++;
      } else {
        TextEdit removal = RemovalEdits.item(list, item);
        if (removal == null) {
          return false;
        }
        own.add(removal);
      }
    }
    for (Json item : now) {
      String text = plain(item);
      if (text == null) {
        return false;
      }
      if (!was.contains(item)) {
        own.add(ListEdits.insertItem(list, plainItem(text), list.items().size()));
      }
    }
    boolean fits = kept > 0 && kept == list.items().size() - own.size() + added(was, now);
    if (fits) {
      edits.addAll(own);
    }
    return fits;
  }

  private static int added(List<Json> was, List<Json> now) {
    return (int) now.stream().filter(item -> !was.contains(item)).count();
  }

  private static String plainItem(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? text : YamlText.inline(text);
  }
}
