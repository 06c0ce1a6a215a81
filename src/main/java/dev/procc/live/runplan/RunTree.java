package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.wire.BodyNodes;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.RunJson;
import dev.procc.live.wire.RunNodeState;
import dev.procc.live.wire.WireException;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Process;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A run as a tree like that of a live process; the reference of a node is the id of its job run or
/// group run. Both names of children are understood, `jobRun` and `job`, `groupRun` and `group`.
public final class RunTree {
  /// The fields of a process that a run has of its own.
  static final List<FieldSpec> PROCESS_FIELDS =
      List.of(
          Fields.PROCESS_NAME,
          Fields.PROCESS_DUE_DATE,
          Fields.PROCESS_AUTO_CLOSE,
          Fields.PROCESS_CERT_AUTO_APPROVE);

  private final Json.Obj run;
  private final ProcessTree tree;
  private final Map<String, RunNode> runNodes;

  private RunTree(Json.Obj run, ProcessTree tree, Map<String, RunNode> items) {
    this.run = run;
    this.tree = tree;
    this.runNodes = items;
  }

  /// The node of a run besides its fields.
  ///
  /// @param sourceId id of the job or group of the process from which it was made; empty if it was
  ///   added to the run, or the server does not give it
  /// @param json as it was read
  record RunNode(String sourceId, String status, String permalink, Json.Obj json) {
    /// `done`, `cancelled`, `open`, `error` or `waiting`.
    String state() {
      return RunNodeState.ofStatus(status).text();
    }

    boolean isOver() {
      return RunNodeState.ofStatus(status).isOver();
    }
  }

  /// @param run the response of GET /processRuns/{id}
  public static RunTree of(Json.Obj run) throws WireException {
    Map<String, RunNode> runNodes = new HashMap<>();
    Json.Builder process = Json.object().put("id", run.text("id").orElse(""));
    copyFields(PROCESS_FIELDS, run, process);
    Json.Obj body = BodyNodes.withRoot(process.build(), group(BodyNodes.root(run), runNodes));
    Process read = ProcessJson.read(body).process();
    return new RunTree(run, ProcessTree.ofLive(read), runNodes);
  }

  private static Json.Obj group(Json.Obj group, Map<String, RunNode> runNodes) {
    List<Json> children = new ArrayList<>();
    for (RunJson.RunChild child : RunJson.children(group)) {
      String type = child.isGroup() ? "group" : "job";
      Json.Obj node = child.isGroup() ? group(child.node(), runNodes) : job(child.node(), runNodes);
      children.add(Json.object().put("type", type).put(type, node).build());
    }
    addRunNode(group, group.text("group").orElse(""), runNodes);
    Json.Builder out = Json.object().put("id", group.get("id"));
    copyFields(Catalog.definable(Schema.PROCESS_GROUP), group, out);
    return BodyNodes.withChildren(out.build(), children);
  }

  private static void copyFields(List<FieldSpec> fields, Json.Obj from, Json.Builder to) {
    for (FieldSpec field : fields) {
      if (field != Fields.PROCESS_GROUP_CHILDREN) {
        to.put(field.name(), from.get(field.name()));
      }
    }
  }

  private static Json.Obj job(Json.Obj job, Map<String, RunNode> runNodes) {
    addRunNode(job, job.text("job").orElse(""), runNodes);
    Json.Builder out = Json.object().put("id", job.get("id"));
    copyFields(Catalog.definable(Schema.PROCESS_JOB), job, out);
    String readOnly = FieldRole.READ_ONLY.fieldName();
    return out.put(readOnly, job.get(readOnly)).build();
  }

  private static void addRunNode(Json.Obj node, String sourceId, Map<String, RunNode> runNodes) {
    String permalink = RunJson.metadata(node).text("permalink").orElse("");
    runNodes.put(
        node.text("id").orElse(""),
        new RunNode(sourceId, node.text("status").orElse(""), permalink, node));
  }

  public ProcessTree tree() {
    return tree;
  }

  public String id() {
    return run.text("id").orElse("");
  }

  /// The id of the process from which it was started.
  public String process() {
    return run.text("process").orElse("");
  }

  public String status() {
    return run.text("status").orElse("").toLowerCase(Locale.ROOT);
  }

  /// Whether nothing can be added to it any more.
  public boolean hasEnded() {
    return status().equals("complete") || status().equals("cancelled");
  }

  /// The day of its start in a time zone, ISO; null if unknown.
  @Nullable String startDate(ZoneId zone) {
    return run.obj("created")
        .flatMap(c -> c.text("dateTime"))
        .flatMap(at -> Optional.ofNullable(DayText.dayOf(at, zone)))
        .map(LocalDate::toString)
        .orElse(null);
  }

  public String name() {
    return BodyNodes.name(run);
  }

  @Nullable String dueDate() {
    return run.text(FieldRole.DUE_DATE.fieldName()).filter(d -> !d.isEmpty()).orElse(null);
  }

  /// Whether the server returns a member of the run itself.
  boolean hasMember(String member) {
    return run.has(member);
  }

  RunNode runNode(String ref) {
    RunNode item = runNodes.get(ref);
    return item == null ? new RunNode("", "", "", Json.Obj.EMPTY) : item;
  }

  /// The titles of which every task in the run is done or cancelled.
  public Set<String> overTitles() {
    Set<String> over = new HashSet<>();
    Set<String> open = new HashSet<>();
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      Set<String> titles = runNode(place.ref()).isOver() ? over : open;
      titles.add(NodeMatcher.nodeName(place.node()));
    }
    over.removeAll(open);
    over.remove("");
    return over;
  }

  /// The ids of a group run's children, in order.
  public List<String> children(String ref) {
    List<String> ids = new ArrayList<>();
    ProcessTree.PlacedNode place = tree.get(ref);
    if (place != null) {
      for (ProcessTree.PlacedNode child : tree.children(place)) {
        ids.add(child.ref());
      }
    }
    return ids;
  }

  /// Whether it has not been sent to people yet.
  public boolean isWaiting(String ref) {
    return runNode(ref).state().equals("waiting");
  }

  /// Whether nothing in a group waits for its turn.
  boolean isAllSent(ProcessTree.PlacedNode group) {
    return tree.children(group).stream()
        .noneMatch(child -> runNode(child.ref()).state().equals("waiting"));
  }
}
