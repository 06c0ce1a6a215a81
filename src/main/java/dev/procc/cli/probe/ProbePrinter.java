package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.live.api.ApiException;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeAnswer;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeRun;
import dev.procc.live.probe.Probes;
import dev.procc.live.probe.RemainingProcess;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The output of `procc probe`: the calls of a dry run, or the answers.
final class ProbePrinter {
  private static final int KEY_WIDTH = 24;
  private static final int MAX_WIDTH = 88;

  private ProbePrinter() {}

  /// The calls of a dry run.
  static void printCalls(Invocation invocation, TargetConnection access, List<Probe> probes)
      throws Failure {
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, ProbeJson.calls(access, probes));
      return;
    }
    int calls = 0;
    for (Probe probe : probes) {
      invocation.println(probe.key() + ": " + probe.description());
      for (ProbeCall call : probe.calls()) {
        calls++;
        invocation.println("  " + call.requestLine() + "   " + call.purpose());
      }
    }
    invocation.println(probes.isEmpty() ? "No question is open." : "");
    invocation.println(
        calls
            + " calls on "
            + access.url()
            + ", "
            + Probes.countProcesses(probes)
            + " throw-away processes, all moved to the bin at the end. Nothing was sent.");
  }

  /// Prints that every question has an answer.
  static int printNothingOpen(Invocation invocation, String file) {
    if (invocation.isJson()) {
      invocation.print(
          ExitCode.OK,
          Json.object().put("file", file).put("asked", 0).put("answers", Json.array()).build());
    } else {
      invocation.println("Every question has an answer in " + file + "; --again asks them again.");
    }
    return ExitCode.OK;
  }

  /// Prints the answers of a probe, and how it ended.
  ///
  /// @param remaining what still exists, of earlier probes too
  static int printResult(
      Invocation invocation,
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome,
      List<RemainingProcess> remaining) {
    ApiException failure = outcome.failure();
    int exit =
        !remaining.isEmpty()
            ? ExitCode.PARTIAL
            : outcome.stopped()
                ? ExitCode.INTERRUPTED
                : failure != null ? ExitCode.ERROR : ExitCode.OK;
    if (invocation.isJson()) {
      invocation.print(exit, ProbeJson.result(files, progress, outcome, remaining));
    } else {
      printText(invocation, files, progress, outcome);
    }
    for (RemainingProcess process : remaining) {
      invocation.printErrorLine("not moved to the bin: " + describe(process));
    }
    if (!remaining.isEmpty()) {
      invocation.note("end their runs and delete them in Workiva, or probe again: procc probe");
    }
    if (outcome.stopped()) {
      invocation.note("stopped; procc probe goes on with what has no answer");
    }
    if (failure != null) {
      Failure shown = TargetConnection.failure(failure);
      invocation.printErrorLine("error: " + shown.message());
      invocation.printErrorLine("  " + shown.hint());
    }
    return exit;
  }

  private static String describe(RemainingProcess process) {
    String id = process.id().isEmpty() ? "" : process.id() + " ";
    return id + "\"" + process.name() + "\": " + process.reason();
  }

  private static void printText(
      Invocation invocation,
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome) {
    List<String> asAssumed = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    for (ProbeAnswer answer : outcome.answers()) {
      ServerBehaviour question = ServerBehaviours.find(answer.key());
      String word = answer.result().answer();
      if (!answer.result().isClear() || question == null) {
        unclear.add(tableLine(answer.key(), answer.result().observed()));
      } else if (question.assumedAnswer().equals(word)) {
        asAssumed.add(answer.key() + " " + word);
      } else {
        otherwise.add(
            tableLine(answer.key(), word + ", not " + question.assumedAnswer())
                + " ("
                + answer.result().observed()
                + ")");
      }
    }
    printSection(invocation, "Different from what procc assumes", otherwise);
    printSection(invocation, "As procc assumes", asAssumed.size(), wrapped(asAssumed));
    printSection(invocation, "No answer", unclear);
    printNotAsked(invocation, progress, outcome);
    invocation.println(
        outcome.createdCount()
            + " throw-away processes made, "
            + (outcome.createdCount()
                - Math.min(outcome.createdCount(), outcome.remaining().size()))
            + " moved to the bin. Written: "
            + files.answersFile());
  }

  /// Prints the open questions that were not asked this time, by reason.
  private static void printNotAsked(
      Invocation invocation, ProbeProgress progress, ProbeRun.ProbeRunResult outcome) {
    if (!invocation.args().values("--only").isEmpty()) {
      return;
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    int count = 0;
    for (Map.Entry<String, String> open : progress.measured().unanswered().entrySet()) {
      if (outcome.answers().stream().noneMatch(a -> a.key().equals(open.getKey()))) {
        byReason.computeIfAbsent(open.getValue(), r -> new ArrayList<>()).add(open.getKey());
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

  /// The items in lines of some 90 columns.
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
}
