package dev.procc.live.outcome;

import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.plan.input.ProjectDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The settings of an apply, from the command line.
///
/// @param target of the ledger
/// @param origin scheme and host of the API; a plan for another one is stale
/// @param day a plan is not applied after its last day
/// @param canary id of a process that must exist, as proof of the right tenant
/// @param options that allow more than the plan
/// @param guards the checks of a plan on the day it is applied
/// @param reach the processes that commands may touch
/// @param stopRequested asked before each write whether the user wants to stop
/// @param keepsEvidence whether an evidence record follows each change of the ledger
public record ApplySettings(
    String target,
    String origin,
    ProjectDay day,
    Optional<String> canary,
    ApplyOptions options,
    ApplyGuards guards,
    PeriodReach reach,
    BooleanSupplier stopRequested,
    boolean keepsEvidence) {

  /// The settings without options, in UTC, never stopped.
  public static ApplySettings of(String target, String origin, LocalDate today) {
    return new ApplySettings(
        target,
        origin,
        ProjectDay.utc(today),
        Optional.empty(),
        ApplyOptions.NONE,
        ApplyGuards.NONE,
        PeriodReach.ALL,
        () -> false,
        false);
  }

  /// The day of the command.
  public LocalDate today() {
    return day.today();
  }

  public ApplySettings withZone(ZoneId zone) {
    return new ApplySettings(
        target,
        origin,
        new ProjectDay(today(), zone),
        canary,
        options,
        guards,
        reach,
        stopRequested,
        keepsEvidence);
  }

  public ApplySettings withCanary(String id) {
    return new ApplySettings(
        target, origin, day, Optional.of(id), options, guards, reach, stopRequested, keepsEvidence);
  }

  public ApplySettings withOptions(ApplyOptions allowed) {
    return new ApplySettings(
        target, origin, day, canary, allowed, guards, reach, stopRequested, keepsEvidence);
  }

  public ApplySettings withGuards(ApplyGuards held) {
    return new ApplySettings(
        target, origin, day, canary, options, held, reach, stopRequested, keepsEvidence);
  }

  public ApplySettings withStop(BooleanSupplier requested) {
    return new ApplySettings(
        target, origin, day, canary, options, guards, reach, requested, keepsEvidence);
  }

  public ApplySettings withReach(PeriodReach reached) {
    return new ApplySettings(
        target, origin, day, canary, options, guards, reached, stopRequested, keepsEvidence);
  }

  public ApplySettings withEvidence(boolean kept) {
    return new ApplySettings(
        target, origin, day, canary, options, guards, reach, stopRequested, kept);
  }
}
