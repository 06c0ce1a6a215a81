package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.BusinessSchedule;
import dev.procc.model.calendar.DeclaredShift;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
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
public final class ServerShift {
  public static final List<FieldSpec> SCHEDULE_FIELDS =
      List.of(
          Fields.PROCESS_BUSINESS_START_DATE,
          Fields.PROCESS_BUSINESS_END_DATE,
          Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
          Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
          Fields.PROCESS_BUSINESS_DATE_INCLUSIONS);

  private final BusinessSchedule before;
  private final BusinessSchedule after;
  private final ServerCapabilities capabilities;

  private ServerShift(BusinessSchedule before, BusinessSchedule after, ServerCapabilities server) {
    this.before = before;
    this.after = after;
    this.capabilities = server;
  }

  /// The live process after a PATCH that takes its fields through these states: re-dated at each
  /// where both sides say `relativeDates` and the schedule changes, else as it is.
  ///
  /// @param states one, the last, where the server looks at the whole document
  public static Process predict(
      Process live, List<Map<FieldSpec, Json>> states, ServerCapabilities server) {
    if (server.answerIs("shift", "none")) {
      return live;
    }
    ProcessGroup root = live.root();
    Map<FieldSpec, Json> before = live.fields();
    for (Map<FieldSpec, Json> after : states) {
      ServerShift shift = between(before, after, server);
      root = shift == null ? root : shift.group(root);
      before = after;
    }
    return root == live.root() ? live : new Process(live.identity(), live.fields(), root);
  }

  /// What moves the dates between two states; nothing where none does.
  private static @Nullable ServerShift between(
      Map<FieldSpec, Json> before, Map<FieldSpec, Json> after, ServerCapabilities server) {
    boolean relative =
        isTrue(before.get(Fields.PROCESS_RELATIVE_DATES))
            && isTrue(after.get(Fields.PROCESS_RELATIVE_DATES));
    boolean changes = false;
    for (FieldSpec field : SCHEDULE_FIELDS) {
      changes |= !Objects.equals(before.get(field), after.get(field));
    }
    BusinessSchedule from = schedule(before);
    BusinessSchedule to = schedule(after);
    return relative && changes && from != null && to != null
        ? new ServerShift(from, to, server)
        : null;
  }

  private ProcessGroup group(ProcessGroup group) {
    List<ProcessNode> children = new ArrayList<>(group.children().size());
    for (ProcessNode child : group.children()) {
      children.add(
          switch (child) {
            case ProcessGroup g -> group(g);
            case ProcessJob j -> new ProcessJob(j.key(), j.kind(), fields(j.fields()));
          });
    }
    return new ProcessGroup(group.key(), fields(group.fields()), children);
  }

  private Map<FieldSpec, Json> fields(Map<FieldSpec, Json> fields) {
    Map<FieldSpec, Json> moved = new LinkedHashMap<>(fields);
    for (Map.Entry<FieldSpec, Json> entry : moved.entrySet()) {
      LocalDate date = isDueDate(entry.getKey()) ? parseDate(entry.getValue()) : null;
      if (date != null) {
        entry.setValue(Json.of(shiftedDate(date).toString()));
      }
    }
    return moved;
  }

  /// Where a date goes: by the declared model, or by the measured one.
  private LocalDate shiftedDate(LocalDate date) {
    boolean rolls = capabilities.answerIs("shift", "roll");
    boolean clamps = capabilities.answerIs("shift", "clamp");
    if (!rolls && !clamps) {
      return DeclaredShift.shift(before, after, date);
    }
    int day = EpochDays.of(date);
    if (!before.contains(date) || !(rolls || before.calendar().isBusinessDay(day))) {
      return date;
    }
    int number = before.calendar().ordinal(EpochDays.of(before.start()), day);
    int to = after.calendar().nth(EpochDays.of(after.start()), number);
    int last = after.calendar().rollBack(EpochDays.of(after.end()));
    return to == EpochDays.NONE ? date : EpochDays.toDate(clamps && to > last ? last : to);
  }

  /// Whether a field is the due date of a job, an approval or a group.
  public static boolean isDueDate(FieldSpec field) {
    return field.role().isDueDate();
  }

  public static boolean isTrue(@Nullable Json value) {
    return value instanceof Json.Bool b && b.value();
  }

  public static @Nullable LocalDate parseDate(@Nullable Json value) {
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
  private static @Nullable BusinessSchedule schedule(Map<FieldSpec, Json> process) {
    LocalDate start = parseDate(process.get(Fields.PROCESS_BUSINESS_START_DATE));
    LocalDate end = parseDate(process.get(Fields.PROCESS_BUSINESS_END_DATE));
    return start == null || end == null
        ? null
        : new BusinessSchedule(calendar(process), start, end);
  }

  /// The calendar that the fields of a process spell out; Monday to Friday where they say nothing.
  public static BusinessCalendar calendar(Map<FieldSpec, Json> process) {
    Weekdays days = Weekdays.NONE;
    for (Json day : elements(process.get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK))) {
      if (day instanceof Json.Str s) {
        days = days.union(Weekdays.parse(s.value()).orElse(Weekdays.NONE));
      }
    }
    return BusinessCalendar.of(
        "",
        days.isEmpty() ? Weekdays.MON_FRI : days,
        namedDays(process.get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS)),
        namedDays(process.get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS)));
  }

  /// By how many business days a date moves; absent where either is no date.
  public static @Nullable Integer businessDays(
      BusinessCalendar calendar, @Nullable Json before, @Nullable Json after) {
    LocalDate from = parseDate(before);
    LocalDate to = parseDate(after);
    return from == null || to == null ? null : calendar.count(EpochDays.of(from), EpochDays.of(to));
  }

  private static List<NamedDay> namedDays(@Nullable Json set) {
    List<NamedDay> days = new ArrayList<>();
    for (Json day : elements(set)) {
      LocalDate date = parseDate(day);
      if (date != null) {
        days.add(NamedDay.of(date));
      }
    }
    return days;
  }

  private static List<Json> elements(@Nullable Json set) {
    return set instanceof Json.Arr a ? a.items() : List.of();
  }
}
