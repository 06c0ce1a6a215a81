package dev.procc.live.planfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits above which a plan is refused; null for no limit.
///
/// @param maxCreate number of processes
/// @param maxReplace number of processes
/// @param maxTrash number of processes
/// @param maxRenamesPercent of the nodes of a process, if it has at least 10
/// @param maxDateShiftDays calendar days by which any date of a process moves
public record PlanLimits(
    @Nullable Integer maxCreate,
    @Nullable Integer maxReplace,
    @Nullable Integer maxTrash,
    @Nullable Integer maxRenamesPercent,
    @Nullable Integer maxDateShiftDays) {
  public static final PlanLimits NONE = new PlanLimits(null, null, null, null, null);

  /// The limits that satisfy both.
  public PlanLimits and(PlanLimits other) {
    return new PlanLimits(
        stricter(maxCreate, other.maxCreate),
        stricter(maxReplace, other.maxReplace),
        stricter(maxTrash, other.maxTrash),
        stricter(maxRenamesPercent, other.maxRenamesPercent),
        stricter(maxDateShiftDays, other.maxDateShiftDays));
  }

  private static @Nullable Integer stricter(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other != null && other < one ? other : one;
  }

  /// These limits if they are set, otherwise the others.
  public PlanLimits orElse(PlanLimits others) {
    return new PlanLimits(
        maxCreate != null ? maxCreate : others.maxCreate,
        maxReplace != null ? maxReplace : others.maxReplace,
        maxTrash != null ? maxTrash : others.maxTrash,
        maxRenamesPercent != null ? maxRenamesPercent : others.maxRenamesPercent,
        maxDateShiftDays != null ? maxDateShiftDays : others.maxDateShiftDays);
  }

  /// The limits that are set, by their key in `safety`.
  public Map<String, Integer> byName() {
    Map<String, Integer> limits = new LinkedHashMap<>();
    put(limits, "maxCreate", maxCreate);
    put(limits, "maxReplace", maxReplace);
    put(limits, "maxTrash", maxTrash);
    put(limits, "maxRenamesPercent", maxRenamesPercent);
    put(limits, "maxDateShiftDays", maxDateShiftDays);
    return limits;
  }

  private static void put(Map<String, Integer> into, String name, @Nullable Integer limit) {
    if (limit != null) {
      into.put(name, limit);
    }
  }
}
