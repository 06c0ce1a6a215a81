package dev.procc.live.execution;

import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.record.WrittenFields;
import dev.procc.live.wire.LiveProcess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ends of a change in place that did not get through, each with what the ledger then holds.
///
/// @param done the operations that were carried out so far
record InPlaceFailures(
    ProcessApply apply, ProcessPlan plan, LedgerRecorder recorder, List<PlanOperation> done) {
  /// How often a call is sent whose answers are lost.
  static final int MAX_ATTEMPTS = 3;

  /// Ends the apply because somebody else edited the process. None of its values counts as ours:
  /// the next plan finds what was applied, and asks about the rest.
  ApplyException editedBesides(LiveProcess live, List<Mismatch> mismatches) throws ApplyException {
    apply.journal().end("edited by somebody else");
    return ApplyException.mismatch(
        "Somebody else has changed the process "
            + live.id()
            + " meanwhile"
            + live.lastChangeText()
            + "; nothing more was sent",
        "Plan again, which shows what was carried out and the edit: procc plan",
        mismatches);
  }

  /// Ends the apply because the call whose answer was lost may have been carried out, in the way of
  /// this server, or somebody else edited the same fields. None of the values counts as ours, so
  /// that the next plan asks about them.
  ApplyException unexplained(LiveProcess live, List<Mismatch> mismatches) throws ApplyException {
    apply.journal().end("the answer was lost, other than predicted");
    return ApplyException.mismatch(
        "The answer was lost, and the process "
            + live.id()
            + " shows neither the old nor the new value: "
            + Plural.of(mismatches.size(), "field")
            + live.lastChangeText()
            + "; either the server makes that of it, or somebody edited it",
        Mismatch.remedyAfterLostCall(apply.identity(), mismatches),
        mismatches);
  }

  /// Ends the apply because the process shows other values than predicted.
  ///
  /// @param isOurs whether nobody but the server can have made them
  ApplyException unlikePredicted(
      LiveProcess live,
      List<Mismatch> mismatches,
      boolean isOurs,
      @Nullable ApiException lostResponse)
      throws ApplyException {
    return isOurs ? mismatch(live, mismatches, lostResponse) : unexplained(live, mismatches);
  }

  /// Ends an apply whose next call is always refused: what was done is recorded, and the rest is
  /// planned again.
  ApplyException givenUp(ApiException e) throws ApplyException {
    LiveProcess live = apply.context().reader().find(apply.live().process().id()).orElse(null);
    if (done.isEmpty() || live == null) {
      return ApplyException.of(e);
    }
    recordOther(live, WrittenFields.of(plan, done, live), "refused, given up");
    return ApplyException.of(
        Verdict.PARTIAL,
        e.getMessage() + "; what was done before is on record",
        "Then procc plan shows the rest. " + e.help());
  }

  /// Ends an apply after whose last call, sent again and again, nothing has changed.
  void checkAttempts(LiveProcess live, @Nullable ApiException failure, int attempt)
      throws ApplyException {
    apply.result().recordReadBack(ReadBack.NOTHING_DONE);
    if (failure == null || attempt < MAX_ATTEMPTS) {
      return;
    }
    recordOther(live, WrittenFields.of(plan, done, live), "nothing done");
    String answer = failure.status() > 0 ? "answered " + failure.status() : "never answered";
    String why = "sent " + attempt + " times, " + answer + ", read back without it";
    throw done.isEmpty()
        ? ApplyException.of(
            Verdict.FAILED,
            "Nothing was changed: " + why,
            "Try again: procc apply " + apply.identity())
        : ApplyException.of(
            Verdict.PARTIAL,
            "The last call was not carried out: " + why + "; what was done before it is on record",
            "Try again: procc plan shows the rest");
  }

  /// Records what the process shows, which is other than the plan predicts.
  void recordOther(LiveProcess live, WrittenFields written, String note) throws ApplyException {
    LedgerJournal journal = apply.journal();
    journal.save(recorder.mismatched(journal.entry(), live, written), note);
  }

  /// Records what the process shows.
  ///
  /// @param lostResponse the failure of the last call; null if it had a response
  ApplyException mismatch(
      LiveProcess live, List<Mismatch> mismatches, @Nullable ApiException lostResponse)
      throws ApplyException {
    WrittenFields written = WrittenFields.of(plan, live);
    recordOther(
        live, lostResponse == null ? written : written.withoutWriteOnly(), "other than predicted");
    String cause =
        lostResponse == null ? "" : "; the answer was lost: " + lostResponse.getMessage();
    return ApplyException.mismatch(
        "The process does not show what was predicted: "
            + Plural.of(mismatches.size(), "field")
            + cause,
        Mismatch.remedy(apply.identity(), mismatches),
        mismatches);
  }
}
