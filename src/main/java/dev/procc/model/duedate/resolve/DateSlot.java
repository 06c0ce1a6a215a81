package dev.procc.model.duedate.resolve;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A date to be resolved: of a field's text, or of a node's start or end of work.
final class DateSlot {
  static final DateSlot[] NO_SLOTS = {};

  /// Stands for the node of what is of the process itself.
  static final int PROCESS = -1;

  /// Not looked at, being looked at, done.
  enum VisitState {
    UNVISITED,
    VISITING,
    VISITED
  }

  /// What came out.
  enum Status {
    OPEN,
    VALUE,
    /// There is no date, and nothing is wrong with that.
    ABSENT,
    /// A finding says why there is no date.
    FAILED
  }

  /// What the slot is of.
  enum SlotKind {
    SCHEDULE_START,
    SCHEDULE_END,
    PROCESS_DUE,
    DUE,
    APPROVER_DUE,
    OTHER,
    WORK_START,
    WORK_DONE
  }

  final SlotKind kind;

  /// The place of the node in tree order, or `PROCESS`.
  final int node;

  final FieldRef field;
  final @Nullable DateText text;
  @Nullable ParsedDate parsed;
  VisitState visitState = VisitState.UNVISITED;
  Status status = Status.OPEN;
  int day = EpochDays.NONE;
  DateSlot[] dependencies = NO_SLOTS;
  int nextDependency;
  boolean inCycle;

  /// For a start or an end of work: whose date it is.
  @Nullable DateSlot decidedBy;

  @Nullable Origin origin;

  DateSlot(SlotKind kind, int node, FieldRef field, @Nullable DateText text) {
    this.kind = kind;
    this.node = node;
    this.field = field;
    this.text = text;
  }

  /// No date, for certain.
  static DateSlot absent(FieldRef field) {
    DateSlot slot = new DateSlot(SlotKind.OTHER, PROCESS, field, null);
    slot.visitState = VisitState.VISITED;
    slot.status = Status.ABSENT;
    return slot;
  }

  void resolveTo(int found) {
    status = Status.VALUE;
    day = found;
  }

  /// What the node lacks leaves it without a date, unless something is wrong besides.
  void markAbsent() {
    status = status == Status.OPEN ? Status.ABSENT : status;
  }

  /// The text of a slot that has one: every field, and whatever has come to a date or a finding.
  DateText requireText() {
    return Objects.requireNonNull(text);
  }

  /// Whether it is of the process itself, not of a node.
  boolean isOfProcess() {
    return node == PROCESS;
  }

  boolean isSchedule() {
    return kind == SlotKind.SCHEDULE_START || kind == SlotKind.SCHEDULE_END;
  }
}
