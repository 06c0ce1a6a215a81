package dev.procc.language.format;

import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The canonical form of the language: keys in the order of the vocabulary, date expressions in
/// their canonical form.
final class LanguageCanonicalForm implements CanonicalForm {
  private final DateLanguage dates;
  private final ValueShape shape;
  private final @Nullable MappingSpec structure;

  private LanguageCanonicalForm(
      DateLanguage dates, ValueShape shape, @Nullable MappingSpec structure) {
    this.dates = dates;
    this.shape = shape;
    this.structure = structure;
  }

  /// The form of a document of a kind; free for an unknown kind.
  static CanonicalForm of(DateLanguage dates, @Nullable String kind) {
    MappingSpec structure =
        kind != null && Vocabulary.DOCUMENT_KINDS.contains(kind) ? Vocabulary.find(kind) : null;
    return structure == null ? FREE : new LanguageCanonicalForm(dates, ValueShape.ANY, structure);
  }

  @Override
  public CanonicalForm forMapping(List<String> written) {
    if (structure != null) {
      return this;
    }
    MappingSpec found = structure(shape, written);
    return found == null ? this : new LanguageCanonicalForm(dates, shape, found);
  }

  private static @Nullable MappingSpec structure(ValueShape shape, List<String> written) {
    if (shape instanceof ValueShape.StructShape struct) {
      return Vocabulary.find(struct.mappingName());
    }
    if (shape instanceof ValueShape.ChildShape) {
      for (String key : written) {
        if (Vocabulary.CHILD_KINDS.contains(key)) {
          return Vocabulary.find(key);
        }
      }
    }
    if (shape instanceof ValueShape.UnionShape either) {
      return structureOfEither(either, written);
    }
    return null;
  }

  /// The alternative with most of the keys; null if none of them has any.
  private static @Nullable MappingSpec structureOfEither(
      ValueShape.UnionShape either, List<String> written) {
    MappingSpec best = null;
    int most = 0;
    for (ValueShape one : either.alternatives()) {
      MappingSpec found = structure(one, written);
      int known = 0;
      for (String key : written) {
        known += found != null && found.key(key) != null ? 1 : 0;
      }
      if (known > most) {
        most = known;
        best = found;
      }
    }
    return best;
  }

  @Override
  public List<String> keyOrder() {
    return structure == null ? List.of() : structure.keyNames();
  }

  @Override
  public CanonicalForm forValue(String key) {
    if (structure != null) {
      KeySpec word = structure.key(key);
      return word == null ? FREE : new LanguageCanonicalForm(dates, word.shape(), null);
    }
    ValueShape value = mapValue(shape);
    return value == null ? FREE : new LanguageCanonicalForm(dates, value, null);
  }

  private static @Nullable ValueShape mapValue(ValueShape shape) {
    if (shape instanceof ValueShape.MapShape map) {
      return map.value();
    }
    if (shape instanceof ValueShape.UnionShape either) {
      for (ValueShape one : either.alternatives()) {
        ValueShape value = mapValue(one);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  @Override
  public CanonicalForm forItem() {
    ValueShape item = listItem(shape);
    return item == null ? FREE : new LanguageCanonicalForm(dates, item, null);
  }

  private static @Nullable ValueShape listItem(ValueShape shape) {
    if (shape instanceof ValueShape.ListShape list) {
      return list.item();
    }
    if (shape instanceof ValueShape.UnionShape either) {
      for (ValueShape one : either.alternatives()) {
        ValueShape item = listItem(one);
        if (item != null) {
          return item;
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable String canonicalText(String value) {
    if (!(shape instanceof ValueShape.DateExpressionShape)
        || value.isBlank()
        || value.contains("{{")) {
      return null;
    }
    String canonical = dates.canonical(value).orElse(value);
    return canonical.equals(value) ? null : canonical;
  }
}
