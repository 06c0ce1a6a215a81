package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of a probe, as a template: path and body contain placeholders of [ProbeValues].
///
/// @param path from the first slash
/// @param body null if none is sent
/// @param form of path and body
/// @param purpose what is special about the call, for people
public record ProbeCall(
    ApiOperation operation, String path, @Nullable Json body, Form form, String purpose) {
  /// The form in which a call is sent.
  public enum Form {
    /// As the client sends it.
    STANDARD,
    /// Without `X-Version`.
    WITHOUT_VERSION,
    /// A PATCH with the content type `application/json`.
    PLAIN_JSON,
    /// Renames in the form that the question `batch-shape` found.
    MEASURED_SHAPE
  }

  private static final String PROCESS = "/processes/{process}";

  /// `POST /processes` for a process with one task.
  static ProbeCall createProcess(String purpose) {
    return createProcess(purpose, ProbeBodies.process(ProbeBodies.task("A")));
  }

  /// `POST /processes`.
  static ProbeCall createProcess(String purpose, Json.Obj body) {
    return new ProbeCall(ApiOperation.CREATE, "/processes", body, Form.STANDARD, purpose);
  }

  /// `GET /processes/{process}`.
  static ProbeCall get() {
    return withoutBody(ApiOperation.GET, PROCESS, "as it is then");
  }

  /// `PATCH /processes/{process}`.
  static ProbeCall patch(String purpose, Json... operations) {
    Json body = Json.array(List.of(operations));
    return new ProbeCall(ApiOperation.PATCH, PROCESS, body, Form.STANDARD, purpose);
  }

  /// `POST /processes/{process}/batchUpdates`.
  static ProbeCall rename(String purpose, Json... items) {
    Json body = Json.object().put("data", Json.array(List.of(items))).build();
    return new ProbeCall(
        ApiOperation.RENAME, PROCESS + "/batchUpdates", body, Form.STANDARD, purpose);
  }

  /// `POST /processes/{id}/validation`.
  ///
  /// @param id `{process}` or `{process2}`
  static ProbeCall validate(String id) {
    return withoutBody(ApiOperation.VALIDATE, "/processes/" + id + "/validation", "its errors");
  }

  /// `DELETE /processes/{process}`.
  static ProbeCall trash(String purpose) {
    return withoutBody(ApiOperation.TRASH, PROCESS, purpose);
  }

  /// `POST /processes/{process}/restore`.
  static ProbeCall restore() {
    return withoutBody(ApiOperation.RESTORE, PROCESS + "/restore", "out of the bin");
  }

  /// `GET /processes` with a query.
  static ProbeCall list(String purpose, String query) {
    return withoutBody(ApiOperation.LIST, "/processes?" + query, purpose);
  }

  /// The query for processes whose name contains a text.
  static String named(String text) {
    return "$filter=name%20contains%20%27" + text + "%27";
  }

  /// `POST /processes/{process}/run`, without a completion mail.
  static ProbeCall run(String purpose) {
    Json body = Json.object().put("sendProcessCompleteEmail", false).build();
    return new ProbeCall(ApiOperation.RUN, PROCESS + "/run", body, Form.STANDARD, purpose);
  }

  /// `GET /processRuns/{run}`.
  static ProbeCall getRun() {
    return withoutBody(ApiOperation.GET_RUN, "/processRuns/{run}", "the run");
  }

  /// `POST /processRuns/{run}/jobRuns`.
  static ProbeCall addJob(String purpose, Json job) {
    Json body = Json.array(job);
    return new ProbeCall(
        ApiOperation.ADD_JOBS, "/processRuns/{run}/jobRuns", body, Form.STANDARD, purpose);
  }

  private static ProbeCall withoutBody(ApiOperation operation, String path, String purpose) {
    return new ProbeCall(operation, path, null, Form.STANDARD, purpose);
  }

  /// The call without `X-Version`.
  ProbeCall withoutVersion() {
    return withForm(Form.WITHOUT_VERSION);
  }

  /// The PATCH with the content type `application/json`.
  ProbeCall asPlainJson() {
    return withForm(Form.PLAIN_JSON);
  }

  /// The renames in the form that the question `batch-shape` found.
  ProbeCall inMeasuredShape() {
    return withForm(Form.MEASURED_SHAPE);
  }

  private ProbeCall withForm(Form other) {
    return new ProbeCall(operation, path, body, other, purpose);
  }

  /// The content type of the body; empty if there is none.
  String contentType() {
    if (body == null) {
      return "";
    }
    return operation == ApiOperation.PATCH && form != Form.PLAIN_JSON
        ? "application/json-patch+json"
        : "application/json";
  }

  /// `POST /processes/{process}/batchUpdates`, without the query, for people.
  public String requestLine() {
    return operation.method() + " " + path.replaceFirst("\\?.*", "");
  }
}
