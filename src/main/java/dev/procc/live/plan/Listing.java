package dev.procc.live.plan;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.Previous;
import dev.procc.live.planfile.NotManaged;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The processes of the workspace as one list shows them, and which of them are known.
public final class Listing {
  /// Nothing was listed: no look-alikes, no runs, nothing that is not managed.
  public static final Listing NONE = new Listing(List.of(), Set.of());

  private final List<ProcessSummary> all;
  private final Map<String, ProcessSummary> byId = new HashMap<>();
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Set<String> recorded;

  /// @param all every page
  /// @param recorded every id that the ledger of the target names, former ones included
  public Listing(List<ProcessSummary> all, Set<String> recorded) {
    this.all = List.copyOf(all);
    this.recorded = new HashSet<>(recorded);
    for (ProcessSummary one : all) {
      byId.put(one.id(), one);
      byName.computeIfAbsent(spelled(one.name()), n -> new ArrayList<>()).add(one.id());
    }
  }

  /// Every process, in the order of the list.
  public List<ProcessSummary> all() {
    return all;
  }

  /// The run the list shows of a process.
  public @Nullable RunSummary run(String id) {
    ProcessSummary one = byId.get(id);
    return one == null ? null : one.run();
  }

  public @Nullable ProcessSummary get(String id) {
    return byId.get(id);
  }

  /// Ids, sorted, of processes by that name that are neither `own` nor known to the ledger. White
  /// space and case are not told apart: people who copy a process change no more.
  public List<String> lookAlikes(String name, @Nullable String own) {
    if (name.isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String id : byName.getOrDefault(spelled(name), List.of())) {
      if (!id.equals(own) && !recorded.contains(id)) {
        found.add(id);
      }
    }
    Collections.sort(found);
    return found;
  }

  /// Ids, in the order they were replaced, of former processes of a definition that went to the bin
  /// and are in the list again, whatever their names. The ledger knows them, so they are no
  /// look-alikes, and yet to create one more beside them makes two.
  ///
  /// @param own id of the process of the definition; absent where it has none
  public List<String> back(@Nullable LedgerEntry entry, @Nullable String own) {
    List<String> back = new ArrayList<>();
    for (Previous one : entry == null ? List.<Previous>of() : entry.previous()) {
      if (one.trashed() && !one.id().equals(own) && byId.containsKey(one.id())) {
        back.add(one.id());
      }
    }
    return back;
  }

  /// What a create would stand beside: look-alikes and former processes that are back, sorted.
  public List<String> rivals(String name, @Nullable LedgerEntry entry, @Nullable String own) {
    List<String> all = new ArrayList<>(lookAlikes(name, own));
    all.addAll(back(entry, own));
    Collections.sort(all);
    return all;
  }

  /// What neither the ledger nor `known` names, by name and id.
  public List<NotManaged> notManaged(Set<String> known) {
    Set<String> ours = new HashSet<>(known);
    ours.addAll(recorded);
    List<NotManaged> found = new ArrayList<>();
    for (ProcessSummary one : all) {
      if (!ours.contains(one.id())) {
        found.add(new NotManaged(one.id(), one.name()));
      }
    }
    found.sort(java.util.Comparator.comparing(NotManaged::name).thenComparing(NotManaged::id));
    return found;
  }

  private static String spelled(String name) {
    return String.join(" ", name.strip().split("\\s+")).toLowerCase(Locale.ROOT);
  }
}
