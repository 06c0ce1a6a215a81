package dev.procc.live.probe;

import static dev.procc.live.probe.ProbeBodies.arguments;
import static dev.procc.live.probe.ProbeBodies.job;
import static dev.procc.live.probe.ProbeBodies.jobChild;
import static dev.procc.live.probe.ProbeBodies.nestedGroups;
import static dev.procc.live.probe.ProbeBodies.participant;
import static dev.procc.live.probe.ProbeBodies.process;
import static dev.procc.live.probe.ProbeBodies.processWith;
import static dev.procc.live.probe.ProbeBodies.task;
import static dev.procc.live.probe.ProbeBodies.tasks;
import static dev.procc.live.probe.ProbeBodies.titleOnly;
import static dev.procc.live.probe.ProbeCall.createProcess;
import static dev.procc.live.probe.ProbeCall.get;
import static dev.procc.live.probe.ProbeCall.validate;
import static dev.procc.live.probe.ReplyConditions.equal;
import static dev.procc.live.probe.ReplyConditions.has;
import static dev.procc.live.probe.ReplyConditions.hasJob;
import static dev.procc.live.probe.ReplyConditions.moreErrors;
import static dev.procc.live.probe.ReplyConditions.ok;
import static dev.procc.live.probe.ReplyConditions.refused;

import dev.procc.base.json.Json;
import java.util.List;

/// The probes about how a create request is read.
final class CreateProbes {
  /// All probes about it.
  static final List<Probe> ALL =
      List.of(
          Probe.of("first-revision")
              .call(createProcess("a process"))
              .when(equal(1, "revision", "1"), "one", "revision 1")
              .when(equal(1, "revision", "0"), "zero", "revision 0"),
          Probe.of("unknown-fields")
              .call(
                  createProcess(
                      "with a member x-procc-probe", processWith("x-procc-probe", "kept")))
              .call(get())
              .when(refused(1), "refuse", "{1}")
              .require(2)
              .when(has(2, "x-procc-probe"), "keep", "GET returns it")
              .otherwise("ignore", "created; GET does not return it"),
          Probe.of("caller-ids")
              .call(createProcess("with an id of its own", processWith("id", "{unusedId}")))
              .when(refused(1), "refuse", "{1}")
              .require(1)
              .when(equal(1, "id", "{unusedId}"), "keep", "the process has the id that was sent")
              .otherwise("ignore", "the process has another id"),
          Probe.of("participant-types")
              .call(
                  createProcess(
                      "whose assignee has the type group",
                      process(task(titleOnly("A").with("assignee", participant("group"))))))
              .when(refused(1), "user", "{1}")
              .when(ok(1), "any", "a group is accepted"),
          Probe.of("participant-input")
              .call(
                  createProcess(
                      "with assigneeUser",
                      process(task(titleOnly("A").with("assigneeUser", Json.of("{participant}"))))))
              .call(get())
              .when(refused(1), "objects", "{1}")
              .require(ok(2).and(hasJob(2)))
              .when(
                  has(2, "argument.assignee").or(has(2, "argument.assigneeUser")),
                  "both",
                  "the assignee is returned")
              .otherwise("objects", "created; no assignee is returned"),
          Probe.of("empty-text")
              .call(
                  createProcess("with empty instructions", process(task("A", "instructions", ""))))
              .call(get())
              .require(ok(1, 2).and(hasJob(2)))
              .when(has(2, "argument.instructions"), "keep", "the empty text is returned")
              .otherwise("absent", "the member is not returned"),
          Probe.of("nulls")
              .call(createProcess("whose dueDate is null", processWith("dueDate", Json.NULL)))
              .call(get())
              .when(refused(1), "refuse", "{1}")
              .require(2)
              .when(has(2, "dueDate"), "keep", "it is returned")
              .otherwise("absent", "it is not returned"),
          Probe.of("set-order")
              .call(
                  createProcess(
                      "days in no order",
                      processWith(
                          "businessDateExclusions",
                          Json.texts(List.of("{monday+8}", "{monday+1}")))))
              .call(get())
              .require(1, 2)
              .when(equal(2, "businessDateExclusions", "{monday+8} {monday+1}"), "sent", "as sent")
              .when(
                  equal(2, "businessDateExclusions", "{monday+1} {monday+8}"), "sorted", "sorted"),
          Probe.of("trigger-default")
              .call(
                  createProcess(
                      "a job without triggerType",
                      process(jobChild(job(arguments("A")).without("triggerType")))))
              .call(get())
              .require(ok(1, 2).and(hasJob(2)))
              .when(equal(2, "job.triggerType", ""), "absent", "it stays absent")
              .when(
                  equal(2, "job.triggerType", "whenEligible"),
                  "filled",
                  "whenEligible is returned"),
          Probe.of("action-default")
              .call(
                  createProcess(
                      "a job without action",
                      process(jobChild(job(arguments("A")).without("action")))))
              .call(get())
              .call(validate("{process}"))
              .call(createProcess("the same with it"))
              .call(validate("{process2}"))
              .when(refused(1), "required", "{1}")
              .require(ok(1, 2, 3, 4, 5).and(hasJob(2)))
              .when(has(2, "job.action"), "filled", "GET returns it")
              .when(moreErrors(3, 5), "required", "validation has an error more than with it")
              .otherwise("absent", "GET does not return it, validation does not miss it"),
          Probe.of("create-reply")
              .call(createProcess("a process with a job"))
              .require(ok(1).and(hasJob(1)))
              .when(equal(1, "argument.title", ""), "brief", "the reply has no title")
              .otherwise("full", "the reply has the title"),
          Probe.of("unpaired-window")
              .call(
                  createProcess("with a start alone", processWith("businessStartDate", "{monday}")))
              .call(validate("{process}"))
              .call(createProcess("without"))
              .call(validate("{process2}"))
              .when(refused(1), "refuse", "{1}")
              .require(1, 2, 3, 4)
              .when(
                  moreErrors(2, 4),
                  "validate",
                  "created; validation has an error more than without")
              .otherwise("accept", "created; validation has no error more than without"),
          Probe.of("duplicate-names")
              .call(createProcess("a process"))
              .call(createProcess("another of the same name"))
              .require(1)
              .when(refused(2, 409), "refuse", "{2}")
              .when(ok(2), "allow", "both are created"),
          Probe.of("lengths")
              .call(createProcess("a short title"))
              .call(createProcess("a title of 501 characters", process(task("x".repeat(501)))))
              .call(
                  createProcess(
                      "instructions of 2,001 characters",
                      process(task("A", "instructions", "x".repeat(2001)))))
              .require(1)
              .when(refused(2).and(refused(3)), "tasks", "{2}; {3}")
              .when(ok(2, 3), "unlimited", "501 and 2,001 characters are accepted"),
          Probe.of("depth")
              .call(createProcess("50 groups, one in the other", process(nestedGroups(50))))
              .when(refused(1), "refuse", "{1}")
              .when(ok(1), "accept", "created"),
          Probe.of("many-jobs")
              .call(createProcess("3,000 jobs", process(tasks(3000))))
              .when(refused(1, 413), "refuse", "{1}")
              .when(ok(1), "accept", "created"));

  private CreateProbes() {}
}
