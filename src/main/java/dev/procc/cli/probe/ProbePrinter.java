package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.session.TargetConnection;
import dev.procc.live.api.ApiOperation;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeAnswer;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeRun;
import dev.procc.live.probe.RemainingProcess;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a probe prints: the calls it would make, or what it found.
final class ProbePrinter {
  private static final int KEY_WIDTH = 24;
  private static final int MAX_WIDTH = 88;

  private ProbePrinter() {}

  /// How many processes are made, the first look included.
  static int countProcesses(List<Probe> probes) {
    ProbeFixtures lab = new ProbeFixtures("", "", java.time.LocalDate.EPOCH);
    int count = 1;
    for (Probe probe : probes) {
      for (ProbeCall step : probe.calls(lab)) {
        count += step.operation() == ApiOperation.CREATE ? 1 : 0;
      }
    }
    return count;
  }

  /// The calls of a dry run.
  static void printCalls(Invocation invocation, TargetConnection access, List<Probe> probes)
      throws Failure {
    ProbeFixtures lab = ProbeCommand.placeholderFixtures(invocation);
    if (invocation.isJson()) {
      List<Json> all = new ArrayList<>();
      for (Probe probe : probes) {
        List<Json> steps = new ArrayList<>();
        for (ProbeCall step : probe.calls(lab)) {
          steps.add(Json.object().put("call", callText(step)).put("what", step.purpose()).build());
        }
        all.add(
            Json.object()
                .put("key", probe.key())
                .put("question", questionText(probe.key()))
                .put("runs", probe.startsRun())
                .put("calls", Json.array(steps))
                .build());
      }
      invocation.print(
          ExitCode.OK,
          Json.object()
              .put("target", access.target())
              .put("apiUrl", access.url().toString())
              .put("dryRun", true)
              .put("processes", countProcesses(probes))
              .put("probes", Json.array(all))
              .build());
      return;
    }
    int calls = 0;
    for (Probe probe : probes) {
      invocation.println(probe.key() + ": " + questionText(probe.key()));
      for (ProbeCall step : probe.calls(lab)) {
        calls++;
        invocation.println("  " + callText(step) + "   " + step.purpose());
      }
    }
    invocation.println(probes.isEmpty() ? "No question is open." : "");
    invocation.println(
        calls
            + " calls on "
            + access.url()
            + ", "
            + countProcesses(probes)
            + " throw-away processes, all moved to the trash at the end. Nothing was sent.");
  }

  private static String callText(ProbeCall step) {
    return step.requestLine().replaceFirst("\\?.*", "");
  }

  private static String questionText(String key) {
    ServerBehaviour question = ServerBehaviours.find(key);
    return question == null ? "" : question.description();
  }

  /// Everything has an answer.
  static int printNothingOpen(Invocation invocation, String file) {
    if (invocation.isJson()) {
      invocation.print(
          ExitCode.OK,
          Json.object().put("file", file).put("asked", 0).put("answers", Json.array()).build());
    } else {
      invocation.println("Every question has an answer in " + file + "; --again asks anew.");
    }
    return ExitCode.OK;
  }

  static int printResult(
      Invocation invocation,
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome,
      List<RemainingProcess> left) {
    var failure = outcome.failure();
    int exit =
        !left.isEmpty()
            ? ExitCode.PARTIAL
            : outcome.stopped()
                ? ExitCode.INTERRUPTED
                : failure != null ? ExitCode.ERROR : ExitCode.OK;
    if (invocation.isJson()) {
      invocation.print(exit, json(files, progress, outcome, left));
    } else {
      printText(invocation, files, progress, outcome);
    }
    for (RemainingProcess one : left) {
      invocation.env().err().print("not moved to the trash: " + describe(one) + "\n");
    }
    if (!left.isEmpty()) {
      invocation.note("end their runs and delete them in Workiva, or run procc probe again");
    }
    if (outcome.stopped()) {
      invocation.note("stopped; procc probe goes on with what has no answer");
    }
    if (failure != null) {
      Failure shown = TargetConnection.failure(failure);
      invocation.env().err().print("error: " + shown.message() + "\n");
      invocation.env().err().print("  " + shown.hint() + "\n");
    }
    invocation.env().err().flush();
    return exit;
  }

  private static String describe(RemainingProcess one) {
    return (one.id().isEmpty() ? "" : one.id() + " ") + "\"" + one.name() + "\": " + one.reason();
  }

