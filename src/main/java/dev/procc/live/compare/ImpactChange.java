package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A field that changes, or a node that comes or goes: above all a due date that moves, appears or
/// goes.
///
/// @param person of a due date the id of who has to meet it, in the head: the assignee of a due
///   date, the approver of an approval; null if nobody does
public record ImpactChange(ProcessPlan process, FieldChange change, @Nullable String person) {
  /// Whether it is about a due date.
  public boolean isDueDate() {
    return FieldRole.of(change.field()).isDueDate();
  }

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
