package dev.procc.live.probe;

import static dev.procc.live.probe.ProbeBodies.arguments;
import static dev.procc.live.probe.ProbeBodies.job;
import static dev.procc.live.probe.ProbeBodies.jobChild;
import static dev.procc.live.probe.ProbeBodies.participant;
import static dev.procc.live.probe.ProbeBodies.process;
import static dev.procc.live.probe.ProbeBodies.processWith;
import static dev.procc.live.probe.ProbeBodies.task;
import static dev.procc.live.probe.ProbeBodies.titleOnly;
import static dev.procc.live.probe.ProbeCall.createProcess;
import static dev.procc.live.probe.ProbeCall.get;
import static dev.procc.live.probe.ProbeCall.list;
import static dev.procc.live.probe.ProbeCall.named;
import static dev.procc.live.probe.ProbeCall.restore;
import static dev.procc.live.probe.ProbeCall.trash;
import static dev.procc.live.probe.ProbeCall.validate;
import static dev.procc.live.probe.ReplyConditions.equal;
import static dev.procc.live.probe.ReplyConditions.hasErrors;
import static dev.procc.live.probe.ReplyConditions.hasJob;
import static dev.procc.live.probe.ReplyConditions.items;
import static dev.procc.live.probe.ReplyConditions.matches;
import static dev.procc.live.probe.ReplyConditions.moreErrors;
import static dev.procc.live.probe.ReplyConditions.ok;
import static dev.procc.live.probe.ReplyConditions.revisionMoved;
import static dev.procc.live.probe.ReplyConditions.status;

import dev.procc.base.json.Json;
import java.util.List;
import java.util.function.Predicate;

/// The probes about validation, the bin and the list.
final class ReadProbes {
  /// The probes about validation.
  static final List<Probe> VALIDATION =
      List.of(
          Probe.of("validation-target")
              .call(createProcess("a job without assignee", process(task(titleOnly("A")))))
              .call(validate("{process}"))
              .require(ok(1, 2).and(hasErrors(2)).and(hasJob(1)))
              .when(matches(2, "error.target", "/.*"), "pointer", "target {2.error.target}")
              .when(
                  equal(2, "error.target", "{job}"),
                  "job",
                  "target {2.error.target}, the id of the job")
              .when(matches(2, "error.target", "assignee.*"), "argument", "target {2.error.target}")
              .otherwiseUnclear("target {2.error.target}"),
          pastDates(),
          Probe.of("due-today")
              .call(createProcess("due in 40 days", processWith("dueDate", "{today+40}")))
              .call(validate("{process}"))
              .call(createProcess("due today", processWith("dueDate", "{today}")))
              .call(validate("{process2}"))
              .call(createProcess("due two days ago", processWith("dueDate", "{today-2}")))
              .call(validate("{process3}"))
              .require(1, 2, 3, 4, 5, 6)
              .unclearWhen(moreErrors(6, 2).negate(), "no due date has to be in the future")
              .when(moreErrors(4, 2), "refuse", "due today is an error of validation")
              .otherwise("accept", "due today is not an error of validation"),
          Probe.of("content-request-section")
              .call(
                  createProcess(
                      "with a section",
                      process(contentRequest("document", "procc-probe", "section", "procc-probe"))))
              .call(validate("{process}"))
              .call(createProcess("without", process(contentRequest("document", "procc-probe"))))
              .call(validate("{process2}"))
              .require(1, 2, 3, 4)
              .when(moreErrors(4, 2), "required", "errors: {2.errors} with, {4.errors} without")
              .otherwise("optional", "errors: {2.errors} with, {4.errors} without"),
          Probe.of("approver-before-due")
              .call(
                  createProcess("approval after the due date", process(approvedTask("{today+50}"))))
              .call(validate("{process}"))
              .call(createProcess("approval before it", process(approvedTask("{today+30}"))))
              .call(validate("{process2}"))
              .require(1, 2, 3, 4)
              .when(moreErrors(4, 2), "refuse", "errors: {2.errors} after, {4.errors} before")
              .otherwise("accept", "errors: {2.errors} after, {4.errors} before"));

