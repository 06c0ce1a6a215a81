package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// A date of the definition and how it came about.
///
/// @param date ISO
/// @param derivation the steps that led to it; null of a date that stands there as such
public record DefinitionDate(
    String address, String field, String date, @Nullable Lazy<Json> derivation) {
  /// The steps as JSON; null of a date that stands there as such.
  public @Nullable Json derivationSteps() {
    return derivation == null ? null : derivation.get();
  }
}
