package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.EditChecker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The settings of faults and of their schedule: the words and values that mean something. Any
/// other is refused, since a fault that never hits looks like a program that takes it well.
final class FaultSettings {
  /// The operations that a fault can hit.
  static final List<String> OPERATIONS =
      List.of(
          "listProcesses",
          "createProcess",
          "getProcess",
          "patchProcess",
          "batchUpdateProcess",
          "validateProcess",
          "runProcess",
          "trashProcess",
          "restoreProcess",
          "getProcessRun",
          "createJobRuns",
          "token");

  /// The possible effects, with the meaning of their settings.
  static final Map<String, String> EFFECTS = new LinkedHashMap<>();

  static {
    EFFECTS.put("fail-before", "answers `status` (500) and does nothing");
    EFFECTS.put("fail-after", "does everything and answers `status` (500)");
    EFFECTS.put("drop-before", "closes the connection and does nothing");
    EFFECTS.put("drop-after", "does everything and closes the connection");
    EFFECTS.put("delay", "waits `millis` (1000) first");
    EFFECTS.put(
        "rate-limit",
        "answers 429 with `seconds` (1) in Retry-After; `header` false leaves it to the message");
    EFFECTS.put(
        "partial",
        "applies `apply` (1) operations of a PATCH or items of a batch, then answers `status`"
            + " (500)");
    EFFECTS.put("default", "sets the members of `set`, by JSON pointer, in what is stored");
    EFFECTS.put("shift", "moves re-dated dates by `days` (1) more");
    EFFECTS.put(
        "edit",
        "before the call somebody else sets the members of `set` and removes those of `remove`;"
            + " `unchecked` true takes what the API does not know");
    EFFECTS.put("edit-after", "the same after the call");
  }

  /// The members of a schedule, among them those that only its answer has.
  private static final List<String> SCHEDULE = List.of("seed", "faults", "operations", "effects");

  private static final List<String> EVERY = List.of("on", "do", "path", "nth", "times", "chance");
  private static final List<String> EDIT = List.of("set", "remove", "user", "process", "unchecked");
  private static final List<String> COUNTS = List.of("seed", "seen", "hit");
  private static final Map<String, List<String>> OWN = new HashMap<>();
  private static final Map<String, Predicate<Json>> VALUES = new HashMap<>();

  static {
    OWN.put("fail-before", List.of("status"));
    OWN.put("fail-after", List.of("status"));
    OWN.put("delay", List.of("millis"));
    OWN.put("rate-limit", List.of("seconds", "header"));
    OWN.put("partial", List.of("apply", "status"));
    OWN.put("default", List.of("set"));
    OWN.put("shift", List.of("days"));
    OWN.put("edit", EDIT);
    OWN.put("edit-after", EDIT);
    VALUES.put("on", v -> v instanceof Json.Str s && isOperation(s.value()));
    VALUES.put("status", v -> isWithin(v, 400, 599));
    VALUES.put("nth", v -> isWithin(v, 1, 1_000_000));
    VALUES.put("times", v -> isWithin(v, 0, 1_000_000));
    VALUES.put("millis", v -> isWithin(v, 0, 60_000));
    VALUES.put("seconds", v -> isWithin(v, 0, 86_400));
    VALUES.put("apply", v -> isWithin(v, 0, 3000));
    VALUES.put("days", v -> isWithin(v, -3660, 3660));
    VALUES.put("seed", v -> isWithin(v, Long.MIN_VALUE, Long.MAX_VALUE));
    VALUES.put("header", v -> v instanceof Json.Bool);
    VALUES.put("unchecked", v -> v instanceof Json.Bool);
    VALUES.put("chance", FaultSettings::isChance);
    VALUES.put(
        "set",
        v ->
            v instanceof Json.Obj o
                && o.members().keySet().stream().allMatch(n -> n.startsWith("/")));
    VALUES.put(
        "remove",
        v -> v instanceof Json.Arr a && a.items().stream().allMatch(FaultSettings::isPointer));
    VALUES.put("faults", v -> v instanceof Json.Arr);
    for (String text : List.of("path", "user", "process")) {
      VALUES.put(text, v -> v instanceof Json.Str);
    }
  }

