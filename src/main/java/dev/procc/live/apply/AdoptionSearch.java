package dev.procc.live.apply;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ReadResult;
import dev.procc.live.apply.LiveSnapshot.SnapshotScope;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.input.AdoptionRequest;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.recover.Adoption;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The search for the live processes that a project wants to adopt, with the reasons against.
final class AdoptionSearch {
  private final SnapshotScope scope;
  private final WorkspaceListing listing;
  private final Map<String, String> identities = new HashMap<>();
  private final Map<String, String> elsewhere = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  /// @param recorded the ledger entries of the target
  AdoptionSearch(
      LedgerStore store, SnapshotScope scope, WorkspaceListing listing, List<LedgerEntry> recorded)
      throws LedgerException {
    this.scope = scope;
    this.listing = listing;
    Map<String, LedgerEntry> entries = new HashMap<>();
    for (LedgerEntry entry : recorded) {
      entries.put(entry.identity(), entry);
      entry.ids().forEach(id -> identities.put(id, entry.identity()));
    }
    for (DesiredProcess desired : scope.desired()) {
      AdoptionRequest request = open(desired, entries.get(desired.identity()));
      if (request == null) {
        continue;
      }
      if (!identities.containsKey(request.id())) {
        ids.add(request.id());
      }
      for (String target : request.otherTargets()) {
        for (LedgerEntry entry : store.list(target)) {
          entry.ids().forEach(id -> elsewhere.put(id, entry.identity() + " of target " + target));
        }
      }
    }
  }

  /// The ids of the processes to read.
  List<String> ids() {
    return ids;
  }

  /// The request for an adoption; null if there is none, or it was done before.
  private @Nullable AdoptionRequest open(DesiredProcess desired, @Nullable LedgerEntry entry) {
    AdoptionRequest request = scope.adoptions().get(desired.identity());
    return request == null || entry != null && entry.ids().contains(request.id()) ? null : request;
  }

  /// The result for the process that a definition is to adopt; null if it is to adopt none.
  ///
  /// @param desired null if there is no definition
  @Nullable LiveLookup find(
      @Nullable DesiredProcess desired, @Nullable LedgerEntry entry, Map<String, ReadResult> live)
      throws ApiException, WireException {
    AdoptionRequest request = desired == null ? null : open(desired, entry);
    if (desired == null || request == null) {
      return null;
    }
    LiveLookup recorded = refusedByLedger(request, desired, entry);
    if (recorded != null) {
      return recorded;
    }
    ReadResult read = live.get(request.id());
    if (read == null || read.isNotFound()) {
      return refused(
          request,
          "there is no such process on target " + scope.target() + ", or it is in the bin",
          new WayOut("procc list", "shows the ids there are"));
    }
    LiveProcess process = ProcessJson.read(read.orThrow());
    if (listing.get(request.id()) == null) {
      return refused(
          request,
          "it is in the bin",
          new WayOut("take it out of the bin in Workiva", "it is there again, as it was"));
    }
    return new LiveLookup.Adoptable(
        process, Adoption.adopt(scope.target(), request.origin(), desired, process, entry).entry());
  }

  /// The reason in the ledger against the adoption; null if there is none.
  private @Nullable LiveLookup refusedByLedger(
      AdoptionRequest request, DesiredProcess desired, @Nullable LedgerEntry entry) {
    String id = request.id();
    String identity = identities.get(id);
    if (identity != null) {
      return refused(
          request,
          "that is the process of " + identity,
          new WayOut(
              "procc state mv " + identity + " " + desired.identity(),
              "it gets this key, and " + identity + " has no process"));
    }
    String own = entry == null ? null : entry.id();
    if (own != null) {
      return refused(
          request,
          desired.identity() + " is live as " + own,
          new WayOut(
              "procc adopt " + desired.identity() + " " + id + " --instead",
              "this one is taken, and that one goes to the bin"));
    }
    String other = elsewhere.get(id);
    return other == null
        ? null
        : refused(
            request,
            "that is the process of " + other,
            new WayOut("name its target in the entry", "each target then has its own process"));
  }

  private static LiveLookup refused(AdoptionRequest request, String why, WayOut way) {
    return new LiveLookup.NotAdoptable(
        request.location() + " adopts " + request.id() + ": " + why, way);
  }
}
