package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The two values of a field that changes.
///
/// @param before what the server shows; null if it shows nothing
/// @param after what it shall show
/// @param dateExpression the date expression as written; only of a date
/// @param businessDays by how many business days of the new calendar a date moves, negative if it
///   becomes earlier; only of a date that was there before
/// @param daysOff days off between the two dates, on weekdays that are worked otherwise, ISO
/// @param lastApplied what was last applied, of a field that was edited in Workiva; null if that is
///   not on record
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

  /// A change of a value that is no date.
  public static ValueChange of(@Nullable Json before, @Nullable Json after) {
    return new ValueChange(before, after, null, null, List.of(), null);
  }
}
