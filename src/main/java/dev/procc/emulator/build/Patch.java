package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON Patch document on a process: the 17 documented paths and nothing else.
public final class Patch {
  private static final Map<String, Path> PATHS = new LinkedHashMap<>();

  static {
    both("/dueDate", "dueDate", Type.DATE);
    both("/businessStartDate", "businessStartDate", Type.DATE);
    both("/businessEndDate", "businessEndDate", Type.DATE);
    both("/businessDaysOfWeek", "businessDaysOfWeek", Type.DAYS);
    both("/businessDateExclusions", "businessDateExclusions", Type.DATES);
    both("/businessDateInclusions", "businessDateInclusions", Type.DATES);
    both("/calendarIds", "calendars", Type.TEXTS);
    replace("/name", "name", Type.NAME);
    replace("/autoClose", "autoClose", Type.FLAG);
    replace("/ipmBetaEnabled", "ipmBetaEnabled", Type.FLAG);
    replace("/iwmOptOut", "iwmOptOut", Type.FLAG);
    replace("/relativeDates", "relativeDates", Type.FLAG);
    replace("/root/parallel", "parallel", Type.FLAG);
    replace("/root/triggerType", "triggerType", Type.TRIGGER);
    replace("/certAutoApprove", "certAutoApprove", Type.FLAG);
    both("/defaultCertSignerReminders", "defaultCertSignerReminders", Type.REMINDERS);
    both("/defaultCertApproverReminders", "defaultCertApproverReminders", Type.REMINDERS);
  }

  private final World world;
  private final long moreDays;

  /// @param moreDays days that a shift is wrong by, normally 0
  public Patch(World world, long moreDays) {
    this.world = world;
    this.moreDays = moreDays;
  }

  /// The process after the document.
  ///
  /// @throws Refusal 400 at the first operation that is not allowed
  public Json.Obj apply(Json.Obj process, List<Json> operations) {
    boolean each = world.is("shift", "per-operation");
    Json.Obj result = process;
    for (int i = 0; i < operations.size(); i++) {
      Json.Obj next = operation(result, operations.get(i), "/" + i);
      if (world.is("window-order", "operation")) {
        checkWindow(next);
      }
      result = each ? shift(result, next) : next;
    }
    if (!world.is("window-order", "never")) {
      checkWindow(result);
    }
    checkPair(result);
    return each ? result : shift(process, result);
  }

  /// One operation on its own, without what is only checked at the end.
  private Json.Obj operation(Json.Obj process, Json operation, String at) {
    if (!(operation instanceof Json.Obj body)) {
      throw Refusal.invalid("A patch operation must be an object", at);
    }
    String op = body.text("op").orElse("");
    String pointer = body.text("path").orElse("");
    Path path = PATHS.get(pointer);
    if (path == null) {
      throw Refusal.invalid("Path '" + pointer + "' cannot be patched", at + "/path");
    }
    if (!op.equals("replace") && !(op.equals("remove") && path.removable())) {
      String allowed = path.removable() ? "remove, replace" : "replace";
      throw Refusal.invalid(
          "Operation '" + op + "' is not allowed for " + pointer + ", allowed: " + allowed,
          at + "/op");
    }
    Json value = op.equals("replace") ? value(body, path, pointer, at) : null;
    return path.inRoot()
        ? process.with("root", set(process.obj("root").orElse(Json.Obj.EMPTY), path, value, at))
        : set(process, path, value, at);
  }

  private Json value(Json.Obj body, Path path, String pointer, String at) {
    Json value = body.get("value");
    if (value == null) {
      throw Refusal.invalid("Operation replace needs a value", at + "/value");
    }
    String problem = path.type().problem(value);
    if (problem != null) {
      throw Refusal.invalid("The value of " + pointer + " " + problem, at + "/value");
    }
    return Intake.stored(world, path.type(), value);
  }

  private Json.Obj set(Json.Obj holder, Path path, @Nullable Json value, String at) {
    boolean absent = !holder.has(path.member());
    if (value == null) {
      if (absent && world.is("remove-absent", "refuse")) {
        throw Refusal.invalid("There is no " + path.member() + " to remove", at + "/path");
      }
      return holder.without(path.member());
    }
    if (absent && world.is("replace-absent", "refuse")) {
      throw Refusal.invalid("There is no " + path.member() + " to replace", at + "/path");
    }
    return Shown.ordered(holder.with(path.member(), value), path.inRoot());
  }

  private Json.Obj shift(Json.Obj before, Json.Obj after) {
    return Shift.redate(before, after, world.readings().get("shift"), moreDays);
  }

  /// @throws Refusal 400 where the end of the window is before its start
  public static void checkWindow(Json.Obj process) {
    String start = process.text("businessStartDate").orElse("");
    String end = process.text("businessEndDate").orElse("");
    if (!start.isEmpty() && !end.isEmpty() && end.compareTo(start) < 0) {
      throw Refusal.invalid(
          "businessEndDate " + end + " is before businessStartDate " + start, "/businessEndDate");
    }
  }

  /// @throws Refusal 400 where one end of the window is missing and that reading refuses it
  public void checkPair(Json.Obj process) {
    if (world.is("unpaired-window", "refuse")
        && process.has("businessStartDate") != process.has("businessEndDate")) {
      throw Refusal.invalid(
          "If businessStartDate is provided, businessEndDate must also be provided",
          "/businessEndDate");
    }
  }

  private static void both(String pointer, String member, Type type) {
    PATHS.put(pointer, new Path(member, type, true, pointer.startsWith("/root/")));
  }

  private static void replace(String pointer, String member, Type type) {
    PATHS.put(pointer, new Path(member, type, false, pointer.startsWith("/root/")));
  }

  private record Path(String member, Type type, boolean removable, boolean inRoot) {}
}
