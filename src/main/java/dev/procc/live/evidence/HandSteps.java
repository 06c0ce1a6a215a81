package dev.procc.live.evidence;

import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The evidence of manual changes of the ledger: keeping drift, renaming, forgetting or rebuilding
/// an entry. Nothing is sent to Workiva.
public final class HandSteps {
  private final EvidenceWriter writer;
  private final Clock clock;
  private final LeaseHolder holder = LeaseHolder.ofThisProgram();

  public HandSteps(EvidenceWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /// Who asks for the change: `dana-w`, or `dana@build-7`.
  public String requester() {
    return writer.requester();
  }

  /// Checks that a record can be written, and writes a missing one; the entry has to be read after
  /// it.
  ///
  /// @throws ApplyException `FAILED` if it cannot
  public void prepare(String target, String identity) throws ApplyException {
    LedgerEntry entry;
    try {
      entry = writer.entry(target, identity);
    } catch (IOException e) {
      throw EvidenceRecorder.unwritable(e);
    }
    EvidenceRecorder recorder = recorder(target, entry == null ? "" : entry.origin());
    recorder.requireWritable(identity);
    recorder.complete(identity, null);
  }

  /// An entry that is to be written in the place of the recorded one, which may be damaged: with
  /// the chain of records that the recorded one has after `prepare`.
  ///
  /// @throws ApplyException `FAILED` if no record can be written
  public LedgerEntry prepared(LedgerEntry entry) throws ApplyException {
    String identity = entry.identity();
    EvidenceRecorder recorder = recorder(entry.target(), entry.origin());
    recorder.requireWritable(identity);
    try {
      if (writer.entry(entry.target(), identity) == null) {
        return entry;
      }
      recorder.complete(identity, null);
      LedgerEntry recorded = writer.entry(entry.target(), identity);
      return recorded == null ? entry : entry.withEvidenceOf(recorded);
    } catch (IOException damaged) {
      return entry;
    }
  }

  private EvidenceRecorder recorder(String target, String origin) {
    return new EvidenceRecorder(settings(target, origin), writer, this::requireFree);
  }

  private void requireFree(String identity, Lease lease) throws ApplyException {
    if (holder.isKeptAwayBy(lease, clock.instant())) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " is being worked on by " + lease.holderText(),
          lease.wayOut(identity, clock.instant()));
    }
  }

  /// An entry whose record is still to be written.
  ///
  /// @param note on the change
  public LedgerEntry owing(LedgerEntry entry, String action, String note) {
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Lease lease = holder.lease(clock.instant());
    return entry.withOwedRecord(new EvidenceHead.OwedRecord(action, note, "", now, lease));
  }

  /// Removes an entry once that is recorded. If it is cut off, a resume looks whether the process
  /// is live, and records what became of it.
  ///
  /// @param entry as it is stored
  /// @param message what was done, one sentence without a full stop
  public void forget(LedgerStore store, LedgerEntry entry, String message)
      throws ApplyException, LedgerException {
    String note = "forget " + entry.identity();
    if (entry.pending() == null) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      PendingStep.StepSubject nothing = new PendingStep.StepSubject(null, null, null, List.of());
      PendingStep step =
          new PendingStep(
              ApplyStep.FORGETTING.text(), "", now.toString(), null, nothing, holder.lease(now));
      store.save(owing(entry.withPending(step), "forget", note), note);
    }
    record(entry, "forget", message);
    store.delete(entry.target(), entry.identity(), note);
  }

  /// Writes the record of a change.
  ///
  /// @param entry after the change
  /// @param message what was done, one sentence without a full stop
  /// @throws ApplyException `PARTIAL` if it cannot be written
  public void record(LedgerEntry entry, String action, String message) throws ApplyException {
    Long revision = entry.live().revision();
    ProcessResult result =
        new ProcessResult(
            entry.identity(),
            entry.name(),
            action,
            new ProcessResult.Conclusion(Verdict.APPLIED, message, ""),
            new ProcessResult.ProcessIds(entry.id(), null, revision, revision),
            ProcessResult.ApplyDetails.NONE);
    try {
      writer.write(settings(entry.target(), entry.origin()), null, result, List.of());
    } catch (IOException e) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          message + "; the evidence record could not be written: " + e.getMessage(),
          "procc log " + entry.identity() + " shows what is on record");
    }
  }

  private static ApplySettings settings(String target, String origin) {
    return ApplySettings.of(target, origin, LocalDate.EPOCH);
  }
}
