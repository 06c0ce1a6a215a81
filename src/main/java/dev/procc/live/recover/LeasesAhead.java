package dev.procc.live.recover;

import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The leases of programs on other machines whose clocks were ahead: when they end says nothing.
/// Their last sign of life was before now, so whoever does not renew one for a whole term from now
/// on is gone.
public final class LeasesAhead {
  private LeasesAhead() {}

  /// Waits for a sign of life from the holders of such leases, and releases what nobody renewed.
  ///
  /// @param identities the processes that are looked at; empty for all
  public static void release(ApplyContext context, Set<String> identities)
      throws ApplyException, LedgerException {
    Map<String, List<Lease>> ahead = new TreeMap<>();
    for (LedgerEntry entry : context.store().list(context.settings().target())) {
      List<Lease> leases = elsewhere(context, entry);
      if (!leases.isEmpty() && (identities.isEmpty() || identities.contains(entry.identity()))) {
        ahead.put(entry.identity(), leases);
      }
    }
    if (ahead.isEmpty()) {
      return;
    }
    context.reader().list(Set.of()); // its response gives the server's time
    Instant now = context.now();
    ahead.values().removeIf(leases -> leases.stream().noneMatch(lease -> lease.isAhead(now)));
    if (ahead.isEmpty()) {
      return;
    }
    Map.Entry<String, List<Lease>> first = ahead.entrySet().iterator().next();
    String host = first.getValue().getFirst().host();
    context.sleep(
        first.getKey(),
        Lease.TERM,
        "the clock of " + host + " was ahead, procc looks whether it is still at work");
    for (LedgerEntry entry : context.store().list(context.settings().target())) {
      if (elsewhere(context, entry).equals(ahead.get(entry.identity()))) {
        release(context, entry);
      }
    }
  }

  private static void release(ApplyContext context, LedgerEntry entry) throws LedgerException {
    try {
      context.store().save(entry.released(), entry.identity() + ": nobody is at work");
    } catch (LedgerException e) {
      if (!e.concurrentWrite()) {
        throw e;
      }
      // Somebody is at work after all, and the resume sees it.
      context.store().load(entry.target(), entry.identity());
    }
  }

  private static List<Lease> elsewhere(ApplyContext context, LedgerEntry entry) {
    List<Lease> leases = new ArrayList<>(entry.leases());
    leases.removeIf(lease -> !context.holder().isElsewhere(lease));
    return leases;
  }
}
