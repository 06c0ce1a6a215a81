package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.api.ApiException.Kind;
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

/// The Processes API, one method an operation. Bodies are JSON as the API has them.
///
/// Calls that only read are repeated after 5xx and lost answers; every call is repeated after 429,
/// after a 401 that a renewed token may mend, and when no connection came about. Nothing else is: a
/// caller that lost the answer to a write looks first ([ApiException#mayHaveHappened]). Safe for
/// many threads.
///
/// ```java
/// try (var api = ApiClient.open(ApiSettings.of(uri, token), clock, pause, ApiEvents.NONE)) {
///   Json.Obj process = api.get("e7b9920095e342889190b4d7eaeca6fa", true);
/// }
/// ```
public final class ApiClient implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String PATCH = "application/json-patch+json";
  private static final int MOST_PAGES = 10_000;
  private static final int AT_ONCE = 16;

  private final ApiSettings settings;
  private final Calls calls;

  private ApiClient(ApiSettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /// A client; nothing is sent yet.
  ///
  /// @throws ApiException where the file of certificates cannot be used
  public static ApiClient open(ApiSettings settings, Clock clock, Pause pause, ApiEvents events)
      throws ApiException {
    try {
      return new ApiClient(settings, new Calls(settings, clock, pause, events));
    } catch (IOException | GeneralSecurityException e) {
      String file = settings.authority().map(Object::toString).orElse("");
      throw new ApiException(
          Kind.NETWORK,
          Operation.TOKEN,
          0,
          "The certificates in \"" + file + "\" cannot be used: " + e.getMessage(),
          "PROCC_CA_FILE names a file of certificates in PEM form",
          "",
          null,
          e);
    }
  }

  public ApiSettings settings() {
    return settings;
  }

  /// What the server's clock shows now, by its last answer; empty before the first one.
  public Optional<Instant> serverTime() {
    return calls.serverTime();
  }

  /// `GET /processes`, all pages.
  public List<Json.Obj> list(ListQuery query) throws ApiException {
    List<Json.Obj> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String path = query.path();
    for (int page = 0; page < MOST_PAGES; page++) {
      seen.add(path);
      Answer answer = calls.call(new Calls.Request(Operation.LIST, path, "", null));
      Json.Obj result = object(Operation.LIST, answer);
      for (Json item : result.items("data")) {
        if (item instanceof Json.Obj process) {
          found.add(process);
        }
      }
      Optional<String> next = result.text("@nextLink").filter(link -> !link.isBlank());
      if (next.isEmpty()) {
        return found;
      }
      path = nextPath(answer, next.get());
      if (seen.contains(path)) {
        break;
      }
    }
    throw ApiException.unsent(
        Kind.PROTOCOL,
        Operation.LIST,
        "Cannot list the processes: the pages go round in a circle",
        "Try again; if it stays so, name the request to the platform's support");
  }

  /// The link of the next page as a path of this host; the token goes nowhere else.
  private String nextPath(Answer answer, String link) throws ApiException {
    URI uri;
    try {
      uri = settings.base().resolve("/processes").resolve(link);
    } catch (IllegalArgumentException notALink) {
      throw calls.failures().protocol(Operation.LIST, answer, "\"" + link + "\" is no link");
    }
    if (!TokenHosts.sameOrigin(uri, settings.base())) {
      throw calls.failures().untrustedHost(Operation.LIST, uri);
    }
    return Transport.path(uri);
  }

  /// `POST /processes`. Never repeated.
  ///
  /// @return the new process, with its `id`
  public Json.Obj create(Json.Obj process) throws ApiException {
    return withId(send(Operation.CREATE, "/processes", JSON, process));
  }

  /// `GET /processes/{id}`.
  ///
  /// @param excludeGenerated leaves out the jobs that certification makes, as every comparison does
  public Json.Obj get(String id, boolean excludeGenerated) throws ApiException {
    String query = excludeGenerated ? "?excludeGeneratedJobs=true" : "";
    return withId(send(Operation.GET, process(id) + query, "", null));
  }

  /// `PATCH /processes/{id}`, with a JSON Patch document of the 17 paths.
  public Json.Obj patch(String id, Json.Arr patch) throws ApiException {
    return withId(send(Operation.PATCH, process(id), PATCH, patch));
  }

  /// `POST /processes/{id}/batchUpdates`, at most 3,000 names.
  public Json.Obj rename(String id, Json.Obj batch) throws ApiException {
    return withId(send(Operation.RENAME, process(id) + "/batchUpdates", JSON, batch));
  }

  /// `POST /processes/{id}/validation`.
  ///
  /// @return the errors; none when the process can run
  public List<Fault> validate(String id) throws ApiException {
    Answer answer = send(Operation.VALIDATE, process(id) + "/validation", "", null);
    List<Fault> errors = new ArrayList<>();
    for (Json error : object(Operation.VALIDATE, answer).items("errors")) {
      errors.add(Fault.of(error));
    }
    return errors;
  }

  /// `POST /processes/{id}/run`. Never repeated.
  ///
  /// @param completionMail whether the caller gets a mail when the run ends
  /// @return the run, with its `id`
  public Json.Obj run(String id, boolean completionMail) throws ApiException {
    Json.Obj options = Json.object().put("sendProcessCompleteEmail", completionMail).build();
    return withId(send(Operation.RUN, process(id) + "/run", JSON, options));
  }

  /// `DELETE /processes/{id}`: into the bin.
  public void trash(String id) throws ApiException {
    send(Operation.TRASH, process(id), "", null);
  }

  /// `POST /processes/{id}/restore`: out of the bin.
  public Json.Obj restore(String id) throws ApiException {
    return withId(send(Operation.RESTORE, process(id) + "/restore", "", null));
  }

  /// `GET /processRuns/{id}`.
  public Json.Obj getRun(String runId, boolean excludeGenerated) throws ApiException {
    String query = excludeGenerated ? "?excludeGeneratedJobs=true" : "";
    return withId(send(Operation.GET_RUN, processRun(runId) + query, "", null));
  }

  /// `POST /processRuns/{id}/jobRuns`. Never repeated.
  ///
  /// @param place where they go
  /// @return the new job runs, in the order of `jobs`
  public List<Json.Obj> addJobs(String runId, Placement place, Json.Arr jobs) throws ApiException {
    String path = processRun(runId) + "/jobRuns" + place.query();
    Answer answer = send(Operation.ADD_JOBS, path, JSON, jobs);
    if (!(body(Operation.ADD_JOBS, answer) instanceof Json.Arr added)) {
      throw calls.failures().protocol(Operation.ADD_JOBS, answer, "the answer is no array");
    }
    List<Json.Obj> runs = new ArrayList<>();
    for (Json item : added.items()) {
      if (item instanceof Json.Obj run) {
        runs.add(run);
      }
    }
    return runs;
  }

  /// Where jobs go in a run.
  ///
  /// @param parentGroupId a group run; empty for the root group
  /// @param siblingId a job run or group run; empty for the end
  /// @param before the sibling, or after it
  public record Placement(String parentGroupId, String siblingId, boolean before) {
    /// At the end of the root group.
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

  /// What one of many reads gave: a process, or why there is none.
  public record Read(Optional<Json.Obj> process, Optional<ApiException> failure) {
    /// The process.
    ///
    /// @throws ApiException where there is none
    public Json.Obj orThrow() throws ApiException {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return process.orElse(Json.Obj.EMPTY);
    }
  }

  /// Reads many processes at once, 16 at a time, within the budget. One failure does not stop the
  /// others.
  ///
  /// @return in the order of `ids`
  public Map<String, Read> getAll(List<String> ids, boolean excludeGenerated) {
    return readAll(ids, id -> get(id, excludeGenerated));
  }

  private interface Reading {
    Json.Obj of(String id) throws ApiException;
  }

  private static Map<String, Read> readAll(List<String> ids, Reading reading) {
    Semaphore room = new Semaphore(AT_ONCE);
    Map<String, Future<Read>> pending = new LinkedHashMap<>();
    Map<String, Read> result = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String id : ids) {
        Callable<Read> task =
            () -> {
              room.acquire();
              try {
                return new Read(Optional.of(reading.of(id)), Optional.empty());
              } catch (ApiException e) {
                return new Read(Optional.empty(), Optional.of(e));
              } finally {
                room.release();
              }
            };
        pending.computeIfAbsent(id, key -> threads.submit(task));
      }
      for (Map.Entry<String, Future<Read>> one : pending.entrySet()) {
        result.put(one.getKey(), one.getValue().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed", e.getCause());
    }
    return result;
  }

  /// One call as it is written, for those who want to see how the server takes it: whatever it
  /// answers is returned. Repeated as the other calls are.
  ///
  /// @param path from the first slash, with its query
  /// @param contentType of the body; empty where there is none
  /// @param versioned whether `X-Version` is sent
  /// @throws ApiException where no answer came, the token was not accepted, or after every wait for
  ///   the rate limit
  public Exchange exchange(
      Operation operation,
      String path,
      String contentType,
      @Nullable String body,
      boolean versioned)
      throws ApiException {
    Calls.Request request = new Calls.Request(operation, path, contentType, body, versioned);
    calls.checkSize(request);
    Answer answer = calls.answer(request);
    if (answer.status() == 401 || answer.status() == 429) {
      throw calls.failures().of(operation, answer);
    }
    return new Exchange(answer.status(), Failures.json(answer.body()), answer.requestId());
  }

  private Answer send(Operation operation, String path, String contentType, @Nullable Json body)
      throws ApiException {
    Calls.Request request =
        new Calls.Request(operation, path, contentType, body == null ? null : body.write());
    calls.checkSize(request);
    return calls.call(request);
  }

  private Json body(Operation operation, Answer answer) throws ApiException {
    try {
      return JsonReader.read(answer.body());
    } catch (JsonException e) {
      throw calls.failures().protocol(operation, answer, "the answer is not JSON");
    }
  }

  private Json.Obj object(Operation operation, Answer answer) throws ApiException {
    if (body(operation, answer) instanceof Json.Obj object) {
      return object;
    }
    throw calls.failures().protocol(operation, answer, "the answer is no JSON object");
  }

  private Json.Obj withId(Answer answer) throws ApiException {
    Operation operation = answer.operation();
    Json.Obj object = object(operation, answer);
    if (object.text("id").filter(id -> !id.isEmpty()).isEmpty()) {
      throw calls.failures().protocol(operation, answer, "the answer has no id");
    }
    return object;
  }

  private static String process(String id) {
    return "/processes/" + segment(id);
  }

  private static String processRun(String id) {
    return "/processRuns/" + segment(id);
  }

  /// An id as one segment of a path, whatever it holds: no id leads elsewhere.
  private static String segment(String id) {
    String encoded = ListQuery.encode(id);
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }

  @Override
  public void close() {
    calls.close();
  }
}
