package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.live.api.Operation;
import dev.procc.live.probe.Answer;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Leftover;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeRun;
import dev.procc.live.probe.Step;
import dev.procc.model.catalog.Question;
import dev.procc.model.catalog.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a probe prints: the calls it would make, or what it found.
final class ProbeShowing {
  private static final int WIDTH = 24;
  private static final int COLUMNS = 88;

  private ProbeShowing() {}

  /// How many processes are made, the first look included.
  static int processes(List<Probe> probes) {
    Lab lab = new Lab("", "", java.time.LocalDate.EPOCH);
    int count = 1;
    for (Probe probe : probes) {
      for (Step step : probe.steps(lab)) {
        count += step.operation() == Operation.CREATE ? 1 : 0;
      }
    }
    return count;
  }

  /// The calls of a dry run.
  static void calls(Call call, LiveAccess access, List<Probe> probes) throws Failure {
    Lab lab = ProbeCommand.blank(call);
    if (call.json()) {
      List<Json> all = new ArrayList<>();
      for (Probe probe : probes) {
        List<Json> steps = new ArrayList<>();
        for (Step step : probe.steps(lab)) {
          steps.add(Json.object().put("call", shown(step)).put("what", step.what()).build());
        }
        all.add(
            Json.object()
                .put("key", probe.key())
                .put("question", about(probe.key()))
                .put("runs", probe.runs())
                .put("calls", Json.array(steps))
                .build());
      }
      call.print(
          Exit.OK,
          Json.object()
              .put("target", access.target())
              .put("apiUrl", access.url().toString())
              .put("dryRun", true)
              .put("processes", processes(probes))
              .put("probes", Json.array(all))
              .build());
      return;
    }
    int calls = 0;
    for (Probe probe : probes) {
      call.println(probe.key() + ": " + about(probe.key()));
      for (Step step : probe.steps(lab)) {
        calls++;
        call.println("  " + shown(step) + "   " + step.what());
      }
    }
    call.println(probes.isEmpty() ? "No question is open." : "");
    call.println(
        calls
            + " calls on "
            + access.url()
            + ", "
            + processes(probes)
            + " throw-away processes, all moved to the trash at the end. Nothing was sent.");
  }

  private static String shown(Step step) {
    return step.call().replaceFirst("\\?.*", "");
  }

  private static String about(String key) {
    Question question = Questions.find(key);
    return question == null ? "" : question.about();
  }

  /// Everything has an answer.
  static int nothing(Call call, String file) {
    if (call.json()) {
      call.print(
          Exit.OK,
          Json.object().put("file", file).put("asked", 0).put("answers", Json.array()).build());
    } else {
      call.println("Every question has an answer in " + file + "; --again asks anew.");
    }
    return Exit.OK;
  }

  static int result(
      Call call,
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.Outcome outcome,
      List<Leftover> left) {
    var failure = outcome.failure();
    int exit =
        !left.isEmpty()
            ? Exit.PARTIAL
            : outcome.stopped() ? Exit.INTERRUPTED : failure != null ? Exit.ERROR : Exit.OK;
    if (call.json()) {
      call.print(exit, json(files, progress, outcome, left));
    } else {
      text(call, files, progress, outcome);
    }
    for (Leftover one : left) {
      call.env().err().print("not moved to the trash: " + words(one) + "\n");
    }
    if (!left.isEmpty()) {
      call.note("end their runs and delete them in Workiva, or run procc probe again");
    }
    if (outcome.stopped()) {
      call.note("stopped; procc probe goes on with what has no answer");
    }
    if (failure != null) {
      Failure shown = LiveAccess.failure(failure);
      call.env().err().print("error: " + shown.message() + "\n");
      call.env().err().print("  " + shown.hint() + "\n");
    }
    call.env().err().flush();
    return exit;
  }

  private static String words(Leftover one) {
    return (one.id().isEmpty() ? "" : one.id() + " ") + "\"" + one.name() + "\": " + one.why();
  }

  private static void text(
      Call call, ProbeFiles files, ProbeProgress progress, ProbeRun.Outcome outcome) {
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    List<String> none = new ArrayList<>();
    for (Answer answer : outcome.answers()) {
      Question question = Questions.find(answer.key());
      String word = answer.reading().word();
      if (!answer.reading().clear() || question == null) {
        none.add(line(answer.key(), answer.reading().observed()));
      } else if (question.assumed().equals(word)) {
        same.add(answer.key() + " " + word);
      } else {
        other.add(
            line(answer.key(), word + ", not " + question.assumed())
                + " ("
                + answer.reading().observed()
                + ")");
      }
    }
    section(call, "Otherwise than procc assumes", other);
    section(call, "As procc assumes", same.size(), wrapped(same));
    section(call, "No answer", none);
    notAsked(call, progress, outcome);
    call.println(
        outcome.made()
            + " throw-away processes made, "
            + (outcome.made() - Math.min(outcome.made(), outcome.left().size()))
            + " moved to the trash. Written: "
            + files.shown());
  }

  /// Questions without an answer that were not asked now, by their reason.
  private static void notAsked(Call call, ProbeProgress progress, ProbeRun.Outcome outcome) {
    if (!call.args().values("--only").isEmpty()) {
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
        lines.add(line(keys.getFirst(), reason));
      } else {
        lines.add(reason);
        wrapped(keys).forEach(line -> lines.add("  " + line));
      }
    });
    section(call, "Not asked", count, lines);
  }

  /// Items in lines of some 90 columns.
  private static List<String> wrapped(List<String> items) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      if (!line.isEmpty() && line.length() + item.length() > COLUMNS) {
        lines.add(line.append(',').toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(item);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void section(Call call, String title, List<String> lines) {
    section(call, title, lines.size(), lines);
  }

  private static void section(Call call, String title, int count, List<String> lines) {
    if (count > 0) {
      call.println(title + " (" + count + ")");
      lines.forEach(line -> call.println("  " + line));
      call.println("");
    }
  }

  private static String line(String key, String text) {
    return String.format(Locale.ROOT, "%-" + WIDTH + "s", key) + " " + text;
  }

  private static Json.Obj json(
      ProbeFiles files, ProbeProgress progress, ProbeRun.Outcome outcome, List<Leftover> left) {
    List<Json> answers = new ArrayList<>();
    for (Answer answer : outcome.answers()) {
      Question question = Questions.find(answer.key());
      answers.add(
          Json.object()
              .put("key", answer.key())
              .put(
                  "answer", answer.reading().clear() ? Json.of(answer.reading().word()) : Json.NULL)
              .put("assumed", question == null ? "" : question.assumed())
              .put("observed", answer.reading().observed())
              .put("date", answer.date().toString())
              .put("calls", Json.texts(answer.calls()))
              .build());
    }
    List<Json> remaining = new ArrayList<>();
    for (Leftover one : left) {
      remaining.add(
          Json.object()
              .put("id", one.id().isEmpty() ? Json.NULL : Json.of(one.id()))
              .put("name", one.name())
              .put("why", one.why())
              .build());
    }
    Json.Builder unanswered = Json.object();
    progress.measured().unanswered().forEach(unanswered::put);
    var failure = outcome.failure();
    return Json.object()
        .put("file", files.shown())
        .put("asked", outcome.answers().size())
        .put("answers", Json.array(answers))
        .put("unanswered", unanswered.build())
        .put("processes", outcome.made())
        .put("notTrashed", Json.array(remaining))
        .put("stopped", outcome.stopped())
        .put("error", failure == null ? Json.NULL : Json.of(String.valueOf(failure.getMessage())))
        .build();
  }
}