  /// The probes about the bin and the list.
  static final List<Probe> LIST =
      List.of(
          Probe.of("trashed-get")
              .call(createProcess("a process"))
              .call(trash("into the bin"))
              .call(get())
              .require(1, 2)
              .when(status(3, 404), "missing", "404")
              .when(ok(3), "shown", "200"),
          Probe.of("trashed-list")
              .call(createProcess("a process"))
              .call(list("it is there", named("{name}")))
              .call(trash("into the bin"))
              .call(list("is it still", named("{name}")))
              .require(ok(1, 2, 3, 4).and(items(2, 1)))
              .when(items(4, 0), "hidden", "it is not in the list")
              .otherwise("shown", "it is in the list"),
          Probe.of("restore-revision")
              .call(createProcess("a process"))
              .call(get())
              .call(trash("into the bin"))
              .call(restore())
              .call(get())
              .require(1, 2, 3, 4, 5)
              .when(revisionMoved(2, 5), "moves", "revision {2.revision}, then {5.revision}")
              .otherwise("stays", "revision {2.revision}, then {5.revision}"),
          Probe.of("list-quirks")
              .call(
                  createProcess("under relativeDates", processWith("relativeDates", Json.of(true))))
              .call(get())
              .call(list("its item", named("{name}")))
              .require(ok(1, 2, 3).and(items(3, 1)).and(equal(2, "relativeDates", "true")))
              .when(equal(3, "item.relativeDates", "true"), "true-values", "the item says true")
              .otherwise("documented", "the item says false"),
          Probe.of("next-link")
              .call(createProcess("a process"))
              .call(createProcess("another"))
              .call(list("pages of one", "$maxpagesize=1&" + named("{name}")))
              .require(ok(1, 2, 3).and(matches(3, "@nextLink", ".+")))
              .when(
                  matches(3, "@nextLink", "https?://.*"), "absolute", "it has a scheme and a host")
              .rule(replies ->
                  ProbeResult.of(
                      "relative",
                      "it begins with " + replies.value(3, "@nextLink").substring(0, 1))),
          Probe.of("filter-case")
              .call(createProcess("a process"))
              .call(list("as it is written", named("{name}")))
              .call(list("in capitals", named("{nameInCapitals}")))
              .require(ok(1, 2, 3).and(items(2, 0).negate()))
              .when(items(3, 0), "match", "not found in capitals")
              .otherwise("ignore", "found in capitals"),
          Probe.of("filter-quote")
              .call(createProcess("a name with a quote", processWith("name", "{nameWithQuote}")))
              .call(list("the quote doubled", named("{nameWithQuote}")))
              .require(1)
              .when(ok(2).and(items(2, 1)), "doubled", "found")
              .otherwise("other", "not found: {2}"),
          Probe.of("missing-version")
              .call(list("without X-Version", "$maxpagesize=1").withoutVersion())
              .when(status(1, 400), "400", "{1}")
              .when(status(1, 404), "404", "{1}"));

  private ReadProbes() {}

  private static Probe pastDates() {
    Predicate<ProbeReplies> ofProcess = moreErrors(4, 2);
    Predicate<ProbeReplies> ofJob = moreErrors(6, 2);
    String observed =
        "errors: {2.errors} without dates, {4.errors} with that of the process, {6.errors} with"
            + " that of a job";
    return Probe.of("past-dates")
        .call(createProcess("no dates"))
        .call(validate("{process}"))
        .call(createProcess("the process due two days ago", processWith("dueDate", "{today-2}")))
        .call(validate("{process2}"))
        .call(createProcess("a job due two days ago", process(task("A", "dueDate", "{today-2}"))))
        .call(validate("{process3}"))
        .require(1, 2, 3, 4, 5, 6)
        .when(ofProcess.and(ofJob), "all", observed)
        .when(ofProcess, "process", observed)
        .unclearWhen(ofJob, observed)
        .otherwise("none", observed);
  }

  private static Json contentRequest(String... more) {
    return jobChild(job("contentRequest", arguments("A", more)));
  }

  private static Json approvedTask(String approverDueDate) {
    return task(
        arguments("A", "dueDate", "{today+40}", "approverDueDate", approverDueDate)
            .with("approver", participant("user")));
  }
}
