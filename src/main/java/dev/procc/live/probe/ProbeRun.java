package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.api.ApiOperation;
import dev.procc.live.api.RawResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The runner of probes: it makes their calls one after another, and always trashes everything they
/// created in the end.
public final class ProbeRun {
  private static final Set<ApiErrorKind> RECOVERABLE =
      Set.of(ApiErrorKind.LOST, ApiErrorKind.SERVER, ApiErrorKind.PROTOCOL);

  private final ApiClient api;
  private final ProbeCleanup cleanup;
  private final String stamp;
  private final BooleanSupplier stopRequested;
  private final ProbeEvents events;
  private final Map<String, String> createdNames = new LinkedHashMap<>();
  private final Map<String, String> answersByKey = new LinkedHashMap<>();
  private final List<ProbeAnswer> answers = new ArrayList<>();

  /// @param cleanup whose client waits even if the user wants to stop
  /// @param stamp unique to this probe run; part of the name of every process it creates
  /// @param stopRequested asked before each call whether the user wants to stop
  public ProbeRun(
      ApiClient api,
      ProbeCleanup cleanup,
      String stamp,
      BooleanSupplier stopRequested,
      ProbeEvents events) {
    this.api = api;
    this.cleanup = cleanup;
    this.stamp = stamp;
    this.stopRequested = stopRequested;
    this.events = events;
  }

  /// The result of a probe run.
  ///
  /// @param createdCount the number of processes that were created
  /// @param remaining those that could not be trashed
  /// @param stopped whether the user stopped it
  /// @param failure that ended it early; null if there was none
  public record ProbeRunResult(
      List<ProbeAnswer> answers,
      int createdCount,
      List<RemainingProcess> remaining,
      boolean stopped,
      @Nullable ApiException failure) {
    public ProbeRunResult {
      answers = List.copyOf(answers);
      remaining = List.copyOf(remaining);
    }
  }

  /// Makes the probes and cleans up.
  ///
  /// @param probes in order
  /// @param participant id of the user in all tasks; empty for the caller
  /// @param known earlier answers, by key
  public ProbeRunResult run(List<Probe> probes, String participant, Map<String, String> known) {
    ApiException failure = null;
    boolean stopped = false;
    try {
      ProbeFixtures fixtures = createFixtures(participant);
      answersByKey.putAll(known);
      int number = 0;
      for (Probe probe : probes) {
        if (stopRequested.getAsBoolean()) {
          stopped = true;
          break;
        }
        events.probeStarted(probe, ++number, probes.size());
        ProbeAnswer answer = runProbe(probe, fixtures);
        if (answer.result().isClear()) {
          answersByKey.put(answer.key(), answer.result().answer());
        }
        answers.add(answer);
        events.probeAnswered(answer);
      }
    } catch (ApiException e) {
      stopped = e.kind() == ApiErrorKind.INTERRUPTED;
      failure = stopped ? null : e;
    }
    if (createdNames.isEmpty() && failure != null && !failure.mayHaveHappened()) {
      return new ProbeRunResult(answers, 0, List.of(), false, failure);
    }
    events.cleanupStarted(createdNames.size());
    boolean interrupted = Thread.interrupted();
    List<RemainingProcess> remaining = cleanup.cleanUp(stamp, createdNames);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new ProbeRunResult(answers, createdNames.size(), remaining, stopped, failure);
  }

  /// Creates the shared values, from the stamps of a first process: the server's day, and the
  /// caller, who is the user in all tasks unless another participant is given.
  private ProbeFixtures createFixtures(String participant) throws ApiException {
    ProbeFixtures provisional = new ProbeFixtures(stamp, "", LocalDate.EPOCH);
    String name = provisional.name("look");
    Json.Obj process = api.create(ProbeBodies.process().with("name", Json.of(name)));
    createdNames.put(process.text("id").orElse(""), name);
    Json.Obj created = process.obj("created").orElse(Json.Obj.EMPTY);
    String caller = created.obj("user").flatMap(user -> user.text("id")).orElse("");
    return new ProbeFixtures(
        stamp,
        participant.isEmpty() ? caller : participant,
        serverDay(created.text("dateTime").orElse("")));
  }

  /// The day of a timestamp of the server; if it cannot be parsed, that of the server's clock.
  private LocalDate serverDay(String stamped) {
    try {
      return OffsetDateTime.parse(stamped).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException noTime) {
      return api.serverTime()
          .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate())
          .orElse(LocalDate.EPOCH);
    }
  }

  private ProbeAnswer runProbe(Probe probe, ProbeFixtures fixtures) throws ApiException {
    ProbeValues values = new ProbeValues(fixtures, probe.key());
    ProbeReplies replies = new ProbeReplies(values);
    List<String> calls = new ArrayList<>();
    boolean nested = "nested".equals(answersByKey.get("batch-shape"));
    for (ProbeCall call : probe.calls()) {
      String path = values.fillPath(call.path());
      Json template = inMeasuredShape(call, nested);
      String body = template == null ? null : values.fillBody(template);
      if (path == null || (body == null && template != null)) {
        break;
      }
      try {
        boolean versioned = call.form() != ProbeCall.Form.WITHOUT_VERSION;
        RawResponse reply =
            api.exchangeRaw(call.operation(), path, call.contentType(), body, versioned);
        calls.add(call.requestLine() + " " + reply.status());
        replies.add(reply);
        collectIds(call, reply, values);
      } catch (ApiException e) {
        if (!RECOVERABLE.contains(e.kind())) {
          throw e;
        }
        calls.add(call.requestLine() + " no answer");
        ProbeResult unclear = ProbeResult.unclear(String.valueOf(e.getMessage()));
        return new ProbeAnswer(probe.key(), unclear, fixtures.today(), calls);
      }
    }
    return new ProbeAnswer(probe.key(), probe.evaluate(replies), fixtures.today(), calls);
  }

  /// The body of a call.
  ///
  /// @param nested whether the server only accepts nested renames
  private static @Nullable Json inMeasuredShape(ProbeCall call, boolean nested) {
    if (!nested
        || call.form() != ProbeCall.Form.MEASURED_SHAPE
        || !(call.body() instanceof Json.Obj batch)) {
      return call.body();
    }
    List<Json> items = new ArrayList<>();
    for (Json item : batch.items("data")) {
      items.add(item instanceof Json.Obj flat ? ProbeBodies.nested(flat) : item);
    }
    return Json.object().put("data", Json.array(items)).build();
  }

  private void collectIds(ProbeCall call, RawResponse reply, ProbeValues values) {
    Json.Obj object = reply.json() instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String id = object.text("id").orElse("");
    if (!reply.isSuccess() || id.isEmpty()) {
      return;
    }
    if (call.operation() == ApiOperation.CREATE) {
      createdNames.put(id, object.text("name").orElse(""));
      values.putProcess(id);
      putFirst(values, "job", ProcessTrees.jobs(object));
      putFirst(values, "group", ProcessTrees.groups(object));
    } else if (call.operation() == ApiOperation.RUN) {
      values.putFirst("run", id);
    }
  }

  private static void putFirst(ProbeValues values, String placeholder, List<Json.Obj> nodes) {
    nodes.stream()
        .findFirst()
        .flatMap(node -> node.text("id"))
        .ifPresent(id -> values.putFirst(placeholder, id));
  }
}
