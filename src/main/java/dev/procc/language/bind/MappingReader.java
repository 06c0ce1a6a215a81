package dev.procc.language.bind;

import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reader of parts of mappings that were checked against the vocabulary; what does not fit was
/// reported, and is left out.
final class MappingReader {
  private MappingReader() {}

  static @Nullable Scalar scalar(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar : null;
  }

  static @Nullable Mapping mapping(Mapping mapping, String key) {
    return mapping.get(key) instanceof Mapping inner ? inner : null;
  }

  /// A mapping whose keys are names; if it could not be read, one that may have any name.
  static @Nullable Mapping names(Mapping mapping, String key) {
    YamlNode value = mapping.get(key);
    boolean lost = value == null ? mapping.isIncomplete() : value instanceof Unknown;
    return lost
        ? new Mapping(mapping.origin(), List.of(Unknown.lostEntry(mapping.span())), false)
        : mapping(mapping, key);
  }

  static List<YamlNode> items(Mapping mapping, String key) {
    return mapping.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  static List<Mapping> mappings(Mapping mapping, String key) {
    List<Mapping> mappings = new ArrayList<>();
    for (YamlNode item : items(mapping, key)) {
      if (item instanceof Mapping inner) {
        mappings.add(inner);
      }
    }
    return mappings;
  }

  static List<Scalar> scalars(Mapping mapping, String key) {
    List<Scalar> scalars = new ArrayList<>();
    for (YamlNode item : items(mapping, key)) {
      if (item instanceof Scalar scalar) {
        scalars.add(scalar);
      }
    }
    return scalars;
  }

  /// The scalar entries of a mapping, without those that are `null`.
  static Map<String, Scalar> scalarsByKey(Mapping mapping, String key) {
    if (!(mapping.get(key) instanceof Mapping inner)) {
      return Map.of();
    }
    Map<String, Scalar> scalars = new LinkedHashMap<>();
    for (MappingEntry entry : inner.entries()) {
      if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        scalars.put(entry.key().value(), scalar);
      }
    }
    return Collections.unmodifiableMap(scalars);
  }

  /// The written fields of the API, by row; to be frozen by the caller. If entries could not be
  /// read, fields that are not written are unknown.
  static FieldMap<YamlNode> fields(Mapping mapping, MappingSpec structure) {
    FieldMap<YamlNode> fields = new FieldMap<>(mapping.entries().size());
    for (MappingEntry entry : mapping.entries()) {
      KeySpec word = structure.key(entry.key().value());
      if (word != null && word.field() != null) {
        fields.put(word.field(), entry.value());
      }
    }
    YamlNode lost = mapping.get(Unknown.LOST_KEY);
    for (int i = 0; lost != null && i < structure.keys().size(); i++) {
      FieldSpec field = structure.keys().get(i).field();
      boolean list = field != null && field.type().isUnordered();
      if (field != null && !list && !fields.containsKey(field)) {
        fields.put(field, lost);
      }
    }
    return fields;
  }

  static @Nullable DefaultsDecl defaults(Mapping owner) {
    YamlNode written = owner.get("defaults");
    if (written instanceof Unknown) {
      return new DefaultsDecl(Map.of(Unknown.LOST_KEY, written), Map.of());
    }
    if (!(written instanceof Mapping mapping)) {
      return null;
    }
    Map<String, YamlNode> common = new LinkedHashMap<>();
    Map<String, Map<String, YamlNode>> byKind = new LinkedHashMap<>();
    for (MappingEntry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping inner
          && Vocabulary.NODE_KINDS.contains(entry.key().value())) {
        byKind.put(entry.key().value(), entries(inner));
      } else {
        common.put(entry.key().value(), entry.value());
      }
    }
    return new DefaultsDecl(common, byKind);
  }

  private static Map<String, YamlNode> entries(Mapping mapping) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (MappingEntry entry : mapping.entries()) {
      entries.put(entry.key().value(), entry.value());
    }
    return entries;
  }
}
