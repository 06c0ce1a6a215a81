package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.EnumDocs;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The JSON Schemas of shapes.
///
/// Every schema gives one error for a fault and supports completion: keywords for different JSON
/// types are side by side instead of in branches, and a text with a tag is one more type with a
/// pattern. `$comment` contains the description of the shape, for the messages of the strict check.
final class ShapeSchemas {
  /// The pattern for a text that contains a tag.
  static final String TAG = "\\{\\{";

  /// An existing day of the proleptic Gregorian calendar.
  static final String DAY =
      "\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)"
          + "|02-(?:0[1-9]|1\\d|2[0-8]))"
          + "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";

  /// The values that are allowed besides those of a shape.
  enum Besides {
    /// `null`, which stands for absent on purpose.
    NULL,
    /// A text with `{{ }}`.
    TAG
  }

  private ShapeSchemas() {}

  /// @param besides the values that are allowed besides
  static Json.Builder of(ValueShape shape, Set<Besides> besides) {
    Json.Builder schema = Json.object();
    switch (shape) {
      case ValueShape.AnyShape any -> {}
      case ValueShape.TextShape text when text.pattern().isEmpty() -> putAnyText(schema, besides);
      case ValueShape.TextShape text -> putPattern(schema, text, besides);
      case ValueShape.BoolShape bool ->
          putTyped(schema, List.of("boolean"), besides, describe(shape));
      case ValueShape.IntShape integer ->
          putTyped(schema, List.of("integer"), besides, describe(shape));
      case ValueShape.EnumShape one -> putOneOf(schema, one, besides);
      case ValueShape.DateExpressionShape date -> putDateExpression(schema, besides);
      case ValueShape.ParticipantShape participant -> putParticipant(schema, besides);
      case ValueShape.ChildShape child -> {
        putTyped(schema, List.of("object"), besides, describe(shape));
        schema.put("allOf", refs("node"));
      }
      case ValueShape.ListShape list -> {
        putTyped(schema, List.of("array"), besides, describe(shape));
        schema.put("items", of(list.item(), without(besides, Besides.NULL)).build());
      }
      case ValueShape.MapShape map -> {
        putTyped(schema, List.of("object"), besides, describe(shape));
        schema.put("additionalProperties", of(map.value(), with(besides, Besides.NULL)).build());
        if (!map.names().pattern().isEmpty()) {
          String whole = "^(?:" + map.names().pattern() + ")$";
          schema.put("propertyNames", Json.object().put("pattern", whole).build());
        }
      }
      case ValueShape.StructShape struct -> {
        putTyped(schema, List.of("object"), besides, describe(shape));
        schema.put("allOf", refs(struct.mappingName()));
      }
      case ValueShape.UnionShape either -> putEither(schema, either, besides);
    }
    return schema;
  }

  static String ref(String definition) {
    return "#/$defs/" + definition;
  }

  /// The reference in a list of one: an editor uses the type next to it, which it ignores next to a
  /// bare reference.
  private static Json.Arr refs(String definition) {
    return Json.array(Json.object().put("$ref", ref(definition)).build());
  }

  /// The description of a shape in messages.
  static String describe(ValueShape shape) {
    return switch (shape) {
      case ValueShape.TextShape text -> text.description();
      case ValueShape.BoolShape bool -> "true or false";
      case ValueShape.IntShape integer -> "a whole number";
      case ValueShape.EnumShape one -> "one of " + String.join(", ", one.values());
      case ValueShape.DateExpressionShape expression -> "a date or a date expression, such as WD3";
      case ValueShape.ParticipantShape participant -> "an alias, a role, or { id, type }";
      case ValueShape.ListShape list -> "a list";
      case ValueShape.MapShape map -> "a mapping";
      case ValueShape.StructShape struct -> "a mapping";
      case ValueShape.ChildShape child -> "a node";
      case ValueShape.AnyShape any -> "any value";
      case ValueShape.UnionShape either ->
          String.join(
              " or ",
              either.alternatives().stream().map(ShapeSchemas::describe).distinct().toList());
    };
  }

  private static void putTyped(
      Json.Builder schema, List<String> types, Set<Besides> besides, String words) {
    putTypes(schema, types, besides);
    if (besides.contains(Besides.TAG) && !types.contains("string")) {
      schema.put("pattern", TAG).put("patternErrorMessage", sentence(words) + ", or {{ }}");
    }
    schema.put("$comment", words);
  }

