package dev.procc.live.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of the live process when the plan was made.
///
/// @param revision checked between reading and writing; absent where there is no process
/// @param contentHash of the normalised live process; absent where there is none, or it was not
///   read because its revision and its sources are those of the last apply
/// @param modifiedBy id of the user who changed it last
/// @param modifiedAt RFC 3339, UTC
/// @param inLedger whether the ledger knows it: without, there is no telling who changed what
/// @param wasRead whether the process was read in full
/// @param duplicateCandidates ids of other processes that look like it, sorted
public record LiveState(
    @Nullable Long revision,
    @Nullable String contentHash,
    @Nullable String modifiedBy,
    @Nullable String modifiedAt,
    boolean inLedger,
    boolean wasRead,
    List<String> duplicateCandidates) {
  public LiveState {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }
}
