package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens to due dates when the business window or its days change under `relativeDates`.
public final class Shift {
  private static final List<String> WINDOW =
      List.of(
          "businessStartDate",
          "businessEndDate",
          "businessDaysOfWeek",
          "businessDateExclusions",
          "businessDateInclusions");
  private static final List<String> JOB_DATES = List.of("dueDate", "approverDueDate");
  private final Schedule before;
  private final Schedule after;
  private final String reading;
  private final long more;

  private Shift(Schedule before, Schedule after, String reading, long more) {
    this.before = before;
    this.after = after;
    this.reading = reading;
    this.more = more;
  }

  /// The process after a change, its tree re-dated where the rule says so.
  ///
  /// @param reading the word of the reading `shift`
  /// @param more days that a re-dated date moves beyond the rule: a fault, normally 0
  public static Json.Obj redate(Json.Obj before, Json.Obj after, String reading, long more) {
    if (reading.equals("none") || !relative(before) || !relative(after) || same(before, after)) {
      return after;
    }
    Shift shift = new Shift(Schedule.of(before), Schedule.of(after), reading, more);
    return after
        .obj("root")
        .map(root -> after.with("root", Tree.map(root, shift::group, shift::job)))
        .orElse(after);
  }

  private static boolean relative(Json.Obj process) {
    return process.flag("relativeDates", false);
  }

  private static boolean same(Json.Obj before, Json.Obj after) {
    for (String name : WINDOW) {
      Json old = before.get(name);
      Json now = after.get(name);
      if (old == null ? now != null : !old.equals(now)) {
        return false;
      }
    }
    return true;
  }

  private Json.Obj group(Json.Obj group) {
    return moved(group, "dueDate");
  }

  private Json.Obj job(Json.Obj job) {
    String action = Actions.of(job);
    if (action == null) {
      return job;
    }
    Json.Obj arguments = Actions.arguments(job);
    Json.Obj result = job;
    for (String name : JOB_DATES) {
      Json value = moved(arguments, name).get(name);
      if (value != null && !value.equals(arguments.get(name))) {
        result = Actions.withArgument(result, action, name, value);
      }
    }
    return result;
  }

  private Json.Obj moved(Json.Obj holder, String name) {
    String text = holder.text(name).filter(Type::isDate).orElse(null);
    LocalDate to = text == null ? null : date(LocalDate.parse(text));
    return to == null ? holder : holder.with(name, Json.of(to.toString()));
  }

  /// Where a date goes; null where it stays.
  private @Nullable LocalDate date(LocalDate date) {
    if (!before.holds(date)) {
      return null;
    }
    boolean roll = reading.equals("roll");
    if (!before.business(date) && !roll) {
      return null;
    }
    int ordinal = before.ordinal(date) + (before.business(date) ? 0 : 1);
    LocalDate to = after.day(ordinal);
    LocalDate last = after.last();
    if (to != null && reading.equals("clamp") && last != null && to.isAfter(last)) {
      to = last;
    }
    return to == null ? null : to.plusDays(more);
  }
}
