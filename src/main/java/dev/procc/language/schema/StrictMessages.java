package dev.procc.language.schema;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what the validator found in our own words: its messages speak of schemas, not of
/// definitions.
final class StrictMessages {
  private final Json.Obj schema;

  StrictMessages(Json.Obj schema) {
    this.schema = schema;
  }

  /// A key that is missing or too many; empty when another finding says the same.
  ///
  /// @param where the place in the schema, from its root
  Optional<Diagnostic> key(Mapping at, String keyword, String key, List<Object> where) {
    List<String> kinds = kinds(at);
    Json.@Nullable Obj owner =
        at(where.subList(0, where.size() - 1)) instanceof Json.Obj o ? o : null;
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
      String say = owner == null ? "" : owner.text("errorMessage").orElse("");
      return Optional.of(
          finding(
              head(at),
              say.isEmpty() ? quoted(key) + " is missing, " + name(title) + " must have it" : say));
    }
    List<String> known =
        owner == null
            ? List.of()
            : owner.obj("properties").map(p -> List.copyOf(p.members().keySet())).orElse(List.of());
    return Optional.of(
        finding(span(at, key), quoted(key) + " is no key of " + name(title))
            .withHint(Spelling.hint(key, known).orElse(null)));
  }

  /// A value that does not fit.
  ///
  /// @param path where it stands in the document
  /// @param where the place in the schema, from its root
  Diagnostic value(Node value, List<Object> path, String keyword, List<Object> where) {
    String name = "this document";
    for (Object step : path) {
      name = step instanceof String word ? quoted(word) : name;
    }
    if (keyword.equals("not") && value instanceof Scalar scalar && scalar.value().equals("root")) {
      return finding(
          value.span(), "\"root\" is the key of the root group, no other node can have it");
    }
    if (keyword.equals("uniqueItems")) {
      return finding(value.span(), "An item stands twice in " + name + ", a set");
    }
    String takes = "a mapping";
    for (int depth = 0; depth <= where.size(); depth++) {
      if (at(where.subList(0, depth)) instanceof Json.Obj owner) {
        takes = owner.text("$comment").orElse(takes);
      }
    }
    return finding(
        value.span(), described(value) + " does not fit " + name + ", which takes " + takes);
  }

  private static Diagnostic finding(Span span, String message) {
    return Diagnostic.of(StrictCheck.NOT_BY_SCHEMA, span, message);
  }

  private static List<String> kinds(Mapping mapping) {
    List<String> kinds = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        kinds.add(entry.key().value());
      }
    }
    return kinds;
  }

  private @Nullable Json at(List<Object> path) {
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
    Entry entry = mapping.entry(key);
    return entry == null ? mapping.span() : entry.key().span();
  }

  private static Span head(Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().getFirst().key().span();
  }

  private static String described(Node node) {
    return switch (node) {
      case Scalar scalar when scalar.isNull() -> "null";
      case Scalar scalar ->
          quoted(
              scalar.value().length() <= 60
                  ? scalar.value()
                  : scalar.value().substring(0, 57) + "...");
      case Mapping mapping -> "A mapping";
      case Sequence sequence -> "A list";
    };
  }

  private static String name(String title) {
    return title.isEmpty() ? "this mapping" : title;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
