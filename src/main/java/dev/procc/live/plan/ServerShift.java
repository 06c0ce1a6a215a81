package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.DeclaredShift;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Schedule;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the server does to the dates of a live process when its schedule changes under
/// `relativeDates`, by the declared model unless another was measured; and how far a date moves in
/// business days.
final class ServerShift {
  static final List<Field> BUSINESS =
      List.of(
          Fields.PROCESS_BUSINESS_START_DATE,
          Fields.PROCESS_BUSINESS_END_DATE,
          Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
          Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
          Fields.PROCESS_BUSINESS_DATE_INCLUSIONS);

  private final Schedule before;
  private final Schedule after;
  private final Measurements server;

  private ServerShift(Schedule before, Schedule after, Measurements server) {
    this.before = before;
    this.after = after;
    this.server = server;
  }

  /// The live process after a PATCH that takes its fields through these states: re-dated at each
  /// where both sides say `relativeDates` and the schedule changes, else as it is.
  ///
  /// @param states one, the last, where the server looks at the whole document
  static Process predict(Process live, List<Map<Field, Json>> states, Measurements server) {
    if (server.is("shift", "none")) {
      return live;
    }
    Group root = live.root();
    Map<Field, Json> before = live.fields();
    for (Map<Field, Json> after : states) {
      ServerShift shift = between(before, after, server);
      root = shift == null ? root : shift.group(root);
      before = after;
    }
    return root == live.root() ? live : new Process(live.identity(), live.fields(), root);
  }

  /// What moves the dates between two states; nothing where none does.
  private static @Nullable ServerShift between(
      Map<Field, Json> before, Map<Field, Json> after, Measurements server) {
    boolean relative =
        isTrue(before.get(Fields.PROCESS_RELATIVE_DATES))
            && isTrue(after.get(Fields.PROCESS_RELATIVE_DATES));
    boolean changes = false;
    for (Field field : BUSINESS) {
      changes |= !Objects.equals(before.get(field), after.get(field));
    }
    Schedule from = schedule(before);
    Schedule to = schedule(after);
    return relative && changes && from != null && to != null
        ? new ServerShift(from, to, server)
        : null;
  }

  private Group group(Group group) {
    List<Node> children = new ArrayList<>(group.children().size());
    for (Node child : group.children()) {
      children.add(
          switch (child) {
            case Group g -> group(g);
            case Job j -> new Job(j.key(), j.kind(), fields(j.fields()));
          });
    }
    return new Group(group.key(), fields(group.fields()), children);
  }

  private Map<Field, Json> fields(Map<Field, Json> fields) {
    Map<Field, Json> moved = new LinkedHashMap<>(fields);
    for (Map.Entry<Field, Json> entry : moved.entrySet()) {
      LocalDate date = isDueDate(entry.getKey()) ? date(entry.getValue()) : null;
      if (date != null) {
        entry.setValue(Json.of(moved(date).toString()));
      }
    }
    return moved;
  }

  /// Where a date goes: by the declared model, or by the measured one.
  private LocalDate moved(LocalDate date) {
    boolean rolls = server.is("shift", "roll");
    boolean clamps = server.is("shift", "clamp");
    if (!rolls && !clamps) {
      return DeclaredShift.shift(before, after, date);
    }
    int day = Days.of(date);
    if (!before.contains(date) || !(rolls || before.calendar().isBusiness(day))) {
      return date;
    }
    int number = before.calendar().ordinal(Days.of(before.start()), day);
    int to = after.calendar().nth(Days.of(after.start()), number);
    int last = after.calendar().rollBack(Days.of(after.end()));
    return to == Days.NONE ? date : Days.date(clamps && to > last ? last : to);
  }

  /// Whether a field is the due date of a job, an approval or a group.
  static boolean isDueDate(Field field) {
    return field.type() == FieldType.DATE
        && (field.name().equals("dueDate") || field.name().equals("approverDueDate"));
  }

  static boolean isTrue(@Nullable Json value) {
    return value instanceof Json.Bool b && b.value();
  }

  static @Nullable LocalDate date(@Nullable Json value) {
    if (!(value instanceof Json.Str s) || s.value().length() != 10) {
      return null;
    }
    try {
      return LocalDate.parse(s.value());
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /// The schedule of a process; absent where an end of it is.
  private static @Nullable Schedule schedule(Map<Field, Json> process) {
    LocalDate start = date(process.get(Fields.PROCESS_BUSINESS_START_DATE));
    LocalDate end = date(process.get(Fields.PROCESS_BUSINESS_END_DATE));
    return start == null || end == null ? null : new Schedule(calendar(process), start, end);
  }

  /// The calendar that the fields of a process spell out; Monday to Friday where they say nothing.
  static BusinessCalendar calendar(Map<Field, Json> process) {
    Weekdays days = Weekdays.NONE;
    for (Json day : items(process.get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK))) {
      if (day instanceof Json.Str s) {
        days = days.union(Weekdays.parse(s.value()).orElse(Weekdays.NONE));
      }
    }
    return BusinessCalendar.of(
        "",
        days.isEmpty() ? Weekdays.MON_FRI : days,
        listed(process.get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS)),
        listed(process.get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS)));
  }

  /// By how many business days a date moves; absent where either is no date.
  static @Nullable Integer businessDays(
      BusinessCalendar calendar, @Nullable Json before, @Nullable Json after) {
    LocalDate from = date(before);
    LocalDate to = date(after);
    return from == null || to == null ? null : calendar.count(Days.of(from), Days.of(to));
  }

  private static List<NamedDay> listed(@Nullable Json set) {
    List<NamedDay> days = new ArrayList<>();
    for (Json day : items(set)) {
      LocalDate date = date(day);
      if (date != null) {
        days.add(NamedDay.of(date));
      }
    }
    return days;
  }

  private static List<Json> items(@Nullable Json set) {
    return set instanceof Json.Arr a ? a.items() : List.of();
  }
}
