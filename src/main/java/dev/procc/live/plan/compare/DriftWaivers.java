package dev.procc.live.plan.compare;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which edits made in Workiva stay by a recorded exception that still holds.
public final class DriftWaivers implements BiPredicate<String, String> {
  private final Set<String> waived = new HashSet<>();

  public DriftWaivers(String identity, @Nullable LedgerEntry entry, LocalDate asOf) {
    if (entry != null) {
      for (DriftWaiver one : entry.waivers()) {
        if (!isExpired(one, asOf)) {
          waived.add(LedgerLastApplied.address(identity, one.path()) + ":" + one.field());
        }
      }
    }
  }

  /// Whether its last day is gone.
  public static boolean isExpired(DriftWaiver kept, LocalDate asOf) {
    String until = kept.until();
    return until != null && until.compareTo(asOf.toString()) < 0;
  }

  @Override
  public boolean test(String address, String field) {
    return waived.contains(address + ":" + field);
  }
}
