package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Found;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.RunTree;
import dev.procc.live.plan.Subject;
import dev.procc.live.wire.ProcessPage;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.Wire;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at what is live, as far as a plan needs it: one list, then in full only the processes that
/// moved.
///
/// @param subjects the processes to plan: those with a definition in the order given, then those
///   that only the ledger knows
/// @param listing what the list says
/// @param skipped how many were not read in full, since neither they nor their definitions changed
public record Survey(List<Subject> subjects, Listing listing, int skipped) {
  public Survey {
    subjects = List.copyOf(subjects);
  }

  /// @param whole whether the definitions are all there are: then an entry of the ledger without
  ///   one is a process whose definition is gone
  /// @param full whether every process is read, changed or not
  /// @param defined every identity there is a definition of, planned here or not
  public static Survey of(
      ApiClient client,
      LedgerStore store,
      String target,
      List<Desired> desired,
      Set<String> defined,
      boolean whole,
      boolean full)
      throws ApiException, LedgerException, WireException {
    Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    Set<String> recorded = new HashSet<>();
    for (LedgerEntry entry : store.list(target)) {
      entries.put(entry.identity(), entry);
      recorded.addAll(entry.ids());
    }
    List<ProcessSummary> summaries = new ArrayList<>();
    for (Json.Obj page : pages(client.list(ListQuery.ALL))) {
      ProcessPage read = Wire.readPage(page);
      summaries.addAll(read.data());
    }
    Listing listing = new Listing(summaries, recorded);
    Map<String, Desired> wanted = new LinkedHashMap<>();
    desired.forEach(one -> wanted.put(one.identity(), one));
    Set<String> identities = new LinkedHashSet<>(wanted.keySet());
    if (whole) {
      entries.keySet().stream().filter(id -> !defined.contains(id)).forEach(identities::add);
    }
    Reader reader = new Reader(listing, full);
    List<String> toRead = new ArrayList<>();
    for (String identity : identities) {
      LedgerEntry entry = entries.get(identity);
      String id = entry == null ? null : entry.id();
      if (entry != null && id != null && !reader.unchanged(entry, wanted.get(identity))) {
        toRead.add(id);
      }
    }
    Map<String, ApiClient.Read> live = client.getAll(toRead, true);
    List<Subject> subjects = new ArrayList<>();
    for (String identity : identities) {
      LedgerEntry entry = entries.get(identity);
      Found found = reader.found(entry, live);
      subjects.add(
          new Subject(wanted.get(identity), found, entry, run(client, listing, entry, found)));
    }
    return new Survey(subjects, listing, reader.skipped);
  }

  /// The run that is under way, of a process that had to be read.
  private static @Nullable RunTree run(
      ApiClient client, Listing listing, @Nullable LedgerEntry entry, Found found)
      throws ApiException, WireException {
    String id = entry == null ? null : entry.id();
    RunSummary run = id == null ? null : listing.run(id);
    return !(found instanceof Found.Read) || run == null || run.finished() || run.id().isEmpty()
        ? null
        : RunTree.of(client.getRun(run.id(), true));
  }

  /// The list as one page: the client follows the links itself.
  private static List<Json.Obj> pages(List<Json.Obj> items) {
    return List.of(Json.object().put("data", Json.array(items)).build());
  }

  /// Decides what has to be read, and reads it.
  private static final class Reader {
    private final Listing listing;
    private final boolean full;
    private int skipped;

    Reader(Listing listing, boolean full) {
      this.listing = listing;
      this.full = full;
    }

    /// Whether list and ledger agree on the revision, and the definition is the one applied last.
    boolean unchanged(LedgerEntry entry, @Nullable Desired desired) {
      String id = entry.id();
      ProcessSummary summary = id == null ? null : listing.get(id);
      return !full
          && desired != null
          && entry.pending() == null
          && summary != null
          && summary.revision() != null
          && summary.revision().equals(entry.revision())
          && desired.sourceHash().get().equals(entry.sourceHash());
    }

    Found found(@Nullable LedgerEntry entry, Map<String, ApiClient.Read> live)
        throws ApiException, WireException {
      String id = entry == null ? null : entry.id();
      if (entry == null || id == null) {
        return Found.NONE;
      }
      ApiClient.Read read = live.get(id);
      if (read == null) {
        skipped++;
        Long revision = entry.revision();
        return new Found.Unchanged(id, entry.name(), revision == null ? 0 : revision);
      }
      if (read.failure().isPresent()
          && read.failure().get().kind() == ApiException.Kind.NOT_FOUND) {
        return new Found.Missing(id);
      }
      return new Found.Read(Wire.read(read.orThrow()));
    }
  }
}
