package dev.procc.live.apply;

import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.LedgerJournal;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.recover.RestoreStep;
import dev.procc.live.recover.TrashRules;
import dev.procc.live.recover.TrashRules.TrashOverride;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The commands that use the bin: trash a process, restore the last one, roll back to the former
/// one.
public final class ProcessLifecycle {
  private final ApplyContext context;
  private final EvidenceRecorder evidence;

  /// The work on a process.
  private interface Work {
    ProcessResult run() throws ApplyException;
  }

  public ProcessLifecycle(ApplyContext context) {
    this(context, null);
  }

  /// @param writer of the evidence; null if none is kept
  public ProcessLifecycle(ApplyContext context, @Nullable EvidenceWriter writer) {
    this.context = context.withEvidence(writer != null);
    this.evidence = new EvidenceRecorder(context.settings(), writer, context::requireFree);
  }

  /// Does the work, and records what was changed, whether it succeeded or not.
  private ProcessResult recorded(ProcessApply apply, List<PlanRefusal> lifted, Work work)
      throws ApplyException {
    evidence.requireWritable(apply.identity());
    apply.journal().noteLifted(lifted);
    try {
      return evidence.record(null, work.run(), lifted);
    } catch (ApplyException failure) {
      ProcessResult failed = apply.failed(failure);
      ProcessResult noted = evidence.record(null, failed, lifted);
      ApplyException partial =
          apply.result().hasStandingWrites() ? failure.asPartialAfterWrites() : failure;
      if (noted.equals(failed)) {
        throw partial;
      }
      throw ApplyException.of(
          noted.verdict(),
          partial.getMessage() + "; " + noted.details().warnings().getLast(),
          partial.help());
    }
  }

  /// Moves the process with a key to the bin.
  public ProcessResult trash(String identity, Set<TrashOverride> overrides) throws ApplyException {
    context.requireReach(identity);
    evidence.complete(identity, null);
    LedgerEntry entry = requireEntry(context, identity);
    ProcessApply apply = open(entry, entry.id(), "trash");
    LiveProcess live = apply.live().process();
    List<PlanRefusal> lifted = TrashRules.check(apply, live, overrides);
    boolean mayBeEdited = overrides.contains(TrashOverride.CHANGED);
    return recorded(
        apply,
        lifted,
        () -> TrashStep.removeProcess(apply, TrashRules.givenUpRun(overrides), mayBeEdited));
  }

