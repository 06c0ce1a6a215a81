package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of an apply for one process.
///
/// @param action `patch`, `rename`, `create`, `replace`, `trash`, `forget`, `adopt`, `amend`
/// @param conclusion of the apply
/// @param ids of the processes
/// @param details of what was written and found
public record ProcessResult(
    String identity,
    String name,
    String action,
    Conclusion conclusion,
    ProcessIds ids,
    ApplyDetails details) {

  /// The conclusion of the apply of a process.
  ///
  /// @param message what happened, one sentence without a full stop
  /// @param help what to do next; empty if there is nothing to do
  public record Conclusion(Verdict verdict, String message, String help) {}

  /// The processes that a result is about.
  ///
  /// @param id the current live process; null if there is none
  /// @param formerId the process that was replaced or trashed; null if there is none
  /// @param revisionBefore null if there was no process
  /// @param revisionAfter null if there is no process, or it was not read
  public record ProcessIds(
      @Nullable String id,
      @Nullable String formerId,
      @Nullable Long revisionBefore,
      @Nullable Long revisionAfter) {
    /// No process.
    public static final ProcessIds NONE = new ProcessIds(null, null, null, null);
  }

  /// The details of what was written and found.
  ///
  /// @param calls the writes, and whether each was read back as predicted
  /// @param mismatches with the prediction
  /// @param findings of the server's validation
  /// @param warnings in sentences without a full stop
  public record ApplyDetails(
      List<WrittenCall> calls,
      List<Mismatch> mismatches,
      List<ServerFinding> findings,
      List<String> warnings) {
    /// Nothing written, nothing found.
    public static final ApplyDetails NONE =
        new ApplyDetails(List.of(), List.of(), List.of(), List.of());

    public ApplyDetails {
      calls = List.copyOf(calls);
      mismatches = List.copyOf(mismatches);
      findings = List.copyOf(findings);
      warnings = List.copyOf(warnings);
    }
  }

  /// A write.
  ///
  /// @param id of the operation in the plan
  /// @param request `PATCH /processes/e7b9`
  /// @param size the number of changes in it
  public record WrittenCall(String id, String request, int size, ReadBack readBack) {}

  /// The result for a process to which nothing was done.
  public static ProcessResult withoutDetails(
      String identity, String name, String action, Conclusion conclusion) {
    return new ProcessResult(
        identity, name, action, conclusion, ProcessIds.NONE, ApplyDetails.NONE);
  }

  public Verdict verdict() {
    return conclusion.verdict();
  }

  public String message() {
    return conclusion.message();
  }

  public String help() {
    return conclusion.help();
  }

  /// The current live process; null if there is none.
  public @Nullable String id() {
    return ids.id();
  }

  public List<WrittenCall> calls() {
    return details.calls();
  }

  /// Whether anything was changed in Workiva.
  public boolean changed() {
    return details.calls().stream().anyMatch(call -> call.readBack().mayBeDone());
  }

  /// Whether any change in Workiva is still in place: a failure that left one is partial, all other
  /// failures were undone.
  public boolean hasStandingChanges() {
    return changed()
        && switch (verdict()) {
          case APPLIED, PARTIAL, INTERRUPTED -> true;
          case UNCHANGED, NOT_STARTED, FAILED, INVALID, REFUSED, STALE -> false;
        };
  }

  public ProcessResult withWarning(String warning) {
    List<String> warnings = new ArrayList<>(details.warnings());
    warnings.add(warning);
    ApplyDetails warned =
        new ApplyDetails(details.calls(), details.mismatches(), details.findings(), warnings);
    return new ProcessResult(identity, name, action, conclusion, ids, warned);
  }

  /// A copy for a result that could not be recorded, which is then not as requested.
  public ProcessResult asUnrecorded(String warning) {
    Verdict verdict =
        conclusion.verdict() == Verdict.INTERRUPTED ? Verdict.INTERRUPTED : Verdict.PARTIAL;
    Conclusion unrecorded = new Conclusion(verdict, conclusion.message(), conclusion.help());
    return new ProcessResult(identity, name, action, unrecorded, ids, details).withWarning(warning);
  }

  public Json.Obj toJson() {
    return Json.object()
        .put("key", identity)
        .put("name", name)
        .put("action", action)
        .put("verdict", conclusion.verdict().text())
        .put("message", conclusion.message())
        .put("help", conclusion.help())
        .putNullable("id", ids.id())
        .putNullable("previous", ids.formerId())
        .put("revisionBefore", number(ids.revisionBefore()))
        .put("revisionAfter", number(ids.revisionAfter()))
        .put("calls", Json.array(details.calls().stream().map(ProcessResult::json).toList()))
        .put("residual", Json.array(details.mismatches().stream().map(Mismatch::toJson).toList()))
        .put("findings", Json.array(details.findings().stream().map(ProcessResult::json).toList()))
        .put("warnings", Json.texts(details.warnings()))
        .build();
  }

  private static Json.Obj json(WrittenCall call) {
    return Json.object()
        .put("id", call.id())
        .put("request", call.request())
        .put("size", call.size())
        .put("readBack", call.readBack().text())
        .build();
  }

  private static Json.Obj json(ServerFinding finding) {
    return Json.object()
        .put("address", finding.address())
        .put("field", finding.field())
        .put("code", finding.error().code())
        .put("message", finding.error().message())
        .build();
  }

  private static Json number(@Nullable Long value) {
    return Optional.ofNullable(value).<Json>map(Json::of).orElse(Json.NULL);
  }
}
