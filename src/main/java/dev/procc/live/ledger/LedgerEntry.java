package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is recorded of one process of one target: the file `procc.state/<target>/<identity>.json`.
///
/// It holds hashes, never values: there is nothing to mask, and equality is all that a three-way
/// comparison needs. A wrong or missing entry may cost a refusal, never a duplicate.
///
/// @param process which process it is
/// @param definition the definition that was last applied
/// @param live the live process as it was last seen
/// @param history its runs and the processes it replaced
/// @param pending the step an apply is in; null if none is under way
public record LedgerEntry(
    RecordedProcess process,
    RecordedDefinition definition,
    RecordedLive live,
    ProcessHistory history,
    @Nullable PendingStep pending) {

  /// An entry that nothing was ever sent for.
  public static LedgerEntry empty(String target, String identity, String origin) {
    return new LedgerEntry(
        new RecordedProcess(target, identity, origin, ""),
        RecordedDefinition.NONE,
        RecordedLive.NONE,
        ProcessHistory.NONE,
        null);
  }

  public String target() {
    return process.target();
  }

  public String identity() {
    return process.identity();
  }

  public String origin() {
    return process.origin();
  }

  public String name() {
    return process.name();
  }

  /// The id of the live process; null if there is none.
  public @Nullable String id() {
    return live.id();
  }

  public List<NodeRecord> nodes() {
    return live.nodes();
  }

  public List<DriftWaiver> waivers() {
    return live.waivers();
  }

  /// Every id that this process ever had, the current one last.
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (FormerProcess former : history.formers()) {
      ids.add(former.id());
    }
    String id = live.id();
    if (id != null) {
      ids.add(id);
    }
    return ids;
  }

  public LedgerEntry withPending(@Nullable PendingStep step) {
    return new LedgerEntry(process, definition, live, history, step);
  }

  /// The same after a write, with what the server shows now. An id that was a former one and is the
  /// current one again is no longer among the former ones.
  public LedgerEntry withLive(
      String newId, @Nullable Long newRevision, String newHash, List<NodeRecord> newNodes) {
    RecordedLive shown =
        new RecordedLive(newId, newRevision, newHash, "", newNodes, live.waivers());
    return new LedgerEntry(process, definition, shown, history.withoutFormer(newId), pending);
  }

  /// The same with a process that was its own before, by what was recorded of it then: an edit made
  /// in Workiva since is drift, and what nobody edited is no edit.
  ///
  /// @param seenHash its content now, for an entry that does not know what it was
  public LedgerEntry withRestored(
      String restoredId, @Nullable Long revision, String seenHash, String restoredName) {
    boolean isCurrent = restoredId.equals(live.id());
    String knownHash = isCurrent ? live.contentHash() : history.formerContent(restoredId);
    return withLive(
            restoredId,
            revision,
            knownHash == null ? seenHash : knownHash,
            isCurrent ? live.nodes() : history.formerNodes(restoredId))
        .withDefinition(restoredName, definition.withUnknownSource())
        .withPending(null);
  }

  /// The same without a live process: it is in the bin, its ids stay known.
  public LedgerEntry withoutLive() {
    return new LedgerEntry(process, definition, RecordedLive.NONE, history, pending);
  }

  /// The same with one more process that was replaced.
  public LedgerEntry withFormer(FormerProcess replaced) {
    RecordedLive known = replaced.id().equals(live.id()) ? live : RecordedLive.NONE;
    return withHistory(history.withFormer(replaced, known));
  }

  /// The same with one more run, unless it is known.
  public LedgerEntry withRun(String runId) {
    return withHistory(history.withRun(runId));
  }

  /// The same with what a run got; an older record of the same subject is replaced.
  public LedgerEntry withRunRecords(List<RunRecord> added) {
    return withHistory(history.withRunRecords(added));
  }

  /// The same where nodes have other paths now.
  public LedgerEntry withRunRecordsMoved(UnaryOperator<String> currentPath) {
    return withHistory(history.withRunRecordsMoved(currentPath));
  }

  /// The same while an evidence record is being written.
  ///
  /// @param last the end of the chain until now
  public LedgerEntry withEvidenceBegun(EvidenceHead last, String recordHash) {
    return withHistory(history.withEvidenceBegun(last.writing(recordHash)));
  }

  /// The same with one more evidence record.
  ///
  /// @param last the end of the chain until now
  public LedgerEntry withEvidence(EvidenceHead last, String recordHash) {
    return withHistory(history.withEvidence(last.with(recordHash)));
  }

  /// The same with an evidence record that is still to be written.
  public LedgerEntry withOwedRecord(EvidenceHead.OwedRecord owed) {
    return withHistory(history.withOwedRecord(owed));
  }

  private LedgerEntry withHistory(ProcessHistory newHistory) {
    return new LedgerEntry(process, definition, live, newHistory, pending);
  }

  /// The same with the name and the definition that were applied.
  public LedgerEntry withDefinition(String newName, RecordedDefinition applied) {
    RecordedProcess named =
        new RecordedProcess(process.target(), process.identity(), process.origin(), newName);
    return new LedgerEntry(named, applied, live, history, pending);
  }

  /// The same with what stands for the edits made in Workiva that the live process was left with.
  public LedgerEntry withEdits(String left) {
    return new LedgerEntry(process, definition, live.withEdits(left), history, pending);
  }

  public LedgerEntry withWaivers(List<DriftWaiver> newWaivers) {
    return new LedgerEntry(process, definition, live.withWaivers(newWaivers), history, pending);
  }

  /// The same under another identity.
  public LedgerEntry withIdentity(String newIdentity) {
    RecordedProcess moved =
        new RecordedProcess(process.target(), newIdentity, process.origin(), process.name());
    return new LedgerEntry(moved, definition, live, history, pending);
  }

  /// Makes sure that no process is recorded under two identities, be it the live one, a former one
  /// or that of a step under way: applying, restoring or resuming one definition would change or
  /// bin the process of the other.
  ///
  /// @param entries of one target
  /// @throws LedgerException where two have the same process
  public static void requireOwnProcesses(List<LedgerEntry> entries) throws LedgerException {
    Map<String, String> owners = new HashMap<>();
    for (LedgerEntry entry : entries) {
      List<String> ids = entry.ids();
      ids.addAll(entry.pending == null ? List.of() : entry.pending.ids());
      for (String id : ids) {
        String owner = owners.putIfAbsent(id, entry.identity());
        if (owner != null && !owner.equals(entry.identity())) {
          throw LedgerException.recordedTwice(
              owner + " and " + entry.identity() + " are recorded with the same process " + id,
              "Forget the one that it is not: procc state forget "
                  + entry.identity()
                  + " --yes, or procc state forget "
                  + owner
                  + " --yes");
        }
      }
    }
  }
}
