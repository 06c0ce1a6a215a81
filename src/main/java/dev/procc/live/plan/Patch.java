package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one JSON Patch document of a process.
///
/// Order: `/relativeDates` first when it becomes false, last when it becomes true; setting the
/// window carries both of its ends, and no prefix of the document has its end before its start.
final class Patch {
  private final Map<Field, Json> live;
  private final Map<Field, Item> items = new LinkedHashMap<>();

  /// @param live the fields of the live process
  /// @param items of kind `PATCH` or `WRITE_ONLY`, each field once
  Patch(Map<Field, Json> live, List<Item> items) {
    this.live = live;
    for (Item item : items) {
      this.items.put(item.field(), item);
    }
  }

  List<Json> operations() {
    List<Json> operations = new ArrayList<>();
    Item flag = items.remove(Fields.PROCESS_RELATIVE_DATES);
    boolean becomesTrue = flag != null && ServerShift.isTrue(flag.after());
    if (flag != null && !becomesTrue) {
      operations.add(operation(flag.field(), flag.after()));
    }
    operations.addAll(window());
    for (Item item : items.values()) {
      operations.add(operation(item.field(), item.after()));
    }
    if (flag != null && becomesTrue) {
      operations.add(operation(flag.field(), flag.after()));
    }
    return operations;
  }

  /// The fields of the process after each operation but the last, in their order.
  List<Map<Field, Json>> states() {
    Map<String, Field> byPath = new LinkedHashMap<>();
    for (Field field : ServerShift.BUSINESS) {
      byPath.put(field.patchPath(), field);
    }
    items.keySet().forEach(field -> byPath.put(field.patchPath(), field));
    Map<Field, Json> state = new LinkedHashMap<>(live);
    List<Map<Field, Json>> states = new ArrayList<>();
    for (Json item : operations()) {
      Json.Obj operation = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      Field field = byPath.get(operation.text("path").orElse(""));
      Json value = operation.get("value");
      if (field != null && value == null) {
        state.remove(field);
      } else if (field != null && value != null) {
        state.put(field, value);
      }
      states.add(new LinkedHashMap<>(state));
    }
    return states.isEmpty() ? states : states.subList(0, states.size() - 1);
  }

  private List<Json> window() {
    Field startField = Fields.PROCESS_BUSINESS_START_DATE;
    Field endField = Fields.PROCESS_BUSINESS_END_DATE;
    Item start = items.remove(startField);
    Item end = items.remove(endField);
    List<Json> operations = new ArrayList<>();
    if (start == null && end == null) {
      return operations;
    }
    Json oldStart = live.get(startField);
    Json oldEnd = live.get(endField);
    Json newStart = start == null ? oldStart : start.after();
    Json newEnd = end == null ? oldEnd : end.after();
    boolean sets = newStart != null && newEnd != null && (oldStart == null || oldEnd == null);
    List<Json> first = new ArrayList<>();
    List<Json> second = new ArrayList<>();
    if (start != null || sets) {
      first.add(operation(startField, newStart));
    }
    if (end != null || sets) {
      second.add(operation(endField, newEnd));
    }
    boolean endFirst = later(oldStart, newStart) && later(oldEnd, newEnd);
    operations.addAll(endFirst ? second : first);
    operations.addAll(endFirst ? first : second);
    return operations;
  }

  private static boolean later(@Nullable Json before, @Nullable Json after) {
    return before instanceof Json.Str one
        && after instanceof Json.Str other
        && other.value().compareTo(one.value()) > 0;
  }

  private static Json operation(Field field, @Nullable Json value) {
    String path = field.patchPath();
    if (path == null) {
      throw new IllegalArgumentException("no path patches " + field);
    }
    Json.Builder operation =
        Json.object().put("op", value == null ? "remove" : "replace").put("path", path);
    return operation.put("value", value).build();
  }
}
