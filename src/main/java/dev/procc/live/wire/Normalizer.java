package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The normal form in which values are compared, so that equal meanings are equal values.
///
/// - `null`, an empty text and an empty set are absent.
/// - The elements of a set are sorted (weekdays as in the week) and unique.
/// - A participant is `{id, type}`, however it is written; its type is `user` if there is none.
/// - A boolean that the API requires is false if it is missing.
public final class Normalizer {
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private Normalizer() {}

  /// The process with every field in normal form; keys and order of nodes stay.
  public static Process normalize(Process process) {
    return new Process(
        process.identity(),
        normalizeFields(Schema.PROCESS, process.fields()),
        normalizeGroup(process.root()));
  }

  private static ProcessGroup normalizeGroup(ProcessGroup group) {
    List<ProcessNode> children = new ArrayList<>(group.children().size());
    for (ProcessNode child : group.children()) {
      children.add(
          switch (child) {
            case ProcessGroup g -> normalizeGroup(g);
            case ProcessJob j ->
                new ProcessJob(j.key(), j.kind(), normalizeFields(Schema.PROCESS_JOB, j.fields()));
          });
    }
    return new ProcessGroup(
        group.key(), normalizeFields(Schema.PROCESS_GROUP, group.fields()), children);
  }

  /// The fields in the order of the table, with those that the API requires.
  private static Map<FieldSpec, Json> normalizeFields(Schema schema, Map<FieldSpec, Json> given) {
    FieldMap<Json> normal = new FieldMap<>(given.size() + 2);
    for (Map.Entry<FieldSpec, Json> entry : given.entrySet()) {
      Json value = normalizeValue(entry.getKey(), entry.getValue());
      if (value != null) {
        normal.put(entry.getKey(), value);
      }
    }
    for (FieldSpec field : Catalog.definable(schema)) {
      if (field.required() && field.type() == FieldType.BOOLEAN) {
        normal.putIfAbsent(field, Json.of(false));
      }
    }
    return inCatalogOrder(normal);
  }

  private static Map<FieldSpec, Json> inCatalogOrder(FieldMap<Json> fields) {
    if (isInCatalogOrder(fields)) {
      return fields.freeze();
    }
    List<Map.Entry<FieldSpec, Json>> entries = new ArrayList<>(fields.entrySet());
    entries.sort(Comparator.comparingInt(e -> CatalogOrder.position(e.getKey())));
    Map<FieldSpec, Json> sorted = new LinkedHashMap<>();
    for (Map.Entry<FieldSpec, Json> entry : entries) {
      sorted.put(entry.getKey(), entry.getValue());
    }
    return sorted;
  }

  private static boolean isInCatalogOrder(Map<FieldSpec, Json> fields) {
    int last = -1;
    for (FieldSpec field : fields.keySet()) {
      int position = CatalogOrder.position(field);
      if (position < last) {
        return false;
      }
      last = position;
    }
    return true;
  }

  /// The value in normal form; null if it counts as absent.
  public static @Nullable Json normalizeValue(FieldSpec field, @Nullable Json value) {
    if (value == null || value instanceof Json.Null) {
      return null;
    }
    if (field == Fields.PROCESS_JOB_ARGUMENTS) {
      return value.equals(Json.Obj.EMPTY) ? null : value;
    }
    return switch (field.type()) {
      case STRING, DATE, DATE_TIME ->
          value instanceof Json.Str s && s.value().isEmpty() ? null : value;
      case PARTICIPANT_REF -> normalizeParticipant(value);
      case SET_OF_DATES, SET_OF_WEEKDAYS, SET_OF_STRINGS, SET ->
          value instanceof Json.Arr set ? normalizeSet(set, field.type()) : value;
      default -> value;
    };
  }

  private static @Nullable Json normalizeParticipant(Json value) {
    if (value instanceof Json.Str id) {
      return id.value().isEmpty() ? null : normalizeParticipant(id.value(), "user");
    }
    if (value instanceof Json.Obj object) {
      if (isNormalParticipant(object)) {
        return object;
      }
      String id = object.text("id").orElse("");
      return id.isEmpty() ? null : normalizeParticipant(id, object.text("type").orElse("user"));
    }
    return value;
  }

  private static boolean isNormalParticipant(Json.Obj object) {
    return object.members().size() == 2
        && object.members().keySet().iterator().next().equals("id")
        && object.get("id") instanceof Json.Str id
        && !id.value().isEmpty()
        && object.get("type") instanceof Json.Str;
  }

  private static Json normalizeParticipant(String id, String type) {
    return Json.object().put("id", id).put("type", type).build();
  }

  private static @Nullable Json normalizeSet(Json.Arr set, FieldType type) {
    List<Json> items = new ArrayList<>();
    for (Json item : set.items()) {
      if (!items.contains(item)) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return null;
    }
    items.sort(
        type == FieldType.SET_OF_WEEKDAYS
            ? Comparator.<Json>comparingInt(Normalizer::dayOfWeek).thenComparing(Json::canonical)
            : Comparator.comparing(Json::canonical));
    return new Json.Arr(items);
  }

  private static int dayOfWeek(Json day) {
    int index = day instanceof Json.Str s ? WEEKDAYS.indexOf(s.value()) : -1;
    return index < 0 ? WEEKDAYS.size() : index;
  }
}
