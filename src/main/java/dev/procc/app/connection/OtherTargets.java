package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.language.compile.Compilation;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.util.LinkedHashMap;
import java.util.Map;

/// The processes of other targets of a project on the same server, which must not belong to this
/// target as well.
public final class OtherTargets {
  private OtherTargets() {}

  /// The owners by process id, former processes included: `close of target prod`.
  public static Map<String, String> processes(
      LedgerStore store, Compilation compilation, TargetConnection connection) throws Failure {
    Map<String, String> owners = new LinkedHashMap<>();
    if (compilation.settings() == null) {
      return owners;
    }
    String origin = ApiOrigin.of(connection.url().toString());
    try {
      for (String other : compilation.settings().targets().keySet()) {
        if (other.equals(connection.target())) {
          continue;
        }
        for (LedgerEntry entry : store.list(other)) {
          if (entry.origin().isEmpty() || ApiOrigin.of(entry.origin()).equals(origin)) {
            entry.ids().forEach(id -> owners.put(id, entry.identity() + " of target " + other));
          }
        }
      }
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
    return owners;
  }
}
