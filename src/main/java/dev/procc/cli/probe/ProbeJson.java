package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.base.json.Json;
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
import java.util.List;

/// The JSON output of `procc probe`.
final class ProbeJson {
  private ProbeJson() {}

  /// The calls of a dry run.
  static Json.Obj calls(TargetConnection access, List<Probe> probes) throws Failure {
    List<Json> rows = new ArrayList<>();
    for (Probe probe : probes) {
      List<Json> calls = new ArrayList<>();
      for (ProbeCall call : probe.calls()) {
        calls.add(
            Json.object().put("call", call.requestLine()).put("what", call.purpose()).build());
      }
      rows.add(
          Json.object()
              .put("key", probe.key())
              .put("question", probe.description())
              .put("runs", probe.startsRun())
              .put("calls", Json.array(calls))
              .build());
    }
    return Json.object()
        .put("target", access.target())
        .put("apiUrl", access.url().toString())
        .put("dryRun", true)
        .put("processes", Probes.countProcesses(probes))
        .put("probes", Json.array(rows))
        .build();
  }

  /// The answers of a probe, and how it ended.
  ///
  /// @param remaining what still exists, of earlier probes too
  static Json.Obj result(
      ProbeFiles files,
      ProbeProgress progress,
      ProbeRun.ProbeRunResult outcome,
      List<RemainingProcess> remaining) {
    Json.Builder unanswered = Json.object();
    progress.measured().unanswered().forEach(unanswered::put);
    ApiException failure = outcome.failure();
    return Json.object()
        .put("file", files.answersFile())
        .put("asked", outcome.answers().size())
        .put("answers", Json.array(outcome.answers().stream().map(ProbeJson::answer).toList()))
        .put("unanswered", unanswered.build())
        .put("processes", outcome.createdCount())
        .put("notTrashed", Json.array(remaining.stream().map(ProbeJson::remaining).toList()))
        .put("stopped", outcome.stopped())
        .put("error", failure == null ? Json.NULL : Json.of(String.valueOf(failure.getMessage())))
        .build();
  }

  private static Json answer(ProbeAnswer answer) {
    ServerBehaviour question = ServerBehaviours.find(answer.key());
    return Json.object()
        .put("key", answer.key())
        .put("answer", answer.result().isClear() ? Json.of(answer.result().answer()) : Json.NULL)
        .put("assumed", question == null ? "" : question.assumedAnswer())
        .put("observed", answer.result().observed())
        .put("date", answer.date().toString())
        .put("calls", Json.texts(answer.calls()))
        .build();
  }

  private static Json remaining(RemainingProcess process) {
    return Json.object()
        .put("id", process.id().isEmpty() ? Json.NULL : Json.of(process.id()))
        .put("name", process.name())
        .put("why", process.reason())
        .build();
  }
}
