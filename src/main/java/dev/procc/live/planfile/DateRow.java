package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// A date of the definition and how it came about.
///
/// @param date ISO
/// @param derivation the steps that led to it; absent of a date that stands there as such
public record DateRow(String address, String field, String date, @Nullable Later<Json> derivation) {
  /// The steps as JSON; absent of a date that stands there as such.
  public @Nullable Json steps() {
    return derivation == null ? null : derivation.get();
  }
}
