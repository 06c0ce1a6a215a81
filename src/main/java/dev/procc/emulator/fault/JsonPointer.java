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
    List<String> names = new ArrayList<>();
    for (String name : pointer.substring(pointer.startsWith("/") ? 1 : 0).split("/", -1)) {
      names.add(name.replace("~1", "/").replace("~0", "~"));
    }
    return set(value, names, to, pointer);
  }

  private static Json set(Json value, List<String> names, @Nullable Json to, String pointer) {
    String name = names.getFirst();
    List<String> rest = names.subList(1, names.size());
    if (value instanceof Json.Obj object) {
      Json inner = object.get(name);
      if (!rest.isEmpty() && inner == null) {
        inner = Json.Obj.EMPTY;
      }
      Json next = rest.isEmpty() || inner == null ? to : set(inner, rest, to, pointer);
      return next == null ? object.without(name) : object.with(name, next);
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
