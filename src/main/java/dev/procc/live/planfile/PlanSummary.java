package dev.procc.live.planfile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The number of processes of a plan with each action; each counts once, by its main action.
///
/// @param noop processes to which nothing is done, or that are only forgotten
/// @param refused processes with a refusal, which also count above
public record PlanSummary(
    int noop,
    int create,
    int patch,
    int rename,
    int replace,
    int trash,
    int amend,
    int adopt,
    int refused) {
  static PlanSummary of(List<ProcessPlan> processes) {
    Map<PlanAction, Integer> counts = new EnumMap<>(PlanAction.class);
    int noop = 0;
    int refused = 0;
    for (ProcessPlan process : processes) {
      PlanAction action = process.mainAction();
      if (action == null || action == PlanAction.FORGET) {
        noop++;
      } else {
        counts.merge(action, 1, Integer::sum);
      }
      refused += process.refusals().isEmpty() ? 0 : 1;
    }
    return new PlanSummary(
        noop,
        counts.getOrDefault(PlanAction.CREATE, 0),
        counts.getOrDefault(PlanAction.PATCH, 0),
        counts.getOrDefault(PlanAction.RENAME, 0),
        counts.getOrDefault(PlanAction.REPLACE, 0),
        counts.getOrDefault(PlanAction.TRASH, 0),
        counts.getOrDefault(PlanAction.AMEND, 0),
        counts.getOrDefault(PlanAction.ADOPT, 0),
        refused);
  }
}
