package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.Kind;
import dev.procc.live.api.Exchange;
import dev.procc.live.api.Operation;
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
  private static final Pattern NAMED = Pattern.compile("\\{(process\\d?|job|group|run)}");
  private static final Set<Kind> GOES_ON = Set.of(Kind.LOST, Kind.SERVER, Kind.PROTOCOL);

  private final ApiClient api;
  private final Sweep sweep;
  private final String stamp;
  private final BooleanSupplier stop;
  private final ProbeEvents events;
  private final Map<String, String> made = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();

  /// @param sweep cleans up; its client waits also when the user wants to stop
  /// @param stamp of this run and no other; part of the name of all it makes
  /// @param stop asked before each call: whether the user wants to stop
  public ProbeRun(
      ApiClient api, Sweep sweep, String stamp, BooleanSupplier stop, ProbeEvents events) {
    this.api = api;
    this.sweep = sweep;
    this.stamp = stamp;
    this.stop = stop;
    this.events = events;
  }

  /// How it ended.
  ///
  /// @param made how many processes were made
  /// @param left those that could not be put into the trash
  /// @param stopped whether the user stopped it
  /// @param failure what made it end early
  public record Outcome(
      List<Answer> answers,
      int made,
      List<Leftover> left,
      boolean stopped,
      @Nullable ApiException failure) {
    public Outcome {
      answers = List.copyOf(answers);
      left = List.copyOf(left);
    }
  }

  /// @param probes in the order to make them
  /// @param participant id of the user whom tasks name; empty for the caller
  /// @param known answers found earlier, by key
  public Outcome run(List<Probe> probes, String participant, Map<String, String> known) {
    ApiException failure = null;
    boolean stopped = false;
    try {
      Lab lab = look(participant);
      known.forEach(lab::answer);
      int number = 0;
      for (Probe probe : probes) {
        if (stop.getAsBoolean()) {
          stopped = true;
          break;
        }
        events.probing(probe, ++number, probes.size());
        Answer answer = make(probe, lab);
        if (answer.reading().clear()) {
          lab.answer(answer.key(), answer.reading().word());
        }
        answers.add(answer);
        events.answered(answer);
      }
    } catch (ApiException e) {
      stopped = e.kind() == Kind.INTERRUPTED;
      failure = stopped ? null : e;
    }
    if (made.isEmpty() && failure != null && !failure.mayHaveHappened()) {
      return new Outcome(answers, 0, List.of(), false, failure);
    }
    events.cleaning(made.size());
    boolean asked = Thread.interrupted();
    List<Leftover> left = sweep.of(stamp, made);
    if (asked) {
      Thread.currentThread().interrupt();
    }
    return new Outcome(answers, made.size(), left, stopped, failure);
  }

  private Lab look(String participant) throws ApiException {
    Lab blank = new Lab(stamp, "procc-probe", LocalDate.EPOCH);
    Json.Obj process = api.create(blank.process("look"));
    made.put(process.text("id").orElse(""), blank.name("look"));
    Json.Obj created = process.obj("created").orElse(Json.Obj.EMPTY);
    String caller = created.obj("user").flatMap(user -> user.text("id")).orElse("");
    return new Lab(
        stamp,
        participant.isEmpty() ? caller : participant,
        day(created.text("dateTime").orElse("")));
  }

  /// The day of the server's stamp, else of its clock.
  private LocalDate day(String stamped) {
    try {
      return OffsetDateTime.parse(stamped).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException noTime) {
      return api.serverTime()
          .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate())
          .orElse(LocalDate.EPOCH);
    }
  }

  private Answer make(Probe probe, Lab lab) throws ApiException {
    Replies replies = new Replies();
    List<String> calls = new ArrayList<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (Step step : probe.steps(lab)) {
      String path = filled(step.path(), ids);
      String body = step.body() == null ? null : filled(step.body(), ids);
      if (path == null || (body == null && step.body() != null)) {
        break;
      }
      try {
        Exchange reply =
            api.exchange(step.operation(), path, step.contentType(), body, step.versioned());
        calls.add(step.call().replaceFirst("\\?.*", "") + " " + reply.status());
        replies.add(reply);
        note(step, reply, ids);
      } catch (ApiException e) {
        if (!GOES_ON.contains(e.kind())) {
          throw e;
        }
        calls.add(step.call().replaceFirst("\\?.*", "") + " no answer");
        Reading none = Reading.unclear(String.valueOf(e.getMessage()));
        return new Answer(probe.key(), none, lab.today(), calls);
      }
    }
    return new Answer(probe.key(), probe.read(replies, lab), lab.today(), calls);
  }

  /// A text with the ids in it; absent where one is not known.
  private static @Nullable String filled(String text, Map<String, String> ids) {
    Matcher matcher = NAMED.matcher(text);
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

  private void note(Step step, Exchange reply, Map<String, String> ids) {
    Json.Obj object = reply.json() instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String id = object.text("id").orElse("");
    if (!reply.ok() || id.isEmpty()) {
      return;
    }
    if (step.operation() == Operation.CREATE) {
      made.put(id, object.text("name").orElse(""));
      ids.put(nextProcess(ids), id);
      Trees.jobs(object).stream()
          .findFirst()
          .flatMap(job -> job.text("id"))
          .ifPresent(job -> ids.putIfAbsent("job", job));
      Trees.groups(object).stream()
          .findFirst()
          .flatMap(group -> group.text("id"))
          .ifPresent(group -> ids.putIfAbsent("group", group));
    } else if (step.operation() == Operation.RUN) {
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
