package dev.procc.live.planfile.change;

import dev.procc.live.diff.ChangedBy;
import java.util.List;

/// The origin of a change.
///
/// @param changedBy never `NOBODY`
/// @param overwritesDrift whether the plan undoes drift
/// @param causes the source lines that caused it, the one with most effects first
public record ChangeOrigin(ChangedBy changedBy, boolean overwritesDrift, List<Cause> causes) {
  public ChangeOrigin {
    causes = List.copyOf(causes);
  }

  /// A change made by the definition.
  public static ChangeOrigin definition(List<Cause> causes) {
    return new ChangeOrigin(ChangedBy.DEFINITION, false, causes);
  }

  /// A change made in Workiva.
  public static ChangeOrigin drift(boolean overwritten) {
    return new ChangeOrigin(ChangedBy.DRIFT, overwritten, List.of());
  }
}
