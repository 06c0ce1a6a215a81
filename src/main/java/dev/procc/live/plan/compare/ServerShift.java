package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.model.calendar.BusinessSchedule;
import dev.procc.model.calendar.DeclaredShift;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The shift of dates that the server makes when the schedule of a process with `relativeDates`
/// changes, by the declared rule unless another one was measured.
public final class ServerShift {
  private final BusinessSchedule before;
  private final BusinessSchedule after;
  private final ServerCapabilities capabilities;

  private ServerShift(BusinessSchedule before, BusinessSchedule after, ServerCapabilities server) {
    this.before = before;
    this.after = after;
    this.capabilities = server;
  }

  /// The live process after a PATCH whose fields go through these states: its dates shift wherever
  /// both states have `relativeDates` and the schedule changes.
  ///
  /// @param states only the last one, if the server applies the document as a whole
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

  /// The shift between two states; null if there is none.
  private static @Nullable ServerShift between(
      Map<FieldSpec, Json> before, Map<FieldSpec, Json> after, ServerCapabilities server) {
    boolean relative =
        ScheduleFields.isTrue(before.get(Fields.PROCESS_RELATIVE_DATES))
            && ScheduleFields.isTrue(after.get(Fields.PROCESS_RELATIVE_DATES));
    boolean changes = false;
    for (FieldSpec field : ScheduleFields.ALL) {
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
      LocalDate date =
          entry.getKey().role().isDueDate() ? ScheduleFields.parseDate(entry.getValue()) : null;
      if (date != null) {
        entry.setValue(Json.of(shiftedDate(date).toString()));
      }
    }
    return moved;
  }

  /// The new date, by the declared or the measured rule.
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

  /// The schedule of a process; null if it has no start or no end.
  private static @Nullable BusinessSchedule schedule(Map<FieldSpec, Json> process) {
    LocalDate start = ScheduleFields.parseDate(process.get(Fields.PROCESS_BUSINESS_START_DATE));
    LocalDate end = ScheduleFields.parseDate(process.get(Fields.PROCESS_BUSINESS_END_DATE));
    return start == null || end == null
        ? null
        : new BusinessSchedule(ScheduleFields.calendar(process), start, end);
  }
}
