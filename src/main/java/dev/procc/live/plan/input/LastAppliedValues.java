package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// The values that were last applied, as far as they are known: the ledger only has hashes.
@FunctionalInterface
public interface LastAppliedValues {
  /// No known values.
  LastAppliedValues NONE = (address, field) -> null;

  /// The value of a field; JSON's null if it had none, null if it is unknown.
  @Nullable Json find(String address, String field);
}
