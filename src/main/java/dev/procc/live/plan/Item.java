package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Side;
import dev.procc.model.catalog.Field;
import org.jspecify.annotations.Nullable;

/// One field of one pair of nodes where there is something to do or to tell.
///
/// @param ref the live node; of the process its id
/// @param before what the server shows
/// @param after what it shall show; of an edit that is left, what the definition says
record Item(
    String address,
    String ref,
    Field field,
    @Nullable Json before,
    @Nullable Json after,
    Side side,
    Kind kind) {

  enum Kind {
    /// By one operation of a PATCH.
    PATCH,
    /// By batchUpdates.
    RENAME,
    /// By a PATCH whose effect nobody sees.
    WRITE_ONLY,
    /// The server does it when the schedule changes.
    SHIFTED,
    /// No call does it.
    IMPOSSIBLE,
    /// An edit made in Workiva that stays.
    LEFT,
    /// The definition now says what Workiva already shows.
    CONVERGED
  }

  /// Whether making it so undoes an edit made in Workiva.
  boolean overwrites() {
    return (side == Side.DRIFT || side == Side.BOTH)
        && (kind == Kind.PATCH || kind == Kind.RENAME || kind == Kind.IMPOSSIBLE);
  }
}
