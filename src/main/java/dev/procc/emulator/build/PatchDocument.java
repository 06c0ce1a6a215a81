package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON Patch documents on a process, limited to the 17 documented paths.
public final class PatchDocument {
  private static final Map<String, PatchPath> PATHS = new LinkedHashMap<>();

  static {
    allowRemoveAndReplace("/dueDate", "dueDate", MemberType.DATE);
    allowRemoveAndReplace("/businessStartDate", "businessStartDate", MemberType.DATE);
    allowRemoveAndReplace("/businessEndDate", "businessEndDate", MemberType.DATE);
    allowRemoveAndReplace("/businessDaysOfWeek", "businessDaysOfWeek", MemberType.DAYS);
    allowRemoveAndReplace("/businessDateExclusions", "businessDateExclusions", MemberType.DATES);
    allowRemoveAndReplace("/businessDateInclusions", "businessDateInclusions", MemberType.DATES);
    allowRemoveAndReplace("/calendarIds", "calendars", MemberType.TEXTS);
    allowReplace("/name", "name", MemberType.NAME);
    allowReplace("/autoClose", "autoClose", MemberType.FLAG);
    allowReplace("/ipmBetaEnabled", "ipmBetaEnabled", MemberType.FLAG);
    allowReplace("/iwmOptOut", "iwmOptOut", MemberType.FLAG);
    allowReplace("/relativeDates", "relativeDates", MemberType.FLAG);
    allowReplace("/root/parallel", "parallel", MemberType.FLAG);
    allowReplace("/root/triggerType", "triggerType", MemberType.TRIGGER);
    allowReplace("/certAutoApprove", "certAutoApprove", MemberType.FLAG);
    allowRemoveAndReplace(
        "/defaultCertSignerReminders", "defaultCertSignerReminders", MemberType.REMINDERS);
    allowRemoveAndReplace(
        "/defaultCertApproverReminders", "defaultCertApproverReminders", MemberType.REMINDERS);
  }

  private final EmulatorState state;
  private final long extraDays;

  /// @param extraDays by which a fault falsifies a shift; normally 0
  public PatchDocument(EmulatorState state, long extraDays) {
    this.state = state;
    this.extraDays = extraDays;
  }

  /// The process after a document is applied.
  ///
  /// @throws ErrorReply 400 at the first operation that is not allowed
  public Json.Obj apply(Json.Obj process, List<Json> operations) {
    boolean perOperation = state.assumes("shift", "per-operation");
    Json.Obj result = process;
    for (int i = 0; i < operations.size(); i++) {
      Json.Obj next = applyOperation(result, operations.get(i), "/" + i);
      if (state.assumes("window-order", "operation")) {
        checkWindow(next);
      }
      result = perOperation ? shift(result, next) : next;
    }
    if (!state.assumes("window-order", "never")) {
      checkWindow(result);
    }
    checkPair(result);
    return perOperation ? result : shift(process, result);
  }

  /// The process after one operation, without the checks at the end of a document.
  private Json.Obj applyOperation(Json.Obj process, Json operation, String at) {
    if (!(operation instanceof Json.Obj body)) {
      throw ErrorReply.invalid("A patch operation must be an object", at);
    }
    new MemberReader(state).checkNames(body, List.of("op", "path", "value"), at);
    String op = body.text("op").orElse("");
    String pointer = body.text("path").orElse("");
    PatchPath path = PATHS.get(pointer);
    if (path == null) {
      throw ErrorReply.invalid("Path '" + pointer + "' cannot be patched", at + "/path");
    }
    if (!path.operations().contains(op)) {
      String allowed = String.join(", ", path.operations());
      throw ErrorReply.invalid(
          "Operation '" + op + "' is not allowed for " + pointer + ", allowed: " + allowed,
          at + "/op");
    }
    Json value = op.equals("replace") ? patchValue(body, path, pointer, at) : null;
    return path.inRoot()
        ? process.with("root", set(process.obj("root").orElse(Json.Obj.EMPTY), path, value, at))
        : set(process, path, value, at);
  }

  private Json patchValue(Json.Obj body, PatchPath path, String pointer, String at) {
    Json value = body.get("value");
    if (value == null) {
      throw ErrorReply.invalid("Operation replace needs a value", at + "/value");
    }
    String problem = path.type().problem(value);
    if (problem != null) {
      throw ErrorReply.invalid("The value of " + pointer + " " + problem, at + "/value");
    }
    return MemberReader.normalized(state, path.type(), value);
  }

  private Json.Obj set(Json.Obj holder, PatchPath path, @Nullable Json value, String at) {
    boolean absent = !holder.has(path.member());
    if (value == null) {
      if (absent && state.assumes("remove-absent", "refuse")) {
        throw ErrorReply.invalid("There is no " + path.member() + " to remove", at + "/path");
      }
      return holder.without(path.member());
    }
    if (absent && state.assumes("replace-absent", "refuse")) {
      throw ErrorReply.invalid("There is no " + path.member() + " to replace", at + "/path");
    }
    return ProcessView.inTableOrder(holder.with(path.member(), value), path.inRoot());
  }

  private Json.Obj shift(Json.Obj before, Json.Obj after) {
    return RelativeDateShift.apply(before, after, state.choices().get("shift"), extraDays);
  }

  /// Checks the order of start and end.
  ///
  /// @throws ErrorReply 400 if the end of the window is before its start
  public static void checkWindow(Json.Obj process) {
    String start = process.text("businessStartDate").orElse("");
    String end = process.text("businessEndDate").orElse("");
    if (!start.isEmpty() && !end.isEmpty() && end.compareTo(start) < 0) {
      throw ErrorReply.invalid(
          "businessEndDate " + end + " is before businessStartDate " + start, "/businessEndDate");
    }
  }

  /// Checks that the window has both ends or none, under the assumption `unpaired-window=refuse`.
  ///
  /// @throws ErrorReply 400 if one end is missing
  public void checkPair(Json.Obj process) {
    if (state.assumes("unpaired-window", "refuse")
        && process.has("businessStartDate") != process.has("businessEndDate")) {
      throw ErrorReply.invalid(
          "If businessStartDate is provided, businessEndDate must also be provided",
          "/businessEndDate");
    }
  }

  private static void allowRemoveAndReplace(String pointer, String member, MemberType type) {
    PATHS.put(
        pointer,
        new PatchPath(member, type, List.of("remove", "replace"), pointer.startsWith("/root/")));
  }

  private static void allowReplace(String pointer, String member, MemberType type) {
    PATHS.put(
        pointer, new PatchPath(member, type, List.of("replace"), pointer.startsWith("/root/")));
  }

  private record PatchPath(
      String member, MemberType type, List<String> operations, boolean inRoot) {}
}
