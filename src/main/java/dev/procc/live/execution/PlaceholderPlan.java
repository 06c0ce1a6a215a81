package dev.procc.live.execution;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan that does nothing, for work that needs only to know which process it is about.
public final class PlaceholderPlan {
  private PlaceholderPlan() {}

  /// @param id the live process it is about
  public static ProcessPlan of(LedgerEntry entry, @Nullable String id) {
    int at = entry.identity().indexOf('@');
    String key = at < 0 ? entry.identity() : entry.identity().substring(0, at);
    String period = at < 0 ? null : entry.identity().substring(at + 1);
    return new ProcessPlan(
        key,
        period,
        id,
        entry.name(),
        "",
        RunState.NONE,
        List.of(),
        new LiveState(null, null, null, null, true, false, List.of()),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        List.of(),
        null,
        null,
        List.of(),
        null);
  }
}
