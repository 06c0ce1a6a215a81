package dev.procc.live.plan.input;

import dev.procc.base.text.Looks;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.UnmanagedProcess;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of a workspace's processes, and which of them are known.
public final class WorkspaceListing {
  /// An empty list: no duplicate candidates, no runs, no unmanaged processes.
  public static final WorkspaceListing NONE = new WorkspaceListing(List.of(), Set.of());

  private final List<ProcessSummary> all;
  private final Map<String, ProcessSummary> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Set<String> recorded;
  private final Map<String, List<SimilarProcess>> similar = new HashMap<>();

  /// @param all processes of all pages
  /// @param recorded all ids in the ledger of the target, former ones included
  public WorkspaceListing(List<ProcessSummary> all, Set<String> recorded) {
    this.recorded = new HashSet<>(recorded);
    all.forEach(one -> byId.put(one.id(), one)); // pages that move may show one twice
    this.all = List.copyOf(byId.values());
    for (ProcessSummary one : this.all) {
      byName.computeIfAbsent(normalizedName(one.name()), n -> new ArrayList<>()).add(one.id());
    }
  }

  /// All processes, in the order of the list.
  public List<ProcessSummary> all() {
    return all;
  }

  /// Records a process that may belong to a definition without one.
  public void addSimilar(String identity, SimilarProcess process) {
    similar.computeIfAbsent(identity, i -> new ArrayList<>()).add(process);
  }

  /// The processes that may belong to a definition without one, besides those with its name.
  public List<SimilarProcess> similar(String identity) {
    return List.copyOf(similar.getOrDefault(identity, List.of()));
  }

  /// Whether two names are the same to people: white space, case, and what is not seen do not
  /// count.
  public static boolean isSameName(String one, String other) {
    String name = normalizedName(one);
    return !name.isEmpty() && name.equals(normalizedName(other));
  }

  /// The run that the list shows for a process; null if there is none.
  public @Nullable RunSummary run(String id) {
    ProcessSummary one = byId.get(id);
    return one == null ? null : one.run();
  }

  public @Nullable ProcessSummary get(String id) {
    return byId.get(id);
  }

  /// The ids, sorted, of processes with a name that are neither `own` nor in the ledger. White
  /// space and case do not count, since people who copy a process often change no more.
  public List<String> unrecordedNamesakes(String name, @Nullable String ownId) {
    if (normalizedName(name).isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String id : byName.getOrDefault(normalizedName(name), List.of())) {
      if (!id.equals(ownId) && !recorded.contains(id)) {
        found.add(id);
      }
    }
    Collections.sort(found);
    return found;
  }

  /// The ids of former processes of a definition that were moved to the bin and are in the list
  /// again, whatever their names, in the order in which they were replaced. The ledger knows them,
  /// so they are not duplicate candidates, but creating another one would make two.
  ///
  /// @param ownId id of the process of the definition; null if it has none
  public List<String> restoredFormers(@Nullable LedgerEntry entry, @Nullable String ownId) {
    List<String> restored = new ArrayList<>();
    for (FormerProcess one : entry == null ? List.<FormerProcess>of() : entry.history().formers()) {
      if (one.trashed() && !one.id().equals(ownId) && byId.containsKey(one.id())) {
        restored.add(one.id());
      }
    }
    return restored;
  }

  /// The duplicate candidates and restored former processes, sorted, for a process to create.
  public List<String> duplicateCandidates(
      String name, @Nullable LedgerEntry entry, @Nullable String ownId) {
    List<String> all = new ArrayList<>(unrecordedNamesakes(name, ownId));
    all.addAll(restoredFormers(entry, ownId));
    Collections.sort(all);
    return all;
  }

  /// The processes, by name and id, that neither the ledger nor `known` has.
  public List<UnmanagedProcess> unmanaged(Set<String> knownIds) {
    Set<String> managed = new HashSet<>(knownIds);
    managed.addAll(recorded);
    List<UnmanagedProcess> found = new ArrayList<>();
    for (ProcessSummary one : all) {
      if (!managed.contains(one.id())) {
        found.add(new UnmanagedProcess(one.id(), one.name()));
      }
    }
    found.sort(
        java.util.Comparator.comparing(UnmanagedProcess::name).thenComparing(UnmanagedProcess::id));
    return found;
  }

  /// A name in the form in which it is compared.
  public static String normalizedName(String name) {
    return Looks.of(name).toLowerCase(Locale.ROOT);
  }
}
