package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an apply did to one process.
///
/// @param action `patch`, `rename`, `create`, `replace`, `trash`, `forget`, `adopt`, `amend`
/// @param message what happened, one sentence without a full stop
/// @param help what to do next; empty where there is nothing to do
/// @param id the live process now; absent where there is none
/// @param formerId the process it replaced or trashed; absent where none
/// @param revisionBefore absent where there was no process
/// @param calls the writes, and whether each was read back as foretold
/// @param mismatches what is other than foretold
/// @param findings of the server's validation
/// @param warnings in sentences without a full stop
public record ProcessResult(
    String identity,
    String name,
    String action,
    Verdict verdict,
    String message,
    String help,
    @Nullable String id,
    @Nullable String formerId,
    @Nullable Long revisionBefore,
    @Nullable Long revisionAfter,
    List<WrittenCall> calls,
    List<Mismatch> mismatches,
    List<ServerFinding> findings,
    List<String> warnings) {
  public ProcessResult {
    calls = List.copyOf(calls);
    mismatches = List.copyOf(mismatches);
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }

  /// One write.
  ///
  /// @param id of the operation in the plan
  /// @param request `PATCH /processes/e7b9`
  /// @param size how many changes it carried
  public record WrittenCall(String id, String request, int size, ReadBack readBack) {}

  /// Whether anything was changed in Workiva.
  public boolean changed() {
    return !calls.isEmpty();
  }

  public ProcessResult withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new ProcessResult(
        identity,
        name,
        action,
        verdict,
        message,
        help,
        id,
        formerId,
        revisionBefore,
        revisionAfter,
        calls,
        mismatches,
        findings,
        more);
  }

  /// A result without details.
  public static ProcessResult withoutDetails(
      String identity, String name, String action, Verdict verdict, String message, String help) {
    return new ProcessResult(
        identity, name, action, verdict, message, help, null, null, null, null, List.of(),
        List.of(), List.of(), List.of());
  }

  public Json.Obj toJson() {
    List<Json> callsJson = new ArrayList<>();
    for (WrittenCall call : calls) {
      callsJson.add(
          Json.object()
              .put("id", call.id())
              .put("request", call.request())
              .put("size", call.size())
              .put("readBack", call.readBack().text())
              .build());
    }
    List<Json> findingsJson = new ArrayList<>();
    for (ServerFinding finding : findings) {
      findingsJson.add(
          Json.object()
              .put("address", finding.address())
              .put("field", finding.field())
              .put("code", finding.error().code())
              .put("message", finding.error().message())
              .build());
    }
    return Json.object()
        .put("key", identity)
        .put("name", name)
        .put("action", action)
        .put("verdict", verdict.text())
        .put("message", message)
        .put("help", help)
        .putNullable("id", id)
        .putNullable("previous", formerId)
        .put("revisionBefore", number(revisionBefore))
        .put("revisionAfter", number(revisionAfter))
        .put("calls", Json.array(callsJson))
        .put("residual", Json.array(mismatches.stream().map(Mismatch::toJson).toList()))
        .put("findings", Json.array(findingsJson))
        .put("warnings", Json.texts(warnings))
        .build();
  }

  private static Json number(@Nullable Long value) {
    return Optional.ofNullable(value).<Json>map(Json::of).orElse(Json.NULL);
  }
}
