package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.ProcessJson;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Adds tasks to a run, one call for tasks that stand together, each read back.
///
/// The call knows no key that would make a second one harmless. When its answer is lost, the run is
/// looked at once the server cannot be at work on it any more, and twice before nothing is taken
/// for none: no task is ever added a second time.
public final class RunAmendment {
  private final ProcessApply apply;
  private final RunPlan runPlan;

  public RunAmendment(ProcessApply apply) throws ApplyException {
    this.apply = apply;
    RunPlan run = apply.plan.run();
    if (run == null) {
      throw ApplyException.of(
          Verdict.STALE, "The plan names no run", "Plan again: procc plan --run KEY");
    }
    runPlan = run;
  }

  public ProcessResult run() throws ApplyException {
    for (PlanOperation operation : apply.plan.operations()) {
      apply.throwIfStopRequested();
      addTasks(operation);
    }
    return finish();
  }

  /// Goes on: what is recorded is there, what may have been sent is looked for.
  public ProcessResult resume(PendingStep pending) throws ApplyException {
    boolean searched = false;
    for (PlanOperation operation : apply.plan.operations()) {
      if (isRecorded(operation)) {
        continue;
      }
      List<String> addedIds = searched ? null : resolveLostResponse(operation, pending);
      searched = true;
      if (addedIds == null) {
        apply.throwIfStopRequested();
        addTasks(operation);
      } else {
        apply.recordCall(
            operation.id(), operation.call().requestLine(), jobCount(operation), ReadBack.NOT_READ);
        readBack(operation, addedIds);
      }
    }
    return finish();
  }

  private ProcessResult finish() throws ApplyException {
    apply.save(apply.entry().withPending(null), "added to run " + runPlan.id());
    int tasks = runPlan.additions().size();
    return apply.result(
        Verdict.APPLIED,
        "Added "
            + (tasks == 1 ? "1 task" : tasks + " tasks")
            + " to run "
            + runPlan.id()
            + ", read back as sent",
        runPlan.manualSteps().isEmpty()
            ? ""
            : "Then by hand, in Workiva: procc plan --run " + apply.identity(),
        apply.plan.id(),
        null,
        null);
  }

