package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// The values that were last applied, as far as they are on record: the ledger has hashes only.
@FunctionalInterface
public interface LastAppliedValues {
  /// None is on record.
  LastAppliedValues NONE = (address, field) -> null;

  /// The value of a field; null if it is not on record.
  @Nullable Json find(String address, String field);
}