  private static void putTypes(Json.Builder schema, List<String> types, Set<Besides> besides) {
    List<String> all = new ArrayList<>(types);
    if (besides.contains(Besides.TAG) && !all.contains("string")) {
      all.add("string");
    }
    if (besides.contains(Besides.NULL)) {
      all.add("null");
    }
    schema.put("type", all.size() == 1 ? Json.of(all.getFirst()) : Json.texts(all));
  }

  /// Allows any scalar as a text. It is expressed by exclusion, since an editor would offer `true`
  /// and `false` if boolean were among the types.
  private static void putAnyText(Json.Builder schema, Set<Besides> besides) {
    schema
        .put(
            "anyOf",
            Json.array(Json.object().put("type", "string").build(), notText(besides).build()))
        .put("$comment", "a text");
  }

  private static Json.Builder notText(Set<Besides> besides) {
    List<String> others = new ArrayList<>(List.of("string", "object", "array"));
    if (!besides.contains(Besides.NULL)) {
      others.add("null");
    }
    return Json.object().put("not", Json.object().put("type", Json.texts(others)).build());
  }

  private static void putPattern(
      Json.Builder schema, ValueShape.TextShape text, Set<Besides> besides) {
    boolean number = Pattern.matches(text.pattern(), "2024");
    putTypes(schema, number ? List.of("string", "integer") : List.of("string"), besides);
    String whole = "^(?:" + (text == ValueShape.DATE ? DAY : text.pattern()) + ")$";
    schema.put("pattern", orTag(whole, besides));
    if (number) {
      schema.put("minimum", 0);
    }
    schema
        .put("patternErrorMessage", sentence(text.description()) + orTag(besides))
        .put("$comment", text.description());
  }

  private static void putOneOf(
      Json.Builder schema, ValueShape.EnumShape one, Set<Besides> besides) {
    if (besides.isEmpty()) {
      describe(schema, one);
    } else {
      Json.Builder words = Json.object();
      describe(words, one);
      Json.Builder other = Json.object();
      putTypes(other, besides.contains(Besides.TAG) ? List.of("string") : List.of(), besides);
      if (besides.contains(Besides.TAG)) {
        other.put("pattern", TAG);
      }
      schema.put("anyOf", Json.array(words.build(), other.build()));
    }
    schema.put("$comment", describe(one));
  }

  private static void describe(Json.Builder schema, ValueShape.EnumShape one) {
    schema.put("enum", Json.texts(one.values()));
    List<String> meanings = EnumDocs.docs(one);
    if (!meanings.isEmpty()) {
      schema.put("enumDescriptions", Json.texts(meanings));
    }
  }

  /// Allows a date expression. The length is checked first: the pattern backtracks over long texts,
  /// so these are accepted without it, up to the length that procc parses.
  private static void putDateExpression(Json.Builder schema, Set<Besides> besides) {
    putTypes(schema, List.of("string"), with(besides, Besides.TAG));
    String say = "A date or a date expression, such as 2024-12-31, WD3 or period.end + 5bd";
    schema
        .put("if", Json.object().put("maxLength", DateLanguage.PATTERN_MAX_LENGTH).build())
        .put(
            "then",
            Json.object()
                .put("pattern", TAG + "|" + DateLanguage.PATTERN)
                .put("patternErrorMessage", say)
                .build())
        .put(
            "else",
            Json.object()
                .put("if", Json.object().put("maxLength", DateLanguage.MAX_TEXT_LENGTH).build())
                .put(
                    "else",
                    Json.object()
                        .put("pattern", TAG)
                        .put("patternErrorMessage", say + ", not longer")
                        .build())
                .build())
        .put("$comment", describe(ValueShape.DATE_EXPRESSION));
  }

  private static void putParticipant(Json.Builder schema, Set<Besides> besides) {
    putTypes(schema, List.of("string", "object", "integer"), with(besides, Besides.TAG));
    schema
        .put("if", Json.object().put("type", "object").build())
        .put("then", Json.object().put("$ref", ref("Participant")).build())
        .put("$comment", describe(ValueShape.PARTICIPANT));
  }

  /// Allows alternatives that are distinguished by their JSON type; a structure and a map to that
  /// structure by their keys ([ValueShape.UnionShape]).
  private static void putEither(
      Json.Builder schema, ValueShape.UnionShape either, Set<Besides> besides) {
    List<String> types = new ArrayList<>();
    boolean anyText = false;
    boolean map = false;
    Json.Builder alternatives = Json.object();
    for (ValueShape shape : either.alternatives()) {
      anyText |= shape instanceof ValueShape.TextShape text && text.pattern().isEmpty();
      map |= shape instanceof ValueShape.MapShape;
      putAlternative(alternatives, types, shape, besides);
    }
    Json.Obj keywords = alternatives.build();
    if (map) {
      keywords = mapOrStructure(keywords);
    }
    if (keywords.has("pattern")) {
      String say = sentence(describe(either)) + orTag(besides);
      keywords = keywords.with("patternErrorMessage", Json.of(say));
    }
    if (anyText) {
      allowText(schema, types, keywords, besides);
    } else {
      putTypes(schema, types, besides);
    }
    keywords.members().forEach(schema::put);
    schema.put("$comment", describe(either));
  }

