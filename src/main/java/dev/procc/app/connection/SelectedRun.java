package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.base.finding.Spelling;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The run that a word selects, and its process.
///
/// @param entry the ledger entry of the process
public record SelectedRun(LedgerEntry entry, RunTree run) {
  /// @param word a key, `key@period`, or the id of a run
  /// @throws Failure if there is no such run
  public static SelectedRun of(String word, ApiClient client, LedgerStore store, String target)
      throws Failure, ApiException, LedgerException, WireException {
    List<LedgerEntry> entries = store.list(target);
    LedgerEntry named = findEntry(word, entries);
    if (named != null) {
      String id = runOf(named, client);
      if (id == null) {
        throw Failure.noMatch(
            named.identity() + " has no run", "start one: procc run " + named.identity());
      }
      return new SelectedRun(named, RunTree.of(client.getRun(id, true)));
    }
    RunTree run = byId(word, client, entries);
    for (LedgerEntry entry : entries) {
      if (entry.ids().contains(run.process())) {
        return new SelectedRun(entry, run);
      }
    }
    throw Failure.noMatch(
        "the run " + word + " is of " + run.process() + ", which the ledger does not know",
        "procc adopt KEY " + run.process() + " makes it the one of a definition");
  }

  private static @Nullable LedgerEntry findEntry(String word, List<LedgerEntry> entries)
      throws Failure {
    List<String> fitting = ProcessLookup.find(word, identities(entries));
    if (fitting.size() > 1) {
      throw Failure.noMatch(
          "\"" + word + "\" is the key of several periods",
          "say which: " + String.join(", ", fitting));
    }
    for (LedgerEntry entry : entries) {
      if (fitting.contains(entry.identity())) {
        return entry;
      }
    }
    return null;
  }

  private static List<String> identities(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::identity).toList();
  }

  private static RunTree byId(String word, ApiClient client, List<LedgerEntry> entries)
      throws Failure, ApiException, WireException {
    try {
      return RunTree.of(client.getRun(word, true));
    } catch (ApiException e) {
      if (e.kind() == ApiException.ApiErrorKind.NOT_FOUND) {
        throw Failure.noMatch(
            "\"" + word + "\" is neither the key of an applied process nor the id of a run",
            Spelling.hint(word, identities(entries)).orElse(null));
      }
      throw e;
    }
  }

  /// The run under way, of the process or of one that it replaced; otherwise the last one.
  private static @Nullable String runOf(LedgerEntry entry, ApiClient client)
      throws ApiException, WireException {
    WorkspaceListing listing =
        new WorkspaceListing(ProcessJson.readList(client.list(ListQuery.ALL)), Set.of());
    List<String> ids = new ArrayList<>(entry.ids());
    Collections.reverse(ids);
    String last = null;
    for (String id : ids) {
      RunSummary run = listing.run(id);
      if (run != null && !run.id().isEmpty()) {
        if (!run.isFinished()) {
          return run.id();
        }
        last = last == null ? run.id() : last;
      }
    }
    return last != null || entry.history().runIds().isEmpty()
        ? last
        : entry.history().runIds().getLast();
  }
}
