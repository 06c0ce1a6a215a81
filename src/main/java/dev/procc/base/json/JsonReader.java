package dev.procc.base.json;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A strict reader of one JSON document: member names are unique, and nothing follows the document.
///
/// Limits: 200 levels, 64 MiB, 16 MiB a text, 1,000 digits a number.
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxDocumentLength(64L << 20)
                  .maxStringLength(16 << 20)
                  .maxNumberLength(1000)
                  .build())
          .build();

  private JsonReader() {}

  /// @throws JsonException if the text is not one JSON document within the limits
  public static Json read(String text) throws JsonException {
    return document(FACTORY.createParser(ObjectReadContext.empty(), text));
  }

  /// The members of an object with certain names. What follows the last of them is neither read nor
  /// checked.
  ///
  /// @throws JsonException if the text up to there is not a JSON object within the limits
  public static Json.Obj members(Reader text, Set<String> names) throws JsonException {
    Map<String, Json> found = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonException("a JSON object was expected", 1, 1);
      }
      while (found.size() < names.size() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken first = parser.nextToken();
        if (names.contains(name)) {
          found.put(name, value(parser, first));
        } else {
          parser.skipChildren();
        }
      }
      return new Json.Obj(found);
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  private static Json document(JsonParser opened) throws JsonException {
    try (JsonParser parser = opened) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new JsonException("the text is empty, a JSON value was expected", 1, 1);
      }
      Json value = value(parser, first);
      if (parser.nextToken() != null) {
        var at = parser.currentTokenLocation();
        throw new JsonException(
            "text after the end of the document", at.getLineNr(), at.getColumnNr());
      }
      return value;
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  private static JsonException fault(JacksonException e) {
    var at = e.getLocation();
    return new JsonException(
        withoutParserDetails(e.getOriginalMessage()),
        at == null ? 1 : at.getLineNr(),
        at == null ? 1 : at.getColumnNr());
  }

  /// The message of the parser without its own details and without the text, which may be a secret.
  private static String withoutParserDetails(String message) {
    if (message.startsWith("Unrecognized token ")) {
      return "a word that is no JSON value";
    }
    int at = message.indexOf(" (start marker");
    return at < 0 ? message : message.substring(0, at);
  }

  private static Json value(JsonParser parser, JsonToken token) throws JsonException {
    return switch (token) {
      case START_OBJECT -> {
        JsonMembers<Json> members = new JsonMembers<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, value(parser, parser.nextToken()));
        }
        yield new Json.Obj(members);
      }
      case START_ARRAY -> {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          items.add(value(parser, t));
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING -> Json.of(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> Json.of(true);
      case VALUE_FALSE -> Json.of(false);
      case VALUE_NULL -> Json.NULL;
      default -> throw new JsonException("unexpected " + token, 1, 1);
    };
  }

  /// A number within the range of a double, since no other has a canonical form; it may have more
  /// digits.
  private static Json.Num number(JsonParser parser) throws JsonException {
    try {
      Json.Num number = new Json.Num(parser.getDecimalValue());
      if (!Double.isInfinite(number.value().doubleValue())) {
        return number;
      }
    } catch (NumberFormatException | ArithmeticException outOfRange) {
      // Reported below, as every number out of range.
    }
    var at = parser.currentTokenLocation();
    throw new JsonException("a number that is out of range", at.getLineNr(), at.getColumnNr());
  }
}
