package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;

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
            -1,
            new FieldRef(address, "businessStartDate"),
            tree.businessStartDate());
    end =
        new Slot(
            Slot.Kind.SCHEDULE_END,
            -1,
            new FieldRef(address, "businessEndDate"),
            tree.businessEndDate());
    due =
        new Slot(
            Slot.Kind.PROCESS_DUE, -1, new FieldRef(address, DateResolver.DUE), tree.dueDate());
  }

  /// The calendar that counts for a slot.
  SourcedCalendar calendar(Slot slot) {
    return slot.node < 0 ? tree.calendar() : nodes.calendar(slot.node);
  }

  /// How people call what a slot belongs to: `entities/us/recon-ar`, `the process`.
  String name(Slot slot) {
    return slot.node < 0 ? "the process" : nodes.path(slot.node);
  }

  /// A slot as the language refers to it: `task(us/recon-ar).due`, `process.due`, `start`.
  String reference(Slot slot) {
    if (slot.node < 0) {
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

  /// Reports a date after the schedule's end or before its start.
  void outside(Notes notes, Parsed parsed, Expr expr, String what, int day) {
    boolean after = end.status == Slot.Status.VALUE && day > end.day;
    Slot limit = after ? end : start;
    notes.fault(
        parsed
            .fault(
                DateCodes.OUTSIDE_SCHEDULE,
                expr,
                Parser.shown(what)
                    + " is "
                    + DayText.of(day)
                    + (after ? ", after the schedule's end " : ", before the schedule's start ")
                    + DayText.of(limit.day))
            .withHint(
                "move "
                    + limit.field.field()
                    + " to "
                    + Days.date(day)
                    + (after ? " or later" : " or earlier")));
  }

  /// Reports Workiva's number where people mostly mean the one after the period.
  void workivaNumber(
      Notes notes, Parsed parsed, Expr.BusinessDay number, int day, BusinessCalendar days) {
    SourcedPeriod sourced = tree.period();
    if (sourced == null) {
      return;
    }
    Period period = sourced.period();
    int n = number.n();
    int end = Days.of(period.end());
    int other = days.add(end, n);
    String same = "WD" + Numbers.workday(days, period, options.dayZero(), day).orElse(0);
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
                        : "; WD" + n + " after the period is " + DayText.of(other)))
            .withHint("write WD" + n + " for the day after the period")
            .offering("write WD" + n, "WD" + n);
    notes.fault(
        same.equals("WD0") || same.equals("WD" + n)
            ? fault
            : fault.offering("write " + same + ", the same day", same));
  }
}
