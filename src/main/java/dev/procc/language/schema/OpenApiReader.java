package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
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

/// A reader of the schemas of an OpenAPI description, versions 2 to 3.1, which follows references
/// and `allOf`.
final class OpenApiReader {
  private static final int MAX_DEPTH = 16;
  private static final Pattern PATH = Pattern.compile("/[A-Za-z]+(/[A-Za-z]+)*");

  private final Json.Obj schemas;

  OpenApiReader(Json.Obj schemas) {
    this.schemas = schemas;
  }

  Optional<Json.Obj> schema(String name) {
    return schemas.obj(name);
  }

  /// The fields of a schema, its own and those of its parts.
  Map<String, Json.Obj> properties(Json.Obj schema) {
    Map<String, Json.Obj> byName = new LinkedHashMap<>();
    schemaParts(schema, 0)
        .forEach(part ->
            part.obj("properties")
                .ifPresent(properties -> {
                  for (Map.Entry<String, Json> property : properties.members().entrySet()) {
                    if (property.getValue() instanceof Json.Obj one) {
                      byName.put(property.getKey(), one);
                    }
                  }
                }));
    return byName;
  }

  Set<String> required(Json.Obj schema) {
    Set<String> names = new LinkedHashSet<>();
    for (Json.Obj part : schemaParts(schema, 0)) {
      for (Json name : part.items("required")) {
        if (name instanceof Json.Str text) {
          names.add(text.value());
        }
      }
    }
    return names;
  }

  /// A schema with everything that it refers to or includes by `allOf`.
  private List<Json.Obj> schemaParts(Json.Obj schema, int depth) {
    Set<Json.Obj> parts = new LinkedHashSet<>(List.of(schema));
    if (depth < MAX_DEPTH) {
      reference(schema)
          .flatMap(this::schema)
          .ifPresent(to -> parts.addAll(schemaParts(to, depth + 1)));
      for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
        for (Json part : schema.items(keyword)) {
          if (part instanceof Json.Obj one) {
            parts.addAll(schemaParts(one, depth + 1));
          }
        }
      }
    }
    return List.copyOf(parts);
  }

  private static Optional<String> reference(Json.Obj schema) {
    return schema.text("$ref").map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
  }

  /// The name of the schema of a property or of its items.
  Optional<String> referencedSchema(Json.Obj property) {
    for (Json.Obj part : schemaParts(property, MAX_DEPTH - 1)) {
      Optional<String> name = reference(part);
      if (name.isPresent()) {
        return name;
      }
    }
    return property.obj("items").flatMap(this::referencedSchema);
  }

  /// The type of a property, in words: `string(date)`, `[ProcessSummary]`, `PlanAction`.
  String type(Json.Obj property) {
    Optional<String> to = reference(property);
    if (to.isPresent()) {
      return to.get();
    }
    String type = baseType(property);
    if (type.equals("array")) {
      String unique = property.flag("uniqueItems", false) ? ", unique" : "";
      return "[" + property.obj("items").map(this::type).orElse("any") + "]" + unique;
    }
    return property.text("format").map(format -> type + "(" + format + ")").orElse(type);
  }

  private String baseType(Json.Obj property) {
    for (Json.Obj part : schemaParts(property, 0)) {
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

  /// The type of a row of the table, in the same words.
  static String type(FieldSpec row) {
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

  /// Whether a property has the type of the row. A format counts if the description has one.
  boolean matches(FieldSpec row, Json.Obj property) {
    String type = baseType(property);
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
  Set<String> patchPaths(Json.Obj patch) {
    Set<String> paths = new TreeSet<>();
    collectPaths(patch, false, paths, 0);
    return paths;
  }

  private void collectPaths(@Nullable Json value, boolean listed, Set<String> paths, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    switch (value) {
      case Json.Obj object -> {
        object
            .members()
            .forEach((name, member) ->
                collectPaths(
                    member,
                    listed || name.equals("enum") || name.equals("description"),
                    paths,
                    depth + 1));
        reference(object)
            .flatMap(this::schema)
            .ifPresent(to -> collectPaths(to, false, paths, depth + 1));
      }
      case Json.Arr array ->
          array.items().forEach(item -> collectPaths(item, listed, paths, depth + 1));
      case Json.Str text when listed -> {
        Matcher matcher = PATH.matcher(text.value());
        while (matcher.find()) {
          if (matcher.start() == 0
              || text.value().charAt(matcher.start() - 1) <= ' '
              || "`\"'*".indexOf(text.value().charAt(matcher.start() - 1)) >= 0) {
            paths.add(matcher.group());
          }
        }
      }
      case null, default -> {}
    }
  }
}
