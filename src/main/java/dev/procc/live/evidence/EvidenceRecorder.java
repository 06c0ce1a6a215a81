package dev.procc.live.evidence;

import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.model.duedate.DayText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recording of evidence about what is done to processes: what cannot be recorded is not done.
///
/// @param writer null if no evidence is kept
/// @param leases the check for other programs at work
public record EvidenceRecorder(
    ApplySettings settings, @Nullable EvidenceWriter writer, LeaseCheck leases) {

  /// Checks whether the program that made a change still runs and will record it.
  public interface LeaseCheck {
    /// @throws ApplyException `REFUSED` with the name of the holder if another running program made
    ///   it
    void requireFree(String identity, Lease lease) throws ApplyException;
  }

  /// Checks that a record of a process can be written, before anything else is.
  ///
  /// @throws ApplyException `FAILED` if it cannot
  public void requireWritable(String identity) throws ApplyException {
    if (writer == null) {
      return;
    }
    try {
      writer.checkWritable(settings.target(), identity);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Writes the record that is missing because a program was killed after the ledger had stored its
  /// change.
  ///
  /// @param plan that was applied; null if it is lost, or there was none
  /// @return whether a record was missing
  /// @throws ApplyException `FAILED` if it cannot be written, `REFUSED` if the program that made
  ///   the change still runs, and so is about to write it
  public boolean complete(String identity, @Nullable ProcessPlan plan) throws ApplyException {
    try {
      LedgerEntry entry = writer == null ? null : writer.entry(settings.target(), identity);
      EvidenceHead.OwedRecord noted = entry == null ? null : entry.history().owedRecord();
      if (writer == null || entry == null || noted == null) {
        return false;
      }
      PendingStep pending = entry.pending();
      if (pending != null && pending.step().orElse(null) != ApplyStep.FORGETTING) {
        return false;
      }
      EvidenceHead.OwedRecord owed = writer.owed(settings.target(), identity);
      if (owed == null) {
        requireFree(identity, noted);
        writer.noteWritten(entry);
        return false;
      }
      if (pending != null) {
        return false; // Its resume knows what was done, and records that.
      }
      requireFree(identity, owed);
      writer.write(settings, plan, interrupted(writer, identity, owed), List.of());
      return true;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void requireFree(String identity, EvidenceHead.OwedRecord owed) throws ApplyException {
    if (owed.lease() != null) {
      leases.requireFree(identity, owed.lease());
    }
  }

  /// Checks that no other program is about to write the record of a process.
  ///
  /// @throws ApplyException `REFUSED` with the name of that program
  public void requireSettled(LedgerEntry entry) throws ApplyException {
    EvidenceHead.OwedRecord owed = entry.history().owedRecord();
    if (owed != null && entry.pending() == null) {
      requireFree(entry.identity(), owed);
    }
  }

  private ProcessResult interrupted(
      EvidenceWriter evidence, String identity, EvidenceHead.OwedRecord owed) throws IOException {
    LedgerEntry entry = evidence.entry(settings.target(), identity);
    ProcessResult.Conclusion conclusion =
        new ProcessResult.Conclusion(
            Verdict.INTERRUPTED,
            "Done at "
                + DayText.moment(owed.at())
                + " ("
                + owed.note()
                + "), and cut off before this record of it was written",
            "");
    return entry == null
        ? ProcessResult.withoutDetails(identity, "", owed.action(), conclusion)
        : new ProcessResult(
            identity,
            entry.name(),
            owed.action(),
            conclusion,
            new ProcessResult.ProcessIds(entry.id(), null, null, entry.live().revision()),
            ProcessResult.ApplyDetails.NONE);
  }

  static ApplyException unwritable(IOException e) {
    return ApplyException.of(
        Verdict.FAILED,
        "The evidence record cannot be written, so nothing is: " + e.getMessage(),
        "Make the folder of the ledger writable, and do it again");
  }

  /// Writes the record of a process that was changed, or of a manual change of the ledger.
  ///
  /// @param plan that was applied; null if it is lost, or there was none
  /// @param lifted refusals that were overridden, besides those of the plan
  /// @return the result, `PARTIAL` if the record could not be written after all
  public ProcessResult record(
      @Nullable ProcessPlan plan, ProcessResult result, List<PlanRefusal> lifted) {
    if (writer == null) {
      return result;
    }
    try {
      if (result.changed() || owesHere(writer, result.identity())) {
        writer.write(settings, plan, result, lifted);
      }
      return result;
    } catch (IOException | RuntimeException e) {
      return result.asUnrecorded("the evidence record could not be written: " + e.getMessage());
    }
  }

  /// Whether a record is missing that no other running program is about to write.
  private boolean owesHere(EvidenceWriter evidence, String identity) throws IOException {
    EvidenceHead.OwedRecord owed = evidence.owed(settings.target(), identity);
    if (owed == null) {
      return false;
    }
    try {
      requireFree(identity, owed);
      return true;
    } catch (ApplyException othersAre) {
      return false;
    }
  }
}
