package dev.procc.live.plan.input;

import org.jspecify.annotations.Nullable;

/// How much one plan may do before it is refused; null is no limit.
///
/// @param maxCreate processes
/// @param maxReplace processes
/// @param maxTrash processes
/// @param maxRenamesPercent of the nodes of a process, where it has at least 10
/// @param maxDateShiftDays calendar days that any date of a process moves
public record PlanLimits(
    @Nullable Integer maxCreate,
    @Nullable Integer maxReplace,
    @Nullable Integer maxTrash,
    @Nullable Integer maxRenamesPercent,
    @Nullable Integer maxDateShiftDays) {
  public static final PlanLimits NONE = new PlanLimits(null, null, null, null, null);
}
