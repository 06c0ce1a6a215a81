package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a field that changes.
///
/// @param before the server's value; null if there is none
/// @param after the wanted value
/// @param dateExpression the date expression as written; only for a date
/// @param businessDays the number of business days of the new calendar by which a date moves,
///   negative if it becomes earlier; only for a date that existed before
/// @param daysOff closed days between the two dates, on weekdays that are normally worked, ISO
/// @param lastApplied the last applied value of a field with drift, JSON's null if it had none;
///   null if unknown
public record ValueChange(
    @Nullable Json before,
    @Nullable Json after,
    @Nullable String dateExpression,
    @Nullable Integer businessDays,
    List<String> daysOff,
    @Nullable Json lastApplied) {
  public ValueChange {
    daysOff = List.copyOf(daysOff);
  }

  /// A change of a value that is not a date.
  public static ValueChange of(@Nullable Json before, @Nullable Json after) {
    return new ValueChange(before, after, null, null, List.of(), null);
  }
}
