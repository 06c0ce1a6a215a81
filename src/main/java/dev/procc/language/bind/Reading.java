package dev.procc.language.bind;

import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes parts out of mappings that were held against the vocabulary; what does not fit is left
/// out, since it was reported.
final class Reading {
  private Reading() {}

  static @Nullable Scalar scalar(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar : null;
  }

  static @Nullable Mapping mapping(Mapping mapping, String key) {
    return mapping.get(key) instanceof Mapping inner ? inner : null;
  }

  static List<Node> items(Mapping mapping, String key) {
    return mapping.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  static List<Mapping> mappings(Mapping mapping, String key) {
    List<Mapping> found = new ArrayList<>();
    for (Node item : items(mapping, key)) {
      if (item instanceof Mapping inner) {
        found.add(inner);
      }
    }
    return found;
  }

  static List<Scalar> scalars(Mapping mapping, String key) {
    List<Scalar> found = new ArrayList<>();
    for (Node item : items(mapping, key)) {
      if (item instanceof Scalar scalar) {
        found.add(scalar);
      }
    }
    return found;
  }

  /// The entries of a mapping that are scalars; `null` is absent.
  static Map<String, Scalar> texts(Mapping mapping, String key) {
    if (!(mapping.get(key) instanceof Mapping inner)) {
      return Map.of();
    }
    Map<String, Scalar> found = new LinkedHashMap<>();
    for (Entry entry : inner.entries()) {
      if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        found.put(entry.key().value(), scalar);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /// The fields of the API that are written, by their row; to be frozen by who takes them.
  static FieldMap<Node> fields(Mapping mapping, Structure structure) {
    FieldMap<Node> found = new FieldMap<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      Word word = structure.word(entry.key().value());
      if (word != null && word.field() != null) {
        found.put(word.field(), entry.value());
      }
    }
    return found;
  }

  static @Nullable DefaultsDecl defaults(Mapping owner) {
    if (!(owner.get("defaults") instanceof Mapping mapping)) {
      return null;
    }
    Map<String, Node> common = new LinkedHashMap<>();
    Map<String, Map<String, Node>> byKind = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping inner && KINDS.contains(entry.key().value())) {
        byKind.put(entry.key().value(), entries(inner));
      } else {
        common.put(entry.key().value(), entry.value());
      }
    }
    return new DefaultsDecl(common, byKind);
  }

  private static final List<String> KINDS =
      List.of("sendTask", "contentRequest", "certification", "group");

  private static Map<String, Node> entries(Mapping mapping) {
    Map<String, Node> found = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      found.put(entry.key().value(), entry.value());
    }
    return found;
  }
}
