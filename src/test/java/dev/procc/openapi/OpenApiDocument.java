package dev.procc.openapi;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The OpenAPI description of what procc knows of the Processes API: eleven operations and the
/// token endpoint, with the schemas of the field table.
final class OpenApiDocument {
  static final String VERSION = "2026-04-01.processes.preview";
  private static final String READ = "file:read";
  private static final String WRITE = "file:write";

  private final Json.Builder paths = Json.object();

  private OpenApiDocument() {}

  static Json.Obj build() {
    OpenApiDocument document = new OpenApiDocument();
    document.operations();
    return Json.object()
        .put("openapi", "3.1.0")
        .put("info", info())
        .put("servers", servers())
        .put("security", security(READ, WRITE))
        .put(
            "tags",
            Json.array(
                tag("Processes", "Processes as they are built."),
                tag("Runs", "Processes that were started."),
                tag("Tokens", "OAuth.")))
        .put("paths", document.paths.build())
        .put("components", components())
        .build();
  }

  private static Json.Obj info() {
    return Json.object()
        .put("title", "Processes API, as procc knows it")
        .put("version", VERSION)
        .put("summary", "Reconstructed from the API's public pages; not the API's own description.")
        .put(
            "description",
            "x-evidence marks what the pages do not state: \"example\" was only seen in an example"
                + " payload or a sample call, \"inferred\" was concluded. procc api-check FILE"
                + " compares it with a description of your own.")
        .put(
            "license",
            Json.object()
                .put("name", "Facts about a public interface")
                .put("url", "https://developers.workiva.com")
                .build())
        .build();
  }

  private static Json.Arr servers() {
    return Json.array(
        server("https://api.app.wdesk.com", "United States"),
        server("https://api.eu.wdesk.com", "Europe"),
        server("https://api.apac.wdesk.com", "Asia and Pacific"));
  }

  private static Json.Obj server(String url, String description) {
    return Json.object().put("url", url).put("description", description).build();
  }

  private static Json.Obj tag(String name, String description) {
    return Json.object().put("name", name).put("description", description).build();
  }

  private static Json.Arr security(String... scopes) {
    return Json.array(Json.object().put("oauth", Json.texts(List.of(scopes))).build());
  }

  private void operations() {
    path(
        "/oauth2/token",
        List.of(),
        operation("post", "getToken", "Tokens", "Get a token", null)
            .put("security", Json.array(Json.Obj.EMPTY))
            .put("requestBody", tokenBody())
            .put("responses", responses("200", "A token.", ref("TokenResponse"), "token"))
            .put("x-evidence", "inferred"));
    path(
        "/processes",
        List.of(),
        operation("get", "listProcesses", "Processes", "List processes", READ)
            .put("parameters", listParameters())
            .put("responses", responses("200", "A page.", ref("ProcessesListResult"), "")),
        operation("post", "createProcess", "Processes", "Create a process", WRITE)
            .put("requestBody", body("application/json", ref("Process"), true))
            .put("responses", responses("201", "The new process.", ref("Process"), "body")));
    path(
        "/processes/{processId}",
        List.of("processId"),
        operation("get", "getProcess", "Processes", "Get a process by id", READ)
            .put("parameters", Json.array(parameter("excludeGeneratedJobs")))
            .put("responses", responses("200", "The process.", ref("Process"), "")),
        operation("patch", "patchProcess", "Processes", "Change fields of a process", WRITE)
            .put(
                "requestBody",
                body("application/json-patch+json", ref("ProcessJSONPatchDocument"), true))
            .put("responses", responses("200", "The process.", ref("Process"), "body"))
            .put("x-evidence", "example"),
        operation("delete", "trashProcess", "Processes", "Move a process to the trash", WRITE)
            .put("responses", responses("204", "It is in the trash.", null, "")));
    path(
        "/processes/{processId}/batchUpdates",
        List.of("processId"),
        operation("post", "batchUpdateProcess", "Processes", "Rename groups and jobs", WRITE)
            .put("requestBody", body("application/json", ref("BatchUpdate"), true))
            .put("responses", responses("200", "The process.", ref("Process"), "body")));
    path(
        "/processes/{processId}/validation",
        List.of("processId"),
        operation("post", "validateProcess", "Processes", "Validate a process", READ)
            .put(
                "responses",
                responses("200", "What was found.", ref("ProcessValidationResults"), "")));
    path(
        "/processes/{processId}/run",
        List.of("processId"),
        operation("post", "runProcess", "Runs", "Start a run", WRITE)
            .put("requestBody", body("application/json", ref("ProcessRunOptions"), false))
            .put("responses", responses("201", "The run.", ref("ProcessRun"), "body")));
    path(
        "/processes/{processId}/restore",
        List.of("processId"),
        operation("post", "restoreProcess", "Processes", "Restore a process from the trash", WRITE)
            .put("responses", responses("200", "The process.", ref("Process"), ""))
            .put("x-evidence", "example"));
    path(
        "/processRuns/{processRunId}",
        List.of("processRunId"),
        operation("get", "getProcessRun", "Runs", "Get a run by id", READ)
            .put("parameters", Json.array(parameter("excludeGeneratedJobs")))
            .put("responses", responses("200", "The run.", ref("ProcessRun"), "")));
    Json.Obj jobRuns = Json.object().put("type", "array").put("items", ref("JobRun")).build();
    path(
        "/processRuns/{processRunId}/jobRuns",
        List.of("processRunId"),
        operation("post", "createJobRuns", "Runs", "Add jobs to a run", WRITE)
            .put("parameters", jobRunParameters())
            .put("requestBody", body("application/json", jobRuns, true))
            .put("responses", responses("201", "The new job runs.", jobRuns, "body")));
  }

