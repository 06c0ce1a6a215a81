package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.resolve.Defaults.Effective;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Turns what is written for a field into its value, looking up people and documents on the way.
///
/// What a default gives is made once for all who get it.
final class FieldValues {
  /// Marks the place of a date in raw arguments until the date is known; no YAML text can hold it.
  static final String PLACE = "\u0000";

  private final Participants participants;
  private final DocumentNames documents;
  private final Map<Effective, Value> byDefault = new IdentityHashMap<>();
  private final Map<Effective, DateText> textsByDefault = new IdentityHashMap<>();

  FieldValues(Participants participants, DocumentNames documents) {
    this.participants = participants;
    this.documents = documents;
  }

  /// Puts what a field has to the values, or, of a date, to the texts of dates.
  void take(
      Field field, Effective effective, FieldMap<Value> values, FieldMap<DateText> dateTexts) {
    if (effective.nothing()) {
      values.put(field, new Value(Json.NULL, effective.origin()));
    } else if (field.type() == FieldType.DATE) {
      DateText text = text(effective);
      if (text != null) {
        dateTexts.put(field, text);
      }
    } else {
      Value value = value(field, effective);
      if (value != null) {
        values.put(field, value);
      }
    }
  }

  private @Nullable DateText text(Effective effective) {
    if (!(effective.node() instanceof Scalar scalar)) {
      return null;
    }
    DateText known = effective.fallback() ? textsByDefault.get(effective) : null;
    if (known == null) {
      known = new DateText(scalar.value(), effective.origin(), effective.fallback());
      if (effective.fallback()) {
        textsByDefault.put(effective, known);
      }
    }
    return known;
  }

  private @Nullable Value value(Field field, Effective effective) {
    Value known = effective.fallback() ? byDefault.get(effective) : null;
    if (known == null) {
      known = plain(field, effective.node(), effective.origin());
      if (known != null && effective.fallback()) {
        byDefault.put(effective, known);
      }
    }
    return known;
  }

  /// A value that needs nothing but lookups: everything that is no date. Absent where what is
  /// written makes none, which was reported.
  @Nullable Value plain(Field field, Node node, Origin origin) {
    return switch (field.type()) {
      case BOOLEAN -> {
        Boolean flag = node instanceof Scalar scalar ? Scalars.bool(scalar) : null;
        yield flag == null ? null : new Value(Json.of(flag), origin);
      }
      case PARTICIPANT_REF -> participants.participant(node, origin);
      case STRING -> {
        if (!(node instanceof Scalar scalar)) {
          yield null;
        }
        yield field.name().equals("document")
            ? documents.document(scalar, origin)
            : new Value(Json.of(scalar.value()), origin);
      }
      case SET_OF_DATES, SET_OF_STRINGS, SET_OF_WEEKDAYS -> set(field, node, origin);
      default -> new Value(RawJson.of(node, mapping -> null), origin);
    };
  }

  private static @Nullable Value set(Field field, Node node, Origin origin) {
    if (!(node instanceof Sequence sequence)) {
      return null;
    }
    List<Origin> from = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.value());
        from.add(scalar.origin());
      }
    }
    if (field.type() == FieldType.SET_OF_WEEKDAYS) {
      List<String> week = Weekdays.known();
      texts.sort((a, b) -> Integer.compare(week.indexOf(a), week.indexOf(b)));
    } else {
      texts = List.copyOf(new TreeSet<>(texts));
    }
    return texts.isEmpty() ? null : new Value(Json.texts(texts), origin.with(from));
  }

  /// A section, by the document beside it.
  @Nullable Value section(Effective section, @Nullable Effective document) {
    if (!(section.node() instanceof Scalar name)) {
      return null;
    }
    Scalar of =
        document != null && !document.nothing() && document.node() instanceof Scalar scalar
            ? scalar
            : null;
    return documents.section(name, section.origin(), of);
  }

  /// Raw arguments: `{ person: cfo }` becomes a participant; `{ date: WD12 }` a date, which is put
  /// in once it is known.
  Value arguments(Effective effective, Draft draft) {
    List<Origin> from = new ArrayList<>();
    Json json =
        RawJson.of(
            effective.node(),
            mapping -> {
              if (mapping.entries().size() != 1) {
                return null;
              }
              if (mapping.get("person") instanceof Scalar name) {
                Value value = participants.participant(name, name.origin());
                if (value != null) {
                  from.add(value.origin());
                }
                return value == null ? Json.NULL : value.json();
              }
              if (mapping.get("date") instanceof Scalar text) {
                String name = "arguments." + draft.others.size();
                DateText date = DateText.written(text.value(), text.origin());
                draft.more().add(new DateField(name, date));
                return Json.of(PLACE + name);
              }
              return null;
            });
    return new Value(json, effective.origin().with(from));
  }
}
