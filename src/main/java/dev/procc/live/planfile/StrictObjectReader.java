package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the members of an object strictly: each by name and type, and none that nobody asked for.
final class StrictObjectReader {
  private final String path;
  private final Json.Obj object;
  private final Set<String> readNames = new HashSet<>();

  StrictObjectReader(@Nullable Json value, String path) throws PlanFileException {
    this.path = path;
    if (!(value instanceof Json.Obj o)) {
      throw error("", "an object was expected");
    }
    object = o;
  }

  interface ElementReader<T> {
    T read(StrictObjectReader members) throws PlanFileException;
  }

  private PlanFileException error(String name, String message) {
    String at = path + (name.isEmpty() ? "" : (path.isEmpty() ? "" : ".") + name);
    return new PlanFileException((at.isEmpty() ? "the plan" : at) + ": " + message);
  }

  /// Fails where there is a member that was never asked for.
  void rejectUnknown() throws PlanFileException {
    for (String name : object.members().keySet()) {
      if (!readNames.contains(name)) {
        throw error(name, "unknown member, another procc wrote this plan");
      }
    }
  }

  @Nullable Json valueOrNull(String name) {
    readNames.add(name);
    Json value = object.get(name);
    return value instanceof Json.Null ? null : value;
  }

  String text(String name) throws PlanFileException {
    String value = textOrNull(name);
    if (value == null) {
      throw error(name, "missing, a text was expected");
    }
    return value;
  }

  /// A word of a closed list.
  ///
  /// @param noun what the words are, for the message
  <T> T word(String name, String noun, Function<String, @Nullable T> find)
      throws PlanFileException {
    String word = text(name);
    T found = find.apply(word);
    if (found == null) {
      throw new PlanFileException(name + ": \"" + word + "\" is no " + noun);
    }
    return found;
  }

  @Nullable String textOrNull(String name) throws PlanFileException {
    Json value = valueOrNull(name);
    if (value == null || value instanceof Json.Str) {
      return value instanceof Json.Str s ? s.value() : null;
    }
    throw error(name, "a text was expected");
  }

  int number(String name) throws PlanFileException {
    Long value = numberOrNull(name);
    if (value == null) {
      throw error(name, "missing, a number was expected");
    }
    return Math.toIntExact(value);
  }

  /// A number that older plans lack.
  int numberOr(String name, int otherwise) throws PlanFileException {
    Long value = numberOrNull(name);
    return value == null ? otherwise : Math.toIntExact(value);
  }

  @Nullable Long numberOrNull(String name) throws PlanFileException {
    Json value = valueOrNull(name);
    Long number = value instanceof Json.Num n ? n.asLong().orElse(null) : null;
    if (value != null && number == null) {
      throw error(name, "a whole number was expected");
    }
    return number;
  }

  boolean bool(String name) throws PlanFileException {
    Json value = valueOrNull(name);
    if (value == null || value instanceof Json.Bool) {
      return value instanceof Json.Bool b && b.value();
    }
    throw error(name, "true or false was expected");
  }

  StrictObjectReader object(String name) throws PlanFileException {
    return new StrictObjectReader(valueOrNull(name), path.isEmpty() ? name : path + "." + name);
  }

  @Nullable StrictObjectReader objectOrNull(String name) throws PlanFileException {
    return valueOrNull(name) == null ? null : object(name);
  }

  <T> List<T> list(String name, ElementReader<T> reader) throws PlanFileException {
    List<Json> items = items(name);
    List<T> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      StrictObjectReader item =
          new StrictObjectReader(
              items.get(i), (path.isEmpty() ? name : path + "." + name) + "[" + i + "]");
      all.add(reader.read(item));
      item.rejectUnknown();
    }
    return all;
  }

  List<String> strings(String name) throws PlanFileException {
    List<String> all = new ArrayList<>();
    for (Json item : items(name)) {
      if (!(item instanceof Json.Str s)) {
        throw error(name, "texts were expected");
      }
      all.add(s.value());
    }
    return all;
  }

  private List<Json> items(String name) throws PlanFileException {
    Json value = valueOrNull(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    throw error(name, "an array was expected");
  }

  Map<String, String> map(String name) throws PlanFileException {
    Map<String, String> all = new LinkedHashMap<>();
    Json value = valueOrNull(name);
    if (value == null) {
      return all;
    }
    if (!(value instanceof Json.Obj map)) {
      throw error(name, "an object was expected");
    }
    for (Map.Entry<String, Json> entry : map.members().entrySet()) {
      if (!(entry.getValue() instanceof Json.Str s)) {
        throw error(name + "." + entry.getKey(), "a text was expected");
      }
      all.put(entry.getKey(), s.value());
    }
    return all;
  }
}
