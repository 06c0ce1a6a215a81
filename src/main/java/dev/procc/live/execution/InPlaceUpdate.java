package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiException;
import dev.procc.live.execution.PredictedBody.PredictedDate;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.record.OperationContent;
import dev.procc.live.record.PlannedNodes;
import dev.procc.live.record.WrittenFields;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The execution of a plan that changes a process in place: the PATCH, then the batches of names,
/// each read back.
///
/// The API has no conditional call: the process is read right before each one, once the step is
/// recorded, and an edit that still came in between is detected by the revision.
///
/// Both calls are idempotent by value. After a lost response, the process is read, and what is
/// still missing is sent again; but never a PATCH of the window with `relativeDates: true` that may
/// have been carried out in part, since the server moves dates with each.
public final class InPlaceUpdate {
  private final ProcessApply apply;
  private final ProcessPlan plan;
  private final LedgerRecorder recorder;
  private final List<PredictedDate> predictedDates;
  private final Map<String, String> addressById;
  private final List<PlanOperation> done = new ArrayList<>();
  private final InPlaceFailures failures;

  public InPlaceUpdate(ProcessApply apply, ProcessPlan plan) {
    this.apply = apply;
    this.plan = plan;
    this.recorder = new LedgerRecorder(plan, apply.journal().options());
    this.predictedDates = predictedDates(plan);
    this.failures = new InPlaceFailures(apply, plan, recorder, done);
    this.addressById = PlannedNodes.of(plan).addressesById();
  }

  private static List<PredictedDate> predictedDates(ProcessPlan plan) {
    List<PredictedDate> predictedDates = new ArrayList<>();
    Map<String, String> ids = PlannedNodes.of(plan).idsByAddress();
    for (PredictedShift shift : plan.explanation().predictedShifts()) {
      String id = ids.get(shift.address());
      if (id != null) {
        predictedDates.add(new PredictedDate(id, shift.field(), shift.after()));
      }
    }
    return predictedDates;
  }

  /// Executes all operations after the preconditions were checked; checks the content as well if
  /// nothing was read yet.
  public ProcessResult run() throws ApplyException {
    LiveProcess live = apply.live().known();
    for (PlanOperation operation : plan.operations()) {
      apply.throwIfStopRequested();
      live = sendUntilShown(operation, live);
      done.add(operation);
    }
    return end(
        live == null ? apply.live().process() : live, "Changed in place, read back as predicted");
  }

  /// Sends what an interrupted apply had not sent, and verifies the whole.
  ///
  /// @throws ApplyException `PARTIAL` if somebody else has changed the process since the plan
  public ProcessResult resume() throws ApplyException {
    LiveProcess live = apply.live().process();
    ContentBefore before = new ContentBefore(plan, apply.journal().options()::accepts);
    if (!before.isOnlyApplied(live)) {
      ContentBefore ofServer = new ContentBefore(plan, (address, field) -> true);
      throw ofServer.isOnlyApplied(live)
          ? failures.unexplained(live, mismatchesOf(ofServer.asSent(bodyOf(live)), bodyOf(live)))
          : failures.editedBesides(live, List.of());
    }
    for (PlanOperation operation : plan.operations()) {
      Json remaining = PredictedBody.notYetShown(sentBy(operation), before.asSent(bodyOf(live)));
      boolean partlyDone = PredictedBody.requestSize(remaining) < operation.changeCount();
      if (PredictedBody.requestSize(remaining) > 0 && !(partlyDone && movesDates(operation))) {
        apply.throwIfStopRequested();
        PlanOperation rest =
            new PlanOperation(
                operation.kind(),
                operation.number(),
                operation.call().withBody(remaining),
                List.of());
        live = sendUntilShown(rest, live);
      }
      done.add(operation);
    }
    Json.Obj predicted = bodyOf(live);
    for (PlanOperation operation : plan.operations()) {
      predicted = predictedBody(predicted, operation);
    }
    List<Mismatch> mismatches = mismatchesOf(normalized(predicted), bodyOf(live));
    if (!mismatches.isEmpty()) {
      throw failures.mismatch(live, mismatches, null);
    }
    return end(live, "Resumed and ended, read back as predicted");
  }

