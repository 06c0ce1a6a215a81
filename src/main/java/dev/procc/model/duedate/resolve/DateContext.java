package dev.procc.model.duedate.resolve;

import dev.procc.base.source.FieldRef;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.BusinessDayNumbers;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.OptionalInt;

/// The tree, options and calendars that all dates of a process share.
final class DateContext {
  final DateTree tree;
  final DateOptions options;
  final DateNodeIndex nodes;
  final DateSlot start;
  final DateSlot end;
  final DateSlot due;

  DateContext(DateTree tree, DateOptions options) {
    this.tree = tree;
    this.options = options;
    nodes = new DateNodeIndex(tree);
    String address = tree.address();
    start =
        new DateSlot(
            DateSlot.SlotKind.SCHEDULE_START,
            DateSlot.PROCESS,
            new FieldRef(address, FieldRole.SCHEDULE_START.fieldName()),
            tree.businessStartDate());
    end =
        new DateSlot(
            DateSlot.SlotKind.SCHEDULE_END,
            DateSlot.PROCESS,
            new FieldRef(address, FieldRole.SCHEDULE_END.fieldName()),
            tree.businessEndDate());
    due =
        new DateSlot(
            DateSlot.SlotKind.PROCESS_DUE,
            DateSlot.PROCESS,
            new FieldRef(address, FieldRole.DUE_DATE.fieldName()),
            tree.dueDate());
  }

  /// The calendar by which a slot counts.
  SourcedCalendar calendar(DateSlot slot) {
    return slot.isOfProcess() ? tree.calendar() : nodes.calendar(slot.node);
  }

  /// The owner of a slot, as messages name it: `entities/us/recon-ar`, `the process`.
  String nodeName(DateSlot slot) {
    return slot.isOfProcess() ? "the process" : nodes.path(slot.node);
  }

  /// A slot as expressions refer to it: `task(us/recon-ar).due`, `process.due`, `start`.
  String reference(DateSlot slot) {
    if (slot.isOfProcess()) {
      return switch (slot.kind) {
        case SCHEDULE_START -> "start";
        case SCHEDULE_END -> "end";
        default -> "process.due";
      };
    }
    boolean group = nodes.get(slot.node).kind() == DateNode.NodeKind.GROUP;
    String field =
        switch (slot.kind) {
          case APPROVER_DUE -> "approverDue";
          case WORK_START -> "start";
          case WORK_DONE -> "done";
          case OTHER -> slot.field.field();
          default -> "due";
        };
    return (group ? "group(" : "task(") + nodes.path(slot.node) + ")." + field;
  }

  /// A finding about a business day of the schedule where one after the period is probably meant.
  ExpressionFinding scheduleDayInPeriod(
      ParsedDate parsed,
      DateExpression.BusinessDayNumber number,
      int day,
      Period period,
      BusinessCalendar days) {
    int n = number.n();
    String meant = "WD" + n;
    int other = days.add(EpochDays.of(period.end()), n);
    ExpressionFinding finding =
        parsed
            .findingOn(
                DateCodes.SCHEDULE_DAY_IN_PERIOD,
                number,
                number.canonical()
                    + " is "
                    + DayText.format(day)
                    + ", business day "
                    + n
                    + " of the schedule as Workiva counts it"
                    + (other == EpochDays.NONE
                        ? ""
                        : "; " + meant + " after the period is " + DayText.format(other)))
            .withHint("write " + meant + " for the day after the period")
            .withSuggestion("write " + meant, meant);
    OptionalInt same = BusinessDayNumbers.workday(days, period, options.dayZero(), day);
    return same.isEmpty() || same.getAsInt() == n
        ? finding
        : finding.withSuggestion(
            "write WD" + same.getAsInt() + ", the same day", "WD" + same.getAsInt());
  }
}
