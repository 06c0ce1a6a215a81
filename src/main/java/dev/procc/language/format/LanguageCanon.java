package dev.procc.language.format;

import dev.procc.model.catalog.Shape;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Vocabulary;
import dev.procc.model.catalog.Word;
import dev.procc.model.duedate.DateLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The language's own canon: keys in the order of the vocabulary, date expressions in their one
/// form.
final class LanguageCanon implements Canon {
  private final DateLanguage dates;
  private final Shape shape;
  private final @Nullable Structure structure;

  private LanguageCanon(DateLanguage dates, Shape shape, @Nullable Structure structure) {
    this.dates = dates;
    this.shape = shape;
    this.structure = structure;
  }

  /// The canon of a document of that kind; free when there is no such kind.
  static Canon of(DateLanguage dates, @Nullable String kind) {
    Structure structure =
        kind != null && Vocabulary.DOCUMENT_KINDS.contains(kind) ? Vocabulary.find(kind) : null;
    return structure == null ? FREE : new LanguageCanon(dates, Shape.ANY, structure);
  }

  @Override
  public Canon mapping(List<String> written) {
    if (structure != null) {
      return this;
    }
    Structure found = structure(shape, written);
    return found == null ? this : new LanguageCanon(dates, shape, found);
  }

  private static @Nullable Structure structure(Shape shape, List<String> written) {
    if (shape instanceof Shape.Struct struct) {
      return Vocabulary.find(struct.structure());
    }
    if (shape instanceof Shape.Child) {
      for (String key : written) {
        if (Vocabulary.CHILD_KINDS.contains(key)) {
          return Vocabulary.find(key);
        }
      }
    }
    if (shape instanceof Shape.Either either) {
      return either(either, written);
    }
    return null;
  }

  /// The structure that knows most of the keys; none when a free mapping fits better.
  private static @Nullable Structure either(Shape.Either either, List<String> written) {
    Structure best = null;
    int most = 0;
    for (Shape one : either.shapes()) {
      Structure found = structure(one, written);
      int known = 0;
      for (String key : written) {
        known += found != null && found.word(key) != null ? 1 : 0;
      }
      if (known > most) {
        most = known;
        best = found;
      }
    }
    return best;
  }

  @Override
  public List<String> keys() {
    return structure == null ? List.of() : structure.names();
  }

  @Override
  public Canon value(String key) {
    if (structure != null) {
      Word word = structure.word(key);
      return word == null ? FREE : new LanguageCanon(dates, word.shape(), null);
    }
    Shape value = mapped(shape);
    return value == null ? FREE : new LanguageCanon(dates, value, null);
  }

  private static @Nullable Shape mapped(Shape shape) {
    if (shape instanceof Shape.MapOf map) {
      return map.value();
    }
    if (shape instanceof Shape.Either either) {
      for (Shape one : either.shapes()) {
        Shape value = mapped(one);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  @Override
  public Canon item() {
    Shape item = listed(shape);
    return item == null ? FREE : new LanguageCanon(dates, item, null);
  }

  private static @Nullable Shape listed(Shape shape) {
    if (shape instanceof Shape.ListOf list) {
      return list.item();
    }
    if (shape instanceof Shape.Either either) {
      for (Shape one : either.shapes()) {
        Shape item = listed(one);
        if (item != null) {
          return item;
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable String text(String value) {
    if (!(shape instanceof Shape.DateExpression) || value.isBlank() || value.contains("{{")) {
      return null;
    }
    String canonical = dates.canonical(value).orElse(value);
    return canonical.equals(value) ? null : canonical;
  }
}
