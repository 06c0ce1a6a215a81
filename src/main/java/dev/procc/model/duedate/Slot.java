package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Days;
import org.jspecify.annotations.Nullable;

/// A date to be found: of a field's text, or of a node's start or end of work.
final class Slot {
  static final Slot[] NO_SLOTS = {};

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

  /// The place of the node in tree order, -1 for the process.
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
    Slot slot = new Slot(Kind.OTHER, -1, field, null);
    slot.colour = Colour.BLACK;
    slot.status = Status.ABSENT;
    return slot;
  }

  void value(int found) {
    status = Status.VALUE;
    day = found;
  }

  boolean schedule() {
    return kind == Kind.SCHEDULE_START || kind == Kind.SCHEDULE_END;
  }
}
