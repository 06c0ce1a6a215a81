package dev.procc.live.planfile;

import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.AuditStamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of the live process when the plan was made.
///
/// @param revision checked between reading and writing; null if there is no process
/// @param contentHash of the normalized live process; null if there is none, or if it was not read
///   because its revision and its sources are those of the last apply
/// @param modified who changed it last, and when
/// @param inLedger whether the ledger knows it: if not, nobody can tell who changed what
/// @param duplicateCandidates ids of other processes that look like it, sorted
public record LiveState(
    @Nullable Long revision,
    @Nullable String contentHash,
    AuditStamp modified,
    boolean inLedger,
    List<String> duplicateCandidates,
    RunState runState) {
  public LiveState {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }

  /// The state where no process was read.
  public static LiveState notRead(boolean inLedger, List<String> duplicateCandidates) {
    return new LiveState(
        null, null, AuditStamp.UNKNOWN, inLedger, duplicateCandidates, RunState.NONE);
  }

  /// The same state with another state of runs.
  public LiveState withRunState(RunState newRunState) {
    return new LiveState(
        revision, contentHash, modified, inLedger, duplicateCandidates, newRunState);
  }

  /// Whether the process was read in full.
  public boolean wasRead() {
    return contentHash != null;
  }
}
