package dev.procc.live.outcome;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What the command line gives to an apply.
///
/// @param target whose ledger it is
/// @param origin scheme and host of the API; a plan for another one is stale
/// @param today in the zone of the project: a plan is not applied after its last day
/// @param canary id of a process that must be there, the proof of the right tenant
/// @param keepOld a replaced process is not put into the bin
/// @param allowInvalid what the server's validation finds does not stop a new process
/// @param acceptedFields fields whose value may come back altered: `FIELD` or `ADDRESS:FIELD`
/// @param stopRequested asked before each write: whether the user wants to stop
public record ApplySettings(
    String target,
    String origin,
    LocalDate today,
    Optional<String> canary,
    boolean keepOld,
    boolean allowInvalid,
    Set<String> acceptedFields,
    BooleanSupplier stopRequested) {
  public ApplySettings {
    acceptedFields = Collections.unmodifiableSet(new LinkedHashSet<>(acceptedFields));
  }

  /// Nothing special, never stopped.
  public static ApplySettings of(String target, String origin, LocalDate today) {
    return new ApplySettings(
        target, origin, today, Optional.empty(), false, false, Set.of(), () -> false);
  }

  public ApplySettings withCanary(String id) {
    return new ApplySettings(
        target,
        origin,
        today,
        Optional.of(id),
        keepOld,
        allowInvalid,
        acceptedFields,
        stopRequested);
  }

  public ApplySettings withKeepOld(boolean keep) {
    return new ApplySettings(
        target, origin, today, canary, keep, allowInvalid, acceptedFields, stopRequested);
  }

  public ApplySettings withAllowInvalid(boolean allow) {
    return new ApplySettings(
        target, origin, today, canary, keepOld, allow, acceptedFields, stopRequested);
  }

  public ApplySettings withAccepted(Set<String> fields) {
    return new ApplySettings(
        target, origin, today, canary, keepOld, allowInvalid, fields, stopRequested);
  }

  public ApplySettings withStop(BooleanSupplier requested) {
    return new ApplySettings(
        target, origin, today, canary, keepOld, allowInvalid, acceptedFields, requested);
  }

  public boolean accepts(String address, String field) {
    return acceptedFields.contains(field) || acceptedFields.contains(address + ":" + field);
  }
}
