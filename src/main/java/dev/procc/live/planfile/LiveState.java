package dev.procc.live.planfile;

import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.AuditStamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The live process as it was seen for the plan.
///
/// @param revision checked between reading and writing; null if there is no process
/// @param contentHash of the normalized live process; null if there is none, or if it was not read
///   because its revision and its sources are those of the last apply
/// @param recordedRevision the revision after the last apply, if it differs; null if it does not,
///   or is unknown
/// @param modified the user and time of the last change
/// @param ledger how it compares with its record in the ledger
/// @param duplicateCandidates ids of other processes that look like it, sorted
public record LiveState(
    @Nullable Long revision,
    @Nullable Long recordedRevision,
    @Nullable String contentHash,
    AuditStamp modified,
    LedgerMatch ledger,
    List<String> duplicateCandidates,
    RunState runState) {
  /// The live process compared with the ledger.
  public enum LedgerMatch {
    /// Nothing is recorded, so who changed what is unknown.
    NOT_RECORDED,
    /// It has the hash that was recorded after the last apply.
    AS_RECORDED,
    /// It has another hash.
    EDITED_SINCE
  }

  public LiveState {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }

  /// The state if no process was read.
  public static LiveState notRead(boolean inLedger, List<String> duplicateCandidates) {
    LedgerMatch ledger = inLedger ? LedgerMatch.AS_RECORDED : LedgerMatch.NOT_RECORDED;
    return new LiveState(
        null, null, null, AuditStamp.UNKNOWN, ledger, duplicateCandidates, RunState.NONE);
  }

  /// The state of a process that is known to be as last applied, without reading it.
  public static LiveState unchanged(@Nullable Long revision, RunState runState) {
    return new LiveState(
        revision, null, null, AuditStamp.UNKNOWN, LedgerMatch.AS_RECORDED, List.of(), runState);
  }

  /// A copy with another state of runs.
  public LiveState withRunState(RunState newRunState) {
    return new LiveState(
        revision,
        recordedRevision,
        contentHash,
        modified,
        ledger,
        duplicateCandidates,
        newRunState);
  }

  /// A copy for several processes with different revisions.
  public LiveState withoutRevision() {
    return new LiveState(
        null, recordedRevision, contentHash, modified, ledger, duplicateCandidates, runState);
  }

  /// Whether the ledger has it.
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
