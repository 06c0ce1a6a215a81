package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// A reader of the body of a create request into a stored process: it checks documented members,
/// drops those that the server sets, and sets ids, ordinals, revisions and stamps. Arguments may be
/// incomplete.
public final class ProcessBodyReader {
  private static final int MAX_DEPTH = 60;
  private final EmulatorState state;
  private final Json.Obj stamp;
  private final MemberReader members;
  private final JobArgumentsReader argumentsReader;
  private final Set<String> usedIds = new HashSet<>();

  /// @param stamp who creates it, and when
  public ProcessBodyReader(EmulatorState state, Json.Obj stamp) {
    this.state = state;
    this.stamp = stamp;
    this.members = new MemberReader(state);
    this.argumentsReader = new JobArgumentsReader(state, members);
  }

  /// The process as it is stored.
  ///
  /// @throws ErrorReply 400 at the first member that does not fit
  public Json.Obj readProcess(Json.Obj body) {
    Map<String, Json> kept = members.read(MemberSpec.PROCESS, body, "");
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("id", Json.of(processId(body)));
    kept.remove("root");
    out.putAll(kept);
    out.put("revision", Json.of(1));
    out.put("created", stamp);
    out.put("modified", stamp);
    Json.Obj root = body.obj("root").orElseGet(ProcessBodyReader::emptyRoot);
    out.put("root", readGroup(root, "/root", NodePlace.ROOT, 0));
    return new Json.Obj(out);
  }

  private static Json.Obj emptyRoot() {
    return Json.object().put("parallel", false).put("readOnly", false).build();
  }

  private String processId(Json.Obj body) {
    String sent = body.text("id").orElse("");
    boolean usable = !sent.isEmpty() && sent.length() <= 32;
    if (usable
        && state.assumes("caller-ids", "keep")
        && state.store().get(RowKind.PROCESS, sent) == null) {
      return sent;
    }
    return state.ids().processId();
  }