  private boolean isRecorded(PlanOperation operation) {
    for (TaskAddition addition : additionsOf(operation)) {
      boolean found = false;
      for (RunRecord known : apply.entry().history().runRecords()) {
        found |=
            known.isAddedTask()
                && known.runId().equals(runPlan.id())
                && known.path().equals(pathOf(addition));
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private void addTasks(PlanOperation operation) throws ApplyException {
    int tasks = jobCount(operation);
    apply.beginStep(
        ApplyStep.ADDING,
        "add " + (tasks == 1 ? "1 task" : tasks + " tasks") + " to the run",
        runPlan.id(),
        true);
    List<String> addedIds = new ArrayList<>();
    try {
      for (Json.Obj jobRun :
          apply.context.api().addJobs(runPlan.id(), placementOf(operation), jobsOf(operation))) {
        jobRun.text("id").filter(id -> !id.isEmpty()).ifPresent(addedIds::add);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw apply.failure(e);
      }
      apply.warnings.add("the answer to the call was lost: " + e.getMessage());
      addedIds = null;
    }
    apply.recordCall(operation.id(), operation.call().requestLine(), tasks, ReadBack.NOT_READ);
    if (addedIds == null || addedIds.size() != tasks) {
      addedIds = resolveLostResponse(operation, apply.entry().pending());
    }
    if (addedIds == null) {
      apply.throwIfStopRequested();
      addTasks(operation);
    } else {
      readBack(operation, addedIds);
    }
  }

  /// Ids of what the call has made; absent where it has made nothing, which was then seen twice.
  private @Nullable List<String> resolveLostResponse(
      PlanOperation operation, @Nullable PendingStep pending) throws ApplyException {
    RunTree firstRead = readRun();
    Duration left = remainingWait(pending);
    if (left.isPositive()) {
      apply.context.sleep(
          apply.identity(), left, "the answer was lost, the server may still be at work");
    }
    for (int look = 1; look <= 2; look++) {
      RunTree now = left.isPositive() || look == 2 ? readRun() : firstRead;
      List<String> addedIds = findAdded(operation, now);
      if (addedIds.size() == jobCount(operation)) {
        return addedIds;
      }
      if (!addedIds.isEmpty()) {
        throw ApplyException.of(
            Verdict.PARTIAL,
            "Of "
                + jobCount(operation)
                + " tasks that were sent the run "
                + runPlan.id()
                + " shows "
                + addedIds.size(),
            "Plan again, for those that are missing: procc plan --run " + apply.identity());
      }
      if (look == 1) {
        apply.context.sleep(
            apply.identity(),
            DuplicateSearch.BETWEEN_LOOKS,
            "nothing was found, it looks once more");
      }
    }
    return null;
  }

  private Duration remainingWait(@Nullable PendingStep pending) {
    String sentAt = pending == null ? null : pending.sentAt();
    Instant now = apply.context.now();
    try {
      Instant sent = sentAt == null ? now : Instant.parse(sentAt);
      return Duration.between(now, sent.plus(DuplicateSearch.SERVER_SETTLE_TIME));
    } catch (DateTimeParseException notATime) {
      return DuplicateSearch.SERVER_SETTLE_TIME;
    }
  }

  /// The children that were not there when the plan was made and show what is sent, in its order.
  private List<String> findAdded(PlanOperation operation, RunTree run) {
    Precondition.SiblingsAre siblings = siblingsCondition(operation);
    List<String> newIds = new ArrayList<>(run.children(siblings.groupId()));
    newIds.removeAll(siblings.ids());
    for (RunRecord known : apply.entry().history().runRecords()) {
      newIds.remove(known.id());
    }
    List<String> addedIds = new ArrayList<>();
    for (Json job : jobsOf(operation).items()) {
      for (String id : newIds) {
        if (containsAll(job, shownJob(run, id))) {
          addedIds.add(id);
          newIds.remove(id);
          break;
        }
      }
    }
    return addedIds;
  }

  private static Json shownJob(RunTree run, String id) {
    ProcessTree.PlacedNode place = run.tree().get(id);
    return place == null
        ? Json.NULL
        : ProcessJson.childBody(place.node()).obj("job").<Json>map(j -> j).orElse(Json.NULL);
  }

  /// Whether everything that was sent is shown; what the server adds is its own.
  private static boolean containsAll(Json sent, @Nullable Json shown) {
    if (!(sent instanceof Json.Obj sentObject)) {
      return Objects.equals(sent, shown);
    }
    for (Map.Entry<String, Json> member : sentObject.members().entrySet()) {
      if (!(shown instanceof Json.Obj object)
          || !containsAll(member.getValue(), object.get(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private void readBack(PlanOperation operation, List<String> addedIds) throws ApplyException {
    RunTree run = readRun();
    List<Mismatch> mismatches = new ArrayList<>();
    List<RunRecord> runRecords = new ArrayList<>();
    List<TaskAddition> additions = additionsOf(operation);
    for (int i = 0; i < addedIds.size() && i < additions.size(); i++) {
      TaskAddition addition = additions.get(i);
      Json shown = shownJob(run, addedIds.get(i));
      if (!containsAll(addition.job(), shown)) {
        mismatches.add(new Mismatch(addition.address(), "job", addition.job(), shown));
      }
      runRecords.add(
          new RunRecord(
              runPlan.id(),
              pathOf(addition),
              RunRecord.NODE,
              addedIds.get(i),
              FieldHash.of(addition.job()),
              apply.context.now().toString()));
    }
    checkPosition(operation, addedIds, run, additions, mismatches);
    apply.recordReadBack(ReadBack.of(mismatches.isEmpty()));
    apply.save(
        apply.entry().withRunRecords(runRecords),
        "added " + addedIds.size() + " to run " + runPlan.id());
    if (!mismatches.isEmpty()) {
      LedgerEntry entry = apply.entry();
      apply.save(entry.withPending(null), "other than sent");
      throw ApplyException.mismatch(
          "The run does not show what was sent",
          "Look at it in Workiva, then procc plan --run " + apply.identity(),
          mismatches);
    }
  }

  private static void checkPosition(
      PlanOperation operation,
      List<String> addedIds,
      RunTree run,
      List<TaskAddition> additions,
      List<Mismatch> mismatches) {
    ApiClient.Placement placement = placementOf(operation);
    List<String> children = run.children(placement.parentGroupId());
    int sibling = children.indexOf(placement.siblingId());
    int expectedIndex =
        placement.siblingId().isEmpty()
            ? children.size() - addedIds.size()
            : placement.before() ? sibling - addedIds.size() : sibling + 1;
    for (int i = 0; i < addedIds.size() && i < additions.size(); i++) {
      int actualIndex = children.indexOf(addedIds.get(i));
      if (actualIndex != expectedIndex + i) {
        mismatches.add(
            new Mismatch(
                additions.get(i).address(),
                "position",
                Json.of(expectedIndex + i + 1L),
                Json.of(actualIndex + 1L)));
      }
    }
  }

  private RunTree readRun() throws ApplyException {
    return apply.reader.getRun(runPlan.id());
  }

  private List<TaskAddition> additionsOf(PlanOperation operation) {
    return runPlan.additions().stream()
        .filter(a -> a.operationId().equals(operation.id()))
        .toList();
  }

  private String pathOf(TaskAddition addition) {
    return addition.address().substring(apply.identity().length() + 1);
  }

  private static Precondition.SiblingsAre siblingsCondition(PlanOperation operation) {
    for (Precondition condition : operation.preconditions()) {
      if (condition instanceof Precondition.SiblingsAre siblings) {
        return siblings;
      }
    }
    return new Precondition.SiblingsAre("", List.of());
  }

  private static Json.Arr jobsOf(PlanOperation operation) {
    return operation.body() instanceof Json.Arr jobs ? jobs : Json.array(List.of());
  }

  private static int jobCount(PlanOperation operation) {
    return jobsOf(operation).items().size();
  }

  /// Where the operation puts them: what its path says.
  private static ApiClient.Placement placementOf(PlanOperation operation) {
    Map<String, String> parameters = new HashMap<>();
    String query = URI.create(operation.call().path()).getRawQuery();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new ApiClient.Placement(
        parameters.getOrDefault("parentGroupId", ""),
        parameters.getOrDefault("relativeSiblingId", ""),
        !parameters.getOrDefault("before", "true").equals("false"));
  }
}
