package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.execution.PredictedBody.PredictedDate;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes a process where it stands: the PATCH, then the batches of names, each read back.
///
/// Both calls are idempotent by value. After a lost answer the process is read, and what is still
/// missing is sent again, but never a PATCH of the window under `relativeDates: true` that may have
/// been carried out in part: the server moves dates with each.
public final class InPlaceUpdate {
  /// The server works on a request for 29 s at most.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  private static final int MAX_ATTEMPTS = 3;

  private final ProcessApply apply;
  private final List<PredictedDate> predictedDates;
  private final Map<String, String> addressById = new HashMap<>();

  public InPlaceUpdate(ProcessApply apply) {
    this.apply = apply;
    this.predictedDates = predictedDatesOf(apply);
    for (NodeUpdate row : apply.definitionNodes()) {
      String id = row.id();
      if (id != null) {
        addressById.put(
            id, row.path().isEmpty() ? apply.identity() : apply.identity() + "/" + row.path());
      }
    }
  }

  private static List<PredictedDate> predictedDatesOf(ProcessApply apply) {
    List<PredictedDate> predictedDates = new ArrayList<>();
    Map<String, String> ids = apply.nodeIds();
    for (PredictedShift shift : apply.plan.explanation().predictedShifts()) {
      String id = ids.get(shift.address());
      if (id != null) {
        predictedDates.add(new PredictedDate(id, shift.field(), shift.after()));
      }
    }
    return predictedDates;
  }

  public ProcessResult run() throws ApplyException {
    LiveProcess live = apply.liveBefore();
    Json.Obj body = ProcessJson.body(live.process());
    for (PlanOperation operation : apply.plan.operations()) {
      apply.throwIfStopRequested();
      Json.Obj predicted = normalized(predictedBody(body, operation));
      live = sendUntilShown(operation, body, predicted);
      body = ProcessJson.body(live.process());
    }
    apply.save(apply.appliedEntry(live, nodeRecords(live, writeOnlyFields())), "applied");
    return apply.result(
        Verdict.APPLIED,
        "Changed in place, read back as foretold",
        "",
        live.id(),
        null,
        live.revision());
  }

  private Json.Obj predictedBody(Json.Obj body, PlanOperation operation) {
    return operation.body() instanceof Json.Arr document
        ? PredictedBody.afterPatch(body, document, predictedDates)
        : PredictedBody.afterRename(body, bodyOf(operation));
  }

  private static Json bodyOf(PlanOperation operation) {
    Json body = operation.body();
    return body == null ? Json.NULL : body;
  }

  private static Json.Obj normalized(Json.Obj body) throws ApplyException {
    return ProcessJson.body(LiveReader.parse(body).process());
  }

  /// Sends an operation until the process is as expected.
  private LiveProcess sendUntilShown(PlanOperation operation, Json.Obj before, Json.Obj expected)
      throws ApplyException {
    boolean patch = operation.body() instanceof Json.Arr;
    ApplyStep step = patch ? ApplyStep.PATCHING : ApplyStep.RENAMING;
    String description =
        patch
            ? "patch " + counted(operation.changeCount(), "field")
            : "rename " + counted(operation.changeCount(), "job or group", "jobs and groups");
    Json toSend = bodyOf(operation);
    for (int attempt = 1; ; attempt++) {
      apply.beginStep(step, description, null, true);
      ApiException lostResponse = send(operation, toSend);
      if (lostResponse != null && patch && !predictedDates.isEmpty()) {
        apply.context.sleep(
            apply.identity(), SERVER_LIMIT, "the answer was lost, the server may still be at work");
      }
      LiveProcess live = apply.reader.get(liveId());
      List<Mismatch> mismatches = mismatchesOf(expected, ProcessJson.body(live.process()));
      apply.recordReadBack(ReadBack.of(mismatches.isEmpty()));
      if (mismatches.isEmpty()) {
        return live;
      }
      boolean untouched = ProcessJson.body(live.process()).equals(before);
      if (lostResponse == null
          || attempt == MAX_ATTEMPTS
          || (!untouched && patch && !predictedDates.isEmpty())) {
        throw mismatch(live, mismatches, lostResponse);
      }
      toSend = notYetShown(toSend, ProcessJson.body(live.process()));
    }
  }

  private static String counted(int number, String singular) {
    return counted(number, singular, singular + "s");
  }

