package dev.procc.live.ledger;

import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ledger entry of one process of one target: the file `procc.state/<target>/<identity>.json`.
///
/// It contains hashes, never values: there is nothing to mask, and a three-way comparison only
/// needs equality. A wrong or missing entry may cause a refusal, but never a duplicate.
///
/// @param process that it is about
/// @param definition that was last applied
/// @param live the live process as it was last seen
/// @param history its runs and former processes
/// @param pending the step of an apply under way; null if there is none
public record LedgerEntry(
    RecordedProcess process,
    RecordedDefinition definition,
    RecordedLive live,
    ProcessHistory history,
    @Nullable PendingStep pending) {

  /// An entry for which nothing has been sent.
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

  /// All ids that this process ever had, the current one last.
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

  /// Whether the live process is as procc left it: it has the recorded content, and that content
  /// contains no edit made in Workiva, neither of tags nor of fields that procc does not know.
  public boolean isAsLeft(LiveProcess now) {
    return now.contentHash().equals(live.contentHash())
        && live.edits().isEmpty()
        && live.hasBesides(now.besides());
  }

  /// Whether nobody had changed its tags or the fields that procc does not know.
  ///
  /// @param seen as `LiveProcess.besides` gave them
  public boolean hasBesides(String seen) {
    return live.hasBesides(seen);
  }

  /// A copy with the tags and the fields that procc does not know.
  ///
  /// @param seen as `LiveProcess.besides` gives them
  public LedgerEntry withBesides(String seen) {
    return new LedgerEntry(process, definition, live.withBesides(seen), history, pending);
  }

  public LedgerEntry withPending(@Nullable PendingStep step) {
    return new LedgerEntry(process, definition, live, history, step);
  }

  /// The leases of its pending step and of its record that is still to be written.
  public List<Lease> leases() {
    EvidenceHead.OwedRecord owed = history.owedRecord();
    return Stream.of(pending == null ? null : pending.lease(), owed == null ? null : owed.lease())
        .filter(Objects::nonNull)
        .toList();
  }

  /// A copy without leases.
  public LedgerEntry released() {
    EvidenceHead.OwedRecord owed = history.owedRecord();
    LedgerEntry free = withPending(pending == null ? null : pending.withLease(null));
    return owed == null ? free : free.withOwedRecord(owed.released());
  }

  /// A copy after a write, with the current live process. An id that was a former one and is the
  /// current one again is no longer listed as a former one.
  public LedgerEntry withLive(
      String newId, @Nullable Long newRevision, String newHash, List<NodeRecord> newNodes) {
    RecordedLive shown =
        new RecordedLive(
            newId,
            newRevision,
            newHash,
            newId.equals(live.id()) ? live.besides() : "",
            "",
            newNodes,
            live.waivers());
    return new LedgerEntry(process, definition, shown, history.withoutFormer(newId), pending);
  }

  /// A copy for a restored former process, with what was recorded of it then: an edit made in
  /// Workiva since is drift, and what nobody edited is not.
  ///
  /// @param seenHash its current content, for an entry that does not have the former one
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

  /// A copy without the records of its nodes.
  LedgerEntry withoutNodes() {
    RecordedLive bare =
        new RecordedLive(
            live.id(),
            live.revision(),
            live.contentHash(),
            live.besides(),
            live.edits(),
            List.of(),
            live.waivers());
    return new LedgerEntry(process, definition, bare, history, pending);
  }

  /// A copy without a live process: it is in the bin, and its ids stay known.
  public LedgerEntry withoutLive() {
    return new LedgerEntry(process, definition, RecordedLive.NONE, history, pending);
  }

  /// A copy with one more former process.
  public LedgerEntry withFormer(FormerProcess replaced) {
    RecordedLive known = replaced.id().equals(live.id()) ? live : RecordedLive.NONE;
    return withHistory(history.withFormer(replaced, known));
  }

  /// A copy with one more run, unless it is known.
  public LedgerEntry withRun(String runId) {
    return withHistory(history.withRun(runId));
  }

  /// A copy with run records; an older record of the same subject is replaced.
  public LedgerEntry withRunRecords(List<RunRecord> added) {
    return withHistory(history.withRunRecords(added));
  }

  /// A copy for nodes with other paths.
  public LedgerEntry withRunRecordsMoved(UnaryOperator<String> currentPath) {
    return withHistory(history.withRunRecordsMoved(currentPath));
  }

  /// A copy while an evidence record is being written.
  ///
  /// @param last the end of the chain so far
  public LedgerEntry withEvidenceBegun(EvidenceHead last, String recordHash) {
    return withHistory(history.withEvidenceBegun(last.writing(recordHash)));
  }

  /// A copy with one more evidence record.
  ///
  /// @param last the end of the chain so far
  public LedgerEntry withEvidence(EvidenceHead last, String recordHash) {
    return withHistory(history.withEvidence(last.with(recordHash)));
  }

  /// A copy with an evidence record that is still to be written.
  public LedgerEntry withOwedRecord(EvidenceHead.OwedRecord owed) {
    return withHistory(history.withOwedRecord(owed));
  }

  /// A copy with the end of the chain of evidence records of another entry.
  public LedgerEntry withEvidenceOf(LedgerEntry other) {
    return withHistory(
        new ProcessHistory(
            history.runIds(),
            history.formers(),
            history.runRecords(),
            other.history.evidence(),
            other.history.owedRecord()));
  }

  private LedgerEntry withHistory(ProcessHistory newHistory) {
    return new LedgerEntry(process, definition, live, newHistory, pending);
  }

  /// A copy with the applied name and definition.
  public LedgerEntry withDefinition(String newName, RecordedDefinition applied) {
    RecordedProcess named =
        new RecordedProcess(process.target(), process.identity(), process.origin(), newName);
    return new LedgerEntry(named, applied, live, history, pending);
  }

  /// A copy with the hash of the drift that is left in the live process.
  public LedgerEntry withEdits(String left) {
    return new LedgerEntry(process, definition, live.withEdits(left), history, pending);
  }

  public LedgerEntry withWaivers(List<DriftWaiver> newWaivers) {
    return new LedgerEntry(process, definition, live.withWaivers(newWaivers), history, pending);
  }

  /// A copy for a process that is reached at this address.
  public LedgerEntry withOrigin(String newOrigin) {
    RecordedProcess reached =
        new RecordedProcess(process.target(), process.identity(), newOrigin, process.name());
    return new LedgerEntry(reached, definition, live, history, pending);
  }

  /// A copy with another identity.
  public LedgerEntry withIdentity(String newIdentity) {
    RecordedProcess moved =
        new RecordedProcess(process.target(), newIdentity, process.origin(), process.name());
    return new LedgerEntry(moved, definition, live, history, pending);
  }

  /// Checks that no process has two identities, be it a live one, a former one or that of a pending
  /// step: applying, restoring or resuming one definition would change or trash the process of the
  /// other.
  ///
  /// @param entries of one target
  /// @throws LedgerException if two have the same process
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
                  + " --yes; a state mv that was cut off is called again");
        }
      }
    }
  }
}
