package dev.procc.live.recover;

import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.DuplicateSearch;
import dev.procc.live.execution.LedgerJournal;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.wire.LiveProcess;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The adoption of a live process by a definition: `procc adopt`. Nothing is written to Workiva,
/// unless another process of the definition has to be trashed.
public final class ProcessAdoption {
  private final ApplyContext context;
  private final DesiredProcess desired;
  private final EvidenceRecorder evidence;

  /// @param writer of the evidence; null if none is kept
  public ProcessAdoption(
      ApplyContext context, DesiredProcess desired, @Nullable EvidenceWriter writer) {
    this.context = context.withEvidence(writer != null);
    this.desired = desired;
    this.evidence = new EvidenceRecorder(context.settings(), writer, context::requireFree);
  }

  private void prepare() throws ApplyException {
    context.requireReach(desired.identity());
    evidence.requireWritable(desired.identity());
    evidence.complete(desired.identity(), null);
  }

  /// Adopts a process as the first one of the definition, or in place of one that is gone.
  ///
  /// @throws ApplyException if the definition has another live process, or this one belongs to
  ///   another key
  public ProcessResult adopt(String id) throws ApplyException {
    prepare();
    LedgerEntry before = findIdleEntry(id);
    String liveId = liveIdBeside(before, id);
    if (liveId != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          desired.identity() + " is live as " + liveId,
          "procc adopt "
              + desired.identity()
              + " "
              + id
              + " --instead takes this one and puts that one into the bin");
    }
    return adoptAlone(before, id);
  }

  /// Adopts a process that was already read.
  ///
  /// @throws ApplyException if it belongs to another key, or the definition has a live process
  public ProcessResult adopt(LiveProcess live) throws ApplyException {
    LedgerEntry before = findEntry(live.id());
    if (before != null) {
      return adopt(live.id());
    }
    prepare();
    LedgerEntry entry = adoptedEntry(live, null);
    ProcessApply apply = ProcessApply.of(context, entry, live.id()).withAction("import");
    apply.journal().save(entry, "imported " + live.id());
    return result(apply, live, null, "");
  }

  /// Adopts a process, and trashes another live one of the definition: the end of a replacement
  /// whose ledger entry was lost.
  ///
  /// @throws ApplyException if the live one must not be trashed, or the process belongs to another
  ///   key
  public ProcessResult adoptInstead(String id) throws ApplyException {
    prepare();
    LedgerEntry before = findIdleEntry(id);
    String liveId = liveIdBeside(before, id);
    return before == null || liveId == null ? adoptAlone(before, id) : replace(before, liveId, id);
  }

  /// The id of another live process of the definition; null if there is none.
  private @Nullable String liveIdBeside(@Nullable LedgerEntry before, String id)
      throws ApplyException {
    String recordedId = before == null || id.equals(before.id()) ? null : before.id();
    return recordedId == null || context.reader().isGone(recordedId) ? null : recordedId;
  }

  /// A process in the bin is not live, though GET may return it.
  private LiveProcess readLive(String id) throws ApplyException {
    LiveProcess live = context.reader().get(id);
    if (context.reader().isGone(id)) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The process " + id + " is in the bin",
          "Take it out of the bin in Workiva, then adopt it");
    }
    return live;
  }

  private ProcessResult adoptAlone(@Nullable LedgerEntry before, String id) throws ApplyException {
    LiveProcess live = readLive(id);
    LedgerEntry entry = adoptedEntry(live, before);
    String goneId = before == null || id.equals(before.id()) ? null : before.id();
    if (before != null && goneId != null) {
      entry =
          entry.withFormer(
              new FormerProcess(
                  goneId,
                  context.now().toString(),
                  true,
                  before.nodes(),
                  before.live().contentHash()));
    }
    ProcessApply apply = ProcessApply.of(context, entry, id).withAction("adopt");
    apply.journal().save(entry, "adopted " + id);
    return result(apply, live, goneId, "");
  }

  private ProcessResult replace(LedgerEntry before, String liveId, String id)
      throws ApplyException {
    SeenProcess former = checkReplaceable(before);
    LiveProcess live = readLive(id);
    LedgerEntry entry =
        adoptedEntry(live, before)
            .withFormer(
                new FormerProcess(
                    liveId,
                    context.now().toString(),
                    false,
                    before.nodes(),
                    before.live().contentHash()));
    ProcessApply apply = ProcessApply.of(context, entry, id).withAction("adopt");
    LedgerJournal journal = apply.journal();
    SeenProcess adopted = new SeenProcess(id, null);
    journal.save(
        entry.withPending(journal.pendingStep(ApplyStep.SWITCHED, former, adopted)),
        "adopted " + id);
    try {
      TrashStep.trashFormer(
          apply, former, adopted, RunState.NONE, "adopted " + id + ", trashed " + liveId);
    } catch (ApplyException failure) {
      evidence.record(null, apply.failed(failure), List.of());
      throw failure.asPartialAfterWrites();
    }
    return result(apply, live, liveId, "; " + liveId + " is in the bin");
  }

  private ProcessResult result(
      ProcessApply apply, LiveProcess live, @Nullable String formerId, String suffix) {
    ProcessResult adopted =
        apply
            .result()
            .applied(
                "Adopted: "
                    + apply.identity()
                    + " is "
                    + live.id()
                    + ", \""
                    + live.name()
                    + "\""
                    + suffix,
                "procc plan shows how it differs",
                live,
                formerId);
    return evidence.record(null, adopted, List.of());
  }

  /// The entry of the adopted process. A former process gets the record of what was sent to it; for
  /// any other, that is unknown.
  private LedgerEntry adoptedEntry(LiveProcess live, @Nullable LedgerEntry before) {
    if (before != null && !before.history().formerNodes(live.id()).isEmpty()) {
      return LedgerRecorder.restored(before, live);
    }
    ApplySettings settings = context.settings();
    return Adoption.adopt(settings.target(), settings.origin(), desired, live, before).entry();
  }

  /// The entry of the definition, unless another program is applying it and relies on its step.
  private @Nullable LedgerEntry findIdleEntry(String id) throws ApplyException {
    LedgerEntry entry = findEntry(id);
    if (entry != null) {
      context.requireOrigin(entry);
      ProcessApply apply = ProcessApply.of(context, entry, id);
      apply.journal().requireNotHeld();
      requireAlone(apply, id);
    }
    return entry;
  }

  /// Checks that no other process of an interrupted apply is live: no entry would name it any more.
  private void requireAlone(ProcessApply apply, String id) throws ApplyException {
    LedgerEntry entry = apply.journal().entry();
    PendingStep pending = entry.pending();
    if (pending == null) {
      return;
    }
    Set<String> others = new TreeSet<>(pending.ids());
    if (pending.step().orElse(null) == ApplyStep.CREATING) {
      others.addAll(DuplicateSearch.appeared(apply, pending));
    }
    if (entry.id() != null) {
      others.add(entry.id());
    }
    others.remove(id);
    for (String other : others) {
      if (!context.reader().isGone(other)) {
        throw ApplyException.of(
            Verdict.REFUSED,
            "An apply of "
                + entry.identity()
                + " is not ended ("
                + pending.text()
                + "), and "
                + other
                + " is live beside "
                + id,
            "procc apply --resume "
                + entry.identity()
                + "; or move "
                + other
                + " to the bin in Workiva, then procc adopt "
                + entry.identity()
                + " "
                + id);
      }
    }
  }

  /// The entry of the definition; null if there is none.
  ///
  /// @throws ApplyException `REFUSED` if the process belongs or belonged to another definition
  private @Nullable LedgerEntry findEntry(String id) throws ApplyException {
    LedgerEntry found = null;
    try {
      List<LedgerEntry> entries = context.store().list(context.settings().target());
      LedgerEntry.requireOwnProcesses(entries);
      for (LedgerEntry entry : entries) {
        if (entry.identity().equals(desired.identity())) {
          found = entry;
        } else if (id.equals(entry.id())) {
          throw ApplyException.of(
              Verdict.REFUSED,
              id + " is the process of " + entry.identity(),
              "procc state mv "
                  + entry.identity()
                  + " "
                  + desired.identity()
                  + ", if the key changed");
        } else if (entry.ids().contains(id)) {
          throw ApplyException.of(
              Verdict.REFUSED,
              id + " is a former process of " + entry.identity(),
              "procc rollback "
                  + entry.identity()
                  + " makes the latest one its process again; procc state forget "
                  + entry.identity()
                  + " lets go of all it had");
        }
      }
      return found;
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }

  /// Checks that the live process of an entry may be trashed: it is as procc left it, without a
  /// run, and not protected.
  private SeenProcess checkReplaceable(LedgerEntry entry) throws ApplyException {
    ProcessApply apply = ProcessApply.of(context, entry, entry.id());
    LiveProcess live = apply.live().process();
    TrashRules.check(apply, live, Set.of());
    if (!entry.isAsLeft(live)) {
      throw ApplyException.of(
          Verdict.REFUSED,
          live.id() + " was edited in Workiva since the last apply, and would go into the bin",
          "Look at it: procc plan; procc trash --changed " + entry.identity());
    }
    return SeenProcess.of(live);
  }
}
