package dev.procc.live.recover;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ReadResult;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.recover.Adoption.AdoptionResult;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rebuilding of a lost ledger: which live process belongs to which definition, by its name or
/// otherwise by its tree. Nothing is written to Workiva, and nothing is guessed: if two processes
/// may be meant, or one by two definitions, that is reported and left to the user.
///
/// A readable entry with a live process stays as it is.
public final class LedgerRebuild {
  private final ApplyContext context;
  private final HandSteps hands;
  private final LiveReader reader;
  private final Map<String, LedgerEntry> readableEntries = new TreeMap<>();
  private final Map<String, String> damagedEntries = new TreeMap<>();
  private final Set<String> recordedIds = new LinkedHashSet<>();
  private final Map<String, LiveProcess> liveById = new LinkedHashMap<>();
  private WorkspaceListing listing = WorkspaceListing.NONE;

  /// @param hands records what is written
  public LedgerRebuild(ApplyContext context, HandSteps hands) {
    this.context = context;
    this.hands = hands;
    this.reader = context.reader();
  }

  /// The outcome for an entry.
  public enum RebuildOutcome {
    /// It is correct.
    SOUND,
    /// It would be written.
    RECORD,
    /// No live process can belong to it.
    NOTHING,
    /// A person has to decide.
    REFUSED
  }

  /// The result for one definition, or for a damaged entry without one.
  ///
  /// @param id of its process; null if none or several were found
  /// @param message for people, without the identity
  /// @param help a command that continues; empty if none is needed
  /// @param adoption what would be written; null if nothing would
  public record RebuildRow(
      String identity,
      RebuildOutcome outcome,
      @Nullable String id,
      String message,
      String help,
      @Nullable AdoptionResult adoption) {

    static RebuildRow of(
        String identity, RebuildOutcome outcome, @Nullable String id, String message, String help) {
      return new RebuildRow(identity, outcome, id, message, help, null);
    }

    /// The differences of the adoption; empty if nothing would be written.
    public List<String> differences() {
      return adoption == null ? List.of() : adoption.differences();
    }

    public Json.Obj toJson() {
      return Json.object()
          .put("identity", identity)
          .put("fate", outcome.name().toLowerCase(java.util.Locale.ROOT))
          .putNullable("id", id)
          .put("message", message)
          .putNullable("help", help.isEmpty() ? null : help)
          .put("differing", Json.texts(differences()))
          .build();
    }
  }

  /// Analyzes the ledger, and writes nothing.
  ///
  /// @param definitions every definition of the project, so that two for the same process are found
  /// @param selected the identities to rebuild; empty for all
  /// @return a row for each, in the order of the definitions, damaged entries without one last
  public List<RebuildRow> analyze(List<DesiredProcess> definitions, Set<String> selected)
      throws ApplyException {
    loadEntries();
    listing = reader.list(recordedIds);
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (DesiredProcess definition : definitions) {
      if (settledRow(definition) == null) {
        candidates.put(definition.identity(), candidatesByName(definition));
      }
    }
    addCandidatesByTree(definitions, candidates);
    List<RebuildRow> rows = new ArrayList<>();
    for (DesiredProcess definition : definitions) {
      if (selected.isEmpty() || selected.contains(definition.identity())) {
        RebuildRow row = settledRow(definition);
        rows.add(row == null ? searchedRow(definition, candidates) : row);
      }
      damagedEntries.remove(definition.identity());
    }
    damagedEntries.forEach((identity, reason) -> {
      if (selected.isEmpty() || selected.contains(identity)) {
        rows.add(
            RebuildRow.of(
                identity,
                RebuildOutcome.REFUSED,
                null,
                "no definition, and its entry cannot be read: " + reason,
                "procc state forget " + identity));
      }
    });
    return rows;
  }

  /// Writes the result of the analysis.
  public void save(List<RebuildRow> rows) throws ApplyException {
    for (RebuildRow row : rows) {
      AdoptionResult adoption = row.adoption();
      if (adoption != null) {
        LedgerEntry entry = hands.prepared(adoption.entry());
        String note = "rebuilt from " + entry.id();
        try {
          context.store().save(hands.owing(entry, "rebuild", note), row.identity() + ": " + note);
        } catch (LedgerException e) {
          throw ApplyException.of(
              Verdict.FAILED,
              "The record of " + row.identity() + " was not written: " + e.getMessage(),
              "Repair the store, and try again: what was recorded stays");
        }
        hands.record(entry, "rebuild", "The record was rewritten from " + entry.id());
      }
    }
  }

