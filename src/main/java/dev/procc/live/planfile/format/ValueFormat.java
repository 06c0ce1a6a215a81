package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The format of a value in a plan file, written and read strictly.
///
/// @param expected the noun in the message about any other value
public record ValueFormat<V>(String expected, Function<V, Json> writer, Reader<V> reader) {
  static final ValueFormat<String> TEXT =
      new ValueFormat<>(
          "a text was expected",
          Json::of,
          (json, path) -> json instanceof Json.Str s ? s.value() : null);
  static final ValueFormat<Long> LONG =
      new ValueFormat<>(
          "a whole number was expected",
          Json::of,
          (json, path) -> json instanceof Json.Num n ? n.asLong().orElse(null) : null);
  static final ValueFormat<Integer> NUMBER =
      new ValueFormat<>(
          LONG.expected,
          number -> Json.of((long) number),
          (json, path) -> {
            Long number = LONG.reader.read(json, path);
            return number == null || number != number.intValue() ? null : number.intValue();
          });
  static final ValueFormat<Boolean> BOOL =
      new ValueFormat<>(
          "true or false was expected",
          Json::of,
          (json, path) -> json instanceof Json.Bool b ? b.value() : null);
  static final ValueFormat<Json> ANY =
      new ValueFormat<>("a value was expected", json -> json, (json, path) -> json);
  static final ValueFormat<List<String>> TEXTS = list(TEXT);
  static final ValueFormat<Map<String, String>> TEXT_MAP =
      new ValueFormat<>("an object was expected", ValueFormat::writeMap, ValueFormat::readMap);

  /// A reader of a value.
  interface Reader<V> {
    /// The value; null if there is one of another type.
    ///
    /// @param path of the value, for messages
    @Nullable V read(Json json, String path) throws PlanFileException;
  }

  V read(Json json, String path) throws PlanFileException {
    V value = reader.read(json, path);
    if (value == null) {
      throw error(path, expected);
    }
    return value;
  }

  static PlanFileException error(String path, String message) {
    return new PlanFileException((path.isEmpty() ? "the plan" : path) + ": " + message);
  }

  /// A list of values.
  static <V> ValueFormat<List<V>> list(ValueFormat<V> element) {
    return new ValueFormat<>(
        "an array was expected",
        values -> Json.array(values.stream().map(element.writer).toList()),
        (json, path) -> {
          if (!(json instanceof Json.Arr array)) {
            return null;
          }
          List<V> values = new ArrayList<>(array.items().size());
          for (Json item : array.items()) {
            values.add(element.read(item, path + "[" + values.size() + "]"));
          }
          return values;
        });
  }

  /// A list of values that are large in JSON: each is written anew when it is looked at.
  static <V> ValueFormat<List<V>> largeList(ValueFormat<V> element) {
    return new ValueFormat<>(
        "an array was expected",
        values -> Json.onDemand(values.size(), i -> element.writer.apply(values.get(i))),
        list(element).reader);
  }

  /// A word of a closed list.
  ///
  /// @param noun for the words, in messages
  static <V> ValueFormat<V> word(
      String noun, Function<V, String> word, Function<String, @Nullable V> find) {
    return new ValueFormat<>(
        TEXT.expected,
        value -> Json.of(word.apply(value)),
        (json, path) -> {
          String text = TEXT.read(json, path);
          V value = find.apply(text);
          if (value == null) {
            throw error(path, "\"" + text + "\" is not a known " + noun);
          }
          return value;
        });
  }

  private static Json writeMap(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach(json::put);
    return json.build();
  }

  private static @Nullable Map<String, String> readMap(Json json, String path)
      throws PlanFileException {
    if (!(json instanceof Json.Obj object)) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      texts.put(member.getKey(), TEXT.read(member.getValue(), path + "." + member.getKey()));
    }
    return texts;
  }
}
