package dev.procc.live.planfile;

import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.WorkloadChange;
import java.util.List;

/// What people read about the plan of one process.
///
/// @param changes in document order
/// @param replacement why it is replaced, and what that costs
/// @param predictedShifts dates the server is expected to move
/// @param workloadChanges what each person has to do before and after, if tasks are created or
///   replaced
public record Explanation(
    List<FieldChange> changes,
    Replacement replacement,
    List<PredictedShift> predictedShifts,
    List<WorkloadChange> workloadChanges) {
  /// Nothing changes.
  public static final Explanation NONE =
      new Explanation(List.of(), Replacement.NONE, List.of(), List.of());

  public Explanation {
    changes = List.copyOf(changes);
    predictedShifts = List.copyOf(predictedShifts);
    workloadChanges = List.copyOf(workloadChanges);
  }

  /// The explanation of changes alone.
  public static Explanation ofChanges(List<FieldChange> changes) {
    return new Explanation(changes, Replacement.NONE, List.of(), List.of());
  }
}
