package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Meanings;
import dev.procc.model.catalog.Shape;
import dev.procc.model.catalog.Vocabulary;
import dev.procc.model.duedate.DateLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A shape as JSON Schema.
///
/// Every schema gives one error a fault and is one that an editor can complete from: keywords that
/// speak of different JSON types stand side by side instead of in branches, and a text that may
/// hold a tag is one more type with a pattern. `$comment` holds what the shape is in words, for the
/// messages of the strict check.
final class ShapeSchemas {
  /// A text that is interpolated somewhere.
  static final String TAG = "\\{\\{";

  /// A day that exists, in the proleptic Gregorian calendar.
  static final String DAY =
      "\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)"
          + "|02-(?:0[1-9]|1\\d|2[0-8]))"
          + "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";

  private ShapeSchemas() {}

  /// @param nullable whether `null` may stand there: absent on purpose
  /// @param tagged whether a text with `{{ }}` may stand there instead
  static Json.Builder of(Shape shape, boolean nullable, boolean tagged) {
    Json.Builder schema = Json.object();
    switch (shape) {
      case Shape.Anything any -> {}
      case Shape.Text text when text.pattern().isEmpty() -> anyText(schema, nullable);
      case Shape.Text text -> patterned(schema, text, nullable, tagged);
      case Shape.Bool bool -> typed(schema, List.of("boolean"), nullable, tagged, words(shape));
      case Shape.Int integer -> typed(schema, List.of("integer"), nullable, tagged, words(shape));
      case Shape.OneOf one -> oneOf(schema, one, nullable, tagged);
      case Shape.DateExpression date -> dateExpression(schema, nullable);
      case Shape.Participant participant -> participant(schema, nullable);
      case Shape.Child child -> {
        typed(schema, List.of("object"), nullable, tagged, words(shape));
        schema.put("allOf", refs("node"));
      }
      case Shape.ListOf list -> {
        typed(schema, List.of("array"), nullable, tagged, words(shape));
        schema.put("items", of(list.item(), false, tagged).build());
      }
      case Shape.MapOf map -> {
        typed(schema, List.of("object"), nullable, tagged, words(shape));
        schema.put("additionalProperties", of(map.value(), true, tagged).build());
      }
      case Shape.Struct struct -> {
        typed(schema, List.of("object"), nullable, tagged, words(shape));
        schema.put("allOf", refs(struct.structure()));
      }
      case Shape.Either either -> either(schema, either, nullable, tagged);
    }
    return schema;
  }

  static String ref(String definition) {
    return "#/$defs/" + definition;
  }

  /// The reference in a list of one: an editor takes the type beside it, but none beside a bare
  /// one.
  private static Json.Arr refs(String definition) {
    return Json.array(Json.object().put("$ref", ref(definition)).build());
  }

