package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shift of due dates when the schedule of a process with `relativeDates` changes.
public final class RelativeDateShift {
  private static final List<String> WINDOW_FIELDS =
      List.of(
          "businessStartDate",
          "businessEndDate",
          "businessDaysOfWeek",
          "businessDateExclusions",
          "businessDateInclusions");
  private static final List<String> JOB_DATES = List.of("dueDate", "approverDueDate");
  private final BusinessWindow before;
  private final BusinessWindow after;
  private final String rule;
  private final long extraDays;

  private RelativeDateShift(
      BusinessWindow before, BusinessWindow after, String rule, long extraDays) {
    this.before = before;
    this.after = after;
    this.rule = rule;
    this.extraDays = extraDays;
  }

  /// The process after a change, with the dates of its tree shifted by the rule.
  ///
  /// @param rule the word of the assumption `shift`
  /// @param extraDays by which a fault moves dates beyond the rule; normally 0
  public static Json.Obj apply(Json.Obj before, Json.Obj after, String rule, long extraDays) {
    if (rule.equals("none")
        || !hasRelativeDates(before)
        || !hasRelativeDates(after)
        || hasSameWindow(before, after)) {
      return after;
    }
    RelativeDateShift shift =
        new RelativeDateShift(BusinessWindow.of(before), BusinessWindow.of(after), rule, extraDays);
    return after
        .obj("root")
        .map(root -> after.with("root", BuildTree.map(root, shift::shiftGroup, shift::shiftJob)))
        .orElse(after);
  }

  private static boolean hasRelativeDates(Json.Obj process) {
    return process.flag("relativeDates", false);
  }

  private static boolean hasSameWindow(Json.Obj before, Json.Obj after) {
    for (String name : WINDOW_FIELDS) {
      Json old = before.get(name);
      Json now = after.get(name);
      if (old == null ? now != null : !old.equals(now)) {
        return false;
      }
    }
    return true;
  }

  private Json.Obj shiftGroup(Json.Obj group) {
    return shiftMember(group, "dueDate");
  }

  private Json.Obj shiftJob(Json.Obj job) {
    String action = JobActions.actionOf(job);
    if (action == null) {
      return job;
    }
    Json.Obj arguments = JobActions.arguments(job);
    Json.Obj result = job;
    for (String name : JOB_DATES) {
      Json value = shiftMember(arguments, name).get(name);
      if (value != null && !value.equals(arguments.get(name))) {
        result = JobActions.withArgument(result, action, name, value);
      }
    }
    return result;
  }

  private Json.Obj shiftMember(Json.Obj holder, String name) {
    String text = holder.text(name).filter(MemberType::isDate).orElse(null);
    LocalDate to = text == null ? null : shiftDate(LocalDate.parse(text));
    return to == null ? holder : holder.with(name, Json.of(to.toString()));
  }

  /// The new date; null if it stays.
  private @Nullable LocalDate shiftDate(LocalDate date) {
    if (!before.contains(date)) {
      return null;
    }
    boolean rolls = rule.equals("roll");
    if (!before.isBusinessDay(date) && !rolls) {
      return null;
    }
    int ordinal = before.ordinalOf(date) + (before.isBusinessDay(date) ? 0 : 1);
    LocalDate to = after.dayAt(ordinal);
    LocalDate last = after.lastBusinessDay();
    if (to != null && rule.equals("clamp") && last != null && to.isAfter(last)) {
      to = last;
    }
    return to == null ? null : to.plusDays(extraDays);
  }
}
