package dev.procc.live.planfile.change;

import java.util.List;

/// What the plan would be without the edits that force a replacement.
///
/// @param revert `ADDRESS:FIELD` of each of them
/// @param patchOperations operations of the one PATCH that would be left
/// @param renames names that would be set by batchUpdates
/// @param shifts dates that the server would then move by itself
public record Counterfactual(List<String> revert, int patchOperations, int renames, int shifts) {
  public Counterfactual {
    revert = List.copyOf(revert);
  }
}
