package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.SLUG;
import static dev.procc.model.vocabulary.ValueShape.either;
import static dev.procc.model.vocabulary.ValueShape.oneOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A part of the vocabulary under construction, one call a mapping.
abstract class MappingTable {
  static final List<String> DOCUMENT_KINDS =
      List.of(
          "Project",
          "Process",
          "Period",
          "Template",
          "Calendar",
          "People",
          "Documents",
          "Capabilities");

  static final ValueShape VARIABLE_TYPE =
      oneOf("string", "integer", "number", "boolean", "date", "person", "document", "list", "map");
  static final ValueShape DECLARATION = either(VARIABLE_TYPE, struct("Variable"));

  private final Map<String, MappingSpec> mappings;

  /// @param mappings receives the mappings, by name
  MappingTable(Map<String, MappingSpec> mappings) {
    this.mappings = mappings;
  }

  /// Example keys for documents of kinds for which `close` would be odd.
  private static final Map<String, String> KEYS =
      Map.of(
          "Period",
          "2024-Q4",
          "Template",
          "entity-close",
          "Calendar",
          "us-close",
          "People",
          "people",
          "Documents",
          "documents",
          "Capabilities",
          "prod");

  /// Adds all mappings of this part.
  abstract void addAll();

  /// Adds a part of a document.
  final void mapping(String name, String doc, KeySpec... keys) {
    mapping(name, doc, List.of(keys));
  }

  final void mapping(String name, String doc, List<KeySpec> keys) {
    mappings.put(name, new MappingSpec(name, doc, keys));
  }

  /// Adds a kind of document: its own keys follow those that every document has.
  final void document(String kind, String doc, KeySpec... keys) {
    List<KeySpec> all = new ArrayList<>();
    all.add(
        KeySpec.of("procc", oneOf("v1"), "The version of this format.", "v1")
            .asRequired()
            .asLiteral());
    all.add(
        KeySpec.of(
                "kind", new ValueShape.EnumShape(DOCUMENT_KINDS), "What this document holds.", kind)
            .asRequired()
            .asLiteral());
    all.add(
        KeySpec.of(
                "key",
                kind.equals("Period") ? ValueShape.PERIOD : SLUG,
                "Its name in this project, unique among its kind.",
                KEYS.getOrDefault(kind, "close"))
            .asRequired()
            .asLiteral());
    all.addAll(List.of(keys));
    mapping(kind, doc, all);
  }
}
