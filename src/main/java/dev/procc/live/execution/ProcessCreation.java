package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiError;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.record.OperationContent;
import dev.procc.live.record.PlannedNodes;
import dev.procc.live.record.WrittenFields;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The execution of a plan that creates a process, alone or in place of another one.
///
/// Until the former process is trashed, it is the current one, and any failure moves the new one to
/// the bin.
public final class ProcessCreation {
  private static final int MAX_ATTEMPTS = 3;

  private final ProcessApply apply;
  private final ProcessPlan plan;
  private final LedgerJournal journal;
  private final LedgerRecorder recorder;
  private final PlannedNodes nodes;
  private final DuplicateSearch duplicateSearch;

  public ProcessCreation(ProcessApply apply, ProcessPlan plan) {
    this.apply = apply;
    this.plan = plan;
    this.journal = apply.journal();
    this.recorder = new LedgerRecorder(plan, apply.journal().options());
    this.nodes = PlannedNodes.of(plan);
    this.duplicateSearch = DuplicateSearch.of(apply, nodes);
  }

  /// The state of a creation.
  ///
  /// @param live the new process as it was last read
  /// @param writeOnly names of the fields that were set after the create and are never returned
  /// @param findings of the server's validation that were allowed
  /// @param formerId the process that was replaced; null until then
  private record NewProcess(
      LiveProcess live,
      Set<String> writeOnly,
      List<ServerFinding> findings,
      @Nullable String formerId) {
    String findingsText() {
      return findings.isEmpty() ? "" : "; " + findings.size() + " findings of the server stand";
    }

    WrittenFields written() {
      return WrittenFields.created(writeOnly);
    }
  }

  /// Executes all operations after the preconditions were checked.
  public ProcessResult run() throws ApplyException {
    if (plan.replaces()) {
      apply.live().process();
    }
    apply.throwIfStopRequested();
    return executeAfter(create());
  }

  /// Executes all operations after a create whose response was lost: it takes the created process,
  /// or creates it if there is none.
  public ProcessResult resumeCreating(@Nullable PendingStep pending) throws ApplyException {
    return executeAfter(settleCreate(pending));
  }

  /// Executes the operations after the create.
  ///
  /// @param created the new process as the create left it
  public ProcessResult executeAfter(SeenProcess created) throws ApplyException {
    NewProcess made = null;
    for (PlanOperation operation : plan.operations()) {
      if (operation.kind() == OperationKind.CREATE) {
        made = takeOver(operation, created);
      } else if (made != null) {
        made = execute(operation, made);
      }
    }
    if (made == null) {
      throw new IllegalStateException("a plan that creates has an operation for it");
    }
    return end(made);
  }

  private NewProcess execute(PlanOperation operation, NewProcess made) throws ApplyException {
    return switch (operation.kind()) {
      case SET_WRITE_ONLY -> setWriteOnly(operation, made);
      case VALIDATE -> validate(made);
      case TRASH -> replaceFormer(operation, made);
      case CREATE, PATCH, RENAME, ADD_TASKS ->
          throw new IllegalStateException("not after a create: " + operation.id());
    };
  }

  // Creating

