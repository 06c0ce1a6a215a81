package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.model.catalog.FieldSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A field of a pair of nodes that is changed or reported.
///
/// @param ref the live node; for the process its id
/// @param before the server's value
/// @param after the wanted value; for drift that stays, the definition's
public record FieldDelta(
    String address,
    String ref,
    FieldSpec field,
    @Nullable Json before,
    @Nullable Json after,
    ChangedBy changedBy,
    DeltaKind kind) {

  public enum DeltaKind {
    /// By one operation of a PATCH.
    PATCH,
    /// By batchUpdates.
    RENAME,
    /// By a PATCH whose effect is never returned.
    WRITE_ONLY,
    /// By the server, when the schedule changes.
    SHIFTED,
    /// By no call.
    NOT_PATCHABLE,
    /// Not at all: drift that stays.
    LEFT_AS_IS,
    /// Not at all: the definition now has the value in Workiva.
    CONVERGED,
    /// Not at all: the definition no longer sets a write-only field, which no call can undo.
    NO_LONGER_SET
  }

  /// Whether the plan undoes drift.
  public boolean overwritesDrift() {
    return changedBy.mayBeDrift()
        && (kind == DeltaKind.PATCH || kind == DeltaKind.RENAME || kind == DeltaKind.NOT_PATCHABLE);
  }

  /// Whether nobody made the difference, since the server shows another value than was sent.
  public boolean isServerDefault() {
    return changedBy == ChangedBy.NOBODY && !Objects.equals(before, after);
  }
}
