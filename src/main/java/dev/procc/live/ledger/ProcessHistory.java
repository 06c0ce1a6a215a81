package dev.procc.live.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a process has been through: its runs, and the processes it replaced.
///
/// @param runIds ids of the runs that were started or seen, oldest first
/// @param formers the former processes, oldest first
/// @param runRecords what runs got after they had been started, oldest first
/// @param evidence the end of the chain of its evidence records; null if nobody noted it yet
/// @param owedRecord the evidence record that is still to be written; null if none is
public record ProcessHistory(
    List<String> runIds,
    List<FormerProcess> formers,
    List<RunRecord> runRecords,
    @Nullable EvidenceHead evidence,
    EvidenceHead.@Nullable OwedRecord owedRecord) {
  /// Nothing has happened yet.
  public static final ProcessHistory NONE =
      new ProcessHistory(List.of(), List.of(), List.of(), null, null);

  public ProcessHistory {
    runIds = List.copyOf(runIds);
    formers = List.copyOf(formers);
    runRecords = List.copyOf(runRecords);
  }

  /// What was recorded of the nodes of a former process when it was replaced; empty if nothing was.
  public List<NodeRecord> formerNodes(String formerId) {
    for (FormerProcess former : formers) {
      if (former.id().equals(formerId)) {
        return former.nodes();
      }
    }
    return List.of();
  }

  /// The content of a former process when it was replaced; null if it is not known.
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

  /// The same with one more former process, the only one whose node records are kept.
  ///
  /// @param live what is recorded of it if it was the live process until now
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

  /// The same with what a run got; an older record of the same subject is replaced.
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
