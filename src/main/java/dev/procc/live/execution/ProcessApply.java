package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.ApplyDetails;
import dev.procc.live.outcome.ProcessResult.Conclusion;
import dev.procc.live.outcome.ProcessResult.ProcessIds;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The work on one process: its plan, its entry in the ledger, and what was written so far.
public final class ProcessApply {

  public final ApplyContext context;
  public final ProcessPlan plan;
  public final LiveReader reader;
  public final List<String> warnings = new ArrayList<>();
  private final List<WrittenCall> calls = new ArrayList<>();
  private LedgerEntry entry;
  private final String startedAt;
  private @Nullable LiveProcess liveBefore;
  private @Nullable WorkspaceListing listing;
  private @Nullable Long revisionBefore;
  private boolean reverted;

  public ProcessApply(ApplyContext context, ProcessPlan plan, LedgerEntry entry) {
    this.context = context;
    this.plan = plan;
    this.entry = entry;
    this.reader = new LiveReader(context.api());
    PendingStep pending = entry.pending();
    this.startedAt = pending == null ? context.clock().instant().toString() : pending.startedAt();
  }

  public LedgerEntry entry() {
    return entry;
  }

  public String identity() {
    return plan.identity();
  }

  public String action() {
    PlanAction action = plan.mainAction();
    return action == null ? "none" : action.word();
  }

  // Reading and checking

  /// The process as it is before anything is written.
  public LiveProcess liveBefore() throws ApplyException {
    LiveProcess read = liveBefore;
    if (read == null) {
      String id = plan.id();
      if (id == null) {
        throw ApplyException.of(
            Verdict.STALE, "The plan names no process", "Plan again: procc plan");
      }
      read = reader.get(id);
      liveBefore = read;
      revisionBefore = read.revision();
    }
    return read;
  }

  public WorkspaceListing listing() throws ApplyException {
    WorkspaceListing read = listing;
    if (read == null) {
      read = reader.list(context.recordedIds());
      listing = read;
    }
    return read;
  }

  public boolean hasListing() {
    return listing != null;
  }

  public void cacheListing(WorkspaceListing read) {
    listing = read;
  }

  /// What was read before somebody else's turn counts no more.
  public void clearCache() {
    liveBefore = null;
    listing = null;
  }

  /// The process as it was read just now.
  void cacheLive(LiveProcess read) {
    liveBefore = read;
    revisionBefore = read.revision();
  }

  /// Ids of processes named like this one that nobody here knows.
  List<String> duplicateCandidates() throws ApplyException {
    return listing().unrecordedNamesakes(createName(), plan.id());
  }

  /// Those, and former processes of its own that are back.
  List<String> conflicts() throws ApplyException {
    return listing().duplicateCandidates(createName(), entry, plan.id());
  }

  /// The look-alikes of a fresh list.
  List<String> freshDuplicateCandidates() throws ApplyException {
    listing = null;
    return duplicateCandidates();
  }

  /// Those the plan was made with.
  List<String> plannedDuplicateCandidates() {
    for (PlanOperation operation : plan.operations()) {
      for (Precondition condition : operation.preconditions()) {
        if (condition instanceof Precondition.DuplicateCandidatesAre candidates) {
          return candidates.ids();
        }
      }
    }
    return List.of();
  }

  Json.Obj createBody() {
    for (PlanOperation operation : plan.operations()) {
      if (operation.kind() == OperationKind.CREATE && operation.body() instanceof Json.Obj body) {
        return body;
      }
    }
    return Json.Obj.EMPTY;
  }

  private String createName() {
    return createBody().text("name").orElse(plan.name());
  }

  // The ledger

  /// Notes a step; the next one does not begin before the store has it.
  public void beginStep(
      ApplyStep step, String description, @Nullable String createdId, boolean sending)
      throws ApplyException {
    context.events().step(identity(), description);
    PendingStep pending =
        new PendingStep(
            step.text(),
            plan.hash(),
            startedAt,
            sending ? context.now().toString() : null,
            new PendingStep.StepSubject(
                plan.id(),
                createdId,
                createBody().members().isEmpty() ? null : createBodyHash(),
                plannedDuplicateCandidates()));
    save(withName().withPending(pending), step.text());
  }

  /// The entry with a name, which a resume without the plan searches by.
  private LedgerEntry withName() {
    return entry.name().isEmpty() ? entry.withDefinition(plan.name(), entry.definition()) : entry;
  }

  /// What is to be created, to know it again.
  String createBodyHash() {
    return dev.procc.live.wire.ProcessJson.sha256(createBody());
  }

  public void save(LedgerEntry next, String what) throws ApplyException {
    String hash = plan.hash().isEmpty() ? "" : ", plan " + abbreviated(plan.hash());
    try {
      context.store().save(next, identity() + ": " + what + hash);
      entry = next;
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }

  private static String abbreviated(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) : hash;
  }

