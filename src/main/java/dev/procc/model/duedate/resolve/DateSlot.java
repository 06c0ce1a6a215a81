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

  /// The node of slots of the process itself.
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
    /// No date, without a finding.
    ABSENT,
    /// No date; a finding says why.
    FAILED
  }

  /// The kind of field or of work that a slot is of.
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

  /// Whether it is reported that its day rests on days nobody looked up.
  boolean gapReported;

  /// For a start or an end of work: the slot that decides its day.
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

  /// Marks it as without a date, unless it has failed.
  void markAbsent() {
    status = status == Status.OPEN ? Status.ABSENT : status;
  }

  /// The text of a slot that has one: every field, and every slot with a date or a finding.
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
