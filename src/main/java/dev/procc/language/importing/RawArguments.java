package dev.procc.language.importing;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The raw arguments of a live job, as a definition writes them.
public final class RawArguments {
  private RawArguments() {}

  /// The value with each `{person}`, `{date}` and `{raw}` escaped as `{raw: {person}}`, so that it
  /// is not replaced when it is read.
  public static Json escape(Json value) {
    return switch (value) {
      case Json.Obj object when object.members().size() == 1 && isReplaced(object) ->
          Json.object().put("raw", object).build();
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, escape(member)));
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(escape(item)));
        yield new Json.Arr(items);
      }
      default -> value;
    };
  }

  private static boolean isReplaced(Json.Obj object) {
    return object.has("person") || object.has("date") || object.has("raw");
  }
}
