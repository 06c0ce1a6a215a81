package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.explain.ChangeCauses;
import dev.procc.live.plan.explain.FieldChanges;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks that a run lacks and a call can add: each in its position in the definition, adjacent
/// tasks in one call.
final class RunAdditions {
  private static final String MANUAL = "manual";
  private final RunComparison comparison;
  private final RunTree run;
  private final boolean withOperations;
  private final List<TaskAddition> additions = new ArrayList<>();
  private final List<PlanOperation> operations = new ArrayList<>();
  private final List<FieldChange> changes = new ArrayList<>();

  private RunAdditions(RunComparison comparison, boolean withOperations) {
    this.comparison = comparison;
    this.run = comparison.run();
    this.withOperations = withOperations;
  }

  List<TaskAddition> additions() {
    return additions;
  }

  List<PlanOperation> operations() {
    return operations;
  }

  List<FieldChange> changes() {
    return ChangeCauses.rankedByEffects(changes);
  }

  /// Finds the tasks that a run lacks.
  ///
  /// @param withOperations whether the plan adds them, rather than only reporting them
  static RunAdditions find(RunComparison comparison, boolean withOperations) {
    RunAdditions additions = new RunAdditions(comparison, withOperations);
    additions.addAll();
    return additions;
  }

  private void addAll() {
    for (ProcessTree.PlacedNode place : comparison.definition().nodes()) {
      ProcessTree.PlacedNode there = comparison.runPlace(place.ref());
      if (place.node() instanceof ProcessGroup && there != null) {
        addToGroup(place, there);
      }
    }
  }

  private void addToGroup(ProcessTree.PlacedNode group, ProcessTree.PlacedNode runGroup) {
    List<ProcessTree.PlacedNode> pendingJobs = new ArrayList<>();
    ProcessTree.PlacedNode before = null;
    for (ProcessTree.PlacedNode child : comparison.definition().children(group)) {
      ProcessTree.PlacedNode other = comparison.runPlace(child.ref());
      boolean here = other != null && other.parent() == runGroup;
      if (here) {
        addCall(group, runGroup, pendingJobs, before, other);
        before = other;
      } else if (other == null
          && child.node() instanceof ProcessJob
          && !comparison.ambiguous().contains(child.ref())) {
        pendingJobs.add(child);
      }
    }
    addCall(group, runGroup, pendingJobs, before, null);
  }

  /// Adds a call for tasks that go between the same two siblings.
  private void addCall(
      ProcessTree.PlacedNode group,
      ProcessTree.PlacedNode runGroup,
      List<ProcessTree.PlacedNode> jobs,
      ProcessTree.@Nullable PlacedNode before,
      ProcessTree.@Nullable PlacedNode after) {
    if (jobs.isEmpty()) {
      return;
    }
    StartCondition start = new StartCondition(runGroup, before, after);
    String operationId = "";
    if (withOperations) {
      Json bodies = Json.array(jobs.stream().map(RunComparison::jobBody).toList());
      HttpCall call = HttpCall.post(path(runGroup, before, after), bodies);
      operations.add(
          new PlanOperation(
              OperationKind.ADD_TASKS,
              operations.size() + 1,
              call,
              preconditions(runGroup, start)));
      operationId = operations.getLast().id();
    }
    ProcessTree.PlacedNode previousJob = null;
    for (ProcessTree.PlacedNode job : jobs) {
      add(group, job, start, previousJob, operationId);
      previousJob = job;
    }
    jobs.clear();
  }

  private String path(
      ProcessTree.PlacedNode runGroup,
      ProcessTree.@Nullable PlacedNode before,
      ProcessTree.@Nullable PlacedNode after) {
    StringBuilder path = new StringBuilder("/processRuns/").append(encoded(run.id()));
    path.append("/jobRuns?parentGroupId=").append(encoded(runGroup.ref()));
    ProcessTree.PlacedNode sibling = after != null ? after : before;
    if (sibling != null) {
      path.append("&relativeSiblingId=").append(encoded(sibling.ref()));
      path.append("&before=").append(after != null);
    }
    return path.toString();
  }

