package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import java.util.List;

/// The result of an apply, by process.
///
/// @param processes in the order of the work
/// @param message about the apply as a whole; empty if the results of the processes are enough
/// @param help what to do about the message
/// @param overall the verdict if the apply was stopped before any process; otherwise `UNCHANGED`
public record ApplyResult(
    List<ProcessResult> processes, String message, String help, Verdict overall) {
  /// The result of an apply without a verdict of its own.
  public ApplyResult(List<ProcessResult> processes, String message, String help) {
    this(processes, message, help, Verdict.UNCHANGED);
  }

  public ApplyResult {
    processes = List.copyOf(processes);
  }

  /// The verdict on the whole: the worst of its processes, but `PARTIAL` if some were applied and
  /// some failed.
  public Verdict verdict() {
    boolean anyApplied = false;
    Verdict worst = overall;
    for (ProcessResult result : processes) {
      anyApplied |= result.verdict() == Verdict.APPLIED;
      worst = result.verdict().compareTo(worst) > 0 ? result.verdict() : worst;
    }
    boolean mixed = anyApplied && worst.isFailure() && worst != Verdict.INTERRUPTED;
    return mixed ? Verdict.PARTIAL : worst;
  }

  /// @return `message`, `help` and `processes`
  public Json.Obj toJson() {
    return Json.object()
        .putNullable("message", message.isEmpty() ? null : message)
        .putNullable("help", help.isEmpty() ? null : help)
        .put("processes", Json.array(processes.stream().map(ProcessResult::toJson).toList()))
        .build();
  }
}
