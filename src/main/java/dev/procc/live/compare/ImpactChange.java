package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A field that changes, or a node that appears or disappears; above all, a due date.
///
/// @param person the id of who has to meet a due date, in the head: the assignee, or the approver
///   for an approval; null if there is none
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

  /// Whether it has a date on both sides, so that it moves.
  public boolean moves() {
    return before() != null && after() != null;
  }

  static @Nullable LocalDate parseDate(@Nullable Json value) {
    return value instanceof Json.Str text ? LocalDate.parse(text.value()) : null;
  }
}
