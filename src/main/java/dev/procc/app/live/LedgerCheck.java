package dev.procc.app.live;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ledger entries held against what is live.
public final class LedgerCheck {
  private LedgerCheck() {}

  /// An entry that was checked.
  ///
  /// @param fault what is wrong and what to do; null if it is as recorded
  public record CheckedEntry(LedgerEntry entry, @Nullable String fault) {}

  /// The entries, in their order.
  public static List<CheckedEntry> check(ApiClient client, List<LedgerEntry> entries)
      throws ApiException {
    Map<String, String> names = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.id() != null) {
        names.put(entry.id(), entry.identity());
      }
    }
    Map<String, ApiClient.ReadResult> live = client.getAll(names, true);
    List<CheckedEntry> checked = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      String fault = describeFault(entry, entry.id() == null ? null : live.get(entry.id()));
      checked.add(new CheckedEntry(entry, fault));
    }
    return checked;
  }

  private static @Nullable String describeFault(
      LedgerEntry entry, ApiClient.@Nullable ReadResult read) throws ApiException {
    if (entry.pending() != null) {
      return "an apply was not ended (" + entry.pending().stepName() + "): procc apply --resume";
    }
    if (read == null) {
      return "no process is recorded";
    }
    if (read.failure().isPresent()
        && read.failure().get().kind() == ApiException.ApiErrorKind.NOT_FOUND) {
      return "process " + entry.id() + " is not there: procc restore, or procc plan --recreate";
    }
    try {
      LiveProcess live = ProcessJson.read(read.orThrow());
      return live.contentHash().equals(entry.live().contentHash())
          ? null
          : "edited in Workiva since the last apply (revision "
              + entry.live().revision()
              + " then, "
              + live.revision()
              + " now): procc plan";
    } catch (WireException e) {
      return "what the API returned cannot be read: " + e.getMessage();
    }
  }
}
