package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cleans the arguments of a job: the type decides which member counts, participants become objects
/// in whichever of the two documented spellings they came.
final class Arguments {
  private static final int TITLE = 500;
  private static final int INSTRUCTIONS = 2000;
  private final World world;
  private final Intake intake;

  Arguments(World world, Intake intake) {
    this.world = world;
    this.intake = intake;
  }

  Json.Obj clean(Json.Obj arguments, String at) {
    String type =
        arguments
            .text("type")
            .orElseThrow(() -> Refusal.invalid("Field 'type' is required", at + "/type"));
    String problem = Type.ACTION.problem(Json.of(type));
    if (problem != null) {
      throw Refusal.invalid("Field 'type' " + problem, at + "/type");
    }
    String member = Actions.argumentsOf(type);
    Json.Builder out = Json.object().put("type", type);
    for (Map.Entry<String, Json> entry : arguments.members().entrySet()) {
      String here = at + "/" + entry.getKey();
      if (entry.getKey().equals(member) && entry.getValue() instanceof Json.Obj inner) {
        out.put(member, type.startsWith("certification") ? inner : task(inner, here));
      } else if (entry.getKey().endsWith("Args") && entry.getValue() instanceof Json.Obj) {
        throw Refusal.invalid("Arguments of type " + type + " stand in '" + member + "'", here);
      } else if (!entry.getKey().equals("type") && !(entry.getValue() instanceof Json.Null)) {
        unknown(out, entry, here);
      }
    }
    return out.build();
  }

  private void unknown(Json.Builder out, Map.Entry<String, Json> entry, String at) {
    if (world.is("unknown-fields", "refuse") || entry.getKey().endsWith("Args")) {
      throw Refusal.invalid("Field '" + entry.getKey() + "' is not known or not an object", at);
    }
    if (world.is("unknown-fields", "keep")) {
      out.put(entry.getKey(), entry.getValue());
    }
  }

  private Json.Obj task(Json.Obj body, String at) {
    Map<String, Json> kept = intake.accept(Field.TASK, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    for (Map.Entry<String, Json> entry : kept.entrySet()) {
      switch (entry.getKey()) {
        case "assignee", "approver" ->
            out.put(entry.getKey(), participant(entry.getValue(), at + "/" + entry.getKey()));
        case "assigneeUser" -> flat(out, "assignee", entry.getValue(), at + "/assigneeUser");
        case "approverUser" -> flat(out, "approver", entry.getValue(), at + "/approverUser");
        default -> out.put(entry.getKey(), entry.getValue());
      }
    }
    limit(out, "title", TITLE, at);
    limit(out, "instructions", INSTRUCTIONS, at);
    return new Json.Obj(out);
  }

  private void limit(Map<String, Json> task, String name, int most, String at) {
    if (world.is("lengths", "tasks")
        && task.get(name) instanceof Json.Str text
        && text.value().length() > most) {
      throw Refusal.invalid(
          "Field '" + name + "' has more than " + most + " characters", at + "/" + name);
    }
  }

  private Json participant(Json value, String at) {
    if (!(value instanceof Json.Obj body)) {
      return value;
    }
    Map<String, Json> kept = intake.accept(Field.PARTICIPANT, body, at);
    kept.putIfAbsent("type", Json.of("user"));
    if (world.is("participant-types", "user") && !Json.of("user").equals(kept.get("type"))) {
      throw Refusal.invalid("invalidUser", "The provided user is invalid.", at);
    }
    known(kept.get("id"), at);
    return new Json.Obj(kept);
  }

  /// Where the control surface has said which users there are, another one is refused.
  private void known(@Nullable Json id, String at) {
    Json.Obj users = world.store().get(Kind.META, "users");
    if (users != null && !users.items("known").contains(id)) {
      throw Refusal.invalid("invalidUser", "The provided user is invalid.", at);
    }
  }

  /// The older spelling: the id alone, which counts where the object was not sent.
  private void flat(Map<String, Json> out, String name, Json id, String at) {
    known(id, at);
    out.putIfAbsent(name, Json.object().put("id", id).put("type", "user").build());
  }
}
