package dev.procc.live.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step an apply is in; gone when it has ended.
///
/// @param step `begin`, `patching`, `renaming`, `creating`, `created`, `validated`, `switched`,
///   `trashing`, `restoring`, `adding`
/// @param planHash the hash of the process in the plan that is applied
/// @param startedAt when the apply began, RFC 3339 in UTC
/// @param sentAt when the last request whose answer is not known was sent, by the server's clock
///   where it said so; RFC 3339 in UTC
/// @param formerId the process that is changed, replaced or trashed
/// @param createdId the id of the new process, once it is known; the run that tasks are added to
/// @param createBodyHash content hash without ids of what is to be created, to know it again
/// @param duplicateCandidates ids of the processes that were named like it before it was created,
///   sorted
public record PendingStep(
    String step,
    String planHash,
    String startedAt,
    @Nullable String sentAt,
    @Nullable String formerId,
    @Nullable String createdId,
    @Nullable String createBodyHash,
    List<String> duplicateCandidates) {
  public PendingStep {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }
}
