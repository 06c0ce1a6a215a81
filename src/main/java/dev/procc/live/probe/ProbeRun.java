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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes probes, one after the other, and puts everything they made into the trash at the end,
/// however it ends.
///
/// The first process tells the server's day and who the caller is: tasks name the caller unless
/// somebody else was named.
public final class ProbeRun {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(process\\d?|job|group|run)}");
  private static final Set<ApiErrorKind> RECOVERABLE =
      Set.of(ApiErrorKind.LOST, ApiErrorKind.SERVER, ApiErrorKind.PROTOCOL);

  private final ApiClient api;
  private final ProbeCleanup cleanup;
  private final String stamp;
  private final BooleanSupplier stopRequested;
  private final ProbeEvents events;
  private final Map<String, String> createdNames = new LinkedHashMap<>();
  private final List<ProbeAnswer> answers = new ArrayList<>();

  /// @param cleanup cleans up; its client waits also when the user wants to stop
  /// @param stamp of this run and no other; part of the name of all it makes
  /// @param stopRequested asked before each call: whether the user wants to stop
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

  /// How it ended.
  ///
  /// @param createdCount how many processes were made
  /// @param remaining those that could not be put into the trash
  /// @param stopped whether the user stopped it
  /// @param failure what made it end early
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

  /// @param probes in the order to make them
  /// @param participant id of the user whom tasks name; empty for the caller
  /// @param known answers found earlier, by key
  public ProbeRunResult run(List<Probe> probes, String participant, Map<String, String> known) {
    ApiException failure = null;
    boolean stopped = false;
    try {
      ProbeFixtures fixtures = createFixtures(participant);
      known.forEach(fixtures::answer);
      int number = 0;
      for (Probe probe : probes) {
        if (stopRequested.getAsBoolean()) {
          stopped = true;
          break;
        }
        events.probeStarted(probe, ++number, probes.size());
        ProbeAnswer answer = runProbe(probe, fixtures);
        if (answer.result().isClear()) {
          fixtures.answer(answer.key(), answer.result().answer());
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

  private ProbeFixtures createFixtures(String participant) throws ApiException {
    ProbeFixtures provisional = new ProbeFixtures(stamp, "procc-probe", LocalDate.EPOCH);
    Json.Obj process = api.create(provisional.process("look"));
    createdNames.put(process.text("id").orElse(""), provisional.name("look"));
    Json.Obj created = process.obj("created").orElse(Json.Obj.EMPTY);
    String caller = created.obj("user").flatMap(user -> user.text("id")).orElse("");
    return new ProbeFixtures(
        stamp,
        participant.isEmpty() ? caller : participant,
        serverDay(created.text("dateTime").orElse("")));
  }

  /// The day of the server's stamp, else of its clock.
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
    ProbeReplies replies = new ProbeReplies();
    List<String> calls = new ArrayList<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (ProbeCall call : probe.calls(fixtures)) {
      String path = substitute(call.path(), ids);
      String body = call.body() == null ? null : substitute(call.body(), ids);
      if (path == null || (body == null && call.body() != null)) {
        break;
      }
      try {
        RawResponse reply =
            api.exchangeRaw(call.operation(), path, call.contentType(), body, call.versioned());
        calls.add(call.requestLine().replaceFirst("\\?.*", "") + " " + reply.status());
        replies.add(reply);
        collectIds(call, reply, ids);
      } catch (ApiException e) {
        if (!RECOVERABLE.contains(e.kind())) {
          throw e;
        }
        calls.add(call.requestLine().replaceFirst("\\?.*", "") + " no answer");
        ProbeResult unclear = ProbeResult.unclear(String.valueOf(e.getMessage()));
        return new ProbeAnswer(probe.key(), unclear, fixtures.today(), calls);
      }
    }
    return new ProbeAnswer(probe.key(), probe.evaluate(replies, fixtures), fixtures.today(), calls);
  }

  /// A text with the ids in it; absent where one is not known.
  private static @Nullable String substitute(String text, Map<String, String> ids) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String id = ids.get(matcher.group(1));
      if (id == null) {
        return null;
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(id));
    }
    return matcher.appendTail(out).toString();
  }

  private void collectIds(ProbeCall call, RawResponse reply, Map<String, String> ids) {
    Json.Obj object = reply.json() instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String id = object.text("id").orElse("");
    if (!reply.isSuccess() || id.isEmpty()) {
      return;
    }
    if (call.operation() == ApiOperation.CREATE) {
      createdNames.put(id, object.text("name").orElse(""));
      ids.put(nextProcess(ids), id);
      ProcessTrees.jobs(object).stream()
          .findFirst()
          .flatMap(job -> job.text("id"))
          .ifPresent(job -> ids.putIfAbsent("job", job));
      ProcessTrees.groups(object).stream()
          .findFirst()
          .flatMap(group -> group.text("id"))
          .ifPresent(group -> ids.putIfAbsent("group", group));
    } else if (call.operation() == ApiOperation.RUN) {
      ids.putIfAbsent("run", id);
    }
  }

  private static String nextProcess(Map<String, String> ids) {
    int count = 1;
    for (String known : ids.keySet()) {
      count += known.startsWith("process") ? 1 : 0;
    }
    return count == 1 ? "process" : "process" + count;
  }
}
