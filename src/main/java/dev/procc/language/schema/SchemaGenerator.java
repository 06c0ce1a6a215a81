package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The JSON Schema of the language, generated from the vocabulary.
///
/// There is one schema for all kinds of document, distinguished by `kind`, since a file may contain
/// several documents and an editor takes one schema a file. A node of the tree is distinguished by
/// its kind word. Both use keywords that give one error for a fault and the right completions:
/// `if`/`then` by `kind`, `dependentSchemas` by kind word, with closed definitions.
///
/// ```java
/// SchemaGenerator.all().pretty(); // what schemas/procc.schema.json holds
/// SchemaGenerator.kind("People"); // the same for one kind of document
/// ```
public final class SchemaGenerator {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private SchemaGenerator() {}

  /// The schema of every kind of document.
  public static Json.Obj all() {
    List<Json> byKind = new ArrayList<>();
    List<Json> snippets = new ArrayList<>();
    for (String kind : Vocabulary.DOCUMENT_KINDS) {
      byKind.add(
          Json.object()
              .put("if", requiredConstant("kind", kind))
              .put("then", Json.object().put("$ref", ShapeSchemas.ref(kind)).build())
              .build());
      snippets.add(Snippets.document(kind));
    }
    return Json.object()
        .put("$schema", DIALECT)
        .put("title", "procc")
        .put("description", "A definition of workflow processes, version v1 of the format.")
        .put("type", "object")
        .put("properties", envelope())
        .put("required", Json.texts(List.of("kind")))
        .put("allOf", Json.array(byKind))
        .put("if", Json.object().put("required", Json.texts(List.of("kind"))).build())
        .put("else", Json.object().put("defaultSnippets", Json.array(snippets)).build())
        .put("$defs", definitions())
        .build();
  }

  /// The keys of every document; the others are closed by its kind.
  private static Json.Obj envelope() {
    MappingSpec document = Vocabulary.mapping(Vocabulary.DOCUMENT_KINDS.getFirst());
    Json.Builder properties = Json.object();
    for (KeySpec word : document.keys()) {
      if (word.name().equals("procc") || word.name().equals("kind")) {
        Json.Builder schema = Json.object().put("description", word.doc());
        ShapeSchemas.of(word.shape(), Set.of()).build().members().forEach(schema::put);
        properties.put(word.name(), schema.build());
      }
    }
    return properties.build();
  }

  /// The schema of one kind of document; empty if there is no such kind.
  public static Optional<Json.Obj> forKind(String kind) {
    if (!Vocabulary.DOCUMENT_KINDS.contains(kind)) {
      return Optional.empty();
    }
    Json.Obj all = definitions();
    Set<String> needed = new LinkedHashSet<>();
    collectReachable(all, kind, needed);
    Json.Builder reachable = Json.object();
    all.members()
        .forEach((name, schema) -> {
          if (needed.contains(name)) {
            reachable.put(name, schema);
          }
        });
    return Optional.of(
        Json.object()
            .put("$schema", DIALECT)
            .put("title", "procc " + kind)
            .put("description", Vocabulary.mapping(kind).doc())
            .put("type", "object")
            .put("$ref", ShapeSchemas.ref(kind))
            .put("defaultSnippets", Json.array(Snippets.document(kind)))
            .put("$defs", reachable.build())
            .build());
  }

  private static void collectReachable(Json.Obj definitions, String name, Set<String> seen) {
    if (seen.add(name)) {
      references(definitions.get(name), found -> collectReachable(definitions, found, seen));
    }
  }

  private static void references(
      @org.jspecify.annotations.Nullable Json schema, java.util.function.Consumer<String> found) {
    switch (schema) {
      case Json.Obj object -> {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          if (member.getKey().equals("$ref") && member.getValue() instanceof Json.Str target) {
            found.accept(target.value().substring(ShapeSchemas.ref("").length()));
          } else {
            references(member.getValue(), found);
          }
        }
      }
      case Json.Arr array -> array.items().forEach(item -> references(item, found));
      case null, default -> {}
    }
  }

  private static Json.Obj requiredConstant(String name, String value) {
    Json.Obj only = Json.object().put("const", value).build();
    return Json.object()
        .put("properties", Json.object().put(name, only).build())
        .put("required", Json.texts(List.of(name)))
        .build();
  }

  private static Json.Obj definitions() {
    Json.Builder definitions = Json.object();
    definitions.put("node", node());
    for (MappingSpec structure : Vocabulary.all()) {
      definitions.put(structure.name(), definition(structure));
    }
    return definitions.build();
  }

  /// A closed mapping. Whether `null` or a text with a tag is also allowed is stated where the
  /// definition is used.
  private static Json.Obj definition(MappingSpec structure) {
    boolean child = Vocabulary.CHILD_KINDS.contains(structure.name());
    Json.Builder properties = Json.object();
    List<String> required = new ArrayList<>();
    for (KeySpec word : structure.keys()) {
      boolean kind = child && word.name().equals(structure.name());
      properties.put(word.name(), PropertySchemas.of(word, structure, kind));
      if (word.required()) {
        required.add(word.name());
      }
    }
    return Json.object()
        .put("title", structure.name())
        .put("description", structure.doc())
        .put("properties", properties.build())
        .put("required", required.isEmpty() ? null : Json.texts(required))
        .put("additionalProperties", false)
        .build();
  }

  /// A node, whose kind word decides about its other keys. Without a kind word, that is the only
  /// error.
  private static Json.Obj node() {
    Json.Builder properties = Json.object();
    Json.Builder byKind = Json.object();
    List<Json> any = new ArrayList<>();
    List<Json> snippets = new ArrayList<>();
    for (String kind : Vocabulary.CHILD_KINDS) {
      MappingSpec structure = Vocabulary.mapping(kind);
      String doc = structure.doc() + " The value is its key.";
      properties.put(
          kind,
          Json.object().put("description", doc).put("anyOf", Json.array(Json.Obj.EMPTY)).build());
      byKind.put(kind, unless(any, Json.object().put("$ref", ShapeSchemas.ref(kind)).build()));
      any.add(Json.object().put("required", Json.texts(List.of(kind))).build());
      snippets.add(Snippets.node(structure));
    }
    String message = "A node is one of " + String.join(", ", Vocabulary.CHILD_KINDS);
    Json.Obj none = Json.object().put("anyOf", Json.array(any)).build();
    return Json.object()
        .put("title", "node")
        .put("description", "A node of the tree; its first key says what it is.")
        .put("properties", properties.build())
        .put("dependentSchemas", byKind.build())
        .put("if", Json.object().put("type", "object").put("not", none).build())
        .put(
            "then",
            Json.object()
                .put("required", Json.texts(List.of(Vocabulary.CHILD_KINDS.getFirst())))
                .put("errorMessage", message)
                .put("defaultSnippets", Json.array(snippets))
                .build())
        .build();
  }

  /// The schema of a kind, without effect if an earlier kind is present as well, which then reports
  /// the unknown key once.
  private static Json.Obj unless(List<Json> before, Json.Obj schema) {
    return before.isEmpty()
        ? schema
        : Json.object()
            .put("if", Json.object().put("anyOf", Json.array(before)).build())
            .put("else", schema)
            .build();
  }
}
