package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.ProcessJson;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The execution of a plan that adds tasks to a run: one call for adjacent tasks, each read back.
///
/// No task is ever added twice: a call whose response was lost is sent again only after two looks
/// found nothing.
public final class RunAmendment {
  private static final int MAX_ATTEMPTS = 3;

  private final ProcessApply apply;
  private final ProcessPlan plan;
  private final RunPlan runPlan;
  private @Nullable RunTree lastRead;

  public RunAmendment(ProcessApply apply, ProcessPlan plan) throws ApplyException {
    this.apply = apply;
    this.plan = plan;
    RunPlan run = plan.run();
    if (run == null) {
      throw ApplyException.of(
          Verdict.STALE, "The plan names no run", "Plan again: procc plan --run KEY");
    }
    runPlan = run;
  }

  public ProcessResult run() throws ApplyException {
    for (PlanOperation operation : plan.operations()) {
      addTasks(operation);
    }
    return end();
  }

  /// Resumes: what is recorded exists, and what may have been sent is searched.
  public ProcessResult resume(PendingStep pending) throws ApplyException {
    boolean searched = false;
    for (PlanOperation operation : plan.operations()) {
      if (isRecorded(operation)) {
        continue;
      }
      Optional<List<String>> addedIds = searched ? Optional.empty() : settle(operation, pending);
      searched = true;
      if (addedIds.isPresent()) {
        apply.result().recordCall(call(operation));
        readBack(operation, addedIds.get());
      } else {
        addTasks(operation);
      }
    }
    return end();
  }

  private ProcessResult end() throws ApplyException {
    apply.journal().end("added to run " + runPlan.id());
    return apply
        .result()
        .appliedUnread(
            "Added "
                + Plural.of(runPlan.additions().size(), "task")
                + " to run "
                + runPlan.id()
                + ", read back as sent",
            runPlan.manualSteps().isEmpty()
                ? ""
                : Plural.of(runPlan.manualSteps().size(), "step")
                    + Plural.choose(runPlan.manualSteps().size(), " is", " are")
                    + " left to do by hand; procc plan --run "
                    + apply.identity()
                    + Plural.choose(runPlan.manualSteps().size(), " lists it", " lists them"),
            plan.id(),
            null);
  }

  private boolean isRecorded(PlanOperation operation) {
    for (TaskAddition addition : additionsOf(operation)) {
      boolean found = false;
      for (RunRecord known : apply.journal().entry().history().runRecords()) {
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
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      checkStill(operation);
      apply.throwIfStopRequested();
      Optional<List<String>> addedIds = send(operation);
      if (addedIds.isPresent()) {
        readBack(operation, addedIds.get());
        return;
      }
    }
    throw planAgain("Sent " + MAX_ATTEMPTS + " times, and the run shows none of the tasks");
  }

  /// @return ids of the added nodes; empty if two reads show that nothing was added
  private Optional<List<String>> send(PlanOperation operation) throws ApplyException {
    apply
        .journal()
        .begin(
            ApplyStep.ADDING,
            "add " + Plural.of(jobCount(operation), "task") + " to the run",
            new SeenProcess(runPlan.id(), null));
    List<String> addedIds = new ArrayList<>();
    try {
      for (Json.Obj jobRun :
          apply.api().addJobs(runPlan.id(), placementOf(operation), jobsOf(operation))) {
        jobRun.text("id").filter(id -> !id.isEmpty()).ifPresent(addedIds::add);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw apply.failure(e);
      }
      apply.result().warn("the answer to the call was lost: " + e.getMessage());
    }
    apply.result().recordCall(call(operation));
    if (addedIds.size() == jobCount(operation)) {
      return Optional.of(addedIds);
    }
    Optional<List<String>> found = settle(operation, apply.journal().entry().pending());
    if (found.isEmpty()) {
      apply.result().recordReadBack(ReadBack.NOTHING_DONE);
    }
    return found;
  }

  /// The request of an operation, compared with the run as last read: the plan was checked before
  /// the first one.
  private void checkStill(PlanOperation operation) throws ApplyException {
    RunTree run = lastRead;
    if (run == null) {
      return;
    }
    for (Precondition condition : operation.preconditions()) {
      switch (condition) {
        case Precondition.RunNotEnded open when run.hasEnded() ->
            throw planAgain("The run " + open.runId() + " has ended");
        case Precondition.SiblingsAre siblings -> {
          List<String> children = new ArrayList<>(run.children(siblings.groupId()));
          children.removeIf(id -> !siblings.ids().contains(id) && isOwn(id));
          if (!children.equals(siblings.ids())) {
            throw planAgain(
                "The tasks of the run have changed, in the group " + siblings.groupId());
          }
        }
        case Precondition.NotStarted notStarted -> {
          for (String id : notStarted.ids()) {
            if (!run.isWaiting(id)) {
              throw planAgain("The run has moved on: what was to come after has begun, " + id);
            }
          }
        }
        default -> {
          // It belongs to the process, or to the order of the operations.
        }
      }
    }
  }

  /// Whether procc added it, with this plan or an earlier one.
  private boolean isOwn(String id) {
    return apply.journal().entry().history().runRecords().stream()
        .anyMatch(known -> known.id().equals(id));
  }

  /// Ends the apply; the additions are recorded, and the next plan shows the rest.
  private ApplyException planAgain(String message) throws ApplyException {
    apply.journal().end("not added");
    return ApplyException.of(
        apply.result().hasStandingWrites() ? Verdict.PARTIAL : Verdict.STALE,
        message,
        "Plan again: procc plan --run " + apply.identity());
  }

  /// The ids that a call without a full response has added; empty if there are none, which was seen
  /// twice.
  private Optional<List<String>> settle(PlanOperation operation, @Nullable PendingStep pending)
      throws ApplyException {
    return new LostResponse(apply.context(), apply.identity())
        .settle(pending, this::readRun, run -> allAdded(operation, run));
  }

  private Optional<List<String>> allAdded(PlanOperation operation, RunTree run)
      throws ApplyException {
    List<String> addedIds = findAdded(operation, run);
    if (!addedIds.isEmpty() && addedIds.size() != jobCount(operation)) {
      apply.journal().end("added in part");
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
    return addedIds.isEmpty() ? Optional.empty() : Optional.of(addedIds);
  }

  private static WrittenCall call(PlanOperation operation) {
    return new WrittenCall(
        operation.id(), operation.call().requestLine(), jobCount(operation), ReadBack.NOT_READ);
  }

  /// The children that are new since the plan and show what is sent, in its order.
  private List<String> findAdded(PlanOperation operation, RunTree run) {
    Precondition.SiblingsAre siblings = siblingsCondition(operation);
    List<String> newIds = new ArrayList<>(run.children(siblings.groupId()));
    newIds.removeAll(siblings.ids());
    for (RunRecord known : apply.journal().entry().history().runRecords()) {
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
              apply.context().now().toString()));
    }
    checkPosition(operation, addedIds, run, additions, mismatches);
    apply.result().recordReadBack(ReadBack.of(mismatches.isEmpty()));
    apply
        .journal()
        .save(
            apply.journal().entry().withRunRecords(runRecords),
            "added " + addedIds.size() + " to run " + runPlan.id());
    if (!mismatches.isEmpty()) {
      apply.journal().end("other than sent");
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
    RunTree run = apply.context().reader().getRun(runPlan.id());
    lastRead = run;
    return run;
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

  /// The placement that the path of the operation gives.
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
