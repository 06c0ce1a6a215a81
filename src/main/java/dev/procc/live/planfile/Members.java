package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the members of an object strictly: each by name and type, and none that nobody asked for.
final class Members {
  private final String path;
  private final Json.Obj object;
  private final Set<String> asked = new HashSet<>();

  Members(@Nullable Json value, String path) throws PlanException {
    this.path = path;
    if (!(value instanceof Json.Obj o)) {
      throw fault("", "an object was expected");
    }
    object = o;
  }

  interface Each<T> {
    T read(Members members) throws PlanException;
  }

  private PlanException fault(String name, String message) {
    String at = path + (name.isEmpty() ? "" : (path.isEmpty() ? "" : ".") + name);
    return new PlanException((at.isEmpty() ? "the plan" : at) + ": " + message);
  }

  /// Fails where there is a member that was never asked for.
  void end() throws PlanException {
    for (String name : object.members().keySet()) {
      if (!asked.contains(name)) {
        throw fault(name, "unknown member, another procc wrote this plan");
      }
    }
  }

  @Nullable Json any(String name) {
    asked.add(name);
    Json value = object.get(name);
    return value instanceof Json.Null ? null : value;
  }

  String text(String name) throws PlanException {
    String value = textOrNull(name);
    if (value == null) {
      throw fault(name, "missing, a text was expected");
    }
    return value;
  }

  @Nullable String textOrNull(String name) throws PlanException {
    Json value = any(name);
    if (value == null || value instanceof Json.Str) {
      return value instanceof Json.Str s ? s.value() : null;
    }
    throw fault(name, "a text was expected");
  }

  int number(String name) throws PlanException {
    Long value = numberOrNull(name);
    if (value == null) {
      throw fault(name, "missing, a number was expected");
    }
    return Math.toIntExact(value);
  }

  /// A number that older plans lack.
  int numberOr(String name, int otherwise) throws PlanException {
    Long value = numberOrNull(name);
    return value == null ? otherwise : Math.toIntExact(value);
  }

  @Nullable Long numberOrNull(String name) throws PlanException {
    Json value = any(name);
    Long number = value instanceof Json.Num n ? n.asLong().orElse(null) : null;
    if (value != null && number == null) {
      throw fault(name, "a whole number was expected");
    }
    return number;
  }

  boolean flag(String name) throws PlanException {
    Json value = any(name);
    if (value == null || value instanceof Json.Bool) {
      return value instanceof Json.Bool b && b.value();
    }
    throw fault(name, "true or false was expected");
  }

  Members object(String name) throws PlanException {
    return new Members(any(name), path.isEmpty() ? name : path + "." + name);
  }

  @Nullable Members objectOrNull(String name) throws PlanException {
    return any(name) == null ? null : object(name);
  }

  <T> List<T> list(String name, Each<T> each) throws PlanException {
    List<Json> items = items(name);
    List<T> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Members item =
          new Members(items.get(i), (path.isEmpty() ? name : path + "." + name) + "[" + i + "]");
      all.add(each.read(item));
      item.end();
    }
    return all;
  }

  List<String> texts(String name) throws PlanException {
    List<String> all = new ArrayList<>();
    for (Json item : items(name)) {
      if (!(item instanceof Json.Str s)) {
        throw fault(name, "texts were expected");
      }
      all.add(s.value());
    }
    return all;
  }

  private List<Json> items(String name) throws PlanException {
    Json value = any(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    throw fault(name, "an array was expected");
  }

  Map<String, String> map(String name) throws PlanException {
    Map<String, String> all = new LinkedHashMap<>();
    Json value = any(name);
    if (value == null) {
      return all;
    }
    if (!(value instanceof Json.Obj map)) {
      throw fault(name, "an object was expected");
    }
    for (Map.Entry<String, Json> entry : map.members().entrySet()) {
      if (!(entry.getValue() instanceof Json.Str s)) {
        throw fault(name + "." + entry.getKey(), "a text was expected");
      }
      all.put(entry.getKey(), s.value());
    }
    return all;
  }
}
