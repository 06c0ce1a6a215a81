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
/// @param runs ids of the runs we started or saw, oldest first
/// @param previous what it replaced, oldest first
/// @param pending the step an apply is in; absent when none is
/// @param kept edits made in Workiva that stay
/// @param sources by path, the hashes of the lines of each source file (`FieldHash.ofText`),
///   concatenated: tells which line made a change
/// @param nodes one line a node, the process first, in document order
/// @param inRuns what runs got after they had been started, oldest first
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
    OnRemoval onRemoval,
    List<String> runs,
    List<Previous> previous,
    @Nullable Pending pending,
    List<Kept> kept,
    Map<String, String> sources,
    List<NodeLine> nodes,
    List<InRun> inRuns) {
  /// The hash of no sources.
  public static final String UNSETTLED = "";

  public LedgerEntry {
    runs = List.copyOf(runs);
    previous = List.copyOf(previous);
    kept = List.copyOf(kept);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    nodes = List.copyOf(nodes);
    inRuns = List.copyOf(inRuns);
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
        OnRemoval.KEEP,
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
    for (Previous one : previous) {
      ids.add(one.id());
    }
    if (id != null) {
      ids.add(id);
    }
    return ids;
  }

  public LedgerEntry withPending(@Nullable Pending step) {
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
        runs,
        previous,
        step,
        kept,
        sources,
        nodes,
        inRuns);
  }

  /// The same process after a write: what the server shows now. An id that was a former one and is
  /// the current one again is a former one no more.
  public LedgerEntry withLive(
      String newId, @Nullable Long newRevision, String newHash, List<NodeLine> newNodes) {
    List<Previous> others = new ArrayList<>(previous);
    others.removeIf(one -> one.id().equals(newId));
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
        runs,
        others,
        pending,
        kept,
        sources,
        newNodes,
        inRuns);
  }

  /// The same with one more that was replaced.
  public LedgerEntry withPrevious(Previous replaced) {
    List<Previous> more = new ArrayList<>();
    List<NodeLine> lines = replaced.id().equals(id) ? nodes : List.of();
    for (Previous one : previous) {
      if (one.id().equals(replaced.id())) {
        lines = one.nodes();
      } else {
        more.add(one.withNodes(List.of()));
      }
    }
    more.add(replaced.nodes().isEmpty() ? replaced.withNodes(lines) : replaced);
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
        runs,
        more,
        pending,
        kept,
        sources,
        nodes,
        inRuns);
  }

  /// What was recorded of a former process when it gave way; empty where nothing was.
  public List<NodeLine> nodesOf(String former) {
    for (Previous one : previous) {
      if (one.id().equals(former)) {
        return one.nodes();
      }
    }
    return List.of();
  }

  /// The same with one more run, unless it is known.
  public LedgerEntry withRun(String run) {
    if (runs.contains(run)) {
      return this;
    }
    List<String> more = new ArrayList<>(runs);
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
        previous,
        pending,
        kept,
        sources,
        nodes,
        inRuns);
  }

  /// The same with what the definition says about the process as a whole.
  public LedgerEntry withSource(
      String newName,
      String newSourceHash,
      boolean newProtect,
      OnRemoval newOnRemoval,
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
        runs,
        previous,
        pending,
        kept,
        newSources,
        nodes,
        inRuns);
  }

  /// The same with what a run got; what was known of the same thing gives way.
  public LedgerEntry withInRuns(List<InRun> got) {
    List<InRun> all = new ArrayList<>(inRuns);
    for (InRun one : got) {
      all.removeIf(one::same);
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
        runs,
        previous,
        pending,
        kept,
        sources,
        nodes,
        all);
  }

  public LedgerEntry withKept(List<Kept> all) {
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
        runs,
        previous,
        pending,
        all,
        sources,
        nodes,
        inRuns);
  }

  /// The same under another identity.
  public LedgerEntry withIdentity(String other) {
    return new LedgerEntry(
        target,
        other,
        origin,
        name,
        id,
        revision,
        contentHash,
        sourceHash,
        protect,
        onRemoval,
        runs,
        previous,
        pending,
        kept,
        sources,
        nodes,
        inRuns);
  }
}
