package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of a JSON value by JSON pointer (RFC 6901).
public final class JsonPointer {
  private JsonPointer() {}

  /// The value with the member at the pointer set to `to`; null removes it.
  ///
  /// @throws IllegalArgumentException if the pointer leads nowhere
  public static Json set(Json value, String pointer, @Nullable Json to) {
    return set(value, names(pointer), to, pointer);
  }

  /// The names of a pointer.
  static List<String> names(String pointer) {
    List<String> names = new ArrayList<>();
    for (String name : pointer.substring(pointer.startsWith("/") ? 1 : 0).split("/", -1)) {
      names.add(name.replace("~1", "/").replace("~0", "~"));
    }
    return names;
  }

  private static Json set(Json value, List<String> names, @Nullable Json to, String pointer) {
    String name = names.getFirst();
    List<String> rest = names.subList(1, names.size());
    if (value instanceof Json.Obj object) {
      if (rest.isEmpty()) {
        return to == null ? object.without(name) : object.with(name, to);
      }
      Json inner = object.get(name);
      if (inner != null) {
        return object.with(name, set(inner, rest, to, pointer));
      }
    }
    if (value instanceof Json.Arr array && name.matches("\\d{1,6}|-")) {
      return item(array, name, rest, to, pointer);
    }
    throw new IllegalArgumentException("the pointer " + pointer + " leads nowhere");
  }

  private static Json item(
      Json.Arr array, String name, List<String> rest, @Nullable Json to, String pointer) {
    List<Json> items = new ArrayList<>(array.items());
    int index = name.equals("-") ? items.size() : Integer.parseInt(name);
    if (index == items.size() && rest.isEmpty() && to != null) {
      items.add(to);
    } else if (index < items.size()) {
      Json next = rest.isEmpty() ? to : set(items.get(index), rest, to, pointer);
      if (next == null) {
        items.remove(index);
      } else {
        items.set(index, next);
      }
    } else {
      throw new IllegalArgumentException("the pointer " + pointer + " leads nowhere");
    }
    return Json.array(items);
  }
}
