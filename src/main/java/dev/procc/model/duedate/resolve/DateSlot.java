package dev.procc.model.duedate.resolve;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A date to be resolved: that of a field, or a node's start or end of work.
final class DateSlot {
  static final DateSlot[] NO_SLOTS = {};

  /// The node index of slots of the process itself.
  static final int PROCESS = -1;

  /// The state of the depth-first visit.
  enum VisitState {
    UNVISITED,
    VISITING,
    VISITED
  }

  /// The result of the resolution.
  enum Status {
    OPEN,
    VALUE,
    /// No date, and no finding.
    ABSENT,
    /// No date, and a finding that says why.
    FAILED
  }

  /// The kind of field or of work.
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

  /// The index of the node in tree order, or `PROCESS`.
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

  /// Whether it has been reported that it depends on days outside a calendar's coverage.
  boolean gapReported;

  /// The slot that decides the day of a start or an end of work.
  @Nullable DateSlot decidedBy;

  @Nullable Origin origin;

  DateSlot(SlotKind kind, int node, FieldRef field, @Nullable DateText text) {
    this.kind = kind;
    this.node = node;
    this.field = field;
    this.text = text;
  }

  /// A slot without a date.
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

  /// Marks the date as absent, unless it failed.
  void markAbsent() {
    status = status == Status.OPEN ? Status.ABSENT : status;
  }

  /// The text, which every field and every slot with a date or a finding has.
  DateText requireText() {
    return Objects.requireNonNull(text);
  }

  /// Whether it belongs to the process itself, not to a node.
  boolean isOfProcess() {
    return node == PROCESS;
  }

  boolean isSchedule() {
    return kind == SlotKind.SCHEDULE_START || kind == SlotKind.SCHEDULE_END;
  }
}
