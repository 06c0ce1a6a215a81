package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reader of the arguments of a job: the type decides which member counts, and participants
/// become objects in both documented forms.
final class JobArgumentsReader {
  static final int MAX_TITLE = 500;
  private static final int MAX_INSTRUCTIONS = 2000;
  private final EmulatorState state;
  private final MemberReader members;

  JobArgumentsReader(EmulatorState state, MemberReader members) {
    this.state = state;
    this.members = members;
  }

  Json.Obj read(Json.Obj arguments, String at) {
    String type =
        arguments
            .text("type")
            .orElseThrow(() -> ErrorReply.invalid("Field 'type' is required", at + "/type"));
    String problem = MemberType.ACTION.problem(Json.of(type));
    if (problem != null) {
      throw ErrorReply.invalid("Field 'type' " + problem, at + "/type");
    }
    String member = JobActions.argumentsMember(type);
    Json.Builder out = Json.object().put("type", type);
    for (Map.Entry<String, Json> entry : arguments.members().entrySet()) {
      String here = at + "/" + entry.getKey();
      if (entry.getKey().equals(member) && entry.getValue() instanceof Json.Obj inner) {
        out.put(
            member,
            type.startsWith("certification")
                ? checkCertification(inner, here)
                : readTask(inner, here));
      } else if (entry.getKey().endsWith("Args") && entry.getValue() instanceof Json.Obj) {
        throw ErrorReply.invalid("Arguments of type " + type + " stand in '" + member + "'", here);
      } else if (!entry.getKey().equals("type") && !(entry.getValue() instanceof Json.Null)) {
        readUnknown(out, entry, here);
      }
    }
    return out.build();
  }

  private void readUnknown(Json.Builder out, Map.Entry<String, Json> entry, String at) {
    if (state.assumes("unknown-fields", "refuse") || entry.getKey().endsWith("Args")) {
      throw ErrorReply.invalid("Field '" + entry.getKey() + "' is not known or not an object", at);
    }
    if (state.assumes("unknown-fields", "keep")) {
      out.put(entry.getKey(), entry.getValue());
    }
  }

  private Json.Obj readTask(Json.Obj body, String at) {
    Map<String, Json> kept = members.read(MemberSpec.TASK, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    for (Map.Entry<String, Json> entry : kept.entrySet()) {
      switch (entry.getKey()) {
        case "assignee", "approver" ->
            out.put(entry.getKey(), readParticipant(entry.getValue(), at + "/" + entry.getKey()));
        case "assigneeUser" -> putUserId(out, "assignee", entry.getValue(), at + "/assigneeUser");
        case "approverUser" -> putUserId(out, "approver", entry.getValue(), at + "/approverUser");
        default -> out.put(entry.getKey(), entry.getValue());
      }
    }
    checkLength(out, "title", MAX_TITLE, at);
    checkLength(out, "instructions", MAX_INSTRUCTIONS, at);
    return new Json.Obj(out);
  }

  /// The arguments of a certification are not published: what is known of them is checked.
  private Json.Obj checkCertification(Json.Obj inner, String at) {
    checkLength(inner.members(), "title", MAX_TITLE, at);
    for (String people : List.of("signers", "approvers")) {
      for (Json person : inner.items(people)) {
        requireKnownUser(
            person instanceof Json.Obj body ? body.get("id") : person, at + "/" + people);
      }
    }
    return inner;
  }

  private void checkLength(Map<String, Json> task, String name, int max, String at) {
    if (state.assumes("lengths", "tasks")
        && task.get(name) instanceof Json.Str text
        && text.value().length() > max) {
      throw ErrorReply.invalid(
          "Field '" + name + "' has more than " + max + " characters", at + "/" + name);
    }
  }

  private Json readParticipant(Json value, String at) {
    if (!(value instanceof Json.Obj body)) {
      return value;
    }
    Map<String, Json> kept = members.read(MemberSpec.PARTICIPANT, body, at);
    kept.putIfAbsent("type", Json.of("user"));
    if (state.assumes("participant-types", "user") && !Json.of("user").equals(kept.get("type"))) {
      throw ErrorReply.invalid("invalidUser", "The provided user is invalid.", at);
    }
    requireKnownUser(kept.get("id"), at);
    return new Json.Obj(kept);
  }

  /// Refuses an unknown user, if the control surface has set the known ones.
  private void requireKnownUser(@Nullable Json id, String at) {
    Json.Obj users = state.store().get(RowKind.META, "users");
    if (users != null && users.has("known") && (id == null || !users.items("known").contains(id))) {
      throw ErrorReply.invalid("invalidUser", "The provided user is invalid.", at);
    }
  }

  /// Reads the older form, the bare id; it counts if the object is not sent.
  private void putUserId(Map<String, Json> out, String name, Json id, String at) {
    requireKnownUser(id, at);
    out.putIfAbsent(name, Json.object().put("id", id).put("type", "user").build());
  }
}
