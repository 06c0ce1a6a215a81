package dev.procc.live.probe;

import static dev.procc.live.probe.ProbeBodies.flatRename;
import static dev.procc.live.probe.ProbeBodies.group;
import static dev.procc.live.probe.ProbeBodies.groupChild;
import static dev.procc.live.probe.ProbeBodies.nested;
import static dev.procc.live.probe.ProbeBodies.process;
import static dev.procc.live.probe.ProbeBodies.remove;
import static dev.procc.live.probe.ProbeBodies.replace;
import static dev.procc.live.probe.ProbeBodies.scheduledProcess;
import static dev.procc.live.probe.ProbeBodies.task;
import static dev.procc.live.probe.ProbeCall.createProcess;
import static dev.procc.live.probe.ProbeCall.get;
import static dev.procc.live.probe.ProbeCall.patch;
import static dev.procc.live.probe.ProbeCall.rename;
import static dev.procc.live.probe.ReplyConditions.equal;
import static dev.procc.live.probe.ReplyConditions.has;
import static dev.procc.live.probe.ReplyConditions.matches;
import static dev.procc.live.probe.ReplyConditions.ok;
import static dev.procc.live.probe.ReplyConditions.refused;
import static dev.procc.live.probe.ReplyConditions.revisionMoved;
import static dev.procc.live.probe.ReplyConditions.revisionMovedBy;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The probes about PATCH, about how dates move with relativeDates, and about batches of renames.
final class ChangeProbes {
  private static final String REVISIONS = "revision {1.revision}, then {3.revision}";

  /// The probes about PATCH.
  static final List<Probe> PATCH =
      List.of(
          Probe.of("patch-atomic")
              .call(createProcess("a process"))
              .call(
                  patch(
                      "a name, then a path that cannot be patched",
                      replace("/name", "{name} renamed"),
                      replace("/root/children", Json.array())))
              .call(get())
              .require(refused(2).and(ok(1, 3)))
              .when(matches(3, "name", ".*renamed"), "partial", "refused, and the name is changed")
              .otherwise("atomic", "refused, and the name is not changed"),
          Probe.of("replace-absent")
              .call(createProcess("without a dueDate"))
              .call(patch("a dueDate", replace("/dueDate", "{monday}")))
              .call(get())
              .when(refused(2), "refuse", "{2}")
              .when(ok(2, 3).and(equal(3, "dueDate", "{monday}")), "set", "it is set"),
          Probe.of("remove-absent")
              .call(createProcess("without a dueDate"))
              .call(patch("remove the dueDate", remove("/dueDate")))
              .when(refused(2), "refuse", "{2}")
              .when(ok(2), "ignore", "nothing happens"),
          Probe.of("patch-content-type")
              .call(createProcess("a process"))
              .call(
                  patch("as application/json", replace("/autoClose", Json.of(false))).asPlainJson())
              .call(patch("as application/json-patch+json", replace("/autoClose", Json.of(false))))
              .require(3)
              .when(refused(2, 415), "strict", "{2}")
              .when(ok(2), "any", "application/json does"),
          Probe.of("patch-noop")
              .call(createProcess("a process"))
              .call(patch("the name that it has", replace("/name", "{name}")))
              .call(get())
              .require(1, 2, 3)
              .when(revisionMoved(1, 3), "moves", REVISIONS)
              .otherwise("stays", REVISIONS),
          Probe.of("revision-step")
              .call(createProcess("a process"))
              .call(
                  patch(
                      "two changes",
                      replace("/name", "{name} renamed"),
                      replace("/autoClose", Json.of(false))))
              .call(get())
              .require(1, 2, 3)
              .when(revisionMovedBy(1, 1, 3), "call", REVISIONS)
              .when(revisionMovedBy(2, 1, 3), "operation", REVISIONS)
              .otherwiseUnclear(REVISIONS),
          Probe.of("window-order")
              .call(createProcess("a schedule of four weeks", scheduledProcess(task("A"))))
              .call(
                  patch(
                      "start past the end, then the end",
                      replace("/businessStartDate", "{monday+35}"),
                      replace("/businessEndDate", "{monday+46}")))
              .call(patch("an end before the start", replace("/businessEndDate", "{monday-3}")))
              .when(ok(2, 3), "never", "both are accepted")
              .when(ok(2).and(refused(3)), "document", "the whole document counts; {3}")
              .when(refused(2).and(refused(3)), "operation", "{2}"),
          Probe.of("process-flags")
              .call(createProcess("a process"))
              .call(patch("the flag", replace("/iwmOptOut", Json.of(true))))
              .call(get())
              .require(1, 2, 3)
              .when(has(3, "iwmOptOut"), "shown", "GET returns it")
              .otherwise("hidden", "GET does not return it"),
          Probe.of("shift")
              .call(
                  createProcess(
                      "four weeks, three due dates",
                      scheduledProcess(
                          task("Second business day", "dueDate", "{monday+1}"),
                          task("Fifteenth business day", "dueDate", "{monday+18}"),
                          task("A Saturday", "dueDate", "{monday+5}"))))
              .call(
                  patch(
                      "two weeks, five weeks later",
                      replace("/businessEndDate", "{monday+46}"),
                      replace("/businessStartDate", "{monday+35}")))
              .call(get())
              .call(
                  patch(
                      "shorter, then earlier: it matters whether both are one change",
                      replace("/businessEndDate", "{monday+35}"),
                      replace("/businessStartDate", "{monday+28}")))
              .call(get())
              .require(1, 2, 3)
              .rule(ChangeProbes::shiftModel),
          Probe.of("days-of-week")
              .call(
                  createProcess(
                      "a schedule without businessDaysOfWeek",
                      scheduledProcess(task("A Friday", "dueDate", "{monday+4}"))
                          .without("businessDaysOfWeek")))
              .call(
                  patch("it begins on the Wednesday", replace("/businessStartDate", "{monday+2}")))
              .call(get())
              .require(1, 2, 3)
              .when(
                  equal(3, "argument.dueDate", "{monday+8}"),
                  "monday-friday",
                  "the fifth day is {3.argument.dueDate}")
              .when(
                  equal(3, "argument.dueDate", "{monday+6}"),
                  "every-day",
                  "the fifth day is {3.argument.dueDate}")
              .otherwiseUnclear(
                  "the fifth day is {3.argument.dueDate}, so dates did not move by business days"));