  private List<Precondition> preconditions(ProcessTree.PlacedNode runGroup, StartCondition start) {
    String group = runGroup.ref();
    List<Precondition> preconditions = new ArrayList<>();
    preconditions.add(new Precondition.RunNotEnded(run.id()));
    preconditions.add(new Precondition.SiblingsAre(group, run.children(group)));
    if (!start.waitingSiblings().isEmpty()) {
      preconditions.add(new Precondition.NotStarted(group, start.waitingSiblings()));
    }
    return preconditions;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private void add(
      ProcessTree.PlacedNode group,
      ProcessTree.PlacedNode job,
      StartCondition start,
      ProcessTree.@Nullable PlacedNode previousJob,
      String operationId) {
    TaskStart starts = start.startOf(job, previousJob);
    String waitsFor =
        starts != TaskStart.LATER
            ? null
            : previousJob != null && !group.group().isParallel()
                ? previousJob.ref()
                : start.waitsFor();
    List<Cause> causes = comparison.causes().ofNode(job.ref());
    ChangedNode node = FieldChanges.changedNode(job.ref(), job);
    Siblings siblings = new Siblings(sibling(group, job, -1), sibling(group, job, 1));
    additions.add(
        new TaskAddition(
            new TaskAddition.AddedTask(
                job.ref(), node.kind(), node.title(), RunComparison.jobBody(job)),
            group.ref(),
            siblings,
            new TaskAddition.StartCondition(starts, waitsFor, assigneeIds(job)),
            operationId,
            causes));
    changes.add(
        new FieldChange(
            node,
            FieldChange.NODE,
            ValueChange.of(null, ProcessJson.childBody(job.node())),
            ChangeReason.ADDED_TO_RUN,
            ChangeOrigin.definition(causes),
            siblings));
  }

  /// The sibling in the run; null for one that a call cannot add.
  private @Nullable String sibling(
      ProcessTree.PlacedNode group, ProcessTree.PlacedNode job, int step) {
    List<ProcessTree.PlacedNode> siblings = comparison.definition().children(group);
    for (int at = job.index() + step; at >= 0 && at < siblings.size(); at += step) {
      ProcessTree.PlacedNode one = siblings.get(at);
      if (one.node() instanceof ProcessJob || comparison.runPlace(one.ref()) != null) {
        return one.ref();
      }
    }
    return null;
  }

  private static List<String> assigneeIds(ProcessTree.PlacedNode job) {
    return job.node().field(FieldRole.ASSIGNEE) instanceof Json.Obj person
        ? person.text("id").map(List::of).orElse(List.of())
        : List.of();
  }

  /// The condition under which an added task starts at a position.
  private final class StartCondition {
    private final ProcessTree.PlacedNode group;
    private final List<String> waitingSiblings = new ArrayList<>();
    private boolean hasPassed;
    private @Nullable String unfinishedSibling;

    StartCondition(
        ProcessTree.PlacedNode group,
        ProcessTree.@Nullable PlacedNode before,
        ProcessTree.@Nullable PlacedNode after) {
      this.group = group;
      if (group.group().isParallel()) {
        return;
      }
      int at = after != null ? after.index() : before != null ? before.index() + 1 : 0;
      if (before == null && after == null) {
        at = run.children(group.ref()).size();
      }
      for (ProcessTree.PlacedNode child : run.tree().children(group)) {
        RunTree.RunNode item = run.runNode(child.ref());
        if (child.index() < at && !item.isOver()) {
          unfinishedSibling = addressOrName(child);
        } else if (child.index() >= at && item.state().equals("waiting")) {
          waitingSiblings.add(child.ref());
        } else if (child.index() >= at) {
          hasPassed = true;
        }
      }
    }

    private String addressOrName(ProcessTree.PlacedNode place) {
      String address = comparison.addressOf(place.ref());
      return address == null ? NodeMatcher.nodeName(place.node()) : address;
    }

    /// The siblings after it that have not begun.
    List<String> waitingSiblings() {
      return waitingSiblings;
    }

    @Nullable String waitsFor() {
      return unfinishedSibling != null ? unfinishedSibling : comparison.addressOf(group.ref());
    }

    TaskStart startOf(ProcessTree.PlacedNode job, ProcessTree.@Nullable PlacedNode previousJob) {
      if (job.node().get(Fields.PROCESS_JOB_TRIGGER_TYPE) instanceof Json.Str s
          && s.value().equals(MANUAL)) {
        return TaskStart.MANUAL;
      }
      RunTree.RunNode item = run.runNode(group.ref());
      if (item.isOver()) {
        return TaskStart.PASSED;
      }
      boolean inTurn =
          !group.group().isParallel() && (unfinishedSibling != null || previousJob != null);
      if (item.state().equals("waiting") || inTurn) {
        return TaskStart.LATER;
      }
      return hasPassed ? TaskStart.PASSED : TaskStart.AT_ONCE;
    }
  }
}
