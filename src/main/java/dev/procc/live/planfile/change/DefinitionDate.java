package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// A date of the definition with its derivation.
///
/// @param date ISO
/// @param derivation null for a date that is written as a day
public record DefinitionDate(
    String address, String field, String date, @Nullable Lazy<Json> derivation) {
  /// The derivation as JSON; null for a date that is written as a day.
  public @Nullable Json derivationSteps() {
    return derivation == null ? null : derivation.get();
  }
}
