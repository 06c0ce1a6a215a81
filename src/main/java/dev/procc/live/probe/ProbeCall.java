package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a probe.
///
/// @param path from the first slash; `{process}`, `{process2}`, `{run}`, `{job}`, `{group}` stand
///   for ids that earlier answers gave
/// @param contentType of the body; empty where there is none
/// @param body its text, with the same names in it
/// @param versioned whether `X-Version` is sent
/// @param purpose what is special about it, for a person
public record ProbeCall(
    ApiOperation operation,
    String path,
    String contentType,
    @Nullable String body,
    boolean versioned,
    String purpose) {
  private static final String JSON = "application/json";
  private static final String PATCH = "application/json-patch+json";

  /// `POST /processes`.
  public static ProbeCall create(Json.Obj body, String what) {
    return new ProbeCall(ApiOperation.CREATE, "/processes", JSON, body.write(), true, what);
  }

  /// `GET /processes/{process}`.
  public static ProbeCall get() {
    return withoutBody(ApiOperation.GET, "/processes/{process}", "as it is then");
  }

  /// `PATCH /processes/{process}`.
  public static ProbeCall patch(String what, Json... operations) {
    return new ProbeCall(
        ApiOperation.PATCH,
        "/processes/{process}",
        PATCH,
        Json.array(List.of(operations)).write(),
        true,
        what);
  }

  /// `POST /processes/{process}/batchUpdates`.
  public static ProbeCall rename(String what, Json... items) {
    Json.Obj body = Json.object().put("data", Json.array(List.of(items))).build();
    return new ProbeCall(
        ApiOperation.RENAME, "/processes/{process}/batchUpdates", JSON, body.write(), true, what);
  }

  /// `POST /processes/{id}/validation`.
  ///
  /// @param id `{process}` or `{process2}`
  public static ProbeCall validate(String id) {
    return withoutBody(ApiOperation.VALIDATE, "/processes/" + id + "/validation", "its errors");
  }

  /// `DELETE /processes/{process}`.
  public static ProbeCall trash(String what) {
    return withoutBody(ApiOperation.TRASH, "/processes/{process}", what);
  }

  /// `POST /processes/{process}/restore`.
  public static ProbeCall restore() {
    return withoutBody(ApiOperation.RESTORE, "/processes/{process}/restore", "out of the trash");
  }

  /// `GET /processes` with a query.
  public static ProbeCall list(String query, String what) {
    return withoutBody(ApiOperation.LIST, "/processes?" + query, what);
  }

  /// `POST /processes/{process}/run`, without a mail at its end.
  public static ProbeCall run(String what) {
    String body = Json.object().put("sendProcessCompleteEmail", false).build().write();
    return new ProbeCall(ApiOperation.RUN, "/processes/{process}/run", JSON, body, true, what);
  }

  /// `GET /processRuns/{run}`.
  public static ProbeCall getRun() {
    return withoutBody(ApiOperation.GET_RUN, "/processRuns/{run}", "the run");
  }

  /// `POST /processRuns/{run}/jobRuns`.
  public static ProbeCall addJob(String what, Json job) {
    return new ProbeCall(
        ApiOperation.ADD_JOBS,
        "/processRuns/{run}/jobRuns",
        JSON,
        Json.array(job).write(),
        true,
        what);
  }

  private static ProbeCall withoutBody(ApiOperation operation, String path, String what) {
    return new ProbeCall(operation, path, "", null, true, what);
  }

  /// The same call with the body announced as another type.
  public ProbeCall withContentType(String type) {
    return new ProbeCall(operation, path, type, body, versioned, purpose);
  }

  /// The same call without `X-Version`.
  public ProbeCall withoutVersion() {
    return new ProbeCall(operation, path, contentType, body, false, purpose);
  }

  /// `POST /processes/{process}/batchUpdates`, for people.
  public String requestLine() {
    return operation.method() + " " + path;
  }
}