  /// What a shape takes, as messages say it.
  static String words(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text.words();
      case Shape.Bool bool -> "true or false";
      case Shape.Int integer -> "a whole number";
      case Shape.OneOf one -> "one of " + String.join(", ", one.values());
      case Shape.DateExpression expression -> "a date or a date expression, such as WD3";
      case Shape.Participant participant -> "an alias, a role, or { id, type }";
      case Shape.ListOf list -> "a list";
      case Shape.MapOf map -> "a mapping";
      case Shape.Struct struct -> "a mapping";
      case Shape.Child child -> "a node";
      case Shape.Anything any -> "any value";
      case Shape.Either either ->
          String.join(
              " or ", either.shapes().stream().map(ShapeSchemas::words).distinct().toList());
    };
  }

  private static void typed(
      Json.Builder schema, List<String> types, boolean nullable, boolean tagged, String words) {
    types(schema, types, nullable, tagged);
    if (tagged && !types.contains("string")) {
      schema.put("pattern", TAG).put("patternErrorMessage", sentence(words) + ", or {{ }}");
    }
    schema.put("$comment", words);
  }

  private static void types(
      Json.Builder schema, List<String> types, boolean nullable, boolean tagged) {
    List<String> all = new ArrayList<>(types);
    if (tagged && !all.contains("string")) {
      all.add("string");
    }
    if (nullable) {
      all.add("null");
    }
    schema.put("type", all.size() == 1 ? Json.of(all.getFirst()) : Json.texts(all));
  }

  /// Any scalar is a text. Said by what is left out, since an editor offers `true` and `false`
  /// wherever a boolean is among the types.
  private static void anyText(Json.Builder schema, boolean nullable) {
    schema
        .put(
            "anyOf",
            Json.array(Json.object().put("type", "string").build(), noText(nullable).build()))
        .put("$comment", "a text");
  }

  private static Json.Builder noText(boolean nullable) {
    List<String> others = new ArrayList<>(List.of("string", "object", "array"));
    if (!nullable) {
      others.add("null");
    }
    return Json.object().put("not", Json.object().put("type", Json.texts(others)).build());
  }

  private static void patterned(
      Json.Builder schema, Shape.Text text, boolean nullable, boolean tagged) {
    boolean number = Pattern.matches(text.pattern(), "2024");
    types(schema, number ? List.of("string", "integer") : List.of("string"), nullable, tagged);
    String whole = "^(?:" + (text == Shape.DATE ? DAY : text.pattern()) + ")$";
    schema.put("pattern", tagged ? TAG + "|" + whole : whole);
    if (number) {
      schema.put("minimum", 0);
    }
    schema
        .put("patternErrorMessage", sentence(text.words()) + (tagged ? ", or {{ }}" : ""))
        .put("$comment", text.words());
  }

  private static void oneOf(
      Json.Builder schema, Shape.OneOf one, boolean nullable, boolean tagged) {
    if (!nullable && !tagged) {
      words(schema, one);
    } else {
      Json.Builder words = Json.object();
      words(words, one);
      Json.Builder other = Json.object();
      types(other, tagged ? List.of("string") : List.of(), nullable, tagged);
      if (tagged) {
        other.put("pattern", TAG);
      }
      schema.put("anyOf", Json.array(words.build(), other.build()));
    }
    schema.put("$comment", words(one));
  }

  private static void words(Json.Builder schema, Shape.OneOf one) {
    schema.put("enum", Json.texts(one.values()));
    List<String> meanings = Meanings.of(one);
    if (!meanings.isEmpty()) {
      schema.put("enumDescriptions", Json.texts(meanings));
    }
  }

  /// The length is looked at first: the pattern backtracks over a long text, so a long one is taken
  /// as it is, up to what procc reads.
  private static void dateExpression(Json.Builder schema, boolean nullable) {
    types(schema, List.of("string"), nullable, true);
    String say = "A date or a date expression, such as 2024-12-31, WD3 or period.end + 5bd";
    schema
        .put("if", Json.object().put("maxLength", DateLanguage.MAX_LENGTH).build())
        .put(
            "then",
            Json.object()
                .put("pattern", TAG + "|" + DateLanguage.PATTERN)
                .put("patternErrorMessage", say)
                .build())
        .put(
            "else",
            Json.object()
                .put("if", Json.object().put("maxLength", DateLanguage.LONGEST).build())
                .put(
                    "else",
                    Json.object()
                        .put("pattern", TAG)
                        .put("patternErrorMessage", say + ", not longer")
                        .build())
                .build())
        .put("$comment", words(Shape.DATE_EXPRESSION));
  }

  private static void participant(Json.Builder schema, boolean nullable) {
    types(schema, List.of("string", "object", "integer"), nullable, true);
    schema
        .put("if", Json.object().put("type", "object").build())
        .put("then", Json.object().put("$ref", ref("Participant")).build())
        .put("$comment", words(Shape.PARTICIPANT));
  }

  /// Shapes that are told apart by their JSON type, and a structure from names to that structure by
  /// their keys ([Shape.Either]).
  private static void either(
      Json.Builder schema, Shape.Either either, boolean nullable, boolean tagged) {
    List<String> types = new ArrayList<>();
    boolean anyText = false;
    boolean map = false;
    Json.Builder keywords = Json.object();
    for (Shape shape : either.shapes()) {
      Json.Obj one = of(shape, nullable, tagged).build();
      switch (shape) {
        case Shape.Text text when text.pattern().isEmpty() -> anyText = true;
        case Shape.Text text -> {
          types.add("string");
          keywords.put("pattern", one.get("pattern"));
        }
        case Shape.OneOf words -> {
          types.add("string");
          String whole = "^(?:" + String.join("|", words.values()) + ")$";
          keywords.put("pattern", tagged ? TAG + "|" + whole : whole);
          keywords.put("examples", Json.texts(words.values()));
        }
        case Shape.ListOf list -> {
          types.add("array");
          keywords.put("items", one.get("items"));
        }
        case Shape.Struct struct -> {
          types.add("object");
          keywords.put("allOf", one.get("allOf"));
        }
        case Shape.MapOf of when structure(of) != null -> {
          map = true;
          keywords
              .put("if", names(of))
              .put(
                  "then",
                  Json.object()
                      .put("additionalProperties", one.get("additionalProperties"))
                      .build());
        }
        default -> throw new IllegalStateException("no schema for " + shape + " among others");
      }
    }
    if (map) {
      Json.Obj both = keywords.build();
      keywords = Json.object().put("items", both.get("items"));
      keywords.put("if", both.get("if")).put("then", both.get("then"));
      keywords.put("else", Json.object().put("allOf", both.get("allOf")).build());
    }
    if (keywords.build().has("pattern")) {
      keywords.put("patternErrorMessage", sentence(words(either)) + (tagged ? ", or {{ }}" : ""));
    }
    if (anyText) {
      withText(schema, types, nullable);
    } else {
      types(schema, types, nullable, tagged);
    }
    keywords.build().members().forEach(schema::put);
    schema.put("$comment", words(either));
  }

  /// The structure that a mapping has as its values, alone or beside lists.
  private static Shape.@Nullable Struct structure(Shape.MapOf map) {
    if (map.value() instanceof Shape.Struct struct) {
      return struct;
    }
    if (map.value() instanceof Shape.Either either) {
      for (Shape shape : either.shapes()) {
        if (shape instanceof Shape.Struct struct) {
          return struct;
        }
      }
    }
    return null;
  }

  /// Whether a mapping is one of names to structures: its values are mappings or lists and none of
  /// its keys is a word of the structure.
  private static Json.Obj names(Shape.MapOf map) {
    Shape.Struct struct = structure(map);
    List<String> words =
        struct == null ? List.of() : Vocabulary.structure(struct.structure()).names();
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

  private static void withText(Json.Builder schema, List<String> types, boolean nullable) {
    List<String> refused = new ArrayList<>(List.of("object", "array"));
    refused.removeAll(types);
    if (!nullable) {
      refused.add("null");
    }
    List<String> expected = new ArrayList<>(List.of("string"));
    expected.addAll(types);
    if (!refused.isEmpty()) {
      schema.put(
          "allOf",
          Json.array(
              Json.object()
                  .put("if", Json.object().put("type", Json.texts(refused)).build())
                  .put("then", Json.object().put("type", Json.texts(expected)).build())
                  .build()));
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