  /// The entry with what is live now and what the definition says, and no step pending.
  LedgerEntry appliedEntry(LiveProcess live, List<NodeRecord> lines) {
    LedgerUpdate update = plan.ledgerUpdate();
    if (update == null) {
      return withLive(live, lines);
    }
    boolean ignoredDrift = false;
    for (FieldChange change : plan.changes()) {
      ignoredDrift |=
          change.reason() == ChangeReason.IGNORED && change.changedBy() != ChangedBy.CONVERGED;
    }
    return appliedEntry(
        live, lines, ignoredDrift ? RecordedDefinition.UNKNOWN_SOURCE : update.sourceHash());
  }

  /// The same where something is not as it was foretold: the next plan looks again.
  LedgerEntry mismatchedEntry(LiveProcess live, List<NodeRecord> lines) {
    return appliedEntry(live, lines, RecordedDefinition.UNKNOWN_SOURCE);
  }

  private LedgerEntry appliedEntry(LiveProcess live, List<NodeRecord> lines, String sourceHash) {
    LedgerUpdate update = plan.ledgerUpdate();
    LedgerEntry next = withLive(live, lines);
    return update == null
        ? next
        : next.withDefinition(
            plan.name(),
            new RecordedDefinition(
                sourceHash, update.protect(), update.onRemoval(), update.sourceLines()));
  }

  private LedgerEntry withLive(LiveProcess live, List<NodeRecord> lines) {
    return entry.withLive(live.id(), live.revision(), live.contentHash(), lines).withPending(null);
  }

  /// The nodes of the definition, the process first, in document order.
  List<NodeUpdate> definitionNodes() {
    LedgerUpdate update = plan.ledgerUpdate();
    return update == null ? List.of() : update.nodes();
  }

  /// Nothing was changed: the step is taken back.
  public void cancelStart() {
    if (calls.isEmpty() && entry.pending() != null) {
      LedgerEntry withoutStep = entry.withPending(null);
      try {
        if (withoutStep.id() == null
            && withoutStep.history().formers().isEmpty()
            && withoutStep.nodes().isEmpty()) {
          context
              .store()
              .delete(withoutStep.target(), withoutStep.identity(), identity() + ": nothing done");
        } else {
          context.store().save(withoutStep, identity() + ": nothing done");
        }
        entry = withoutStep;
      } catch (LedgerException e) {
        warnings.add("the step could not be taken back: " + e.getMessage());
      }
    }
  }

  // Writing

  /// A write over the wire.
  interface Write<T> {
    T send() throws ApiException;
  }

  public void throwIfStopRequested() throws ApplyException {
    if (context.settings().stopRequested().getAsBoolean()) {
      throw ApplyException.of(
          Verdict.INTERRUPTED,
          calls.isEmpty() ? "Stopped before anything was changed" : "Stopped between two calls",
          calls.isEmpty() ? "Run it again" : "Go on with procc apply --resume " + identity());
    }
  }

  public void recordCall(String operationId, String request, int size, ReadBack readBack) {
    calls.add(new WrittenCall(operationId, request, size, readBack));
  }

  /// What the last write turned out to be.
  void recordReadBack(ReadBack readBack) {
    if (!calls.isEmpty()) {
      WrittenCall last = calls.removeLast();
      calls.add(new WrittenCall(last.id(), last.request(), last.size(), readBack));
    }
  }

  /// Whether anything that was written still stands.
  public boolean hasStandingWrites() {
    return !calls.isEmpty() && !reverted;
  }

  /// What was written is undone.
  public void markReverted() {
    reverted = true;
  }

  /// Fails as the call did; where it may have happened nothing is certain any more.
  ApplyException failure(ApiException e) {
    ApplyException halt = ApplyException.of(e);
    return hasStandingWrites() || e.mayHaveHappened() ? halt.asPartialAfterWrites() : halt;
  }

  public ProcessResult result(
      Verdict verdict,
      String message,
      String help,
      @Nullable String id,
      @Nullable String formerId,
      @Nullable Long revisionAfter) {
    return new ProcessResult(
        identity(),
        plan.name(),
        action(),
        new Conclusion(verdict, message, help),
        new ProcessIds(id, formerId, revisionBefore, revisionAfter),
        new ApplyDetails(calls, List.of(), List.of(), warnings));
  }

  public ProcessResult failedResult(ApplyException cause) {
    return new ProcessResult(
        identity(),
        plan.name(),
        action(),
        new Conclusion(cause.verdict(), cause.getMessage(), cause.help()),
        new ProcessIds(entry.id(), null, revisionBefore, null),
        new ApplyDetails(calls, cause.mismatches(), cause.findings(), warnings));
  }

  /// Addresses of the process, the root group and every node, in document order.
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    definitionNodes()
        .forEach(row ->
            addresses.add(row.path().isEmpty() ? identity() : identity() + "/" + row.path()));
    return addresses;
  }

  /// The ids of the live nodes by address, as far as the plan names them.
  Map<String, String> nodeIds() {
    Map<String, String> ids = new HashMap<>();
    for (NodeUpdate row : definitionNodes()) {
      String id = row.path().isEmpty() ? plan.id() : row.id();
      if (id != null) {
        ids.put(row.path().isEmpty() ? identity() : identity() + "/" + row.path(), id);
      }
    }
    return ids;
  }
}
