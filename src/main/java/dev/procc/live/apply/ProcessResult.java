package dev.procc.live.apply;

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
/// @param previous the process it replaced or trashed; absent where none
/// @param revisionBefore absent where there was no process
/// @param calls the writes, and whether each was read back as foretold
/// @param residual what is other than foretold
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
    @Nullable String previous,
    @Nullable Long revisionBefore,
    @Nullable Long revisionAfter,
    List<WrittenCall> calls,
    List<Residual> residual,
    List<ServerFinding> findings,
    List<String> warnings) {
  public ProcessResult {
    calls = List.copyOf(calls);
    residual = List.copyOf(residual);
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }

  /// One write.
  ///
  /// @param id of the operation in the plan
  /// @param request `PATCH /processes/e7b9`
  /// @param size how many changes it carried
  /// @param readBack `as foretold`, `not as foretold`, `not read`
  public record WrittenCall(String id, String request, int size, String readBack) {}

  /// Whether anything was changed in Workiva.
  public boolean changed() {
    return !calls.isEmpty();
  }

  ProcessResult withWarning(String warning) {
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
        previous,
        revisionBefore,
        revisionAfter,
        calls,
        residual,
        findings,
        more);
  }

  /// A result without details.
  static ProcessResult plain(
      String identity, String name, String action, Verdict verdict, String message, String help) {
    return new ProcessResult(
        identity, name, action, verdict, message, help, null, null, null, null, List.of(),
        List.of(), List.of(), List.of());
  }

  public Json.Obj toJson() {
    List<Json> written = new ArrayList<>();
    for (WrittenCall call : calls) {
      written.add(
          Json.object()
              .put("id", call.id())
              .put("request", call.request())
              .put("size", call.size())
              .put("readBack", call.readBack())
              .build());
    }
    List<Json> found = new ArrayList<>();
    for (ServerFinding finding : findings) {
      found.add(
          Json.object()
              .put("address", finding.address())
              .put("field", finding.field())
              .put("code", finding.fault().code())
              .put("message", finding.fault().message())
              .build());
    }
    return Json.object()
        .put("key", identity)
        .put("name", name)
        .put("action", action)
        .put("verdict", verdict.word())
        .put("message", message)
        .put("help", help)
        .putNullable("id", id)
        .putNullable("previous", previous)
        .put("revisionBefore", number(revisionBefore))
        .put("revisionAfter", number(revisionAfter))
        .put("calls", Json.array(written))
        .put("residual", Json.array(residual.stream().map(Residual::toJson).toList()))
        .put("findings", Json.array(found))
        .put("warnings", Json.texts(warnings))
        .build();
  }

  private static Json number(@Nullable Long value) {
    return Optional.ofNullable(value).<Json>map(Json::of).orElse(Json.NULL);
  }
}
