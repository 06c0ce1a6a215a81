package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known about one process of one target: the file `procc.state/<target>/<identity>.json`.
///
/// It holds hashes, never values: there is nothing to mask, and equality is all that a three-way
/// comparison needs. A wrong or missing entry may cost a refusal, never a duplicate.
///
/// @param target the target it belongs to
/// @param identity `key`, or `key@period`
/// @param origin scheme and host of the API; another one is refused
/// @param name the name the process had, for people
/// @param id the server's id; absent while the first one is being created
/// @param revision the server's counter when we last looked
/// @param contentHash hash of the normalised live process when we last wrote (`LiveProcess`)
/// @param sourceHash hash of the sources it was compiled from; `UNSETTLED` where the process is not
///   as they say, so that the next plan reads it although nobody touched it since
/// @param protect survives the removal of the definition
/// @param onRemoval survives the removal of the definition
/// @param runIds ids of the runs we started or saw, oldest first
/// @param formers what it replaced, oldest first
/// @param pending the step an apply is in; absent when none is
/// @param waivers edits made in Workiva that stay
/// @param sources by path, the hashes of the lines of each source file (`FieldHash.ofText`),
///   concatenated: tells which line made a change
/// @param nodes one line a node, the process first, in document order
/// @param runRecords what runs got after they had been started, oldest first
public record LedgerEntry(
    String target,
    String identity,
    String origin,
    String name,
    @Nullable String id,
    @Nullable Long revision,
    @Nullable String contentHash,
    String sourceHash,
    boolean protect,
    RemovalPolicy onRemoval,
    List<String> runIds,
    List<FormerProcess> formers,
    @Nullable PendingStep pending,
    List<DriftWaiver> waivers,
    Map<String, String> sources,
    List<NodeRecord> nodes,
    List<RunRecord> runRecords) {
  /// The hash of no sources.
  public static final String SOURCE_UNKNOWN = "";

  public LedgerEntry {
    runIds = List.copyOf(runIds);
    formers = List.copyOf(formers);
    waivers = List.copyOf(waivers);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    nodes = List.copyOf(nodes);
    runRecords = List.copyOf(runRecords);
  }

  /// An entry that nothing was ever sent for.
  public static LedgerEntry empty(String target, String identity, String origin) {
    return new LedgerEntry(
        target,
        identity,
        origin,
        "",
        null,
        null,
        null,
        "",
        false,
        RemovalPolicy.KEEP,
        List.of(),
        List.of(),
        null,
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  /// Every id that this process ever had, the current one last.
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (FormerProcess former : formers) {
      ids.add(former.id());
    }
    if (id != null) {
      ids.add(id);
    }
    return ids;
  }

  public LedgerEntry withPending(@Nullable PendingStep step) {
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        formers,
        step,
        waivers,
        sources,
        nodes,
        runRecords);
  }

  /// The same process after a write: what the server shows now. An id that was a former one and is
  /// the current one again is a former one no more.
  public LedgerEntry withLive(
      String newId, @Nullable Long newRevision, String newHash, List<NodeRecord> newNodes) {
    List<FormerProcess> remaining = new ArrayList<>(formers);
    remaining.removeIf(one -> one.id().equals(newId));
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        newId,
        newRevision,
        newHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        remaining,
        pending,
        waivers,
        sources,
        newNodes,
        runRecords);
  }

  /// The same with one more that was replaced.
  public LedgerEntry withFormer(FormerProcess replaced) {
    List<FormerProcess> allFormers = new ArrayList<>();
    List<NodeRecord> nodeRecords = replaced.id().equals(id) ? nodes : List.of();
    for (FormerProcess former : formers) {
      if (former.id().equals(replaced.id())) {
        nodeRecords = former.nodes();
      } else {
        allFormers.add(former.withNodes(List.of()));
      }
    }
    allFormers.add(replaced.nodes().isEmpty() ? replaced.withNodes(nodeRecords) : replaced);
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        allFormers,
        pending,
        waivers,
        sources,
        nodes,
        runRecords);
  }

  /// What was recorded of a former process when it gave way; empty where nothing was.
  public List<NodeRecord> formerNodes(String formerId) {
    for (FormerProcess former : formers) {
      if (former.id().equals(formerId)) {
        return former.nodes();
      }
    }
    return List.of();
  }

  /// The same with one more run, unless it is known.
  public LedgerEntry withRun(String run) {
    if (runIds.contains(run)) {
      return this;
    }
    List<String> more = new ArrayList<>(runIds);
    more.add(run);
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        more,
        formers,
        pending,
        waivers,
        sources,
        nodes,
        runRecords);
  }

  /// The same with what the definition says about the process as a whole.
  public LedgerEntry withSource(
      String newName,
      String newSourceHash,
      boolean newProtect,
      RemovalPolicy newOnRemoval,
      Map<String, String> newSources) {
    return new LedgerEntry(
        target,
        identity,
        origin,
        newName,
        id,
        revision,
        contentHash,
        newSourceHash,
        newProtect,
        newOnRemoval,
        runIds,
        formers,
        pending,
        waivers,
        newSources,
        nodes,
        runRecords);
  }

  /// The same with what a run got; what was known of the same thing gives way.
  public LedgerEntry withRunRecords(List<RunRecord> added) {
    List<RunRecord> all = new ArrayList<>(runRecords);
    for (RunRecord one : added) {
      all.removeIf(one::isSameSubject);
      all.add(one);
    }
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        formers,
        pending,
        waivers,
        sources,
        nodes,
        all);
  }

  public LedgerEntry withWaivers(List<DriftWaiver> newWaivers) {
    return new LedgerEntry(
        target,
        identity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        formers,
        pending,
        newWaivers,
        sources,
        nodes,
        runRecords);
  }

  /// The same under another identity.
  public LedgerEntry withIdentity(String newIdentity) {
    return new LedgerEntry(
        target,
        newIdentity,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runIds,
        formers,
        pending,
        waivers,
        sources,
        nodes,
        runRecords);
  }
}
