package dev.procc.live.apply;

import dev.procc.base.timing.Waiting;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.api.ReadResult;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.input.AdoptionRequest;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The live state that a plan needs: the list, and in full only the processes that changed.
///
/// @param inputs the processes to plan: those with a definition in the order given, then those that
///   only the ledger knows
/// @param listing the list of processes
/// @param skippedCount the number of processes that were not read in full, since neither they nor
///   their definitions changed
public record LiveSnapshot(List<PlanInput> inputs, WorkspaceListing listing, int skippedCount) {
  public LiveSnapshot {
    inputs = List.copyOf(inputs);
  }

  /// The scope of a snapshot.
  ///
  /// @param desired the processes to plan
  /// @param allIdentities the identities of all definitions: a ledger entry without one belongs to
  ///   a removed definition
  /// @param removed the identities without a definition that are planned as well; null for all
  /// @param adoptions the processes to adopt, by identity
  /// @param readEverything whether every process is read, changed or not
  public record SnapshotScope(
      String target,
      List<DesiredProcess> desired,
      Set<String> allIdentities,
      @Nullable Set<String> removed,
      Map<String, AdoptionRequest> adoptions,
      boolean readEverything) {}

  public static LiveSnapshot read(ApiClient client, LedgerStore store, SnapshotScope scope)
      throws ApiException, LedgerException, WireException {
    Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    Set<String> recordedIds = new HashSet<>();
    List<LedgerEntry> recorded = store.list(scope.target());
    LedgerEntry.requireOwnProcesses(recorded);
    for (LedgerEntry entry : recorded) {
      entries.put(entry.identity(), entry);
      recordedIds.addAll(entry.ids());
    }
    WorkspaceListing listing =
        new WorkspaceListing(ProcessJson.readList(client.list(ListQuery.ALL)), recordedIds);
    Map<String, DesiredProcess> desired = new LinkedHashMap<>();
    scope.desired().forEach(definition -> desired.put(definition.identity(), definition));
    Set<String> identities = identities(desired.keySet(), entries.keySet(), scope);
    SnapshotReader reader = new SnapshotReader(client, listing, scope.readEverything());
    Map<String, String> toRead = new LinkedHashMap<>();
    for (String identity : identities) {
      LedgerEntry entry = entries.get(identity);
      String id = entry == null ? null : entry.id();
      if (entry != null && id != null && !reader.isUnchanged(entry, desired.get(identity))) {
        toRead.put(id, identity);
      }
    }
    AdoptionSearch adoptions = new AdoptionSearch(store, scope, listing, recorded);
    adoptions.ids().forEach(id -> toRead.putIfAbsent(id, id));
    Map<String, ReadResult> live = client.getAll(toRead, true);
    List<PlanInput> inputs = new ArrayList<>();
    for (String identity : identities) {
      LedgerEntry entry = entries.get(identity);
      LiveLookup adoption = adoptions.find(desired.get(identity), entry, live);
      LiveLookup lookup = adoption == null ? reader.lookup(entry, live) : adoption;
      RunTree run = activeRun(client, listing, entry, lookup);
      inputs.add(new PlanInput(desired.get(identity), lookup, entry, run));
    }
    new SimilarSearch(client, listing).search(inputs, orphans(entries, scope.allIdentities()));
    return new LiveSnapshot(inputs, listing, reader.skippedCount);
  }

  /// The identities of the definitions, then those of entries whose definitions were removed.
  private static Set<String> identities(
      Set<String> desired, Set<String> recorded, SnapshotScope scope) {
    Set<String> identities = new LinkedHashSet<>(desired);
    Set<String> removed = scope.removed();
    for (String identity : recorded) {
      if (!scope.allIdentities().contains(identity)
          && (removed == null || removed.contains(identity))) {
        identities.add(identity);
      }
    }
    return identities;
  }

  /// The entries with a live process and no definition.
  private static List<LedgerEntry> orphans(Map<String, LedgerEntry> entries, Set<String> defined) {
    return entries.values().stream()
        .filter(entry -> entry.id() != null && !defined.contains(entry.identity()))
        .toList();
  }

  /// The run that is under way; null if there is none, or the process was not read.
  private static @Nullable RunTree activeRun(
      ApiClient client, WorkspaceListing listing, @Nullable LedgerEntry entry, LiveLookup lookup)
      throws ApiException, WireException {
    String id = entry == null ? null : entry.id();
    RunSummary run = id == null ? null : listing.run(id);
    if (!(lookup instanceof LiveLookup.Read)
        || entry == null
        || run == null
        || run.isFinished()
        || run.id().isEmpty()) {
      return null;
    }
    try (Waiting _ = Waiting.of(entry.identity(), listing.all().size())) {
      return RunTree.of(client.getRun(run.id(), true));
    }
  }

  /// A reader that decides what has to be read, and reads it.
  private static final class SnapshotReader {
    private final ApiClient client;
    private final WorkspaceListing listing;
    private final boolean readEverything;
    private int skippedCount;
    private @Nullable WorkspaceListing secondListing;

    SnapshotReader(ApiClient client, WorkspaceListing listing, boolean full) {
      this.client = client;
      this.listing = listing;
      this.readEverything = full;
    }

    /// Whether list and ledger have the same revision, and the definition is the last applied one.
    boolean isUnchanged(LedgerEntry entry, @Nullable DesiredProcess desired) {
      String id = entry.id();
      ProcessSummary summary = id == null ? null : listing.get(id);
      return !readEverything
          && desired != null
          && entry.pending() == null
          && summary != null
          && summary.revision() != null
          && summary.revision().equals(entry.live().revision())
          && desired.provenance().sourceHash().get().equals(entry.definition().sourceHash());
    }

    LiveLookup lookup(@Nullable LedgerEntry entry, Map<String, ReadResult> live)
        throws ApiException, WireException {
      String id = entry == null ? null : entry.id();
      if (entry == null || id == null) {
        return LiveLookup.NONE;
      }
      ReadResult read = live.get(id);
      if (read == null) {
        skippedCount++;
        Long revision = entry.live().revision();
        return new LiveLookup.Unchanged(id, entry.name(), revision == null ? 0 : revision);
      }
      if (read.isNotFound()) {
        return new LiveLookup.Missing(id);
      }
      LiveProcess process = ProcessJson.read(read.orThrow());
      return isListed(id) ? new LiveLookup.Read(process) : new LiveLookup.Missing(id);
    }

    /// A process in the bin is in no list, whatever a GET answers. A list of many pages may leave
    /// one out that is moved meanwhile, so that it is asked for once more.
    private boolean isListed(String id) throws ApiException, WireException {
      if (listing.get(id) != null) {
        return true;
      }
      WorkspaceListing second = secondListing;
      if (second == null) {
        second = new WorkspaceListing(ProcessJson.readList(client.list(ListQuery.ALL)), Set.of());
        secondListing = second;
      }
      return second.get(id) != null;
    }
  }
}
