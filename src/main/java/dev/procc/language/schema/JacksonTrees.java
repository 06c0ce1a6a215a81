package dev.procc.language.schema;

import dev.procc.base.json.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The conversion of JSON values for the validator.
final class JacksonTrees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JacksonTrees() {}

  static JsonNode fromJson(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        ObjectNode node = NODES.objectNode();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          node.set(member.getKey(), fromJson(member.getValue()));
        }
        yield node;
      }
      case Json.Arr array -> {
        ArrayNode node = NODES.arrayNode(array.items().size());
        array.items().forEach(item -> node.add(fromJson(item)));
        yield node;
      }
      case Json.Str text -> NODES.stringNode(text.value());
      case Json.Num number ->
          number.asLong().isPresent()
              ? NODES.numberNode(number.asLong().get())
              : NODES.numberNode(number.value());
      case Json.Bool bool -> NODES.booleanNode(bool.value());
      case Json.Null none -> NODES.nullNode();
    };
  }
}