  private FaultSettings() {}

  /// Checks a schedule, without its faults.
  ///
  /// @throws IllegalArgumentException if it has no list of them or another member
  static void checkSchedule(Json.Obj schedule) {
    if (!schedule.has("faults")) {
      throw new IllegalArgumentException("a schedule of faults has a list \"faults\"");
    }
    checkMembers("a schedule of faults", schedule, SCHEDULE);
  }

  /// Checks a fault.
  ///
  /// @throws IllegalArgumentException if it has an unknown member or value, or changes nothing
  static void check(Json.Obj fault) {
    String effect = fault.text("do").orElse("");
    if (!EFFECTS.containsKey(effect)) {
      throw new IllegalArgumentException(
          "fault \""
              + effect
              + "\" is not known, it is one of "
              + String.join(", ", EFFECTS.keySet()));
    }
    List<String> known = new ArrayList<>(EVERY);
    known.addAll(OWN.getOrDefault(effect, List.of()));
    known.addAll(COUNTS);
    checkMembers("fault \"" + effect + "\"", fault, known);
    boolean changes = fault.has("set") || fault.has("remove");
    if (!changes && OWN.getOrDefault(effect, List.of()).contains("set")) {
      throw new IllegalArgumentException("fault \"" + effect + "\" has no \"set\"");
    }
    if (effect.startsWith("edit")) {
      try {
        checkEdit(fault);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("fault \"" + effect + "\": " + e.getMessage(), e);
      }
    }
  }

  /// Checks the pointers of an edit, and its values unless it is `unchecked`.
  ///
  /// @throws IllegalArgumentException if it changes nothing, or nothing that an edit can change
  static void checkEdit(Json.Obj edit) {
    for (String name : List.of("set", "remove", "unchecked")) {
      Json value = edit.get(name);
      if (value != null && !VALUES.getOrDefault(name, v -> true).test(value)) {
        throw new IllegalArgumentException("an edit cannot have " + value.write() + " as " + name);
      }
    }
    Map<String, Json> set = edit.obj("set").orElse(Json.Obj.EMPTY).members();
    if (set.isEmpty() && edit.items("remove").isEmpty()) {
      throw new IllegalArgumentException("an edit has something to set or to remove");
    }
    if (!edit.flag("unchecked", false)) {
      set.forEach((pointer, value) -> EditChecker.check(JsonPointer.names(pointer), value));
      for (Json pointer : edit.items("remove")) {
        if (pointer instanceof Json.Str text) {
          EditChecker.check(JsonPointer.names(text.value()), null);
        }
      }
    }
  }

  private static void checkMembers(String what, Json.Obj object, List<String> known) {
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      String name = member.getKey();
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            what + " has no \"" + name + "\", only " + String.join(", ", known));
      }
      if (!VALUES.getOrDefault(name, v -> true).test(member.getValue())) {
        throw new IllegalArgumentException(
            what + " cannot have " + member.getValue().write() + " as \"" + name + "\"");
      }
    }
  }

  private static boolean isOperation(String word) {
    return word.equals("*") || OPERATIONS.contains(word);
  }

  private static boolean isWithin(Json value, long from, long to) {
    return value instanceof Json.Num n
        && n.asLong().filter(number -> number >= from && number <= to).isPresent();
  }

  private static boolean isChance(Json value) {
    return value instanceof Json.Num n
        && n.value().signum() >= 0
        && n.value().compareTo(BigDecimal.ONE) <= 0;
  }

  private static boolean isPointer(Json value) {
    return value instanceof Json.Str text && text.value().startsWith("/");
  }
}
