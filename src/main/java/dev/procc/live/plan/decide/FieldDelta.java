package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.model.catalog.FieldSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One field of one pair of nodes that is changed or reported.
///
/// @param ref the live node; of the process its id
/// @param before what the server shows
/// @param after what it shall show; of an edit that is left, what the definition says
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
    /// By a PATCH whose effect nobody sees.
    WRITE_ONLY,
    /// The server does it when the schedule changes.
    SHIFTED,
    /// No call does it.
    NOT_PATCHABLE,
    /// An edit made in Workiva that stays.
    LEFT_AS_IS,
    /// The definition now says what Workiva already shows.
    CONVERGED,
    /// The definition says no longer what the API never shows, and no call takes it back.
    NO_LONGER_SET
  }

  /// Whether the plan undoes an edit made in Workiva.
  public boolean overwritesDrift() {
    return changedBy.mayBeDrift()
        && (kind == DeltaKind.PATCH || kind == DeltaKind.RENAME || kind == DeltaKind.NOT_PATCHABLE);
  }

  /// Whether nobody made the difference: the server shows another value than was sent.
  public boolean isServerDefault() {
    return changedBy == ChangedBy.NOBODY && !Objects.equals(before, after);
  }
}
