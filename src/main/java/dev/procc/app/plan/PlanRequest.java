package dev.procc.app.plan;

import dev.procc.live.plan.input.PlanOverrides;
import org.jspecify.annotations.Nullable;

/// What is asked of a plan beside the definitions.
///
/// @param full whether every process is read, moved or not
/// @param base the version whose guards hold beside those of the definitions; null if none
public record PlanRequest(PlanOverrides overrides, boolean full, @Nullable String base) {
  public static final PlanRequest DEFAULT = new PlanRequest(PlanOverrides.NONE, false, null);
}