  private static String counted(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  private String liveId() throws ApplyException {
    return apply.liveBefore().id();
  }

  /// @return the failure, where the call may have been carried out nevertheless
  private @Nullable ApiException send(PlanOperation operation, Json body) throws ApplyException {
    ApiException failure = null;
    try {
      if (body instanceof Json.Arr document) {
        apply.context.api().patch(liveId(), document);
      } else if (body instanceof Json.Obj batch) {
        apply.context.api().rename(liveId(), batch);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw apply.failure(e);
      }
      failure = e;
    }
    apply.recordCall(
        operation.id(), operation.call().requestLine(), operation.changeCount(), ReadBack.NOT_READ);
    return failure;
  }

  /// What of the request the process does not show yet. `remove` is not sent for what is absent.
  private static Json notYetShown(Json request, Json.Obj live) {
    List<Json> remaining = new ArrayList<>();
    if (request instanceof Json.Arr document) {
      for (Json item : document.items()) {
        Json.Obj after = PredictedBody.afterPatch(live, Json.array(item), List.of());
        String path = item instanceof Json.Obj o ? o.text("path").orElse("") : "";
        FieldSpec field = PredictedBody.fieldOfPath(path);
        boolean neverShown = field != null && field.owner() == Owner.WRITE_ONLY;
        if (neverShown || !after.equals(live)) {
          remaining.add(item);
        }
      }
      return Json.array(remaining);
    }
    Json.Obj batch = request instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Map<String, String> currentNames = PredictedBody.currentNames(live);
    for (Json item : batch.items("data")) {
      boolean isShown = true;
      for (Map.Entry<String, String> name :
          PredictedBody.newNames(batchOf(batch, item)).entrySet()) {
        isShown &= name.getValue().equals(currentNames.get(name.getKey()));
      }
      if (!isShown) {
        remaining.add(item);
      }
    }
    return batch.with("data", Json.array(remaining));
  }

  private static Json.Obj batchOf(Json.Obj batch, Json item) {
    return batch.with("data", Json.array(item));
  }

  private static int requestSize(Json request) {
    return request instanceof Json.Arr document
        ? document.items().size()
        : request instanceof Json.Obj batch ? batch.items("data").size() : 0;
  }

  /// Sends what an apply that stopped had not yet sent, and verifies the whole.
  public ProcessResult resume() throws ApplyException {
    LiveProcess live = apply.liveBefore();
    for (PlanOperation operation : apply.plan.operations()) {
      Json.Obj body = ProcessJson.body(live.process());
      Json remaining = notYetShown(bodyOf(operation), body);
      boolean partlyDone = requestSize(remaining) < operation.changeCount();
      boolean movesDates = operation.body() instanceof Json.Arr && !predictedDates.isEmpty();
      if (requestSize(remaining) > 0 && !(partlyDone && movesDates)) {
        apply.throwIfStopRequested();
        PlanOperation remainingOperation =
            new PlanOperation(
                operation.kind(),
                operation.number(),
                operation.call().withBody(remaining),
                List.of());
        live =
            sendUntilShown(
                remainingOperation, body, normalized(predictedBody(body, remainingOperation)));
      }
    }
    Json.Obj predicted = ProcessJson.body(live.process());
    for (PlanOperation operation : apply.plan.operations()) {
      predicted = predictedBody(predicted, operation);
    }
    List<Mismatch> mismatches =
        mismatchesOf(normalized(predicted), ProcessJson.body(live.process()));
    if (!mismatches.isEmpty()) {
      throw mismatch(live, mismatches, null);
    }
    apply.save(apply.appliedEntry(live, nodeRecords(live, writeOnlyFields())), "applied");
    return apply.result(
        Verdict.APPLIED,
        "Resumed and ended, read back as foretold",
        "",
        live.id(),
        null,
        live.revision());
  }

  private List<Mismatch> mismatchesOf(Json.Obj expected, Json.Obj actual) {
    List<Mismatch> mismatches =
        BodyComparison.compareLive(
            expected,
            actual,
            o -> addressById.getOrDefault(o.text("id").orElse(""), apply.identity()));
    List<Mismatch> unaccepted = new ArrayList<>();
    for (Mismatch mismatch : mismatches) {
      if (!apply.context.settings().options().accepts(mismatch.address(), mismatch.field())) {
        unaccepted.add(mismatch);
      }
    }
    return unaccepted;
  }

  private ApplyException mismatch(
      LiveProcess live, List<Mismatch> mismatches, @Nullable ApiException lostResponse)
      throws ApplyException {
    apply.save(
        apply.mismatchedEntry(
            live, nodeRecords(live, lostResponse == null ? writeOnlyFields() : Set.of())),
        "other than foretold");
    String cause =
        lostResponse == null ? "" : "; the answer was lost: " + lostResponse.getMessage();
    return ApplyException.mismatch(
        "The process does not show what was foretold: "
            + counted(mismatches.size(), "field")
            + cause,
        "Look at the difference, then procc plan; accept what the server makes of it with"
            + " --accept-server-value FIELD",
        mismatches);
  }

  private List<NodeRecord> nodeRecords(LiveProcess live, Set<String> writeOnlySent)
      throws ApplyException {
    Set<String> writtenFields =
        PredictedBody.writtenFields(
            liveId(), live.process().root().key(), apply.plan.operations(), predictedDates);
    return new NodeRecorder(
            apply.context.settings(),
            apply.identity(),
            apply.entry().nodes(),
            writtenFields,
            writeOnlySent)
        .record(apply.definitionNodes(), live, false);
  }

  private Set<String> writeOnlyFields() {
    Set<String> names = new HashSet<>();
    for (PlanOperation operation : apply.plan.operations()) {
      if (operation.body() instanceof Json.Arr document) {
        names.addAll(writeOnlyFields(document));
      }
    }
    return names;
  }

  static Set<String> writeOnlyFields(Json.Arr document) {
    Set<String> names = new HashSet<>();
    for (Json item : document.items()) {
      FieldSpec field =
          PredictedBody.fieldOfPath(item instanceof Json.Obj o ? o.text("path").orElse("") : "");
      if (field != null && field.owner() == Owner.WRITE_ONLY) {
        names.add(field.name());
      }
    }
    return names;
  }
}
