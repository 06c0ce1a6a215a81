package dev.procc.live.planfile;

import dev.procc.live.planfile.change.DefinitionDate;
import java.util.List;

/// The size and the dates of a definition.
///
/// @param nodeCount jobs and groups, the root group left out
/// @param dateCount due dates
/// @param dates all dates, if the plan does anything
public record DefinitionSummary(int nodeCount, int dateCount, List<DefinitionDate> dates) {
  /// The summary if there is no definition.
  public static final DefinitionSummary NONE = new DefinitionSummary(0, 0, List.of());

  public DefinitionSummary {
    dates = List.copyOf(dates);
  }

  DefinitionSummary withoutDerivations() {
    return new DefinitionSummary(
        nodeCount,
        dateCount,
        dates.stream()
            .map(date -> new DefinitionDate(date.address(), date.field(), date.date(), null))
            .toList());
  }
}
