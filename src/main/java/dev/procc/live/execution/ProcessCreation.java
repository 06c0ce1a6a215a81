package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiError;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a new process, alone or in the place of an old one: create, read back, validate, switch
/// the ledger over, put the old one into the bin. Until the switch the old one is the process, and
/// whatever goes wrong puts the new one into the bin.
public final class ProcessCreation {
  private static final int MAX_ATTEMPTS = 3;

  private final ProcessApply apply;
  private final DuplicateSearch duplicateSearch;

  public ProcessCreation(ProcessApply apply) {
    this.apply = apply;
    this.duplicateSearch = new DuplicateSearch(apply);
  }

  private boolean replaces() {
    return apply.plan.replaces();
  }

  /// From step 1, the preconditions being checked.
  public ProcessResult run() throws ApplyException {
    if (replaces()) {
      apply.liveBefore();
    }
    apply.throwIfStopRequested();
    return continueFromCreated(create());
  }

  /// Step 1: one POST, and if its answer is lost, a search for what it made.
  ///
  /// @return the id of the new process
  private String create() throws ApplyException {
    apply.beginStep(ApplyStep.CREATING, "create the new process", null, true);
    try {
      Json.Obj created = apply.context.api().create(apply.createBody());
      return created.text("id").orElse("");
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw apply.failure(e);
      }
      apply.warnings.add("the answer to the create was lost: " + e.getMessage());
      return resolveLostResponse(apply.entry().pending());
    }
  }

  /// Step 1 again: takes the one that was made, or makes it when there is none.
  public String resolveLostResponse(@Nullable PendingStep pending) throws ApplyException {
    String createdId = duplicateSearch.resolveLostResponse(pending);
    if (createdId != null) {
      return createdId;
    }
    apply.throwIfStopRequested();
    return create();
  }

  /// Steps 2 to 6.
  public ProcessResult continueFromCreated(String id) throws ApplyException {
    apply.context.recordedIds().add(id);
    apply.recordCall("create", "POST /processes", 1, ReadBack.NOT_READ);
    apply.beginStep(ApplyStep.CREATED, "read it back", id, false);
    LiveProcess live = readBack(id);
    duplicateSearch.yieldToEarlierDuplicate(live);
    Set<String> writeOnly = patchWriteOnly(live);
    List<ServerFinding> findings = validate(live, writeOnly);
    LiveProcess current = writeOnly.isEmpty() ? live : apply.reader.get(id);
    if (replaces()) {
      checkFormer(id);
      return switchToNew(current, writeOnly, findings);
    }
    apply.save(
        withFormerId(apply.appliedEntry(current, nodeRecords(current, writeOnly))),
        "created " + id);
    return appliedResult(current, "Created, read back as sent" + findingsText(findings), null);
  }

  /// Until here the old process can stay; it does when it was edited or started meanwhile.
  private void checkFormer(String id) throws ApplyException {
    try {
      new PreconditionCheck(apply).checkBeforeTrash();
    } catch (ApplyException halt) {
      discardNew(id);
      throw halt;
    }
  }

  /// A process that is created again keeps the id it had among the former ones.
  private LedgerEntry withFormerId(LedgerEntry entry) {
    String lastId = apply.entry().id();
    return lastId == null || lastId.equals(entry.id())
        ? entry
        : entry.withFormer(
            new FormerProcess(lastId, apply.context.now().toString(), true, apply.entry().nodes()));
  }

  /// Step 2.
  private LiveProcess readBack(String id) throws ApplyException {
    LiveProcess live = apply.reader.get(id);
    List<Mismatch> mismatches = mismatchesOf(live);
    apply.recordReadBack(ReadBack.of(mismatches.isEmpty()));
    if (mismatches.isEmpty()) {
      return live;
    }
    String fields = mismatches.size() + (mismatches.size() == 1 ? " field" : " fields");
    if (replaces()) {
      discardNew(id);
      throw ApplyException.mismatch(
          "The new process does not show what was sent: "
              + fields
              + "; it is in the bin, the old one stays",
          "Accept what the server makes of it with --accept-server-value FIELD, and plan again",
          mismatches);
    }
    apply.save(
        apply.mismatchedEntry(live, nodeRecords(live, Set.of())),
        "created " + id + ", other than sent");
    throw ApplyException.mismatch(
        "The new process does not show what was sent: " + fields,
        "Look at it; accept what the server makes of it with --accept-server-value FIELD",
        mismatches);
  }

  private List<Mismatch> mismatchesOf(LiveProcess live) {
    Json.Obj actual = ProcessJson.createBody(live.process()).body();
    List<Mismatch> mismatches = new ArrayList<>();
    for (Mismatch mismatch :
        BodyComparison.compareCreated(apply.createBody(), actual, apply.addresses())) {
      if (!apply.context.settings().options().accepts(mismatch.address(), mismatch.field())) {
        mismatches.add(mismatch);
      }
    }
    return mismatches;
  }

  /// What only a PATCH can set; nobody shows it, so a lost answer is simply sent again.
  private Set<String> patchWriteOnly(LiveProcess live) throws ApplyException {
    for (PlanOperation operation : apply.plan.operations()) {
      if (operation.kind() == OperationKind.SET_WRITE_ONLY
          && operation.body() instanceof Json.Arr document) {
        apply.context.events().step(apply.identity(), "set what only a PATCH can set");
        patchUntilAnswered(live.id(), document);
        apply.recordCall(
            operation.id(),
            "PATCH /processes/" + live.id(),
            operation.changeCount(),
            ReadBack.NEVER_SHOWN);
        return InPlaceUpdate.writeOnlyFields(document);
      }
    }
    return Set.of();
  }

  private void patchUntilAnswered(String id, Json.Arr document) throws ApplyException {
    for (int attempt = 1; ; attempt++) {
      try {
        apply.context.api().patch(id, document);
        return;
      } catch (ApiException e) {
        if (!e.mayHaveHappened() || attempt == MAX_ATTEMPTS) {
          discardIfReplacement(id);
          throw apply.failure(e);
        }
      }
    }
  }

  /// Step 3.
  private List<ServerFinding> validate(LiveProcess live, Set<String> writeOnly)
      throws ApplyException {
    if (apply.plan.operations().stream().noneMatch(o -> o.kind() == OperationKind.VALIDATE)) {
      return List.of();
    }
    apply.context.events().step(apply.identity(), "let the server validate it");
    List<ApiError> errors;
    try {
      errors = apply.context.api().validate(live.id());
    } catch (ApiException e) {
      throw apply.failure(e);
    }
    if (errors.isEmpty()) {
      return List.of();
    }
    LedgerEntry entry = apply.appliedEntry(live, nodeRecords(live, writeOnly));
    List<ServerFinding> findings =
        ServerFindingLocator.locate(errors, entry, apply.reader.getJson(live.id()));
    if (apply.context.settings().options().has(ApplyOption.ALLOW_INVALID)) {
      apply.warnings.add(
          "the server's validation found " + errors.size() + ", allowed by --allow-invalid");
      return findings;
    }
    discardNew(live.id());
    String consequence =
        replaces() ? "; it is in the bin, the old one stays" : "; it is in the bin";
    throw ApplyException.invalid(
        "The server's validation found "
            + errors.size()
            + (errors.size() == 1 ? " error" : " errors")
            + " in the new process"
            + consequence,
        "Correct them; --allow-invalid is for definitions meant to be incomplete",
        findings);
  }

  /// Steps 4 to 6.
  private ProcessResult switchToNew(
      LiveProcess live, Set<String> writeOnly, List<ServerFinding> findings) throws ApplyException {
    String formerId = apply.liveBefore().id();
    apply.context.events().step(apply.identity(), "note the new process");
    LedgerEntry next =
        apply
            .appliedEntry(live, nodeRecords(live, writeOnly))
            .withFormer(
                new FormerProcess(
                    formerId, apply.context.now().toString(), false, apply.entry().nodes()));
    PendingStep pending = apply.entry().pending();
    apply.save(
        next.withPending(
            keepsFormer() ? null : pendingStep(pending, ApplyStep.SWITCHED, live.id())),
        "switched to " + live.id());
    if (keepsFormer()) {
      return appliedResult(
          live,
          "Replaced, read back as sent; the old one stays" + findingsText(findings),
          formerId);
    }
    return trashFormer(live, formerId, findingsText(findings));
  }

  private boolean keepsFormer() {
    return apply.context.settings().options().has(ApplyOption.KEEP_OLD);
  }

  private PendingStep pendingStep(@Nullable PendingStep pending, ApplyStep step, String createdId) {
    return new PendingStep(
        step.text(),
        apply.plan.hash(),
        pending == null ? apply.context.now().toString() : pending.startedAt(),
        null,
        new PendingStep.StepSubject(
            apply.plan.id(),
            createdId,
            pending == null ? null : pending.subject().createBodyHash(),
            apply.plannedDuplicateCandidates()));
  }

  /// Steps 5 and 6.
  public ProcessResult trashFormer(LiveProcess live, String formerId, String findingsText)
      throws ApplyException {
    TrashStep.trash(apply, formerId);
    LedgerEntry entry = apply.entry();
    apply.save(
        entry
            .withFormer(new FormerProcess(formerId, apply.context.now().toString(), true))
            .withPending(null),
        "trashed " + formerId);
    return appliedResult(
        live, "Replaced, read back as sent; the old one is in the bin" + findingsText, formerId);
  }

  private static String findingsText(List<ServerFinding> findings) {
    return findings.isEmpty() ? "" : "; " + findings.size() + " findings of the server stand";
  }

  private ProcessResult appliedResult(LiveProcess live, String message, @Nullable String formerId) {
    return apply.result(Verdict.APPLIED, message, "", live.id(), formerId, live.revision());
  }

  private List<NodeRecord> nodeRecords(LiveProcess live, Set<String> writeOnly) {
    return new NodeRecorder(
            apply.context.settings(), apply.identity(), apply.entry().nodes(), Set.of(), writeOnly)
        .record(apply.definitionNodes(), live, true);
  }

  /// Takes the new process back; the ledger then says what it said before.
  public void discardNew(String id) throws ApplyException {
    apply.context.events().step(apply.identity(), "take the new process back");
    TrashStep.trash(apply, id);
    apply.save(apply.entry().withPending(null), "took back " + id);
    apply.markReverted();
  }

  /// A replacement that cannot go on is taken back; a process made alone stays for the resume.
  private void discardIfReplacement(String id) throws ApplyException {
    if (replaces()) {
      discardNew(id);
    }
  }
}
