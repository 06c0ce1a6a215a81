package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pending step of an apply, written before its call is sent and removed when the apply has
/// ended.
///
/// @param stepName the name in the ledger; a later version may have written one that `ApplyStep`
///   lacks
/// @param planHash the hash of the process in the plan that is applied
/// @param startedAt the start of the apply, RFC 3339 in UTC
/// @param sentAt the time of the last request without a known response, by the server's clock if
///   possible; RFC 3339 in UTC
/// @param subject of the step
/// @param lease of the program at work; null if an earlier version wrote the step
public record PendingStep(
    String stepName,
    String planHash,
    String startedAt,
    @Nullable String sentAt,
    StepSubject subject,
    @Nullable Lease lease) {

  /// The subject of a step, and what shows whether a lost response was a success.
  ///
  /// @param former the process that is changed, replaced or trashed
  /// @param created the new process, once it is known, or the run that tasks are added to
  /// @param createBodyHash the content hash, without ids, by which the created process is
  ///   recognized
  /// @param duplicateCandidates ids of the processes that had its name before it was created,
  ///   sorted
  /// @param options of the apply, which hold for a resume as well: `keep-old`, `accept:FIELD`,
  ///   `unprotect`
  public record StepSubject(
      @Nullable SeenProcess former,
      @Nullable SeenProcess created,
      @Nullable String createBodyHash,
      List<String> duplicateCandidates,
      List<String> options) {
    public StepSubject {
      duplicateCandidates = List.copyOf(duplicateCandidates);
      options = List.copyOf(options);
    }

    /// A subject of a step without options.
    public StepSubject(
        @Nullable SeenProcess former,
        @Nullable SeenProcess created,
        @Nullable String createBodyHash,
        List<String> duplicateCandidates) {
      this(former, created, createBodyHash, duplicateCandidates, List.of());
    }
  }

  /// The step; empty if this version does not know it.
  public Optional<ApplyStep> step() {
    return ApplyStep.of(stepName);
  }

  public @Nullable String formerId() {
    SeenProcess former = subject.former();
    return former == null ? null : former.id();
  }

  /// The ids of the processes that it changes, replaces, trashes or creates.
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (SeenProcess seen : new SeenProcess[] {subject.former(), subject.created()}) {
      if (seen != null) {
        ids.add(seen.id());
      }
    }
    return ids;
  }

  /// Whether it is of a rollback that has switched: no plan is applied.
  public boolean isOfRollback() {
    return step().orElse(null) == ApplyStep.SWITCHED && planHash.isEmpty();
  }

  /// A copy with another lease, or without one.
  public PendingStep withLease(@Nullable Lease taken) {
    return new PendingStep(stepName, planHash, startedAt, sentAt, subject, taken);
  }

  /// A copy right before another attempt of its call.
  ///
  /// @param now RFC 3339, UTC
  public PendingStep sentAgain(String now, Lease renewed) {
    String sent = sentAt == null ? null : now;
    return new PendingStep(stepName, planHash, startedAt, sent, subject, renewed);
  }

  /// A copy with the options of its apply and of a resume.
  public PendingStep withOptions(List<String> options) {
    StepSubject about =
        new StepSubject(
            subject.former(),
            subject.created(),
            subject.createBodyHash(),
            subject.duplicateCandidates(),
            options);
    return new PendingStep(stepName, planHash, startedAt, sentAt, about, lease);
  }

  /// `switched, by tom on build-7 (process 4711)`.
  public String text() {
    return lease == null ? stepName : stepName + ", by " + lease.holderText();
  }
}