  /// Adds the JSON type of one alternative, and the keywords for that type.
  private static void putAlternative(
      Json.Builder keywords, List<String> types, ValueShape shape, Set<Besides> besides) {
    Json.Obj one = of(shape, besides).build();
    switch (shape) {
      case ValueShape.TextShape text when text.pattern().isEmpty() -> {}
      case ValueShape.TextShape text -> {
        types.add("string");
        keywords.put("pattern", one.get("pattern"));
      }
      case ValueShape.EnumShape words -> {
        types.add("string");
        String whole = "^(?:" + String.join("|", words.values()) + ")$";
        keywords.put("pattern", orTag(whole, besides));
        keywords.put("examples", Json.texts(words.values()));
      }
      case ValueShape.ListShape list -> {
        types.add("array");
        keywords.put("items", one.get("items"));
      }
      case ValueShape.StructShape struct -> {
        types.add("object");
        keywords.put("allOf", one.get("allOf"));
      }
      case ValueShape.MapShape map when structure(map) != null -> {
        String values = "additionalProperties";
        keywords
            .put("if", namesMap(map))
            .put("then", Json.object().put(values, one.get(values)).build());
      }
      default -> throw new IllegalStateException("no schema for " + shape + " among others");
    }
  }

  private static Json.Obj mapOrStructure(Json.Obj both) {
    return Json.object()
        .put("items", both.get("items"))
        .put("if", both.get("if"))
        .put("then", both.get("then"))
        .put("else", Json.object().put("allOf", both.get("allOf")).build())
        .build();
  }

  /// The structure that the values of a map are, alone or besides lists.
  private static ValueShape.@Nullable StructShape structure(ValueShape.MapShape map) {
    if (map.value() instanceof ValueShape.StructShape struct) {
      return struct;
    }
    if (map.value() instanceof ValueShape.UnionShape either) {
      for (ValueShape shape : either.alternatives()) {
        if (shape instanceof ValueShape.StructShape struct) {
          return struct;
        }
      }
    }
    return null;
  }

  /// The condition that a mapping maps names to structures: its values are mappings or lists, and
  /// none of its keys is one of the structure.
  private static Json.Obj namesMap(ValueShape.MapShape map) {
    ValueShape.StructShape struct = structure(map);
    List<String> words =
        struct == null ? List.of() : Vocabulary.mapping(struct.mappingName()).keyNames();
    return Json.object()
        .put("type", "object")
        .put("minProperties", 1)
        .put(
            "additionalProperties",
            Json.object().put("type", Json.texts(List.of("object", "array"))).build())
        .put(
            "propertyNames",
            Json.object().put("not", Json.object().put("enum", Json.texts(words)).build()).build())
        .build();
  }

  private static void allowText(
      Json.Builder schema, List<String> types, Json.Obj others, Set<Besides> besides) {
    List<String> refused = new ArrayList<>(List.of("object", "array"));
    refused.removeAll(types);
    if (!besides.contains(Besides.NULL)) {
      refused.add("null");
    }
    List<String> expected = new ArrayList<>(List.of("string"));
    expected.addAll(types);
    if (refused.isEmpty()) {
      return;
    }
    Json.Obj scalars = Json.object().put("type", Json.texts(refused)).build();
    Json.Obj expectation = Json.object().put("type", Json.texts(expected)).build();
    if (others.has("allOf")) {
      schema.put("if", scalars).put("then", expectation);
    } else {
      schema.put(
          "allOf", Json.array(Json.object().put("if", scalars).put("then", expectation).build()));
    }
  }

  private static String orTag(Set<Besides> besides) {
    return besides.contains(Besides.TAG) ? ", or {{ }}" : "";
  }

  private static String orTag(String pattern, Set<Besides> besides) {
    return besides.contains(Besides.TAG) ? TAG + "|" + pattern : pattern;
  }

  private static Set<Besides> with(Set<Besides> besides, Besides one) {
    Set<Besides> more = EnumSet.of(one);
    more.addAll(besides);
    return more;
  }

  private static Set<Besides> without(Set<Besides> besides, Besides one) {
    Set<Besides> fewer = EnumSet.copyOf(with(besides, one));
    fewer.remove(one);
    return fewer;
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
