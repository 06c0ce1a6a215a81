package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a probe.
///
/// @param path from the first slash; `{process}`, `{process2}`, `{run}`, `{job}`, `{group}` stand
///   for ids that earlier answers gave
/// @param contentType of the body; empty where there is none
/// @param body its text, with the same names in it
/// @param versioned whether `X-Version` is sent
/// @param what what is special about it, for a person
public record Step(
    Operation operation,
    String path,
    String contentType,
    @Nullable String body,
    boolean versioned,
    String what) {
  private static final String JSON = "application/json";
  private static final String PATCH = "application/json-patch+json";

  /// `POST /processes`.
  public static Step create(Json.Obj body, String what) {
    return new Step(Operation.CREATE, "/processes", JSON, body.write(), true, what);
  }

  /// `GET /processes/{process}`.
  public static Step get() {
    return plain(Operation.GET, "/processes/{process}", "as it is then");
  }

  /// `PATCH /processes/{process}`.
  public static Step patch(String what, Json... operations) {
    return new Step(
        Operation.PATCH,
        "/processes/{process}",
        PATCH,
        Json.array(List.of(operations)).write(),
        true,
        what);
  }

  /// `POST /processes/{process}/batchUpdates`.
  public static Step rename(String what, Json... items) {
    Json.Obj body = Json.object().put("data", Json.array(List.of(items))).build();
    return new Step(
        Operation.RENAME, "/processes/{process}/batchUpdates", JSON, body.write(), true, what);
  }

  /// `POST /processes/{id}/validation`.
  ///
  /// @param id `{process}` or `{process2}`
  public static Step validate(String id) {
    return plain(Operation.VALIDATE, "/processes/" + id + "/validation", "its errors");
  }

  /// `DELETE /processes/{process}`.
  public static Step trash(String what) {
    return plain(Operation.TRASH, "/processes/{process}", what);
  }

  /// `POST /processes/{process}/restore`.
  public static Step restore() {
    return plain(Operation.RESTORE, "/processes/{process}/restore", "out of the trash");
  }

  /// `GET /processes` with a query.
  public static Step list(String query, String what) {
    return plain(Operation.LIST, "/processes?" + query, what);
  }

  /// `POST /processes/{process}/run`, without a mail at its end.
  public static Step run(String what) {
    String body = Json.object().put("sendProcessCompleteEmail", false).build().write();
    return new Step(Operation.RUN, "/processes/{process}/run", JSON, body, true, what);
  }

  /// `GET /processRuns/{run}`.
  public static Step getRun() {
    return plain(Operation.GET_RUN, "/processRuns/{run}", "the run");
  }

  /// `POST /processRuns/{run}/jobRuns`.
  public static Step addJob(String what, Json job) {
    return new Step(
        Operation.ADD_JOBS,
        "/processRuns/{run}/jobRuns",
        JSON,
        Json.array(job).write(),
        true,
        what);
  }

  private static Step plain(Operation operation, String path, String what) {
    return new Step(operation, path, "", null, true, what);
  }

  /// The same call with the body announced as another type.
  public Step as(String type) {
    return new Step(operation, path, type, body, versioned, what);
  }

  /// The same call without `X-Version`.
  public Step unversioned() {
    return new Step(operation, path, contentType, body, false, what);
  }

  /// `POST /processes/{process}/batchUpdates`, for people.
  public String call() {
    return operation.method() + " " + path;
  }
}
