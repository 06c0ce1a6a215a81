package dev.procc.live.plan.compare;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.model.process.Address;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The valid waivers of a process, which let drift stay.
public final class DriftWaivers {
  private final Set<String> waived = new HashSet<>();

  /// @param lastApplied gives the current address of a recorded one
  public DriftWaivers(
      String identity, @Nullable LedgerEntry entry, LastApplied lastApplied, LocalDate asOf) {
    if (entry != null) {
      for (DriftWaiver one : entry.waivers()) {
        if (!isExpired(one, asOf)) {
          String address = lastApplied.currentAddress(Address.of(identity, one.path()));
          waived.add(address + ":" + one.field());
        }
      }
    }
  }

  /// Whether the last day of a waiver is over.
  public static boolean isExpired(DriftWaiver waiver, LocalDate asOf) {
    String until = waiver.until();
    return until != null && until.compareTo(asOf.toString()) < 0;
  }

  /// Whether the drift of a field stays.
  public boolean isWaived(String address, String field) {
    return waived.contains(address + ":" + field);
  }
}
