package dev.procc.live.apply;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Sleeper;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.execution.PlaceholderPlan;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.recover.Adoption;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bin and the way back: trash a process, restore the last one, roll back to the generation
/// before.
public final class ProcessLifecycle {
  private final ApplyContext context;

  public ProcessLifecycle(
      ApiClient api,
      LedgerStore store,
      ApplySettings settings,
      ApplyEvents events,
      Clock clock,
      Sleeper pause) {
    context =
        new ApplyContext(
            api,
            store,
            settings,
            events,
            PendingPlanStore.NONE,
            new LinkedHashSet<>(),
            clock,
            pause);
  }

  /// A process of the workspace.
  ///
  /// @param identity of the definition it belongs to; empty where the ledger does not know it
  /// @param current whether it is the live one of that definition, not a former one
  public record ListedProcess(
      String id,
      String name,
      String identity,
      boolean current,
      @Nullable Long revision,
      @Nullable String dueDate,
      @Nullable String modifiedBy,
      @Nullable String modifiedAt,
      @Nullable RunSummary run) {}

  /// Every process of the workspace, by name and id.
  public List<ListedProcess> list() throws ApplyException {
    List<LedgerEntry> entries;
    try {
      entries = context.store().list(context.settings().target());
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    WorkspaceListing listing = new LiveReader(context.api()).list(new LinkedHashSet<>());
    List<ListedProcess> listed = new ArrayList<>();
    for (var summary : listing.all()) {
      String identity = "";
      boolean current = false;
      for (LedgerEntry entry : entries) {
        if (entry.ids().contains(summary.id())) {
          identity = entry.identity();
          current = summary.id().equals(entry.id());
        }
      }
      listed.add(
          new ListedProcess(
              summary.id(),
              summary.name(),
              identity,
              current,
              summary.revision(),
              summary.dueDate(),
              summary.modified().userId(),
              summary.modified().at(),
              summary.run()));
    }
    return listed;
  }

  /// What a trash may do besides the plain case.
  ///
  /// @param destroyEvidence a process with a finished run may go
  /// @param unprotect a protected one may go
  /// @param changed one that was edited in Workiva since the last apply may go
  public record TrashOverrides(boolean destroyEvidence, boolean unprotect, boolean changed) {
    public static final TrashOverrides NONE = new TrashOverrides(false, false, false);
  }

  /// Puts the process of a key into the bin.
  public ProcessResult trash(String identity, TrashOverrides overrides) throws ApplyException {
    LedgerEntry entry = requireEntry(context.store(), context.settings(), identity);
    ProcessApply apply = open(entry, entry.id());
    LiveProcess live = apply.liveBefore();
    checkSafetyRules(apply, live, overrides);
    LedgerEntry currentEntry =
        entry.withLive(live.id(), live.revision(), live.contentHash(), entry.nodes());
    ProcessApply trashApply = overrides.changed() ? open(currentEntry, live.id()) : apply;
    try {
      return TrashStep.removeProcess(trashApply);
    } catch (ApplyException halt) {
      throw trashApply.hasStandingWrites() ? halt.asPartialAfterWrites() : halt;
    }
  }

  private void checkSafetyRules(ProcessApply apply, LiveProcess live, TrashOverrides overrides)
      throws ApplyException {
    if (apply.entry().pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + apply.identity() + " is not ended",
          "procc apply --resume " + apply.identity());
    }
    if (apply.entry().definition().protect() && !overrides.unprotect()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          apply.identity() + " is protected",
          "Merge protect: false first, or --unprotect");
    }
    RunSummary run = apply.listing().run(live.id());
    if (run != null && !run.isFinished()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          apply.identity() + " has an active run, " + run.id() + ": nothing lifts that",
          "Let it end, or cancel it in Workiva");
    }
    if (run != null && !overrides.destroyEvidence()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          apply.identity() + " has a finished run, " + run.id() + ": it is evidence",
          "--destroy-evidence, if it may go");
    }
  }

  /// Makes a live process the one of a definition. Nothing is written to Workiva but for a trash.
  ///
  /// @param replaceLive whether it may take the place of a live one, which then goes into the bin:
  ///   the end of a replacement of which the ledger was lost
  /// @throws ApplyException where the definition has another one, or the process belongs to another
  ///   key
  public ProcessResult adopt(DesiredProcess desired, String id, boolean replaceLive)
      throws ApplyException {
    LedgerEntry before = findEntry(desired.identity(), id);
    String formerId = before == null || id.equals(before.id()) ? null : before.id();
    LiveReader reader = new LiveReader(context.api());
    if (before != null && formerId != null && !reader.isGone(formerId)) {
      return adoptInstead(desired, before, formerId, id, replaceLive);
    }
    LiveProcess live = reader.get(id);
    LedgerEntry entry = adoptedEntry(desired, live, before);
    if (before != null && formerId != null) {
      entry =
          entry.withFormer(
              new FormerProcess(formerId, context.now().toString(), true, before.nodes()));
    }
    ProcessApply apply = open(entry, id);
    apply.save(entry, "adopted " + id);
    return adoptedResult(apply, live, formerId, "");
  }

  private LedgerEntry adoptedEntry(
      DesiredProcess desired, LiveProcess live, @Nullable LedgerEntry before) {
    ApplySettings settings = context.settings();
    return Adoption.adopt(
            settings.target(), settings.origin(), desired, live, before, /* ours= */ true)
        .entry();
  }

  private static ProcessResult adoptedResult(
      ProcessApply apply, LiveProcess live, @Nullable String formerId, String suffix) {
    return apply.result(
        Verdict.APPLIED,
        "Adopted: " + apply.identity() + " is " + live.id() + ", \"" + live.name() + "\"" + suffix,
        "procc plan shows how it differs",
        live.id(),
        formerId,
        live.revision());
  }

  private ProcessResult adoptInstead(
      DesiredProcess desired, LedgerEntry before, String formerId, String id, boolean replaceLive)
      throws ApplyException {
    String identity = desired.identity();
    if (!replaceLive) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " is live as " + formerId,
          "procc adopt "
              + identity
              + " "
              + id
              + " --instead takes this one and puts that one into the bin");
    }
    checkReplaceable(before);
    LiveProcess live = new LiveReader(context.api()).get(id);
    LedgerEntry entry =
        adoptedEntry(desired, live, before)
            .withFormer(
                new FormerProcess(formerId, context.now().toString(), false, before.nodes()));
    ProcessApply apply = open(entry, id);
    apply.save(entry.withPending(switchedStep(apply, formerId, id)), "adopted " + id);
    try {
      trashFormer(apply, formerId, "adopted " + id + ", trashed " + formerId);
    } catch (ApplyException halt) {
      throw halt.asPartialAfterWrites();
    }
    return adoptedResult(apply, live, formerId, "; " + formerId + " is in the bin");
  }

  /// The entry of a definition, the process of no other being meant.
  private @Nullable LedgerEntry findEntry(String identity, String id) throws ApplyException {
    LedgerEntry found = null;
    try {
      for (LedgerEntry entry : context.store().list(context.settings().target())) {
        if (entry.identity().equals(identity)) {
          found = entry;
        } else if (id.equals(entry.id())) {
          throw ApplyException.of(
              Verdict.REFUSED,
              id + " is the process of " + entry.identity(),
              "procc state mv " + entry.identity() + " " + identity + ", if the key changed");
        }
      }
      return found;
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }

  /// The live process of an entry may go: as procc left it, without a run, not protected.
  private void checkReplaceable(LedgerEntry entry) throws ApplyException {
    ProcessApply apply = open(entry, entry.id());
    LiveProcess live = apply.liveBefore();
    checkSafetyRules(apply, live, TrashOverrides.NONE);
    if (!live.contentHash().equals(entry.live().contentHash())) {
      throw ApplyException.of(
          Verdict.REFUSED,
          live.id() + " was edited in Workiva since the last apply, and would go into the bin",
          "Look at it: procc plan; procc trash --changed " + entry.identity());
    }
  }

  /// Takes the last trashed process of a key out of the bin and makes it the live one.
  public ProcessResult restore(String identity) throws ApplyException {
    LedgerEntry entry = requireEntry(context.store(), context.settings(), identity);
    if (entry.id() != null && !new LiveReader(context.api()).isGone(entry.id())) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " is live as " + entry.id(),
          "procc rollback " + identity + " brings back the one before it");
    }
    String id = entry.id() != null ? entry.id() : latestFormer(entry).id();
    ProcessApply apply = open(entry, id);
    apply.throwIfStopRequested();
    restoreFromBin(apply, id);
    LiveProcess live = apply.reader.get(id);
    apply.save(
        restoredEntry(
            entry, live, entry.id() == null ? entry.history().formerNodes(id) : entry.nodes()),
        "restored " + id);
    return apply.result(
        Verdict.APPLIED,
        "Restored: " + id,
        "procc plan shows how it differs",
        id,
        null,
        live.revision());
  }

  /// Brings back the generation before: takes it out of the bin, then puts the live one into it.
  public ProcessResult rollback(String identity, TrashOverrides overrides) throws ApplyException {
    LedgerEntry entry = requireEntry(context.store(), context.settings(), identity);
    FormerProcess formerProcess = latestFormer(entry);
    ProcessApply apply = open(entry, entry.id());
    LiveProcess current = apply.liveBefore();
    checkSafetyRules(apply, current, overrides);
    if (!current.contentHash().equals(entry.live().contentHash()) && !overrides.changed()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity + " was edited in Workiva since the last apply; rolling back would lose that",
          "--changed, if it may be lost");
    }
    apply.throwIfStopRequested();
    apply.beginStep(
        ApplyStep.RESTORING,
        "take " + formerProcess.id() + " out of the bin",
        formerProcess.id(),
        true);
    try {
      restoreFromBin(apply, formerProcess.id());
      LiveProcess restored = apply.reader.get(formerProcess.id());
      switchToFormer(apply, current.id(), restored);
      trashFormer(apply, current.id(), "rolled back to " + formerProcess.id());
      return apply.result(
          Verdict.APPLIED,
          "Rolled back to " + formerProcess.id() + "; the other one is in the bin",
          "Revert the definition as well: procc plan shows what it would do",
          formerProcess.id(),
          current.id(),
          restored.revision());
    } catch (ApplyException halt) {
      throw halt.asPartialAfterWrites();
    }
  }

  private static void switchToFormer(ProcessApply apply, String formerId, LiveProcess restored)
      throws ApplyException {
    LedgerEntry entry = apply.entry();
    LedgerEntry next =
        restoredEntry(entry, restored, entry.history().formerNodes(restored.id()))
            .withFormer(
                new FormerProcess(formerId, apply.context.now().toString(), false, entry.nodes()));
    apply.save(
        next.withPending(switchedStep(apply, formerId, restored.id())),
        "switched to " + restored.id());
  }

  /// Both are live, the other one is current: a resume lets the former one go.
  private static PendingStep switchedStep(ProcessApply apply, String formerId, String currentId) {
    return new PendingStep(
        ApplyStep.SWITCHED.text(),
        "",
        apply.context.now().toString(),
        null,
        new PendingStep.StepSubject(formerId, currentId, null, List.of()));
  }

  private static void trashFormer(ProcessApply apply, String id, String note)
      throws ApplyException {
    TrashStep.trash(apply, id);
    apply.save(
        apply
            .entry()
            .withFormer(new FormerProcess(id, apply.context.now().toString(), true))
            .withPending(null),
        note);
  }

  private static LedgerEntry restoredEntry(
      LedgerEntry entry, LiveProcess live, List<NodeRecord> nodes) {
    return entry
        .withLive(live.id(), live.revision(), live.contentHash(), nodes)
        .withDefinition(live.name(), entry.definition().withUnknownSource())
        .withPending(null);
  }

  /// POST restore; 409 is fine where it is out of the bin already.
  private static void restoreFromBin(ProcessApply apply, String id) throws ApplyException {
    ApiException failure = null;
    try {
      apply.context.api().restore(id);
    } catch (ApiException e) {
      failure = e;
    }
    boolean isListed = !apply.reader.isGone(id);
    if (failure != null && !isListed) {
      throw ApplyException.of(failure);
    }
    apply.recordCall("restore", "POST /processes/" + id + "/restore", 1, ReadBack.of(isListed));
    if (!isListed) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          "The process " + id + " was restored and is in no list",
          "Look in Workiva");
    }
  }

  private static FormerProcess latestFormer(LedgerEntry entry) throws ApplyException {
    Optional<FormerProcess> last = entry.history().formers().reversed().stream().findFirst();
    if (last.isEmpty()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The ledger of target "
              + entry.target()
              + " knows no former process of "
              + entry.identity(),
          "procc list shows what there is");
    }
    return last.get();
  }

  private ProcessApply open(LedgerEntry entry, @Nullable String id) {
    return new ProcessApply(context, PlaceholderPlan.of(entry, id), entry);
  }

  static LedgerEntry requireEntry(LedgerStore store, ApplySettings settings, String identity)
      throws ApplyException {
    try {
      Optional<LedgerEntry> entry = store.load(settings.target(), identity);
      if (entry.isPresent()) {
        return entry.get();
      }
    } catch (LedgerException e) {
      throw ApplyException.of(
          Verdict.FAILED, e.getMessage() == null ? "" : e.getMessage(), "Mend the ledger");
    }
    throw ApplyException.of(
        Verdict.REFUSED,
        "The ledger of target " + settings.target() + " does not know \"" + identity + "\"",
        "procc plan and procc apply create it; procc adopt ties it to a live process");
  }
}
