package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks things up in the schemas of an OpenAPI description, versions 2 to 3.1, through references
/// and `allOf`.
final class ApiReading {
  private static final int DEPTH = 16;
  private static final Pattern PATH = Pattern.compile("/[A-Za-z]+(/[A-Za-z]+)*");

  private final Json.Obj schemas;

  ApiReading(Json.Obj schemas) {
    this.schemas = schemas;
  }

  Optional<Json.Obj> schema(String name) {
    return schemas.obj(name);
  }

  /// The fields of a schema, its own and those of what it is made of.
  Map<String, Json.Obj> properties(Json.Obj schema) {
    Map<String, Json.Obj> found = new LinkedHashMap<>();
    parts(schema, 0)
        .forEach(part ->
            part.obj("properties")
                .ifPresent(properties -> {
                  for (Map.Entry<String, Json> property : properties.members().entrySet()) {
                    if (property.getValue() instanceof Json.Obj one) {
                      found.put(property.getKey(), one);
                    }
                  }
                }));
    return found;
  }

  Set<String> required(Json.Obj schema) {
    Set<String> found = new LinkedHashSet<>();
    for (Json.Obj part : parts(schema, 0)) {
      for (Json name : part.items("required")) {
        if (name instanceof Json.Str text) {
          found.add(text.value());
        }
      }
    }
    return found;
  }

  /// A schema and everything that it says by reference or by `allOf`.
  private List<Json.Obj> parts(Json.Obj schema, int depth) {
    Set<Json.Obj> found = new LinkedHashSet<>(List.of(schema));
    if (depth < DEPTH) {
      reference(schema).flatMap(this::schema).ifPresent(to -> found.addAll(parts(to, depth + 1)));
      for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
        for (Json part : schema.items(keyword)) {
          if (part instanceof Json.Obj one) {
            found.addAll(parts(one, depth + 1));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static Optional<String> reference(Json.Obj schema) {
    return schema.text("$ref").map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
  }

  /// The name of the schema that a property leads to, itself or by its items.
  Optional<String> target(Json.Obj property) {
    for (Json.Obj part : parts(property, DEPTH - 1)) {
      Optional<String> name = reference(part);
      if (name.isPresent()) {
        return name;
      }
    }
    return property.obj("items").flatMap(this::target);
  }

  /// What a property is: `string(date)`, `[ProcessSummary]`, `Action`.
  String type(Json.Obj property) {
    Optional<String> to = reference(property);
    if (to.isPresent()) {
      return to.get();
    }
    String type = plain(property);
    if (type.equals("array")) {
      String unique = property.flag("uniqueItems", false) ? ", unique" : "";
      return "[" + property.obj("items").map(this::type).orElse("any") + "]" + unique;
    }
    return property.text("format").map(format -> type + "(" + format + ")").orElse(type);
  }

  private String plain(Json.Obj property) {
    for (Json.Obj part : parts(property, 0)) {
      if (part.get("type") instanceof Json.Str text) {
        return text.value();
      }
      for (Json one : part.items("type")) {
        if (one instanceof Json.Str text && !text.value().equals("null")) {
          return text.value();
        }
      }
      if (part.has("properties")) {
        return "object";
      }
    }
    return "any";
  }

  /// What a row of the table is, in the same words.
  static String type(Field row) {
    return switch (row.type()) {
      case STRING -> "string";
      case DATE -> "string(date)";
      case DATE_TIME -> "string(date-time)";
      case BOOLEAN -> "boolean";
      case INTEGER -> "integer";
      case SET_OF_DATES, SET_OF_WEEKDAYS, SET_OF_STRINGS -> "[string], unique";
      case SET -> "[object], unique";
      case LIST -> "[object]";
      case PARTICIPANT_REF -> "Participant";
      case OBJECT, MAP -> "object";
      case ANY -> "any";
    };
  }

  /// Whether a property is what the row says. Formats count where the description has one.
  boolean fits(Field row, Json.Obj property) {
    String type = plain(property);
    String format = property.text("format").orElse("");
    boolean unique = property.flag("uniqueItems", false);
    return switch (row.type()) {
      case STRING -> type.equals("string") && !format.startsWith("date");
      case DATE -> type.equals("string") && (format.isEmpty() || format.equals("date"));
      case DATE_TIME -> type.equals("string") && (format.isEmpty() || format.equals("date-time"));
      case BOOLEAN -> type.equals("boolean");
      case INTEGER -> type.equals("integer");
      case SET_OF_DATES, SET_OF_WEEKDAYS, SET_OF_STRINGS, SET -> type.equals("array") && unique;
      case LIST -> type.equals("array");
      case PARTICIPANT_REF, OBJECT, MAP -> type.equals("object");
      case ANY -> true;
    };
  }

  /// The paths that the operations of a patch name.
  Set<String> paths(Json.Obj patch) {
    Set<String> found = new TreeSet<>();
    words(patch, false, found, 0);
    return found;
  }

  private void words(@Nullable Json value, boolean listed, Set<String> found, int depth) {
    if (depth > DEPTH) {
      return;
    }
    switch (value) {
      case Json.Obj object -> {
        object
            .members()
            .forEach((name, member) ->
                words(
                    member,
                    listed || name.equals("enum") || name.equals("description"),
                    found,
                    depth + 1));
        reference(object).flatMap(this::schema).ifPresent(to -> words(to, false, found, depth + 1));
      }
      case Json.Arr array -> array.items().forEach(item -> words(item, listed, found, depth + 1));
      case Json.Str text when listed -> {
        Matcher matcher = PATH.matcher(text.value());
        while (matcher.find()) {
          if (matcher.start() == 0
              || text.value().charAt(matcher.start() - 1) <= ' '
              || "`\"'*".indexOf(text.value().charAt(matcher.start() - 1)) >= 0) {
            found.add(matcher.group());
          }
        }
      }
      case null, default -> {}
    }
  }
}
