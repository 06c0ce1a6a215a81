package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Copies of a JSON text that differ from it in one place.
final class JsonMutants {
  private JsonMutants() {}

  /// All texts that differ from this one in one place, by the place and the change.
  static Map<String, Json> of(Json json) {
    return of("", json);
  }

  private static Map<String, Json> of(String path, Json json) {
    Map<String, Json> all = new LinkedHashMap<>();
    switch (json) {
      case Json.Obj object -> {
        object
            .members()
            .forEach((name, value) -> {
              all.put(path + "/" + name + " dropped", object.without(name));
              of(path + "/" + name, value)
                  .forEach((where, changed) -> all.put(where, with(object, name, changed)));
            });
        all.put(path + "/more added", with(object, "more", Json.of("x")));
      }
      case Json.Arr list -> {
        List<Json> items = list.items();
        all.put(path + "/- added", with(list, items.size(), Json.of("x")));
        for (int i = 0; i < items.size(); i++) {
          String place = path + "/" + i;
          all.put(place + " dropped", without(list, i));
          all.put(place + " doubled", with(list, i, items.get(i)));
          int at = i;
          of(place, items.get(i))
              .forEach((where, changed) ->
                  all.put(where, with((Json.Arr) without(list, at), at, changed)));
        }
      }
      case Json.Str text -> all.put(path, Json.of(text.value() + "x"));
      case Json.Bool flag -> all.put(path, Json.of(!flag.value()));
      case Json.Null _ -> all.put(path, Json.of("x"));
      default -> all.put(path, Json.of(4711));
    }
    return all;
  }

  private static Json with(Json.Obj object, String name, Json value) {
    Json.Builder changed = Json.object();
    object.members().forEach(changed::put);
    return changed.put(name, value).build();
  }

  private static Json without(Json.Arr list, int at) {
    List<Json> items = new ArrayList<>(list.items());
    items.remove(at);
    return Json.array(items);
  }

  private static Json with(Json.Arr list, int at, Json item) {
    List<Json> items = new ArrayList<>(list.items());
    items.add(at, item);
    return Json.array(items);
  }
}
