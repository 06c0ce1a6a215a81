package dev.procc.live.planfile;

import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.WorkloadChange;
import java.util.List;

/// The explanation of one process's plan, for people.
///
/// @param changes in document order
/// @param replacement its causes and costs
/// @param predictedShifts dates that the server is predicted to move
/// @param workloadChanges the work of each person before and after, if tasks are created or
///   replaced
public record Explanation(
    List<FieldChange> changes,
    Replacement replacement,
    List<PredictedShift> predictedShifts,
    List<WorkloadChange> workloadChanges) {
  /// The explanation if nothing changes.
  public static final Explanation NONE =
      new Explanation(List.of(), Replacement.NONE, List.of(), List.of());

  public Explanation {
    changes = List.copyOf(changes);
    predictedShifts = List.copyOf(predictedShifts);
    workloadChanges = List.copyOf(workloadChanges);
  }

  /// The explanation of changes only.
  public static Explanation ofChanges(List<FieldChange> changes) {
    return new Explanation(changes, Replacement.NONE, List.of(), List.of());
  }
}