  private static Json.Obj ref(String schema) {
    return ApiSchemas.ref(schema);
  }

  /// An operation under construction, with its method.
  private static final class OperationBuilder {
    private final String method;
    private Json.Obj json;

    OperationBuilder(String method, Json.Obj json) {
      this.method = method;
      this.json = json;
    }

    OperationBuilder put(String name, Json value) {
      json = json.with(name, value);
      return this;
    }

    OperationBuilder put(String name, String value) {
      return put(name, Json.of(value));
    }
  }

  private static OperationBuilder operation(
      String method,
      String id,
      String tag,
      String summary,
      @org.jspecify.annotations.Nullable String scope) {
    return new OperationBuilder(
        method,
        Json.object()
            .put("operationId", id)
            .put("tags", Json.texts(List.of(tag)))
            .put("summary", summary)
            .put("security", scope == null ? null : security(scope))
            .build());
  }

  private void path(String path, List<String> parameters, OperationBuilder... operations) {
    Json.Builder item = Json.object();
    List<Json> common = new ArrayList<>();
    if (!path.equals("/oauth2/token")) {
      common.add(parameter("X-Version"));
    }
    parameters.forEach(name -> common.add(parameter(name)));
    item.put("parameters", common.isEmpty() ? null : Json.array(common));
    for (OperationBuilder operation : operations) {
      item.put(operation.method, operation.json);
    }
    paths.put(path, item.build());
  }

  private static Json.Obj parameter(String name) {
    return Json.object().put("$ref", "#/components/parameters/" + name).build();
  }

  private static Json.Obj query(String name, String description, Json.Obj schema) {
    return Json.object()
        .put("name", name)
        .put("in", "query")
        .put("description", description)
        .put("schema", schema)
        .build();
  }

  private static Json.Obj text() {
    return Json.object().put("type", "string").build();
  }

  private static Json.Arr listParameters() {
    Json.Obj size =
        Json.object()
            .put("type", "integer")
            .put("format", "int32")
            .put("minimum", 1)
            .put("maximum", 1000)
            .build();
    return Json.array(
        query("$next", "The cursor of the next page.", text()),
        query("$maxpagesize", "How many to return at most.", size),
        query("$filter", "Only name contains 'TEXT'.", text()),
        query(
            "$orderBy",
            "name, dueDate or run.created.dateTime, with asc or desc.",
            text().with("default", Json.of("run.created.dateTime desc"))));
  }

  private static Json.Arr jobRunParameters() {
    return Json.array(
        query("relativeSiblingId", "The job run to insert beside.", text()),
        query("parentGroupId", "The group run to add to; the root unless said.", text()),
        query(
            "before",
            "Whether to insert before the sibling; a text, true unless said.",
            text()
                .with("enum", Json.texts(List.of("true", "false")))
                .with("default", Json.of("true"))));
  }

  private static Json.Obj body(String type, Json.Obj schema, boolean required) {
    Json.Obj media = Json.object().put("schema", schema).build();
    return Json.object()
        .put("required", required)
        .put("content", Json.object().put(type, media).build())
        .build();
  }

