package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A builder of the JSON Patch document of a process.
///
/// The order is such that `/relativeDates` comes first when it becomes false and last when it
/// becomes true, a new window has both of its ends, and no prefix of the document has its end
/// before its start.
public final class JsonPatchBuilder {
  private final Map<FieldSpec, Json> liveFields;
  private final Map<FieldSpec, FieldDelta> deltas = new LinkedHashMap<>();

  /// @param liveFields the fields of the live process
  /// @param deltas of kind `PATCH` or `WRITE_ONLY`, each field once
  public JsonPatchBuilder(Map<FieldSpec, Json> liveFields, List<FieldDelta> deltas) {
    this.liveFields = liveFields;
    for (FieldDelta item : deltas) {
      this.deltas.put(item.field(), item);
    }
  }

  public List<Json> operations() {
    List<Json> operations = new ArrayList<>();
    FieldDelta relativeDates = deltas.remove(Fields.PROCESS_RELATIVE_DATES);
    boolean becomesTrue = relativeDates != null && ScheduleFields.isTrue(relativeDates.after());
    if (relativeDates != null && !becomesTrue) {
      operations.add(operation(relativeDates.field(), relativeDates.after()));
    }
    operations.addAll(windowOperations());
    for (FieldDelta item : deltas.values()) {
      operations.add(operation(item.field(), item.after()));
    }
    if (relativeDates != null && becomesTrue) {
      operations.add(operation(relativeDates.field(), relativeDates.after()));
    }
    return operations;
  }

  /// The fields of the process after each operation except the last, in order.
  public List<Map<FieldSpec, Json>> intermediateStates() {
    Map<String, FieldSpec> byPath = new LinkedHashMap<>();
    for (FieldSpec field : ScheduleFields.ALL) {
      byPath.put(field.patchPath(), field);
    }
    deltas.keySet().forEach(field -> byPath.put(field.patchPath(), field));
    Map<FieldSpec, Json> state = new LinkedHashMap<>(liveFields);
    List<Map<FieldSpec, Json>> states = new ArrayList<>();
    for (Json item : operations()) {
      Json.Obj operation = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      FieldSpec field = byPath.get(operation.text("path").orElse(""));
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

  private List<Json> windowOperations() {
    FieldSpec startField = Fields.PROCESS_BUSINESS_START_DATE;
    FieldSpec endField = Fields.PROCESS_BUSINESS_END_DATE;
    FieldDelta start = deltas.remove(startField);
    FieldDelta end = deltas.remove(endField);
    List<Json> operations = new ArrayList<>();
    if (start == null && end == null) {
      return operations;
    }
    Json oldStart = liveFields.get(startField);
    Json oldEnd = liveFields.get(endField);
    Json newStart = start == null ? oldStart : start.after();
    Json newEnd = end == null ? oldEnd : end.after();
    boolean setsWholeWindow =
        newStart != null && newEnd != null && (oldStart == null || oldEnd == null);
    List<Json> startOperations = new ArrayList<>();
    List<Json> endOperations = new ArrayList<>();
    if (start != null || setsWholeWindow) {
      startOperations.add(operation(startField, newStart));
    }
    if (end != null || setsWholeWindow) {
      endOperations.add(operation(endField, newEnd));
    }
    boolean endFirst = movesLater(oldStart, newStart) && movesLater(oldEnd, newEnd);
    operations.addAll(endFirst ? endOperations : startOperations);
    operations.addAll(endFirst ? startOperations : endOperations);
    return operations;
  }

  private static boolean movesLater(@Nullable Json before, @Nullable Json after) {
    return before instanceof Json.Str one
        && after instanceof Json.Str other
        && other.value().compareTo(one.value()) > 0;
  }

  private static Json operation(FieldSpec field, @Nullable Json value) {
    String path = field.patchPath();
    if (path == null) {
      throw new IllegalArgumentException("no path patches " + field);
    }
    Json.Builder operation =
        Json.object().put("op", value == null ? "remove" : "replace").put("path", path);
    return operation.put("value", value).build();
  }
}
