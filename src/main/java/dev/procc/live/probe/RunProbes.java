package dev.procc.live.probe;

import static dev.procc.live.probe.ProbeBodies.arguments;
import static dev.procc.live.probe.ProbeBodies.flatRename;
import static dev.procc.live.probe.ProbeBodies.group;
import static dev.procc.live.probe.ProbeBodies.groupChild;
import static dev.procc.live.probe.ProbeBodies.job;
import static dev.procc.live.probe.ProbeBodies.jobChild;
import static dev.procc.live.probe.ProbeBodies.process;
import static dev.procc.live.probe.ProbeBodies.replace;
import static dev.procc.live.probe.ProbeBodies.task;
import static dev.procc.live.probe.ProbeBodies.titleOnly;
import static dev.procc.live.probe.ProbeCall.addJob;
import static dev.procc.live.probe.ProbeCall.createProcess;
import static dev.procc.live.probe.ProbeCall.getRun;
import static dev.procc.live.probe.ProbeCall.patch;
import static dev.procc.live.probe.ProbeCall.rename;
import static dev.procc.live.probe.ProbeCall.run;
import static dev.procc.live.probe.ProbeCall.trash;
import static dev.procc.live.probe.ProbeCall.validate;
import static dev.procc.live.probe.ReplyConditions.equal;
import static dev.procc.live.probe.ReplyConditions.has;
import static dev.procc.live.probe.ReplyConditions.hasErrors;
import static dev.procc.live.probe.ReplyConditions.hasJob;
import static dev.procc.live.probe.ReplyConditions.matches;
import static dev.procc.live.probe.ReplyConditions.ok;
import static dev.procc.live.probe.ReplyConditions.refused;

import dev.procc.base.json.Json;
import java.util.List;

/// The probes that need a run.
final class RunProbes {
  /// All probes that need one.
  static final List<Probe> ALL =
      List.of(
          Probe.of("empty-process")
              .call(createProcess("no jobs", process()))
              .call(validate("{process}"))
              .call(run("a run"))
              .call(getRun())
              .when(ok(2).and(hasErrors(2)).and(refused(3)), "refuse", "an error of validation")
              .when(
                  ok(3, 4).and(equal(4, "status", "complete")),
                  "run",
                  "its run is complete at once"),
          Probe.of("finished-run")
              .call(createProcess("no jobs", process()))
              .call(run("a run that ends at once"))
              .call(getRun())
              .call(run("another"))
              .unclearWhen(
                  ok(2, 3).and(equal(3, "status", "complete")).negate(),
                  "no run ended by itself: a process without jobs cannot be run")
              .when(ok(4), "allow", "it starts")
              .when(refused(4, 409), "refuse", "{4}"),
          Probe.of("active-run")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(run("another"))
              .require(1, 2)
              .when(ok(3), "allow", "it starts")
              .when(refused(3, 409), "refuse", "{3}"),
          Probe.of("manual-root")
              .call(createProcess("a manual root", manualRoot()))
              .call(run("a run"))
              .call(getRun())
              .require(ok(1, 2, 3).and(hasJob(3)))
              .when(equal(3, "job.status", "waiting"), "waits", "its job is waiting")
              .when(equal(3, "job.status", "running"), "starts", "its job is running")
              .otherwiseUnclear("its job is {3.job.status}"),
          Probe.of("run-children")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(getRun())
              .require(ok(1, 2, 3).and(has(3, "child.jobRun")))
              .when(has(2, "child.jobRun"), "jobRun", "jobRun in both")
              .when(has(2, "child.job"), "documented", "job in the reply, jobRun in GET"),
          Probe.of("group-children")
              .call(createProcess("a group", process(groupChild(group("G", task("A"))))))
              .call(run("a run"))
              .call(getRun())
              .require(1, 2, 3)
              .when(has(3, "child.groupRun"), "groupRun", "groupRun in GET")
              .when(has(3, "child.group"), "group", "group in GET"),
          Probe.of("status-casing")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .require(ok(1, 2).and(hasJob(2)).and(matches(2, "job.actionStatus", ".+")))
              .when(
                  matches(2, "job.actionStatus", "\\p{javaUpperCase}.*"),
                  "capitalised",
                  "{2.job.actionStatus}")
              .otherwise("documented", "{2.job.actionStatus}"),
          Probe.of("job-run-validation")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(addJob("without assignee", job(titleOnly("B"))))
              .require(1, 2)
              .when(refused(3), "refuse", "{3}")
              .when(ok(3), "accept", "it is added"),
          Probe.of("patch-running")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(patch("the name", replace("/name", "{name} renamed")))
              .require(1, 2)
              .when(ok(3), "allow", "it can")
              .when(refused(3, 409), "refuse", "{3}"),
          Probe.of("rename-run")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(
                  rename("the job of the process", flatRename("job", "{job}", "renamed"))
                      .inMeasuredShape())
              .call(getRun())
              .require(ok(1, 2, 3, 4).and(hasJob(4)))
              .when(equal(4, "argument.title", "renamed"), "follows", "the run has the new title")
              .otherwise("unchanged", "the run has the old title"),
          Probe.of("trash-active")
              .call(createProcess("a manual job"))
              .call(run("a run"))
              .call(trash("while it is active"))
              .require(1, 2)
              .when(ok(3), "allow", "204")
              .when(refused(3, 409), "refuse", "{3}"));

  private RunProbes() {}

  /// A process whose root has a manual trigger, with a task that starts automatically.
  private static Json.Obj manualRoot() {
    Json.Obj task = job(arguments("A")).with("triggerType", Json.of("whenEligible"));
    return process()
        .with("root", group("Work", jobChild(task)).with("triggerType", Json.of("manual")));
  }
}
