package dev.procc.live.planfile.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan as it would be without the changes that force a replacement.
///
/// @param revert `ADDRESS:FIELD` of each of these changes
/// @param wouldBe what would be left to do in place
/// @param afterRelativeDates what would be left to do in place if `relativeDates: true` were
///   applied alone first; null if that would not avoid the replacement
public record Counterfactual(
    List<String> revert, InPlaceWork wouldBe, @Nullable InPlaceWork afterRelativeDates) {
  public Counterfactual {
    revert = List.copyOf(revert);
  }

  /// The calls that change a process in place.
  ///
  /// @param patchOperations operations of the one PATCH
  /// @param renames names that are set by batchUpdates
  /// @param shifts dates that the server then moves by itself
  public record InPlaceWork(int patchOperations, int renames, int shifts) {}
}
