package dev.procc.live.plan;

import dev.procc.live.ledger.Kept;
import dev.procc.live.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which edits made in Workiva stay by a recorded exception that still holds.
final class KeptEdits implements BiPredicate<String, String> {
  private final Set<String> kept = new HashSet<>();

  KeptEdits(String identity, @Nullable LedgerEntry entry, LocalDate asOf) {
    if (entry != null) {
      for (Kept one : entry.kept()) {
        if (!over(one, asOf)) {
          kept.add(LedgerBase.address(identity, one.path()) + ":" + one.field());
        }
      }
    }
  }

  /// Whether its last day is gone.
  static boolean over(Kept kept, LocalDate asOf) {
    String until = kept.until();
    return until != null && until.compareTo(asOf.toString()) < 0;
  }

  @Override
  public boolean test(String address, String field) {
    return kept.contains(address + ":" + field);
  }
}
