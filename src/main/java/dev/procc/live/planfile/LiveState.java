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
/// @param ledger how it compares with what the ledger recorded of it
/// @param duplicateCandidates ids of other processes that look like it, sorted
public record LiveState(
    @Nullable Long revision,
    @Nullable String contentHash,
    AuditStamp modified,
    LedgerMatch ledger,
    List<String> duplicateCandidates,
    RunState runState) {
  /// A live process beside the ledger.
  public enum LedgerMatch {
    /// Nothing is recorded: nobody can tell who changed what.
    NOT_RECORDED,
    /// It has the hash that was recorded after the last apply.
    AS_RECORDED,
    /// It has another hash.
    EDITED_SINCE
  }

  public LiveState {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }

  /// The state where no process was read.
  public static LiveState notRead(boolean inLedger, List<String> duplicateCandidates) {
    LedgerMatch ledger = inLedger ? LedgerMatch.AS_RECORDED : LedgerMatch.NOT_RECORDED;
    return new LiveState(
        null, null, AuditStamp.UNKNOWN, ledger, duplicateCandidates, RunState.NONE);
  }

  /// The same state with another state of runs.
  public LiveState withRunState(RunState newRunState) {
    return new LiveState(revision, contentHash, modified, ledger, duplicateCandidates, newRunState);
  }

  /// Whether the ledger knows it.
  public boolean inLedger() {
    return ledger != LedgerMatch.NOT_RECORDED;
  }

  /// Whether somebody edited it since it was recorded.
  public boolean isEditedSince() {
    return ledger == LedgerMatch.EDITED_SINCE;
  }

  /// Whether the process was read in full.
  public boolean wasRead() {
    return contentHash != null;
  }
}
