package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Days;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A date to be found: of a field's text, or of a node's start or end of work.
final class Slot {
  static final Slot[] NO_SLOTS = {};

  /// Stands for the node of what is of the process itself.
  static final int PROCESS = -1;

  /// Not looked at, being looked at, done.
  enum Colour {
    WHITE,
    GREY,
    BLACK
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
  enum Kind {
    SCHEDULE_START,
    SCHEDULE_END,
    PROCESS_DUE,
    DUE,
    APPROVER_DUE,
    OTHER,
    START_OF,
    DONE_OF
  }

  final Kind kind;

  /// The place of the node in tree order, or `PROCESS`.
  final int node;

  final FieldRef field;
  final @Nullable DateText text;
  @Nullable Parsed parsed;
  Colour colour = Colour.WHITE;
  Status status = Status.OPEN;
  int day = Days.NONE;
  Slot[] needs = NO_SLOTS;
  int next;
  boolean inCycle;

  /// For a start or an end of work: whose date it is.
  @Nullable Slot decider;

  @Nullable Origin origin;

  /// What callers see of it, when it has a day.
  @Nullable ResolvedDate resolved;

  Slot(Kind kind, int node, FieldRef field, @Nullable DateText text) {
    this.kind = kind;
    this.node = node;
    this.field = field;
    this.text = text;
  }

  /// No date, for certain.
  static Slot absent(FieldRef field) {
    Slot slot = new Slot(Kind.OTHER, PROCESS, field, null);
    slot.colour = Colour.BLACK;
    slot.status = Status.ABSENT;
    return slot;
  }

  void value(int found) {
    status = Status.VALUE;
    day = found;
  }

  /// What the node lacks leaves it without a date, unless something is wrong besides.
  void lacking() {
    status = status == Status.OPEN ? Status.ABSENT : status;
  }

  /// The text of a slot that has one: every field, and whatever has come to a date or a finding.
  DateText written() {
    return Objects.requireNonNull(text);
  }

  /// Whether it is of the process itself, not of a node.
  boolean ofProcess() {
    return node == PROCESS;
  }

  boolean schedule() {
    return kind == Kind.SCHEDULE_START || kind == Kind.SCHEDULE_END;
  }
}
