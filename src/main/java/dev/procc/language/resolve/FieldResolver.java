package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.resolve.Defaults.EffectiveValue;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The resolution of written values of fields, with people and documents looked up.
///
/// A default is resolved once for all nodes that have it.
final class FieldResolver {
  /// The placeholder for a date in raw arguments until the date is known; no YAML text can contain
  /// it.
  static final String DATE_PLACEHOLDER = "\u0000";

  private final ParticipantLookup participants;
  private final DocumentLookup documents;
  private final Map<EffectiveValue, ResolvedValue> valuesByDefault = new IdentityHashMap<>();
  private final Map<EffectiveValue, DateText> textsByDefault = new IdentityHashMap<>();

  FieldResolver(ParticipantLookup participants, DocumentLookup documents) {
    this.participants = participants;
    this.documents = documents;
  }

  /// Adds the value of a field to the values, or, if it is a date, its text to the texts of dates.
  void resolve(
      FieldSpec field,
      EffectiveValue effective,
      FieldMap<ResolvedValue> values,
      FieldMap<DateText> dateTexts) {
    if (effective.isNull()) {
      values.put(field, new ResolvedValue(Json.NULL, effective.origin()));
    } else if (field.type() == FieldType.DATE) {
      dateTexts.put(field, dateText(effective));
    } else {
      ResolvedValue value = resolveValue(field, effective);
      if (value != null) {
        values.put(field, value);
      }
    }
  }

  private DateText dateText(EffectiveValue effective) {
    if (!(effective.node() instanceof Scalar scalar)) {
      return DateText.unreadable(effective.origin());
    }
    DateText known = effective.fromDefault() ? textsByDefault.get(effective) : null;
    if (known == null) {
      known = new DateText(scalar.value(), effective.origin(), effective.fromDefault());
      if (effective.fromDefault()) {
        textsByDefault.put(effective, known);
      }
    }
    return known;
  }

  private @Nullable ResolvedValue resolveValue(FieldSpec field, EffectiveValue effective) {
    ResolvedValue known = effective.fromDefault() ? valuesByDefault.get(effective) : null;
    if (known == null) {
      known = resolvePlain(field, effective.node(), effective.origin());
      if (known != null && effective.fromDefault()) {
        valuesByDefault.put(effective, known);
      }
    }
    return known;
  }

  /// A value that is not a date; null if what is written gives none, which has been reported.
  @Nullable ResolvedValue resolvePlain(FieldSpec field, YamlNode node, Origin origin) {
    return switch (field.type()) {
      case BOOLEAN -> {
        Boolean flag = node instanceof Scalar scalar ? ScalarValues.bool(scalar) : null;
        yield flag == null ? null : new ResolvedValue(Json.of(flag), origin);
      }
      case PARTICIPANT_REF -> participants.participant(node, origin);
      case STRING -> {
        if (field.role() == FieldRole.DOCUMENT) {
          yield documents.document(node, origin);
        }
        yield node instanceof Scalar scalar
            ? new ResolvedValue(Json.of(scalar.value()), origin)
            : null;
      }
      case SET_OF_DATES, SET_OF_STRINGS, SET_OF_WEEKDAYS -> resolveSet(field, node, origin);
      default ->
          node instanceof Unknown
              ? null
              : new ResolvedValue(RawJson.of(node, mapping -> null), origin);
    };
  }

  private static @Nullable ResolvedValue resolveSet(FieldSpec field, YamlNode node, Origin origin) {
    if (!(node instanceof Sequence sequence)) {
      return null;
    }
    List<Origin> from = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.value());
        from.add(scalar.origin());
      }
    }
    if (field.type() == FieldType.SET_OF_WEEKDAYS) {
      List<String> week = Weekdays.allNames();
      texts.sort((a, b) -> Integer.compare(week.indexOf(a), week.indexOf(b)));
    } else {
      texts = List.copyOf(new TreeSet<>(texts));
    }
    return texts.isEmpty() ? null : new ResolvedValue(Json.texts(texts), origin.withInputs(from));
  }

  /// A section, by the document beside it.
  @Nullable ResolvedValue resolveSection(
      EffectiveValue section, @Nullable EffectiveValue document) {
    if (section.node() instanceof Mapping id) {
      return DocumentLookup.byId(id, section.origin());
    }
    if (!(section.node() instanceof Scalar name)) {
      return null;
    }
    if (document != null && document.node() instanceof Unknown) {
      return null;
    }
    YamlNode of = document == null || document.isNull() ? null : document.node();
    return of instanceof Mapping
        ? new ResolvedValue(Json.of(name.value()), section.origin())
        : documents.section(name, section.origin(), of instanceof Scalar scalar ? scalar : null);
  }

  /// Raw arguments: `{ person: cfo }` becomes a participant, `{ date: WD12 }` a date once it is
  /// known, and `{ raw: ... }` its content, literally.
  ResolvedValue resolveArguments(EffectiveValue effective, NodeDraft draft) {
    List<Origin> from = new ArrayList<>();
    Json json =
        RawJson.of(
            effective.node(),
            mapping -> {
              if (mapping.entries().size() != 1) {
                return null;
              }
              YamlNode raw = mapping.get("raw");
              if (raw != null) {
                return RawJson.of(raw, inner -> null);
              }
              if (mapping.get("person") instanceof Scalar name) {
                ResolvedValue value = participants.participant(name, name.origin());
                if (value != null) {
                  from.add(value.origin());
                }
                return value == null ? Json.NULL : value.json();
              }
              if (mapping.get("date") instanceof Scalar text) {
                String name = "arguments." + draft.argumentDates.size();
                DateText date = DateText.written(text.value(), text.origin());
                draft.mutableArgumentDates().add(new DateField(name, date));
                return Json.of(DATE_PLACEHOLDER + name);
              }
              return null;
            });
    return new ResolvedValue(json, effective.origin().withInputs(from));
  }
}
