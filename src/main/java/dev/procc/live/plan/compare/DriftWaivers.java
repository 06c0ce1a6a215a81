package dev.procc.live.plan.compare;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The edits made in Workiva that stay by a waiver that still holds.
public final class DriftWaivers {
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

  /// Whether the last day of a waiver is over.
  public static boolean isExpired(DriftWaiver waiver, LocalDate asOf) {
    String until = waiver.until();
    return until != null && until.compareTo(asOf.toString()) < 0;
  }

  /// Whether the edit of a field stays.
  public boolean isWaived(String address, String field) {
    return waived.contains(address + ":" + field);
  }
}
