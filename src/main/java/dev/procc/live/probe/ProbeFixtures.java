package dev.procc.live.probe;

import dev.procc.base.json.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the bodies of the calls are made from: the names of throw-away processes, the participant
/// who is named in them, the server's day.
public final class ProbeFixtures {
  /// How the name of every throw-away process begins.
  public static final String NAME_PREFIX = "procc probe ";

  private final String stamp;
  private final String participant;
  private final LocalDate today;
  private final Map<String, String> answers = new LinkedHashMap<>();

  /// @param stamp of this run and no other, `20261125t162312`
  /// @param participant id of the user whom tasks name
  /// @param today the day by the server's clock
  public ProbeFixtures(String stamp, String participant, LocalDate today) {
    this.stamp = stamp;
    this.participant = participant;
    this.today = today;
  }

  void answer(String key, String word) {
    answers.put(key, word);
  }

  /// The answer to an earlier question; empty where there is none.
  public String answer(String key) {
    return answers.getOrDefault(key, "");
  }

  /// The server's day.
  public LocalDate today() {
    return today;
  }

  /// A Monday some two months ahead, as the start of a schedule.
  public LocalDate monday() {
    return today.plusDays(60).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  /// How the names of all processes of a run of probes begin.
  public static String namePrefix(String stamp) {
    return NAME_PREFIX + stamp + " ";
  }

  /// The name of a throw-away process.
  public String name(String key) {
    return namePrefix(stamp) + key + " (throw-away, may be deleted)";
  }

  /// A process with its children; nothing optional is set.
  public Json.Obj process(String key, Json... children) {
    return Json.object()
        .put("name", name(key))
        .put("autoClose", true)
        .put("certAutoApprove", false)
        .put("relativeDates", false)
        .put("root", group("Work", children))
        .build();
  }

  /// A serial group.
  public Json.Obj group(String name, Json... children) {
    return Json.object()
        .put("name", name)
        .put("parallel", false)
        .put("readOnly", false)
        .put("triggerType", "whenEligible")
        .put("children", Json.array(List.of(children)))
        .build();
  }

  /// A group as a child.
  public static Json child(Json.Obj group) {
    return Json.object().put("type", "group").put("group", group).build();
  }

  /// A task that starts by hand only, complete but for what is put beside its title.
  public Json job(String title, Object... more) {
    return child(jobMembers("manual", arguments(title, more)));
  }

  /// The same, which starts by itself when it is its turn.
  public Json autoStartJob(String title) {
    return child(jobMembers("whenEligible", arguments(title)));
  }

  /// A job as a child, as it is given.
  public static Json child(String member, Json.Obj job) {
    return Json.object().put("type", member).put(member, job).build();
  }

  private static Json child(Map<String, Json> job) {
    return child("job", new Json.Obj(job));
  }

  private static Map<String, Json> jobMembers(String trigger, Json.Obj arguments) {
    Map<String, Json> job = new LinkedHashMap<>();
    job.put("action", Json.of("sendTask"));
    job.put("triggerType", Json.of(trigger));
    job.put(
        "arguments", Json.object().put("type", "sendTask").put("sendTaskArgs", arguments).build());
    return job;
  }

  /// A job outside any process, as it is added to a run.
  public Json runJob(Json.Obj arguments) {
    return new Json.Obj(jobMembers("manual", arguments));
  }

  /// A task without what is given to it.
  public Json jobWith(Json.Obj arguments) {
    return child(jobMembers("manual", arguments));
  }

  /// Title, assignee, and pairs of a name and a value.
  public Json.Obj arguments(String title, Object... more) {
    Json.Builder arguments = Json.object().put("title", title).put("assignee", participant("user"));
    for (int i = 0; i + 1 < more.length; i += 2) {
      String value = String.valueOf(more[i + 1]);
      arguments.put(String.valueOf(more[i]), value);
    }
    return arguments.build();
  }

  /// The participant whom tasks name, as that type.
  public Json.Obj participant(String type) {
    return Json.object().put("id", participant).put("type", type).build();
  }

  /// The id of the participant.
  public String participantId() {
    return participant;
  }

  /// A process under relative dates, with a schedule from a Monday, Monday to Friday.
  public Json.Obj scheduledProcess(String key, LocalDate start, LocalDate end, Json... children) {
    List<String> days = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    return process(key, children)
        .with("relativeDates", Json.of(true))
        .with("businessStartDate", Json.of(start.toString()))
        .with("businessEndDate", Json.of(end.toString()))
        .with("businessDaysOfWeek", Json.texts(days));
  }

  /// An operation of a PATCH.
  public static Json replaceOperation(String path, Object value) {
    Json json =
        value instanceof Json j
            ? j
            : value instanceof Boolean b ? Json.of(b) : Json.of(String.valueOf(value));
    return Json.object().put("op", "replace").put("path", path).put("value", json).build();
  }

  /// An item of a batch, in the shape that the server is known to take.
  ///
  /// @param kind `job` or `group`
  public Json renameItem(String kind, String id, String name) {
    return answer("batch-shape").equals("nested")
        ? nestedRename(kind, id, name)
        : flatRename(kind, id, name);
  }

  /// `{type, id, newName}`.
  public static Json flatRename(String kind, String id, String name) {
    return Json.object().put("type", kind + "Name").put("id", id).put("newName", name).build();
  }

  /// `{type, jobNameUpdate: {id, newName}}`.
  public static Json nestedRename(String kind, String id, String name) {
    Json.Obj inner = Json.object().put("id", id).put("newName", name).build();
    return Json.object().put("type", kind + "Name").put(kind + "NameUpdate", inner).build();
  }

  /// Many jobs.
  public List<Json> jobs(int count) {
    List<Json> jobs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      jobs.add(job("Task " + i));
    }
    return jobs;
  }
}