  /// Creates the process by one POST; if its response is lost, searches for what it made.
  private SeenProcess create() throws ApplyException {
    journal.begin(ApplyStep.CREATING, "create the new process");
    apply.result().sending();
    try {
      return seen(apply.api().create(apply.subject().create().body()));
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        apply.result().settledAsNotDone();
        throw apply.failure(e);
      }
      apply.result().warn("the answer to the create was lost: " + e.getMessage());
      return settleCreate(journal.entry().pending());
    }
  }

  /// The created process, which exists even if its response cannot be read; its content is then
  /// unknown.
  private static SeenProcess seen(Json.Obj created) {
    try {
      LiveProcess answer = LiveReader.parse(created);
      return SeenProcess.ofContent(answer.id(), answer.contentHash());
    } catch (ApplyException unreadable) {
      return new SeenProcess(created.text("id").orElse(""), null);
    }
  }

  private SeenProcess settleCreate(@Nullable PendingStep pending) throws ApplyException {
    Optional<SeenProcess> created = duplicateSearch.settle(pending);
    if (created.isPresent()) {
      return created.get();
    }
    apply.result().settledAsNotDone();
    apply.throwIfStopRequested();
    return create();
  }

  /// Reads the new process back. Of two that were created at the same time, one is trashed.
  private NewProcess takeOver(PlanOperation create, SeenProcess created) throws ApplyException {
    apply.context().recordedIds().add(created.id());
    apply.result().recordCall(create);
    journal.begin(ApplyStep.CREATED, "read it back", created);
    LiveProcess live = duplicateSearch.awaitShown(created.id());
    List<Mismatch> mismatches = mismatchesOf(live);
    apply.result().recordReadBack(ReadBack.of(mismatches.isEmpty()));
    if (!mismatches.isEmpty()) {
      throw mismatch(created, live, mismatches);
    }
    duplicateSearch.yieldToEarlierDuplicate(live);
    return new NewProcess(live, Set.of(), List.of(), null);
  }

  private List<Mismatch> mismatchesOf(LiveProcess live) {
    Json.Obj sent = apply.subject().create().body();
    Json.Obj actual = ProcessJson.createBody(live.process()).body();
    List<Mismatch> mismatches = new ArrayList<>();
    for (Mismatch mismatch : BodyComparison.compareCreated(sent, actual, nodes.addresses())) {
      if (!apply.journal().options().accepts(mismatch.address(), mismatch.field())) {
        mismatches.add(mismatch);
      }
    }
    return mismatches;
  }

  /// @param created as the create left it: if somebody edited it since, it stays
  private ApplyException mismatch(SeenProcess created, LiveProcess live, List<Mismatch> mismatches)
      throws ApplyException {
    String message =
        "The new process does not show what was sent: " + Plural.of(mismatches.size(), "field");
    if (plan.replaces()) {
      TrashStep.discardCreated(apply, created);
      return ApplyException.mismatch(
          message + "; it is in the bin, the old one stays",
          Mismatch.remedy(apply.identity(), mismatches),
          mismatches);
    }
    journal.save(
        recorder.mismatched(journal.entry(), live, WrittenFields.created(Set.of())),
        "created " + live.id() + ", other than sent");
    return ApplyException.mismatch(
        message, Mismatch.remedy(apply.identity(), mismatches), mismatches);
  }

  // Completing and validating

  /// Sets the write-only fields. Since the API never returns them, a PATCH without a response is
  /// just sent again.
  private NewProcess setWriteOnly(PlanOperation operation, NewProcess made) throws ApplyException {
    String id = made.live().id();
    if (!(operation.body() instanceof Json.Arr document)) {
      return made;
    }
    apply.announce("set what only a PATCH can set");
    patchUntilAnswered(SeenProcess.of(made.live()), document);
    HttpCall call = HttpCall.patch("/processes/" + id, document);
    apply
        .result()
        .recordCall(
            new WrittenCall(
                operation.id(), call.requestLine(), operation.changeCount(), ReadBack.NEVER_SHOWN));
    Set<String> fields = OperationContent.writeOnlyFields(List.of(operation));
    return new NewProcess(made.live(), fields, made.findings(), made.formerId());
  }

  private void patchUntilAnswered(SeenProcess created, Json.Arr document) throws ApplyException {
    for (int attempt = 1; ; attempt++) {
      try {
        apply.api().patch(created.id(), document);
        return;
      } catch (ApiException e) {
        if (!e.mayHaveHappened() || attempt == MAX_ATTEMPTS) {
          // A process that was created alone stays, for a resume.
          if (plan.replaces()) {
            TrashStep.discardCreated(apply, created);
          }
          throw apply.failure(e);
        }
      }
    }
  }

  private NewProcess validate(NewProcess made) throws ApplyException {
    String id = made.live().id();
    apply.announce("let the server validate it");
    List<ApiError> errors;
    try {
      errors = apply.context().api().validate(id);
    } catch (ApiException e) {
      throw apply.failure(e);
    }
    if (errors.isEmpty()) {
      return made;
    }
    LedgerEntry entry = recorder.applied(journal.entry(), made.live(), made.written());
    List<ServerFinding> findings =
        ServerFindingLocator.locate(errors, entry, apply.context().reader().getJson(id));
    if (journal.has(ApplyOption.ALLOW_INVALID)) {
      apply
          .result()
          .warn("the server's validation found " + errors.size() + ", allowed by --allow-invalid");
      return new NewProcess(made.live(), made.writeOnly(), findings, made.formerId());
    }
    TrashStep.discardCreated(apply, SeenProcess.of(made.live()));
    throw ApplyException.invalid(
        "The server's validation found "
            + Plural.of(errors.size(), "error")
            + " in the new process; it is in the bin"
            + (plan.replaces() ? ", the old one stays" : ""),
        "Correct them; --allow-invalid is for definitions meant to be incomplete",
        findings);
  }

  /// The process with its revision after the fields that were set since it was read. If it shows
  /// anything else than before, somebody edited it, which the next plan has to see.
  private LiveProcess current(NewProcess made) throws ApplyException {
    if (made.writeOnly().isEmpty()) {
      return made.live();
    }
    LiveProcess now = apply.context().reader().get(made.live().id());
    return SeenProcess.of(made.live()).isShownBy(now) ? now : made.live();
  }

  // Replacing

  /// Makes the new process the current one in the ledger, then moves the former one to the bin.
  private NewProcess replaceFormer(PlanOperation trash, NewProcess made) throws ApplyException {
    LiveProcess live = current(made);
    checkFormer(trash, SeenProcess.of(live));
    LiveProcess replaced = apply.live().process();
    SeenProcess seenFormer = SeenProcess.of(replaced);
    apply.announce("note the new process");
    LedgerEntry entry = journal.entry();
    FormerProcess former =
        new FormerProcess(
            seenFormer.id(),
            apply.context().now().toString(),
            false,
            entry.nodes(),
            replaced.contentHash());
    boolean keepsFormer = keepsFormer();
    PendingStep switched =
        keepsFormer
            ? null
            : journal.pendingStep(ApplyStep.SWITCHED, seenFormer, SeenProcess.of(live));
    journal.save(
        recorder.applied(entry, live, made.written()).withFormer(former).withPending(switched),
        "switched to " + live.id());
    if (!keepsFormer) {
      TrashStep.trashFormer(
          apply,
          seenFormer,
          SeenProcess.of(live),
          PreconditionCheck.givenUpRun(plan),
          "trashed " + seenFormer.id());
    }
    return new NewProcess(live, made.writeOnly(), made.findings(), seenFormer.id());
  }

  private boolean keepsFormer() {
    return journal.has(ApplyOption.KEEP_OLD);
  }

  /// Checks that the former process is unchanged; up to here it can stay, and it does if it was
  /// edited or started meanwhile. If it is to be trashed, the guard before the DELETE reads it as
  /// well.
  private void checkFormer(PlanOperation trash, SeenProcess created) throws ApplyException {
    try {
      apply.live().rereadListing();
      PreconditionCheck check = new PreconditionCheck(apply, plan);
      if (keepsFormer()) {
        check.check(trash);
      } else {
        check.checkByList(trash);
      }
    } catch (ApplyException failure) {
      TrashStep.discardCreated(apply, created);
      throw failure;
    }
  }

  private ProcessResult end(NewProcess made) throws ApplyException {
    if (made.formerId() == null) {
      LiveProcess live = current(made);
      journal.save(
          withLastId(recorder.applied(journal.entry(), live, made.written())),
          "created " + live.id());
      return apply
          .result()
          .applied("Created, read back as sent" + made.findingsText(), "", live, null);
    }
    return replaced(apply, made.live(), made.formerId(), keepsFormer(), made.findingsText());
  }

  private static ProcessResult replaced(
      ProcessApply apply,
      LiveProcess live,
      String formerId,
      boolean formerStays,
      String findingsText) {
    String what = formerStays ? "the old one stays" : "the old one is in the bin";
    return apply
        .result()
        .applied("Replaced, read back as sent; " + what + findingsText, "", live, formerId);
  }

  /// Ends a replacement, or a rollback, whose new process is already the current one.
  ///
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  public static ProcessResult resumeSwitched(
      ProcessApply apply, SeenProcess current, SeenProcess former, RunState allowed)
      throws ApplyException {
    PendingStep pending = apply.journal().entry().pending();
    boolean isRollback = pending != null && pending.isOfRollback();
    LiveProcess live = apply.context().reader().find(current.id()).orElse(null);
    TrashStep.trashFormer(apply, former, current, allowed, "trashed " + former.id());
    if (live == null) {
      live = apply.context().reader().get(current.id());
    }
    return isRollback
        ? TrashStep.rolledBack(apply, live, former.id())
        : replaced(apply, live, former.id(), false, "");
  }

  /// The entry of a process that is created again, with its last id among the former ones.
  private LedgerEntry withLastId(LedgerEntry entry) {
    String lastId = journal.entry().id();
    return lastId == null || lastId.equals(entry.id())
        ? entry
        : entry.withFormer(
            new FormerProcess(
                lastId,
                apply.context().now().toString(),
                true,
                journal.entry().nodes(),
                journal.entry().live().contentHash()));
  }
}
