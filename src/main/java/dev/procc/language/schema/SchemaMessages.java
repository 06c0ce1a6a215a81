package dev.procc.language.schema;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages about violations in the words of definitions, in place of the validator's, which
/// are about schemas.
final class SchemaMessages {
  /// A violation of the JSON Schema.
  static final Code SCHEMA_VIOLATION = Code.error("PC118", "not-by-schema");

  private final Json.Obj schema;

  SchemaMessages(Json.Obj schema) {
    this.schema = schema;
  }

  /// The finding about a key that is missing or unknown; empty if another finding reports the same.
  ///
  /// @param where the place in the schema, from its root
  Optional<Finding> keyFinding(Mapping at, String keyword, String key, List<Object> where) {
    List<String> kinds = kinds(at);
    Json.@Nullable Obj owner =
        schemaAt(where.subList(0, where.size() - 1)) instanceof Json.Obj o ? o : null;
    String title = owner == null ? "" : owner.text("title").orElse("");
    if (kinds.size() > 1 && Vocabulary.CHILD_KINDS.contains(title)) {
      return kinds.contains(key)
          ? Optional.of(
              finding(
                  span(at, key),
                  quoted(key) + " stands beside " + quoted(title) + ", a node has one kind"))
          : Optional.empty();
    }
    if (keyword.equals("required")) {
      String message = owner == null ? "" : owner.text("errorMessage").orElse("");
      return Optional.of(
          finding(
              headSpan(at),
              message.isEmpty()
                  ? quoted(key) + " is missing, " + structureLabel(title) + " must have it"
                  : message));
    }
    List<String> known =
        owner == null
            ? List.of()
            : owner.obj("properties").map(p -> List.copyOf(p.members().keySet())).orElse(List.of());
    return Optional.of(
        finding(span(at, key), quoted(key) + " is not a key of " + structureLabel(title))
            .withHint(Spelling.hint(key, known).orElse(null)));
  }

  /// The finding about a value that does not fit.
  ///
  /// @param path the place in the document
  /// @param where the place in the schema, from its root
  Finding valueFinding(YamlNode value, List<Object> path, String keyword, List<Object> where) {
    String name = "this document";
    for (Object step : path) {
      name = step instanceof String word ? quoted(word) : name;
    }
    if (keyword.equals("not")
        && value instanceof Scalar scalar
        && scalar.value().equals(Address.ROOT)) {
      return finding(
          value.span(), "\"root\" is the key of the root group, no other node can have it");
    }
    if (keyword.equals("uniqueItems")) {
      return finding(value.span(), "An item stands twice in " + name);
    }
    String takes = "a mapping";
    for (int depth = 0; depth <= where.size(); depth++) {
      if (schemaAt(where.subList(0, depth)) instanceof Json.Obj owner) {
        takes = owner.text("$comment").orElse(takes);
      }
    }
    return finding(
        value.span(), describe(value) + " does not fit " + name + ", which takes " + takes);
  }

  private static Finding finding(Span span, String message) {
    return Finding.of(SCHEMA_VIOLATION, span, message);
  }

  private static List<String> kinds(Mapping mapping) {
    List<String> kinds = new ArrayList<>();
    for (MappingEntry entry : mapping.entries()) {
      if (Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        kinds.add(entry.key().value());
      }
    }
    return kinds;
  }

  private @Nullable Json schemaAt(List<Object> path) {
    Json at = schema;
    for (Object step : path) {
      at =
          switch (at) {
            case Json.Obj object -> object.get(step.toString());
            case Json.Arr array when step instanceof Integer i && i < array.items().size() ->
                array.items().get(i);
            case null, default -> null;
          };
    }
    return at;
  }

  private static Span span(Mapping mapping, String key) {
    MappingEntry entry = mapping.entry(key);
    return entry == null ? mapping.span() : entry.key().span();
  }

  private static Span headSpan(Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().getFirst().key().span();
  }

  private static String describe(YamlNode node) {
    return switch (node) {
      case Scalar scalar when scalar.isNull() -> "null";
      case Scalar scalar -> quoted(QuotedText.cut(scalar.value(), 60));
      case Mapping mapping -> "A mapping";
      case Sequence sequence -> "A list";
      case Unknown unknown -> "This";
    };
  }

  private static String structureLabel(String title) {
    return title.isEmpty() ? "this mapping" : title;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
