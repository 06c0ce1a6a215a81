package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A due date that moves, appears or goes.
///
/// @param person the id of who has to meet it, in the head: the assignee of a due date, the
///   approver of an approval; null if nobody does
public record DueDateChange(ProcessPlan process, FieldChange change, @Nullable String person) {
  public @Nullable LocalDate before() {
    return parseDate(change.before());
  }

  public @Nullable LocalDate after() {
    return parseDate(change.after());
  }

  /// Whether it is there on both sides: only then it moves.
  public boolean moves() {
    return before() != null && after() != null;
  }

  static @Nullable LocalDate parseDate(@Nullable Json value) {
    return value instanceof Json.Str text ? LocalDate.parse(text.value()) : null;
  }
}
