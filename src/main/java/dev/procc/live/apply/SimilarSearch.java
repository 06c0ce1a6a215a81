package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ReadResult;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.SimilarProcess;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.UnmanagedProcess;
import dev.procc.live.recover.Adoption;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.WireException;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The search for live processes that a create would duplicate: recorded ones whose definitions
/// were removed (because a key or a period was renamed), by name or by tree, and unrecorded ones,
/// by tree. Unrecorded ones with the same name are found in the list. Processes are only read if
/// something is to be created.
final class SimilarSearch {
  private final ApiClient client;
  private final WorkspaceListing listing;

  SimilarSearch(ApiClient client, WorkspaceListing listing) {
    this.client = client;
    this.listing = listing;
  }

  /// Records in the list what it finds.
  ///
  /// @param orphans entries with a live process and no definition
  void search(List<PlanInput> inputs, List<LedgerEntry> orphans)
      throws ApiException, WireException {
    List<DesiredProcess> created = new ArrayList<>();
    for (PlanInput input : inputs) {
      DesiredProcess desired = input.desired();
      if (desired != null
          && (input.lookup() instanceof LiveLookup.NotRecorded
              || input.lookup() instanceof LiveLookup.Missing)) {
        created.add(desired);
      }
    }
    List<SimilarProcess> candidates = new ArrayList<>();
    for (LedgerEntry entry : orphans) {
      String id = entry.id();
      if (id != null && listing.get(id) != null) {
        candidates.add(new SimilarProcess(id, entry.name(), entry.identity(), true));
      }
    }
    for (UnmanagedProcess unmanaged : listing.unmanaged(Set.of())) {
      candidates.add(new SimilarProcess(unmanaged.id(), unmanaged.name(), null, true));
    }
    if (!created.isEmpty() && !candidates.isEmpty()) {
      Map<String, String> names = new LinkedHashMap<>();
      candidates.forEach(candidate -> names.put(candidate.id(), candidate.name()));
      Map<String, ReadResult> reads = client.getAll(names, true);
      for (SimilarProcess candidate : candidates) {
        note(candidate, Objects.requireNonNull(reads.get(candidate.id())), created);
      }
    }
  }

  /// Records a candidate for the definitions to which it is similar; a process that may not be read
  /// counts as similar to all that the list does not tell from it.
  private void note(SimilarProcess candidate, ReadResult read, List<DesiredProcess> created)
      throws ApiException, WireException {
    if (read.isNotFound()) {
      return;
    }
    boolean isUnreadable =
        read.failure().map(ApiException::kind).orElse(null) == ApiException.ApiErrorKind.FORBIDDEN;
    LiveProcess live = isUnreadable ? null : ProcessJson.read(read.orThrow());
    for (DesiredProcess desired : created) {
      if (live == null) {
        if (mayBeSimilar(desired, candidate)) {
          listing.addSimilar(desired.identity(), candidate.unread());
        }
      } else if (isSimilar(desired, candidate, live)) {
        listing.addSimilar(desired.identity(), candidate);
      }
    }
  }

  /// Whether a process that may not be read may be similar by what the list shows: its name and the
  /// day on which it falls due.
  private boolean mayBeSimilar(DesiredProcess desired, SimilarProcess candidate) {
    ProcessSummary listed = listing.get(candidate.id());
    String due = listed == null ? null : listed.dueDate();
    Json wanted = Normalizer.normalize(desired.process()).get(Fields.PROCESS_DUE_DATE);
    boolean isNamesake =
        candidate.recordedAs() != null
            && WorkspaceListing.isSameName(desired.name(), candidate.name());
    return isNamesake || due == null || Json.of(due).equals(wanted);
  }

  private static boolean isSimilar(
      DesiredProcess desired, SimilarProcess candidate, LiveProcess live) {
    String name = desired.name();
    boolean isNamesake =
        WorkspaceListing.isSameName(name, candidate.name())
            || WorkspaceListing.isSameName(name, live.name());
    return candidate.recordedAs() == null
        ? !isNamesake && Adoption.isAlike(desired, live)
        : isNamesake || Adoption.isAlike(desired, live);
  }
}