  private ProcessResult end(LiveProcess live, String message) throws ApplyException {
    LedgerJournal journal = apply.journal();
    journal.save(recorder.applied(journal.entry(), live, WrittenFields.of(plan, live)), "applied");
    return apply.result().applied(message, "", live, null);
  }

  private static Json.Obj bodyOf(LiveProcess live) {
    return ProcessJson.body(live.process());
  }

  private static Json sentBy(PlanOperation operation) {
    Json body = operation.body();
    return body == null ? Json.NULL : body;
  }

  /// Whether the server moves dates when it carries the operation out.
  private boolean movesDates(PlanOperation operation) {
    return operation.kind() == OperationKind.PATCH && !predictedDates.isEmpty();
  }

  private Json.Obj predictedBody(Json.Obj body, PlanOperation operation) {
    return operation.body() instanceof Json.Arr document
        ? PredictedBody.afterPatch(body, document, predictedDates)
        : PredictedBody.afterRename(body, sentBy(operation));
  }

  private static Json.Obj normalized(Json.Obj body) throws ApplyException {
    return bodyOf(LiveReader.parse(body));
  }

  // Sending

  /// Sends an operation until the process shows it.
  ///
  /// @param known the process before it; null if it was not read yet
  private LiveProcess sendUntilShown(PlanOperation operation, @Nullable LiveProcess known)
      throws ApplyException {
    begin(operation);
    checkBefore(operation, known);
    LiveProcess before = known == null ? apply.live().process() : known;
    Json.Obj bodyBefore = bodyOf(before);
    Json.Obj expected = normalized(predictedBody(bodyBefore, operation));
    Json toSend = sentBy(operation);
    for (int attempt = 1; ; attempt++) {
      ApiException lostResponse = send(operation, toSend);
      if (lostResponse != null && movesDates(operation)) {
        new LostResponse(apply.context(), apply.identity()).awaitServer();
      }
      LiveProcess live = apply.context().reader().get(liveId());
      Json.Obj shown = bodyOf(live);
      List<Mismatch> mismatches = mismatchesOf(expected, shown);
      apply.result().recordReadBack(ReadBack.of(mismatches.isEmpty()));
      if (mismatches.isEmpty()) {
        checkRevision(operation, before, live, attempt);
        return live;
      }
      boolean isUntouched = shown.equals(bodyBefore);
      if (isUntouched) {
        failures.checkAttempts(live, lostResponse, attempt);
      }
      boolean isTouched = lostResponse != null && !isUntouched;
      boolean mayMove = isTouched && movesDates(operation);
      boolean isOurs = !isTouched || mayMove || isCarriedOutInPart(operation, bodyBefore, shown);
      if (!isOurs || mayMove || lostResponse == null || attempt == InPlaceFailures.MAX_ATTEMPTS) {
        boolean isTheirs = !isOurs && !isOfCall(operation, mismatches);
        if (isTheirs || movedBeyond(operation, before, live, attempt)) {
          throw failures.editedBesides(live, mismatches);
        }
        throw failures.unlikePredicted(live, mismatches, isOurs, lostResponse);
      }
      toSend = PredictedBody.notYetShown(toSend, shown);
      begin(operation);
    }
  }

  private void checkBefore(PlanOperation operation, @Nullable LiveProcess known)
      throws ApplyException {
    PreconditionCheck check = new PreconditionCheck(apply, plan);
    if (known == null) {
      check.check(operation);
    } else {
      check.checkContent(known.contentHash() + known.besides());
    }
  }

  /// Whether its revision has moved more often than the calls can have done it.
  private static boolean movedBeyond(
      PlanOperation operation, LiveProcess before, LiveProcess live, int calls) {
    Long from = before.revision();
    Long to = live.revision();
    return from != null && to != null && to - from > (long) calls * operation.changeCount();
  }

