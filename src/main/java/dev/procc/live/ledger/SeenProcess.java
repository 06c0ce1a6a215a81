package dev.procc.live.ledger;

import dev.procc.live.wire.LiveProcess;
import org.jspecify.annotations.Nullable;

/// A live process as it was seen when a step began, and as it still must be when it is moved to the
/// bin.
///
/// @param id of the process, or of the run that tasks are added to
/// @param contentHash null if the step moves nothing to the bin, or its content is unknown
public record SeenProcess(String id, @Nullable String contentHash) {
  /// A process as it was just read.
  public static SeenProcess of(LiveProcess live) {
    return new SeenProcess(live.id(), live.wholeHash());
  }
}