  /// The probes about batches of renames.
  static final List<Probe> RENAME =
      List.of(
          batchShape(),
          Probe.of("batch-atomic")
              .call(createProcess("a job"))
              .call(
                  rename(
                          "a name, then an id that is not there",
                          flatRename("job", "{job}", "renamed"),
                          flatRename("job", "procc-probe-no-such-job", "never"))
                      .inMeasuredShape())
              .call(get())
              .require(refused(2).and(ok(1, 3)))
              .when(
                  equal(3, "argument.title", "renamed"),
                  "partial",
                  "refused, and the first is renamed")
              .otherwise("atomic", "refused, and nothing is renamed"),
          Probe.of("rename-read-only")
              .call(
                  createProcess(
                      "a group that is readOnly",
                      process(
                          groupChild(group("Locked", task("A")).with("readOnly", Json.of(true))))))
              .call(
                  rename("that group", flatRename("group", "{group}", "Renamed")).inMeasuredShape())
              .when(refused(2, 403, 409), "refuse", "{2}")
              .when(ok(2), "allow", "it is renamed"));

  private ChangeProbes() {}

  private static Probe batchShape() {
    Predicate<ProbeReplies> flat = ok(2, 3).and(equal(3, "argument.title", "flat"));
    Predicate<ProbeReplies> nested = ok(4, 5).and(equal(5, "argument.title", "nested"));
    String observed = "flat {2}; nested {4}";
    return Probe.of("batch-shape")
        .call(createProcess("a job"))
        .call(rename("flat", flatRename("job", "{job}", "flat")))
        .call(get())
        .call(rename("nested", nested(flatRename("job", "{job}", "nested"))))
        .call(get())
        .when(flat.and(nested), "both", observed)
        .when(flat, "flat", observed)
        .when(nested, "nested", observed)
        .otherwiseUnclear(observed);
  }

  /// The rule by which dates move, derived from the days, counted from the first Monday, on which
  /// the three tasks are due after each PATCH.
  private static ProbeResult shiftModel(ProbeReplies replies) {
    String first = daysAfterMonday(replies, 3);
    String second = daysAfterMonday(replies, 5);
    String observed = "days after the first Monday: 1 18 5, then " + first + ", then " + second;
    return switch (first) {
      case "1 18 5" -> ProbeResult.of("none", observed);
      case "36 53 42" -> ProbeResult.of("roll", observed);
      case "36 46 5" -> ProbeResult.of("clamp", observed);
      // The first operation of the second PATCH leaves the first date outside the schedule, so that
      // a shift after each operation no longer moves it.
      case "36 53 5" ->
          switch (second) {
            case "29 53 5" -> ProbeResult.of("declared", observed);
            case "36 53 5" -> ProbeResult.of("per-operation", observed);
            default -> ProbeResult.unclear(observed);
          };
      default -> ProbeResult.unclear(observed);
    };
  }

  private static String daysAfterMonday(ProbeReplies replies, int call) {
    List<Json.Obj> jobs = replies.jobs(call);
    List<String> days = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Json.Obj job = i < jobs.size() ? jobs.get(i) : Json.Obj.EMPTY;
      String date = ProcessTrees.arguments(job).text("dueDate").orElse("");
      days.add(
          date.length() == 10
              ? "" + ChronoUnit.DAYS.between(replies.values().monday(), LocalDate.parse(date))
              : "?");
    }
    return String.join(" ", days);
  }
}