  private void loadEntries() throws ApplyException {
    String target = context.settings().target();
    try {
      for (String identity : context.store().identities(target)) {
        try {
          context
              .store()
              .load(target, identity)
              .ifPresent(entry -> readableEntries.put(identity, entry));
        } catch (LedgerException e) {
          damagedEntries.put(identity, String.valueOf(e.getMessage()));
        }
      }
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    recordedIds.addAll(context.recordedIds());
    for (LedgerEntry entry : readableEntries.values()) {
      recordedIds.addAll(entry.ids());
    }
  }

  /// The row of a definition whose entry needs no search; null if it needs one.
  private @Nullable RebuildRow settledRow(DesiredProcess definition) {
    LedgerEntry entry = readableEntries.get(definition.identity());
    if (entry == null) {
      return null;
    }
    String identity = definition.identity();
    if (!ApiOrigin.of(entry.origin()).equals(ApiOrigin.of(context.settings().origin()))) {
      return RebuildRow.of(
          identity,
          RebuildOutcome.REFUSED,
          entry.id(),
          "the ledger knows it at " + entry.origin() + ", not at " + context.settings().origin(),
          "procc state forget " + identity + ", if it really lives there no more");
    }
    if (entry.pending() != null) {
      return RebuildRow.of(
          identity,
          RebuildOutcome.REFUSED,
          entry.id(),
          "an apply of it was not ended (" + entry.pending().stepName() + ")",
          "procc apply --resume");
    }
    String id = entry.id();
    if (id != null && listing.get(id) != null) {
      return RebuildRow.of(identity, RebuildOutcome.SOUND, id, "recorded, and live", "");
    }
    return null;
  }

  private List<String> candidatesByName(DesiredProcess definition) {
    return listing.unrecordedNamesakes(definition.name(), null);
  }

  /// Searches definitions without a process of their name by their trees, among processes that no
  /// other definition means: somebody may have renamed the process.
  private void addCandidatesByTree(
      List<DesiredProcess> definitions, Map<String, List<String>> candidates)
      throws ApplyException {
    List<DesiredProcess> unmatched =
        definitions.stream()
            .filter(d -> candidates.getOrDefault(d.identity(), List.of("")).isEmpty())
            .toList();
    if (unmatched.isEmpty()) {
      return;
    }
    Set<String> claimed = new LinkedHashSet<>();
    candidates.values().forEach(claimed::addAll);
    List<String> unclaimed =
        listing.unmanaged(Set.of()).stream()
            .map(unmanaged -> unmanaged.id())
            .filter(id -> !claimed.contains(id))
            .toList();
    for (LiveProcess live : readAll(unclaimed)) {
      for (DesiredProcess definition : unmatched) {
        AdoptionResult adoption = adopt(definition, live);
        if (adoption.nodeCount() > 0
            && (isSameTree(adoption) || Adoption.isAlike(definition, live))) {
          List<String> extended =
              new ArrayList<>(candidates.getOrDefault(definition.identity(), List.of()));
          extended.add(live.id());
          candidates.put(definition.identity(), extended);
        }
      }
    }
  }

  /// Whether the definition and the live process have the same groups and tasks.
  private static boolean isSameTree(AdoptionResult adoption) {
    return adoption.differences().stream().noneMatch(d -> d.endsWith(":node"));
  }

  private List<LiveProcess> readAll(List<String> ids) throws ApplyException {
    List<LiveProcess> found = new ArrayList<>();
    try {
      Map<String, String> names = new LinkedHashMap<>();
      ids.forEach(id -> names.put(id, id));
      for (ReadResult result : context.api().getAll(names, true).values()) {
        if (!result.isNotFound()) {
          found.add(ProcessJson.read(result.orThrow()));
        }
      }
      found.forEach(live -> liveById.put(live.id(), live));
      return found;
    } catch (ApiException e) {
      throw ApplyException.of(
          Verdict.FAILED,
          "A process of the list may be that of a definition and cannot be read: " + e.getMessage(),
          e.help() + "; or say which is whose: procc adopt KEY ID");
    } catch (WireException e) {
      throw ApplyException.of(
          Verdict.FAILED, "A process that the server shows cannot be read: " + e.getMessage(), "");
    }
  }

  private LiveProcess liveProcess(String id) throws ApplyException {
    LiveProcess known = liveById.get(id);
    return known == null ? reader.get(id) : known;
  }

  private AdoptionResult adopt(DesiredProcess definition, LiveProcess live) {
    return Adoption.adopt(
        context.settings().target(),
        context.settings().origin(),
        definition,
        live,
        readableEntries.get(definition.identity()));
  }

  private RebuildRow searchedRow(DesiredProcess definition, Map<String, List<String>> candidates)
      throws ApplyException {
    String identity = definition.identity();
    String damage = damagedEntries.getOrDefault(identity, "");
    if (damage.contains(LedgerFormat.OTHER_VERSION)) {
      return RebuildRow.of(identity, RebuildOutcome.REFUSED, null, damage, "use that procc");
    }
    List<String> ids = candidates.getOrDefault(identity, List.of());
    if (ids.isEmpty()) {
      return missingRow(definition);
    }
    for (Map.Entry<String, List<String>> other : candidates.entrySet()) {
      if (!other.getKey().equals(identity) && other.getValue().stream().anyMatch(ids::contains)) {
        return RebuildRow.of(
            identity,
            RebuildOutcome.REFUSED,
            null,
            String.join(", ", ids) + " could be its process, and that of " + other.getKey(),
            "say whose it is: procc adopt " + identity + " " + ids.getFirst());
      }
    }
    if (ids.size() > 1) {
      return ambiguousRow(definition, ids);
    }
    return foundRow(definition, liveProcess(ids.getFirst()));
  }

  private RebuildRow missingRow(DesiredProcess definition) {
    LedgerEntry entry = readableEntries.get(definition.identity());
    String missingId = entry == null ? null : entry.id();
    return missingId == null
        ? RebuildRow.of(
            definition.identity(),
            RebuildOutcome.NOTHING,
            null,
            "nothing live bears its name or has its tasks: the next plan creates it",
            "")
        : RebuildRow.of(
            definition.identity(),
            RebuildOutcome.REFUSED,
            missingId,
            "the recorded process " + missingId + " is gone, and nothing live is like it",
            "procc restore " + definition.identity() + " takes it out of the bin");
  }

  private RebuildRow ambiguousRow(DesiredProcess definition, List<String> ids)
      throws ApplyException {
    List<String> descriptions = new ArrayList<>();
    String equalId = "";
    int equalCount = 0;
    for (String id : ids) {
      AdoptionResult adoption = adopt(definition, liveProcess(id));
      descriptions.add(id + " (" + describe(adoption) + liveProcess(id).createdText() + ")");
      if (adoption.differences().isEmpty()) {
        equalCount++;
        equalId = id;
      }
    }
    return RebuildRow.of(
        definition.identity(),
        RebuildOutcome.REFUSED,
        null,
        ids.size() + " live processes could be it: " + String.join(", ", descriptions),
        "say which: procc adopt "
            + definition.identity()
            + " "
            + (equalCount == 1 ? equalId : ids.getFirst()));
  }

  private RebuildRow foundRow(DesiredProcess definition, LiveProcess live) {
    AdoptionResult adoption = adopt(definition, live);
    if (adoption.matchedCount() == 0 && adoption.nodeCount() > 0) {
      return RebuildRow.of(
          definition.identity(),
          RebuildOutcome.REFUSED,
          null,
          live.id()
              + " has the name and none of the "
              + adoption.nodeCount()
              + " groups and tasks of the definition",
          "if it is the one: procc adopt " + definition.identity() + " " + live.id());
    }
    return new RebuildRow(
        definition.identity(),
        RebuildOutcome.RECORD,
        live.id(),
        "\"" + live.name() + "\": " + describe(adoption),
        "",
        adoption);
  }

  private static String describe(AdoptionResult adoption) {
    if (adoption.differences().isEmpty()) {
      return adoption.neverShown().isEmpty()
          ? "as defined"
          : "as defined; nobody can see "
              + String.join(", ", adoption.neverShown())
              + ", so it is set again";
    }
    int differing = adoption.differences().size();
    return adoption.matchedCount()
        + " of "
        + adoption.nodeCount()
        + " groups and tasks found, "
        + Plural.of(differing, "difference");
  }
}
