package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.timing.Waiting;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The client of the Processes API, with one method for each operation. Bodies are JSON as the API
/// has them.
///
/// Calls that only read are repeated after 5xx and lost responses; every call is repeated after
/// 429, after a 401 that a renewed token may mend, and if no connection was made. Nothing else is
/// repeated: a caller that lost the response to a write looks first
/// ([ApiException#mayHaveHappened]). Safe for use by many threads.
///
/// ```java
/// try (var api = ApiClient.open(ApiSettings.of(uri, token), clock, pause, ApiEvents.NONE)) {
///   Json.Obj process = api.get("e7b9920095e342889190b4d7eaeca6fa", true);
/// }
/// ```
public final class ApiClient implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String PATCH = "application/json-patch+json";
  private static final int MAX_PAGES = 10_000;
  private static final int MAX_CONCURRENT_READS = 16;

  private final ApiSettings settings;
  private final RetryingCaller caller;
  private final CallGate gate;

  private ApiClient(ApiSettings settings, RetryingCaller caller, CallGate gate) {
    this.settings = settings;
    this.caller = caller;
    this.gate = gate;
  }

  /// Opens a client; nothing is sent yet.
  ///
  /// @throws ApiException if the file of certificates cannot be used
  public static ApiClient open(ApiSettings settings, Clock clock, Sleeper pause, ApiEvents events)
      throws ApiException {
    try {
      return new ApiClient(
          settings, new RetryingCaller(settings, clock, pause, events), CallGate.OPEN);
    } catch (IOException | GeneralSecurityException e) {
      String file = settings.authorityFile().map(Object::toString).orElse("");
      throw new ApiException(
          ApiErrorKind.NETWORK,
          ApiOperation.TOKEN,
          new ApiException.Advice(
              "The certificates in \"" + file + "\" cannot be used: " + e.getMessage(),
              "PROCC_CA_FILE names a file of certificates in PEM form"),
          ApiException.FailedResponse.NONE,
          e);
    }
  }

  /// A copy whose writing calls pass a gate.
  public ApiClient through(CallGate asked) {
    return new ApiClient(settings, caller, asked);
  }

  /// The current time of the server's clock, by its last response; empty before the first one.
  public Optional<Instant> serverTime() {
    return caller.serverTime();
  }

  /// `GET /processes`, all pages.
  public List<Json.Obj> list(ListQuery query) throws ApiException {
    List<Json.Obj> processes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ReadBudget budget = caller.readBudget();
    String path = query.path();
    while (seen.add(path)) {
      budget.check(ApiOperation.LIST);
      if (seen.size() > MAX_PAGES) {
        throw ReadBudget.usedUp(ApiOperation.LIST, "there are more than " + MAX_PAGES + " pages");
      }
      ApiResponse response = send(ApiOperation.LIST, path, "", null);
      budget.count(response);
      Json.Obj result = requireObject(response);
      for (Json item : requireItems(response, result, "data")) {
        if (!(item instanceof Json.Obj process)) {
          throw broken(response, "items are not objects");
        }
        processes.add(process);
      }
      Json next = result.get("@nextLink");
      if (next == null || next instanceof Json.Null) {
        return processes;
      }
      if (!(next instanceof Json.Str link)) {
        throw broken(response, next + " is not a link");
      }
      if (link.value().isBlank()) {
        return processes;
      }
      path = nextPath(response, link.value());
    }
    throw ReadBudget.usedUp(ApiOperation.LIST, "the pages go round in a circle");
  }

  /// The link to the next page as a path on this host, since the token is sent nowhere else.
  private String nextPath(ApiResponse response, String link) throws ApiException {
    URI uri;
    try {
      uri = settings.base().resolve("/processes").resolve(link);
    } catch (IllegalArgumentException notALink) {
      throw broken(response, "\"" + link + "\" is not a link");
    }
    if (!ApiOrigin.isSameServer(uri, settings.base())) {
      throw caller.exceptions().untrustedHost(ApiOperation.LIST, uri);
    }
    return ApiResponse.pathAndQuery(uri);
  }

  /// `POST /processes`. Never repeated.
  ///
  /// @return the new process, with its `id`
  public Json.Obj create(Json.Obj process) throws ApiException {
    return requireId(send(ApiOperation.CREATE, "/processes", JSON, process));
  }

  /// `GET /processes/{id}`.
  ///
  /// @param excludeGenerated leaves out the jobs that certifications generate, as every comparison
  ///   does
  public Json.Obj get(String id, boolean excludeGenerated) throws ApiException {
    return get(id, excludeGenerated, caller.readBudget());
  }

  private Json.Obj get(String id, boolean excludeGenerated, ReadBudget budget) throws ApiException {
    budget.check(ApiOperation.GET);
    String query = excludeGenerated ? "?excludeGeneratedJobs=true" : "";
    ApiResponse response = send(ApiOperation.GET, processPath(id) + query, "", null);
    budget.count(response);
    return requireId(response, id);
  }

  /// `PATCH /processes/{id}`, with a JSON Patch document of the 17 paths.
  public Json.Obj patch(String id, Json.Arr patch) throws ApiException {
    return requireId(send(ApiOperation.PATCH, processPath(id), PATCH, patch));
  }

  /// `POST /processes/{id}/batchUpdates`, at most 3,000 names.
  public Json.Obj rename(String id, Json.Obj batch) throws ApiException {
    return requireId(send(ApiOperation.RENAME, processPath(id) + "/batchUpdates", JSON, batch));
  }

  /// `POST /processes/{id}/validation`.
  ///
  /// @return the errors; none if the process can run
  public List<ApiError> validate(String id) throws ApiException {
    ApiResponse response = send(ApiOperation.VALIDATE, processPath(id) + "/validation", "", null);
    return requireItems(response, requireObject(response), "errors").stream()
        .map(ApiError::of)
        .toList();
  }

  /// `POST /processes/{id}/run`. Never repeated.
  ///
  /// @param completionMail whether the caller gets a mail when the run ends
  /// @return the run, with its `id`
  public Json.Obj run(String id, boolean completionMail) throws ApiException {
    Json.Obj options = Json.object().put("sendProcessCompleteEmail", completionMail).build();
    return requireId(send(ApiOperation.RUN, processPath(id) + "/run", JSON, options));
  }

  /// `DELETE /processes/{id}`: moves the process to the bin.
  public void trash(String id) throws ApiException {
    send(ApiOperation.TRASH, processPath(id), "", null);
  }

  /// `POST /processes/{id}/restore`: takes the process out of the bin.
  public Json.Obj restore(String id) throws ApiException {
    return requireId(send(ApiOperation.RESTORE, processPath(id) + "/restore", "", null));
  }

  /// `GET /processRuns/{id}`.
  public Json.Obj getRun(String runId, boolean excludeGenerated) throws ApiException {
    String query = excludeGenerated ? "?excludeGeneratedJobs=true" : "";
    return requireId(send(ApiOperation.GET_RUN, runPath(runId) + query, "", null), runId);
  }

  /// `POST /processRuns/{id}/jobRuns`. Never repeated.
  ///
  /// @param placement in the run
  /// @return the new job runs, in the order of `jobs`
  public List<Json.Obj> addJobs(String runId, Placement placement, Json.Arr jobs)
      throws ApiException {
    String path = runPath(runId) + "/jobRuns" + placement.query();
    ApiResponse response = send(ApiOperation.ADD_JOBS, path, JSON, jobs);
    if (!(parseBody(response) instanceof Json.Arr added)) {
      throw broken(response, "the answer is not a list");
    }
    List<Json.Obj> jobRuns = new ArrayList<>();
    for (Json item : added.items()) {
      if (item instanceof Json.Obj run) {
        jobRuns.add(run);
      }
    }
    return jobRuns;
  }

  /// The placement of new jobs in a run.
  ///
  /// @param parentGroupId a group run; empty for the root group
  /// @param siblingId a job run or group run; empty for the end
  /// @param before whether they go before the sibling, rather than after it
  public record Placement(String parentGroupId, String siblingId, boolean before) {
    /// The end of the root group.
    public static final Placement LAST = new Placement("", "", true);

    String query() {
      StringBuilder query = new StringBuilder();
      if (!parentGroupId.isEmpty()) {
        query.append("&parentGroupId=").append(ListQuery.encode(parentGroupId));
      }
      if (!siblingId.isEmpty()) {
        query.append("&relativeSiblingId=").append(ListQuery.encode(siblingId));
        query.append("&before=").append(before);
      }
      return query.isEmpty() ? "" : "?" + query.substring(1);
    }
  }

  /// Reads many processes in parallel, 16 at a time, within the rate limit. A failure does not stop
  /// the others. Once time or size is used up ([ReadBudget]), the rest fails.
  ///
  /// @param names by id, to show while waiting
  /// @return the results in the same order, by id
  public Map<String, ReadResult> getAll(Map<String, String> names, boolean excludeGenerated) {
    ReadBudget budget = caller.readBudget();
    Semaphore slots = new Semaphore(MAX_CONCURRENT_READS);
    Map<String, Future<ReadResult>> pending = new LinkedHashMap<>();
    Map<String, ReadResult> result = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Map.Entry<String, String> each : names.entrySet()) {
        String id = each.getKey();
        Callable<ReadResult> task =
            () -> {
              slots.acquire();
              try (Waiting _ = Waiting.of(each.getValue(), names.size())) {
                return new ReadResult(
                    Optional.of(get(id, excludeGenerated, budget)), Optional.empty());
              } catch (ApiException e) {
                return new ReadResult(Optional.empty(), Optional.of(e));
              } finally {
                slots.release();
              }
            };
        pending.put(id, threads.submit(task));
      }
      for (Map.Entry<String, Future<ReadResult>> read : pending.entrySet()) {
        result.put(read.getKey(), read.getValue().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed", e.getCause());
    }
    return result;
  }

  /// Sends a call literally, to see how the server takes it; whatever it responds is returned.
  /// Repeated like the other calls.
  ///
  /// @param path from the first slash, with its query
  /// @param contentType of the body; empty if there is none
  /// @param versioned whether `X-Version` is sent
  /// @throws ApiException if there is no response, the token is not accepted, or after every wait
  ///   for the rate limit
  public RawResponse exchangeRaw(
      ApiOperation operation,
      String path,
      String contentType,
      @Nullable String body,
      boolean versioned)
      throws ApiException {
    RetryingCaller.ApiRequest request =
        new RetryingCaller.ApiRequest(operation, path, contentType, body, versioned, gate);
    caller.checkSize(request);
    ApiResponse response = caller.send(request);
    if (response.status() == 401 || response.status() == 429) {
      throw caller.exceptions().of(operation, response);
    }
    return new RawResponse(
        response.status(), ApiExceptionFactory.parseOrNull(response.body()), response.requestId());
  }

  private ApiResponse send(
      ApiOperation operation, String path, String contentType, @Nullable Json body)
      throws ApiException {
    RetryingCaller.ApiRequest request =
        new RetryingCaller.ApiRequest(
            operation, path, contentType, body == null ? null : body.write(), gate);
    caller.checkSize(request);
    return caller.callOrThrow(request);
  }

  private ApiException broken(ApiResponse response, String problem) {
    return caller.exceptions().protocol(response.operation(), response, problem);
  }

  private Json parseBody(ApiResponse response) throws ApiException {
    try {
      return JsonReader.read(response.body());
    } catch (JsonException e) {
      throw broken(response, "the answer is not JSON");
    }
  }

  private Json.Obj requireObject(ApiResponse response) throws ApiException {
    if (parseBody(response) instanceof Json.Obj object) {
      return object;
    }
    throw broken(response, "the answer is not a JSON object");
  }

  private Json.Obj requireId(ApiResponse response) throws ApiException {
    Json.Obj object = requireObject(response);
    if (object.text("id").filter(id -> !id.isEmpty()).isEmpty()) {
      throw broken(response, "the answer has no id");
    }
    return object;
  }

  private Json.Obj requireId(ApiResponse response, String asked) throws ApiException {
    Json.Obj object = requireId(response);
    String id = object.text("id").orElse("");
    if (!id.equals(asked)) {
      throw broken(response, "the answer is about another one, " + id);
    }
    return object;
  }

  /// The items of a response. A missing list is not an empty one: that would create a second
  /// process, or hide an error.
  private List<Json> requireItems(ApiResponse response, Json.Obj answer, String name)
      throws ApiException {
    if (answer.get(name) instanceof Json.Arr list) {
      return list.items();
    }
    throw broken(response, "the answer has no list \"" + name + "\"");
  }

  private static String processPath(String id) {
    return "/processes/" + pathSegment(id);
  }

  private static String runPath(String id) {
    return "/processRuns/" + pathSegment(id);
  }

  /// An id as one segment of a path, whatever it contains: no id leads elsewhere, and an empty one
  /// does not lead to the list of all.
  private static String pathSegment(String id) {
    String encoded = ListQuery.encode(id.isEmpty() ? " " : id);
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }

  @Override
  public void close() {
    caller.close();
  }
}