  private static void printText(
      Invocation invocation,
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome) {
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    List<String> none = new ArrayList<>();
    for (ProbeAnswer answer : outcome.answers()) {
      ServerBehaviour question = ServerBehaviours.find(answer.key());
      String word = answer.result().answer();
      if (!answer.result().isClear() || question == null) {
        none.add(tableLine(answer.key(), answer.result().observed()));
      } else if (question.assumedAnswer().equals(word)) {
        same.add(answer.key() + " " + word);
      } else {
        other.add(
            tableLine(answer.key(), word + ", not " + question.assumedAnswer())
                + " ("
                + answer.result().observed()
                + ")");
      }
    }
    printSection(invocation, "Otherwise than procc assumes", other);
    printSection(invocation, "As procc assumes", same.size(), wrapped(same));
    printSection(invocation, "No answer", none);
    printNotAsked(invocation, progress, outcome);
    invocation.println(
        outcome.createdCount()
            + " throw-away processes made, "
            + (outcome.createdCount()
                - Math.min(outcome.createdCount(), outcome.remaining().size()))
            + " moved to the trash. Written: "
            + files.answersFile());
  }

  /// Questions without an answer that were not asked now, by their reason.
  private static void printNotAsked(
      Invocation invocation, ProbeProgress progress, ProbeRun.ProbeRunResult outcome) {
    if (!invocation.args().values("--only").isEmpty()) {
      return;
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    int count = 0;
    for (Map.Entry<String, String> one : progress.measured().unanswered().entrySet()) {
      if (outcome.answers().stream().noneMatch(a -> a.key().equals(one.getKey()))) {
        byReason.computeIfAbsent(one.getValue(), r -> new ArrayList<>()).add(one.getKey());
        count++;
      }
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach((reason, keys) -> {
      if (keys.size() == 1) {
        lines.add(tableLine(keys.getFirst(), reason));
      } else {
        lines.add(reason);
        wrapped(keys).forEach(line -> lines.add("  " + line));
      }
    });
    printSection(invocation, "Not asked", count, lines);
  }

  /// Items in lines of some 90 columns.
  private static List<String> wrapped(List<String> items) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      if (!line.isEmpty() && line.length() + item.length() > MAX_WIDTH) {
        lines.add(line.append(',').toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(item);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void printSection(Invocation invocation, String title, List<String> lines) {
    printSection(invocation, title, lines.size(), lines);
  }

  private static void printSection(
      Invocation invocation, String title, int count, List<String> lines) {
    if (count > 0) {
      invocation.println(title + " (" + count + ")");
      lines.forEach(line -> invocation.println("  " + line));
      invocation.println("");
    }
  }

  private static String tableLine(String key, String text) {
    return String.format(Locale.ROOT, "%-" + KEY_WIDTH + "s", key) + " " + text;
  }

  private static Json.Obj json(
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome,
      List<RemainingProcess> left) {
    List<Json> answers = new ArrayList<>();
    for (ProbeAnswer answer : outcome.answers()) {
      ServerBehaviour question = ServerBehaviours.find(answer.key());
      answers.add(
          Json.object()
              .put("key", answer.key())
              .put(
                  "answer",
                  answer.result().isClear() ? Json.of(answer.result().answer()) : Json.NULL)
              .put("assumed", question == null ? "" : question.assumedAnswer())
              .put("observed", answer.result().observed())
              .put("date", answer.date().toString())
              .put("calls", Json.texts(answer.calls()))
              .build());
    }
    List<Json> remaining = new ArrayList<>();
    for (RemainingProcess one : left) {
      remaining.add(
          Json.object()
              .put("id", one.id().isEmpty() ? Json.NULL : Json.of(one.id()))
              .put("name", one.name())
              .put("why", one.reason())
              .build());
    }
    Json.Builder unanswered = Json.object();
    progress.measured().unanswered().forEach(unanswered::put);
    var failure = outcome.failure();
    return Json.object()
        .put("file", files.answersFile())
        .put("asked", outcome.answers().size())
        .put("answers", Json.array(answers))
        .put("unanswered", unanswered.build())
        .put("processes", outcome.createdCount())
        .put("notTrashed", Json.array(remaining))
        .put("stopped", outcome.stopped())
        .put("error", failure == null ? Json.NULL : Json.of(String.valueOf(failure.getMessage())))
        .build();
  }
}