  /// Whether each field shows its old or its new value, so that nobody else edited it.
  private boolean isCarriedOutInPart(PlanOperation operation, Json.Obj before, Json.Obj shown)
      throws ApplyException {
    PlanOperation part =
        new PlanOperation(
            operation.kind(),
            operation.number(),
            operation.call().withBody(PredictedBody.shownOf(sentBy(operation), shown)),
            List.of());
    return mismatchesOf(normalized(predictedBody(before, part)), shown).isEmpty();
  }

  /// Whether everything that is not as predicted is in fields that the call writes.
  private boolean isOfCall(PlanOperation operation, List<Mismatch> mismatches) {
    List<String> written = OperationContent.written(operation, apply.identity(), addressById);
    for (Mismatch mismatch : mismatches) {
      String field = mismatch.field();
      String name = field.equals(FieldRole.TITLE.fieldName()) ? FieldRole.NAME.fieldName() : field;
      if (!written.contains(mismatch.address() + ":" + name)) {
        return false;
      }
    }
    return true;
  }

  /// Checks the revision, the only sign of an edit between the last look and the call in a field
  /// that the call writes. The revision grows once a call or once an operation: if it may be
  /// either, it is only reported.
  private void checkRevision(
      PlanOperation operation, LiveProcess before, LiveProcess live, int calls)
      throws ApplyException {
    Long from = before.revision();
    Long to = live.revision();
    if (from == null || to == null || to - from <= calls) {
      return;
    }
    String moved = "its revision went from " + from + " to " + to;
    if (!movedBeyond(operation, before, live, calls)) {
      apply
          .result()
          .warn(
              moved
                  + ": either the server counts each change, which procc probe finds out, or"
                  + " somebody edited it meanwhile");
      return;
    }
    failures.recordOther(
        live, WrittenFields.of(plan, live), "edited between the last look and the write");
    throw ApplyException.mismatch(
        "Somebody edited it between the last look and the write, "
            + moved
            + "; if it was here, it is overwritten: "
            + String.join(", ", OperationContent.written(operation, apply.identity(), addressById)),
        "Ask who edited it, the history of the process in Workiva names them; then procc plan",
        List.of());
  }

  private void begin(PlanOperation operation) throws ApplyException {
    int changes = operation.changeCount();
    if (operation.kind() == OperationKind.PATCH) {
      apply.journal().begin(ApplyStep.PATCHING, "patch " + Plural.of(changes, "field"));
    } else {
      String nodes = changes == 1 ? "1 job or group" : changes + " jobs and groups";
      apply.journal().begin(ApplyStep.RENAMING, "rename " + nodes);
    }
  }

  private String liveId() throws ApplyException {
    return apply.live().process().id();
  }

  /// @return the failure if the call may still have been carried out; otherwise null
  private @Nullable ApiException send(PlanOperation operation, Json body) throws ApplyException {
    ApiException failure = null;
    try {
      if (body instanceof Json.Arr document) {
        apply.api().patch(liveId(), document);
      } else if (body instanceof Json.Obj batch) {
        apply.api().rename(liveId(), batch);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw e.isFinal() ? failures.givenUp(e) : apply.failure(e);
      }
      failure = e;
    }
    apply.result().recordCall(operation);
    return failure;
  }

  // Reading back

  private List<Mismatch> mismatchesOf(Json.Obj expected, Json.Obj actual) {
    List<Mismatch> mismatches =
        BodyComparison.compareLive(
            expected,
            actual,
            node -> addressById.getOrDefault(node.text("id").orElse(""), apply.identity()));
    List<Mismatch> unaccepted = new ArrayList<>();
    for (Mismatch mismatch : mismatches) {
      if (!apply.journal().options().accepts(mismatch.address(), mismatch.field())) {
        unaccepted.add(mismatch);
      }
    }
    return unaccepted;
  }
}
