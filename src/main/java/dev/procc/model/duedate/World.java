package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.util.OptionalInt;

/// What all dates of a process share.
final class World {
  final DateTree tree;
  final DateOptions options;
  final Nodes nodes;
  final Slot start;
  final Slot end;
  final Slot due;

  World(DateTree tree, DateOptions options) {
    this.tree = tree;
    this.options = options;
    nodes = new Nodes(tree);
    String address = tree.address();
    start =
        new Slot(
            Slot.Kind.SCHEDULE_START,
            Slot.PROCESS,
            new FieldRef(address, "businessStartDate"),
            tree.businessStartDate());
    end =
        new Slot(
            Slot.Kind.SCHEDULE_END,
            Slot.PROCESS,
            new FieldRef(address, "businessEndDate"),
            tree.businessEndDate());
    due =
        new Slot(
            Slot.Kind.PROCESS_DUE,
            Slot.PROCESS,
            new FieldRef(address, DateResolver.DUE),
            tree.dueDate());
  }

  /// The calendar that counts for a slot.
  SourcedCalendar calendar(Slot slot) {
    return slot.ofProcess() ? tree.calendar() : nodes.calendar(slot.node);
  }

  /// How people call what a slot belongs to: `entities/us/recon-ar`, `the process`.
  String name(Slot slot) {
    return slot.ofProcess() ? "the process" : nodes.path(slot.node);
  }

  /// A slot as the language refers to it: `task(us/recon-ar).due`, `process.due`, `start`.
  String reference(Slot slot) {
    if (slot.ofProcess()) {
      return switch (slot.kind) {
        case SCHEDULE_START -> "start";
        case SCHEDULE_END -> "end";
        default -> "process.due";
      };
    }
    boolean group = nodes.get(slot.node).kind() == DateNode.Kind.GROUP;
    String field =
        switch (slot.kind) {
          case APPROVER_DUE -> "approverDue";
          case START_OF -> "start";
          case DONE_OF -> "done";
          case OTHER -> slot.field.field();
          default -> "due";
        };
    return (group ? "group(" : "task(") + nodes.path(slot.node) + ")." + field;
  }

  /// Workiva's number where people mostly mean the one after the period.
  Fault workivaNumber(
      Parsed parsed, Expr.BusinessDay number, int day, Period period, BusinessCalendar days) {
    int n = number.n();
    String meant = "WD" + n;
    int other = days.add(Days.of(period.end()), n);
    Fault fault =
        parsed
            .fault(
                DateCodes.WORKIVA_NUMBER,
                number,
                number.canonical()
                    + " is "
                    + DayText.of(day)
                    + ", business day "
                    + n
                    + " of the schedule as Workiva counts it"
                    + (other == Days.NONE
                        ? ""
                        : "; " + meant + " after the period is " + DayText.of(other)))
            .withHint("write " + meant + " for the day after the period")
            .offering("write " + meant, meant);
    OptionalInt same = Numbers.workday(days, period, options.dayZero(), day);
    return same.isEmpty() || same.getAsInt() == n
        ? fault
        : fault.offering("write WD" + same.getAsInt() + ", the same day", "WD" + same.getAsInt());
  }
}
