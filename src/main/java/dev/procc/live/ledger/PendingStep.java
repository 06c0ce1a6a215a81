package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The step an apply is in, written before its call is sent and removed when the apply has ended.
///
/// @param stepName the step as the ledger writes it; a later version may have written another one
///   than those of `ApplyStep`
/// @param planHash the hash of the process in the plan that is applied
/// @param startedAt when the apply began, RFC 3339 in UTC
/// @param sentAt when the last request whose response is not known was sent, by the server's clock
///   if it said so; RFC 3339 in UTC
/// @param subject what the step is about
/// @param lease who is at work; null if an earlier version wrote the step
public record PendingStep(
    String stepName,
    String planHash,
    String startedAt,
    @Nullable String sentAt,
    StepSubject subject,
    @Nullable Lease lease) {

  /// What a step works on, and what tells whether a lost response was a success.
  ///
  /// @param former the process that is changed, replaced or trashed
  /// @param created the new process, once it is known; the run that tasks are added to
  /// @param createBodyHash content hash without ids of what is to be created, to recognize it
  /// @param duplicateCandidates ids of the processes that had its name before it was created,
  ///   sorted
  public record StepSubject(
      @Nullable SeenProcess former,
      @Nullable SeenProcess created,
      @Nullable String createBodyHash,
      List<String> duplicateCandidates) {
    public StepSubject {
      duplicateCandidates = List.copyOf(duplicateCandidates);
    }
  }

  /// Empty if this version does not know the step.
  public Optional<ApplyStep> step() {
    return ApplyStep.of(stepName);
  }

  public @Nullable String formerId() {
    SeenProcess former = subject.former();
    return former == null ? null : former.id();
  }

  /// Ids of what it changes, replaces, trashes or makes.
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (SeenProcess seen : new SeenProcess[] {subject.former(), subject.created()}) {
      if (seen != null) {
        ids.add(seen.id());
      }
    }
    return ids;
  }

  /// The same step in other hands.
  public PendingStep withLease(Lease taken) {
    return new PendingStep(stepName, planHash, startedAt, sentAt, subject, taken);
  }

  /// `switched, by tom on build-7 (process 4711)`.
  public String text() {
    return lease == null ? stepName : stepName + ", by " + lease.holderText();
  }
}
