package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The history of a process: its runs, and its former processes.
///
/// @param runIds ids of the runs that were started or seen, oldest first
/// @param formers the former processes, oldest first
/// @param runRecords what was added to runs after their start, oldest first
/// @param evidence the end of the chain of its evidence records; null if it is not recorded yet
/// @param owedRecord the evidence record that is still to be written; null if there is none
public record ProcessHistory(
    List<String> runIds,
    List<FormerProcess> formers,
    List<RunRecord> runRecords,
    @Nullable EvidenceHead evidence,
    EvidenceHead.@Nullable OwedRecord owedRecord) {
  /// An empty history.
  public static final ProcessHistory NONE =
      new ProcessHistory(List.of(), List.of(), List.of(), null, null);

  public ProcessHistory {
    runIds = List.copyOf(runIds);
    formers = List.copyOf(formers);
    runRecords = List.copyOf(runRecords);
  }

  /// The recorded nodes of a former process when it was replaced; empty if there are none.
  public List<NodeRecord> formerNodes(String formerId) {
    for (FormerProcess former : formers) {
      if (former.id().equals(formerId)) {
        return former.nodes();
      }
    }
    return List.of();
  }

  /// The content hash of a former process when it was replaced; null if unknown.
  public @Nullable String formerContent(String formerId) {
    for (FormerProcess former : formers) {
      if (former.id().equals(formerId)) {
        return former.contentHash();
      }
    }
    return null;
  }

  ProcessHistory withRun(String runId) {
    if (runIds.contains(runId)) {
      return this;
    }
    List<String> all = new ArrayList<>(runIds);
    all.add(runId);
    return new ProcessHistory(all, formers, runRecords, evidence, owedRecord);
  }

  /// A copy with one more former process, the only one whose node records are kept.
  ///
  /// @param live its record, if it was the live process until now
  ProcessHistory withFormer(FormerProcess replaced, RecordedLive live) {
    List<FormerProcess> all = new ArrayList<>();
    FormerProcess completed = replaced.completedBy(live.nodes(), live.contentHash());
    for (FormerProcess former : formers) {
      if (former.id().equals(replaced.id())) {
        completed = replaced.completedBy(former.nodes(), former.contentHash());
      } else {
        all.add(former.withNodes(List.of()));
      }
    }
    all.add(completed);
    return new ProcessHistory(runIds, all, runRecords, evidence, owedRecord);
  }

  ProcessHistory withoutFormer(String id) {
    List<FormerProcess> others = new ArrayList<>(formers);
    others.removeIf(former -> former.id().equals(id));
    return new ProcessHistory(runIds, others, runRecords, evidence, owedRecord);
  }

  /// A copy with run records; an older record of the same subject is replaced.
  ProcessHistory withRunRecords(List<RunRecord> added) {
    List<RunRecord> all = new ArrayList<>(runRecords);
    for (RunRecord one : added) {
      all.removeIf(one::isSameSubject);
      all.add(one);
    }
    return new ProcessHistory(runIds, formers, all, evidence, owedRecord);
  }

  ProcessHistory withRunRecordsMoved(UnaryOperator<String> currentPath) {
    List<RunRecord> moved =
        runRecords.stream().map(one -> one.withPath(currentPath.apply(one.path()))).toList();
    return new ProcessHistory(runIds, formers, moved, evidence, owedRecord);
  }

  ProcessHistory withEvidenceBegun(EvidenceHead head) {
    return new ProcessHistory(runIds, formers, runRecords, head, owedRecord);
  }

  ProcessHistory withEvidence(EvidenceHead head) {
    return new ProcessHistory(runIds, formers, runRecords, head, null);
  }

  ProcessHistory withOwedRecord(EvidenceHead.OwedRecord owed) {
    return new ProcessHistory(runIds, formers, runRecords, evidence, owed);
  }
}