  private Json.Obj readGroup(Json.Obj body, String at, NodePlace place, int depth) {
    if (depth > MAX_DEPTH) {
      throw ErrorReply.invalid("groups are nested deeper than " + MAX_DEPTH, at);
    }
    Map<String, Json> kept = members.read(MemberSpec.GROUP, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    String id = nodeId(body, () -> state.ids().withPrefix("group"));
    out.put("id", Json.of(id));
    kept.remove("children");
    out.putAll(kept);
    stampNode(out, place);
    List<Json> children = new ArrayList<>();
    for (Json child : body.items("children")) {
      int ordinal = children.size();
      String here = at + "/children/" + ordinal;
      children.add(
          readChild(child, here, new NodePlace(ordinal, place.ordinal() < 0 ? "" : id), depth));
    }
    out.put("children", Json.array(children));
    return new Json.Obj(out);
  }

  private Json.Obj readChild(Json child, String at, NodePlace place, int depth) {
    if (!(child instanceof Json.Obj body)) {
      throw ErrorReply.invalid("A child must be an object", at);
    }
    Map<String, Json> out = new LinkedHashMap<>(members.read(MemberSpec.CHILD, body, at));
    out.remove("job");
    out.remove("group");
    String type = body.text("type").orElse("");
    if (!type.equals("job") && !type.equals("group")) {
      throw ErrorReply.invalid("Field 'type' must be one of group, job", at + "/type");
    }
    Json.Obj inner =
        body.obj(type)
            .orElseThrow(
                () -> ErrorReply.invalid("Field '" + type + "' is required", at + "/" + type));
    String here = at + "/" + type;
    Json.Obj stored =
        type.equals("job") ? readJob(inner, here, place) : readGroup(inner, here, place, depth + 1);
    out.put(type, stored);
    return new Json.Obj(out);
  }

  private Json.Obj readJob(Json.Obj body, String at, NodePlace place) {
    Map<String, Json> kept = members.read(MemberSpec.JOB, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("id", Json.of(nodeId(body, () -> state.ids().withPrefix("job"))));
    String type = readArguments(kept, at);
    if (!kept.containsKey("action")
        && !type.isEmpty()
        && state.assumes("action-default", "filled")) {
      out.put("action", Json.of(type));
    }
    out.putAll(kept);
    stampNode(out, place);
    out.put("readOnly", Json.of(false));
    return new Json.Obj(out);
  }

  /// A job run, read from its body by the same tables as a job.
  ///
  /// @param at the place in the body, such as `/0`
  public Json.Obj readJobRun(Json.Obj body, String at) {
    Map<String, Json> kept = members.read(MemberSpec.JOB, body, at);
    readArguments(kept, at);
    fillTrigger(kept);
    return new Json.Obj(kept);
  }

  /// Whether the options of a run ask for a mail when it ends, which is the default.
  public boolean readRunOptions(Json.Obj body) {
    Map<String, Json> options = members.read(MemberSpec.RUN_OPTIONS, body, "");
    return !Json.of(false).equals(options.get("sendProcessCompleteEmail"));
  }

  /// The arguments that somebody gives to a task or a certification, as they are stored; null takes
  /// one away.
  ///
  /// @throws ErrorReply 400 if a task has no such argument, or one does not fit
  public Json.Obj readEdit(String action, Json.Obj set, String at) {
    List<String> known = MemberSpec.TASK.stream().map(MemberSpec::name).toList();
    for (String name : set.members().keySet()) {
      if (!action.startsWith("certification") && !known.contains(name)) {
        throw ErrorReply.invalid("Field '" + name + "' is not known", at + "/" + name);
      }
    }
    String member = JobActions.argumentsMember(action);
    Map<String, Json> given = new LinkedHashMap<>(set.members());
    given.values().removeIf(Json.Null.class::isInstance);
    Json.Obj arguments = Json.object().put("type", action).put(member, new Json.Obj(given)).build();
    return argumentsReader.read(arguments, at).obj(member).orElse(Json.Obj.EMPTY);
  }

  /// Reads the arguments of a job in place.
  ///
  /// @return their type; empty if there are none
  private String readArguments(Map<String, Json> job, String at) {
    if (!(job.get("arguments") instanceof Json.Obj arguments)) {
      return "";
    }
    Json.Obj read = argumentsReader.read(arguments, at + "/arguments");
    job.put("arguments", read);
    String type = read.text("type").orElse("");
    if (job.get("action") instanceof Json.Str action && !action.value().equals(type)) {
      throw ErrorReply.invalid(
          "Field 'action' is " + action.value() + " but the type of the arguments is " + type,
          at + "/action");
    }
    return type;
  }

  private String nodeId(Json.Obj body, Supplier<String> fresh) {
    String sent = body.text("id").orElse("");
    String id =
        !sent.isEmpty() && state.assumes("caller-ids", "keep") && !usedIds.contains(sent)
            ? sent
            : fresh.get();
    usedIds.add(id);
    return id;
  }

  private void stampNode(Map<String, Json> out, NodePlace place) {
    fillTrigger(out);
    if (place.ordinal() >= 0) {
      out.put("ordinal", Json.of(place.ordinal()));
    }
    if (!place.parent().isEmpty()) {
      out.put("parent", Json.of(place.parent()));
    }
    out.put("revision", Json.of(1));
    out.put("created", stamp);
    out.put("modified", stamp);
  }

  private void fillTrigger(Map<String, Json> node) {
    if (!node.containsKey("triggerType") && state.assumes("trigger-default", "filled")) {
      node.put("triggerType", Json.of("whenEligible"));
    }
  }

  /// The place of a node: its ordinal, -1 for the root, and the id of its parent, which is empty
  /// for children of the root.
  private record NodePlace(int ordinal, String parent) {
    static final NodePlace ROOT = new NodePlace(-1, "");
  }
}