  /// Takes the last trashed process with a key out of the bin and makes it the live one.
  public ProcessResult restore(String identity, Set<TrashOverride> overrides)
      throws ApplyException {
    context.requireReach(identity);
    evidence.complete(identity, null);
    LedgerEntry entry = requireEntry(context, identity);
    TrashRules.requireIdle(entry);
    String liveId = entry.id();
    if (liveId != null && !context.reader().isGone(liveId)) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " is live as " + liveId,
          entry.history().formers().isEmpty()
              ? "It is not in the bin; procc plan shows how it differs"
              : "procc rollback " + identity + " brings back the one before it");
    }
    String id = liveId != null ? liveId : latestFormer(entry).id();
    List<PlanRefusal> lifted = TrashRules.checkFreeze(context.settings(), overrides);
    ProcessApply apply = open(entry, id, "restore");
    apply.throwIfStopRequested();
    return recorded(
        apply,
        lifted,
        () -> {
          RestoreStep.takeOut(apply, null, id);
          return RestoreStep.recordRestored(apply, id);
        });
  }

  /// Brings back the former process: takes it out of the bin, then moves the live one there.
  public ProcessResult rollback(String identity, Set<TrashOverride> overrides)
      throws ApplyException {
    context.requireReach(identity);
    evidence.complete(identity, null);
    LedgerEntry entry = requireEntry(context, identity);
    String formerId = latestFormer(entry).id();
    ProcessApply apply = open(entry, entry.id(), "rollback");
    LiveProcess current = apply.live().process();
    List<PlanRefusal> lifted = TrashRules.check(apply, current, overrides);
    if (!entry.isAsLeft(current) && !overrides.contains(TrashOverride.CHANGED)) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " was edited in Workiva since the last apply; rolling back would lose that",
          "--changed, if it may be lost");
    }
    apply.throwIfStopRequested();
    return recorded(
        apply, lifted, () -> swap(apply, current, formerId, TrashRules.givenUpRun(overrides)));
  }

  /// @param givenUp `FINISHED` if a run that has ended may be given up
  private ProcessResult swap(
      ProcessApply apply, LiveProcess current, String formerId, RunState givenUp)
      throws ApplyException {
    RestoreStep.takeOut(apply, SeenProcess.of(current), formerId);
    LiveProcess restored = context.reader().get(formerId);
    switchToFormer(apply, current, restored);
    TrashStep.trashFormer(
        apply,
        SeenProcess.of(current),
        SeenProcess.of(restored),
        givenUp,
        "rolled back to " + formerId);
    return TrashStep.rolledBack(apply, restored, current.id());
  }

  /// Makes the restored process the current one. Both are live: a resume trashes the other one.
  private static void switchToFormer(ProcessApply apply, LiveProcess current, LiveProcess restored)
      throws ApplyException {
    LedgerJournal journal = apply.journal();
    LedgerEntry entry = journal.entry();
    FormerProcess replaced =
        new FormerProcess(
            current.id(),
            apply.context().now().toString(),
            false,
            entry.nodes(),
            current.contentHash());
    journal.save(
        LedgerRecorder.restored(entry, restored)
            .withFormer(replaced)
            .withPending(
                journal.pendingStep(
                    ApplyStep.SWITCHED, SeenProcess.of(current), SeenProcess.of(restored))),
        "switched to " + restored.id());
  }

  private static FormerProcess latestFormer(LedgerEntry entry) throws ApplyException {
    if (entry.history().formers().isEmpty()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The ledger of target "
              + entry.target()
              + " knows no former process of "
              + entry.identity(),
          "procc list shows what there is");
    }
    return entry.history().formers().getLast();
  }

  private ProcessApply open(LedgerEntry entry, @Nullable String id, String action) {
    return ProcessApply.of(context, entry, id).withAction(action);
  }

  /// The current ledger entry of an identity, read once: the store only accepts what follows if
  /// nobody else has written the entry since.
  ///
  /// @throws ApplyException `REFUSED` if there is none, `FAILED` if it cannot be read
  static LedgerEntry requireEntry(ApplyContext context, String identity) throws ApplyException {
    String target = context.settings().target();
    try {
      List<LedgerEntry> entries = readableEntries(context.store(), target);
      for (LedgerEntry entry : entries) {
        if (entry.identity().equals(identity)) {
          LedgerEntry.requireOwnProcesses(entries);
          context.requireOrigin(entry);
          return entry;
        }
      }
      context.store().load(target, identity); // says why it is none of those that can be read
    } catch (LedgerException e) {
      throw ApplyException.of(
          Verdict.FAILED, e.getMessage() == null ? "" : e.getMessage(), e.help());
    }
    throw ApplyException.of(
        Verdict.REFUSED,
        "The ledger of target " + target + " does not know \"" + identity + "\"",
        "procc plan and procc apply create it; procc adopt "
            + identity
            + " ID ties it to a live process");
  }

  /// The entries of a target; a damaged one does not affect the others.
  private static List<LedgerEntry> readableEntries(LedgerStore store, String target)
      throws LedgerException {
    List<LedgerEntry> entries = new ArrayList<>();
    for (String identity : store.identities(target)) {
      try {
        store.load(target, identity).ifPresent(entries::add);
      } catch (LedgerException damaged) {
        // It belongs to none of the readable entries.
      }
    }
    return entries;
  }
}
