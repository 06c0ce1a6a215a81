package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import java.util.List;

/// What an apply did, process by process.
///
/// @param processes in the order in which they were dealt with
/// @param message of the apply as a whole; empty where the processes say it all
/// @param help what to do about the message
/// @param overall how the apply as a whole ended, where it was stopped before its processes were
///   dealt with
public record ApplyResult(
    List<ProcessResult> processes, String message, String help, Verdict overall) {
  /// Of processes that say it all.
  public ApplyResult(List<ProcessResult> processes, String message, String help) {
    this(processes, message, help, Verdict.UNCHANGED);
  }

  public ApplyResult {
    processes = List.copyOf(processes);
  }

  /// The exit code of the whole: 0 when all went well; 130 when it was stopped; 6 when a process is
  /// half done, or when some are done and some are not; else that of the worst.
  public int exitCode() {
    boolean anyApplied = false;
    int worst = overall.exitCode();
    for (ProcessResult result : processes) {
      anyApplied |= result.verdict() == Verdict.APPLIED;
      if (severity(result.verdict().exitCode()) > severity(worst)) {
        worst = result.verdict().exitCode();
      }
    }
    boolean mixed = anyApplied && worst != 0 && worst != Verdict.INTERRUPTED.exitCode();
    return mixed ? Verdict.PARTIAL.exitCode() : worst;
  }

  private static int severity(int exit) {
    return List.of(0, 1, 3, 4, 5, 6, 130).indexOf(exit);
  }

  public Json.Obj toJson() {
    return Json.object()
        .put("formatVersion", "1.0")
        .put("exit", exitCode())
        .putNullable("message", message.isEmpty() ? null : message)
        .putNullable("help", help.isEmpty() ? null : help)
        .put("processes", Json.array(processes.stream().map(ProcessResult::toJson).toList()))
        .build();
  }
}