  private static Json.Obj tokenBody() {
    Json.Obj media = Json.object().put("schema", ref("TokenRequest")).build();
    return Json.object()
        .put("required", true)
        .put(
            "content",
            Json.object()
                .put("application/x-www-form-urlencoded", media)
                .put("application/json", media)
                .build())
        .build();
  }

  private static Json.Obj responses(
      String status,
      String description,
      Json.@org.jspecify.annotations.Nullable Obj schema,
      String sort) {
    Json.Builder success = Json.object().put("description", description);
    if (schema != null) {
      Json.Obj media = Json.object().put("schema", schema).build();
      success.put("content", Json.object().put("application/json", media).build());
    }
    Json.Builder all = Json.object().put(status, success.build());
    if (sort.equals("token")) {
      for (String error : List.of("400", "401", "429")) {
        all.put(error, response("TokenError"));
      }
      return all.build();
    }
    List<String> failures = new ArrayList<>(List.of("400", "401", "403", "404", "409"));
    failures.addAll(sort.equals("body") ? List.of("413", "415", "429") : List.of("429"));
    failures.addAll(List.of("500", "503"));
    for (String error : failures) {
      all.put(error, response(error.equals("429") ? "TooManyRequests" : "Failure"));
    }
    return all.build();
  }

  private static Json.Obj response(String name) {
    return Json.object().put("$ref", "#/components/responses/" + name).build();
  }

  private static Json.Obj components() {
    Json.Obj schemas = new ApiSchemas().all();
    for (String name : List.of("TokenRequest", "TokenResponse", "TokenError")) {
      schemas = schemas.with(name, TokenSchemas.schema(name));
    }
    return Json.object()
        .put("schemas", schemas)
        .put("parameters", parameters())
        .put("responses", failures())
        .put(
            "securitySchemes",
            Json.object()
                .put(
                    "oauth",
                    Json.object()
                        .put("type", "oauth2")
                        .put("flows", Json.object().put("clientCredentials", flow()).build())
                        .build())
                .build())
        .build();
  }

  private static Json.Obj flow() {
    return Json.object()
        .put("tokenUrl", "https://api.app.wdesk.com/oauth2/token")
        .put(
            "scopes",
            Json.object()
                .put(READ, "Read processes and runs, validate.")
                .put(WRITE, "Create, change, run, trash and restore.")
                .build())
        .build();
  }

  private static Json.Obj parameters() {
    Json.Obj version = text().with("const", Json.of(VERSION));
    Json.Obj flag = Json.object().put("type", "boolean").put("default", false).build();
    return Json.object()
        .put(
            "X-Version",
            named("X-Version", "header", "The version of the API.", version)
                .with("required", Json.of(true)))
        .put(
            "processId",
            named("processId", "path", "The id of the process.", text())
                .with("required", Json.of(true)))
        .put(
            "processRunId",
            named("processRunId", "path", "The id of the run.", text())
                .with("required", Json.of(true)))
        .put(
            "excludeGeneratedJobs",
            named(
                "excludeGeneratedJobs",
                "query",
                "Whether to leave out the jobs that certifications make.",
                flag))
        .build();
  }

  private static Json.Obj named(String name, String in, String description, Json.Obj schema) {
    return Json.object()
        .put("name", name)
        .put("in", in)
        .put("description", description)
        .put("schema", schema)
        .build();
  }

  private static Json.Obj failures() {
    Json.Obj error =
        Json.object()
            .put("application/json", Json.object().put("schema", ref("Error")).build())
            .build();
    Json.Obj token =
        Json.object()
            .put("application/json", Json.object().put("schema", ref("TokenError")).build())
            .build();
    Json.Obj after =
        Json.object()
            .put("description", "Seconds to wait; not always there, the message says it as well.")
            .put("schema", Json.object().put("type", "string").build())
            .build();
    return Json.object()
        .put(
            "Failure",
            Json.object().put("description", "The call failed.").put("content", error).build())
        .put(
            "TooManyRequests",
            Json.object()
                .put("description", "About 1,000 calls of an operation a minute are taken.")
                .put("headers", Json.object().put("Retry-After", after).build())
                .put("content", error)
                .build())
        .put(
            "TokenError",
            Json.object().put("description", "No token.").put("content", token).build())
        .build();
  }
}
