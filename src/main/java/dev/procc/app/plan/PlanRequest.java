package dev.procc.app.plan;

import dev.procc.live.plan.input.PlanOverrides;
import org.jspecify.annotations.Nullable;

/// The request for a plan, besides the definitions.
///
/// @param full whether every process is read, changed or not
/// @param base the version whose guards apply besides those of the definitions; null if there is
///   none
public record PlanRequest(PlanOverrides overrides, boolean full, @Nullable String base) {
  public static final PlanRequest DEFAULT = new PlanRequest(PlanOverrides.NONE, false, null);
}
