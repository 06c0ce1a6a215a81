package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Turns the body of a create into a stored process: checks what is documented, drops what the
/// server owns, and gives ids, ordinals, revisions and stamps. Arguments may be incomplete.
public final class Intake {
  private static final int DEEPEST = 60;
  private final World world;
  private final Json.Obj stamp;
  private final Set<String> taken = new HashSet<>();

  /// @param stamp who creates it, and when
  public Intake(World world, Json.Obj stamp) {
    this.world = world;
    this.stamp = stamp;
  }

  /// The process as it is stored.
  ///
  /// @throws Refusal 400 at the first member that does not fit
  public Json.Obj process(Json.Obj body) {
    Map<String, Json> kept = accept(Field.PROCESS, body, "");
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("id", Json.of(processId(body)));
    kept.remove("root");
    out.putAll(kept);
    out.put("revision", Json.of(1));
    out.put("created", stamp);
    out.put("modified", stamp);
    Json.Obj root = body.obj("root").orElseGet(Intake::emptyRoot);
    out.put("root", group(root, "/root", Place.ROOT, 0));
    return new Json.Obj(out);
  }

  private static Json.Obj emptyRoot() {
    return Json.object().put("parallel", false).put("readOnly", false).build();
  }

  private String processId(Json.Obj body) {
    String sent = body.text("id").orElse("");
    boolean usable = !sent.isEmpty() && sent.length() <= 32;
    if (usable && world.is("caller-ids", "keep") && world.store().get(Kind.PROCESS, sent) == null) {
      return sent;
    }
    return world.ids().process();
  }

  private Json.Obj group(Json.Obj body, String at, Place place, int depth) {
    if (depth > DEEPEST) {
      throw Refusal.invalid("groups are nested deeper than " + DEEPEST, at);
    }
    Map<String, Json> kept = accept(Field.GROUP, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    String id = id(body, () -> world.ids().of("group"));
    out.put("id", Json.of(id));
    kept.remove("children");
    out.putAll(kept);
    stampNode(out, place);
    List<Json> children = new ArrayList<>();
    for (Json child : body.items("children")) {
      int ordinal = children.size();
      String here = at + "/children/" + ordinal;
      children.add(child(child, here, new Place(ordinal, place.ordinal() < 0 ? "" : id), depth));
    }
    out.put("children", Json.array(children));
    return new Json.Obj(out);
  }

  private Json.Obj child(Json child, String at, Place place, int depth) {
    if (!(child instanceof Json.Obj body)) {
      throw Refusal.invalid("A child must be an object", at);
    }
    accept(Field.CHILD, body, at);
    String type = body.text("type").orElse("");
    if (!type.equals("job") && !type.equals("group")) {
      throw Refusal.invalid("Field 'type' must be one of group, job", at + "/type");
    }
    Json.Obj inner =
        body.obj(type)
            .orElseThrow(
                () -> Refusal.invalid("Field '" + type + "' is required", at + "/" + type));
    String here = at + "/" + type;
    Json.Obj stored =
        type.equals("job") ? job(inner, here, place) : group(inner, here, place, depth + 1);
    return Json.object().put("type", type).put(type, stored).build();
  }

  private Json.Obj job(Json.Obj body, String at, Place place) {
    Map<String, Json> kept = accept(Field.JOB, body, at);
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("id", Json.of(id(body, () -> world.ids().of("job"))));
    if (kept.get("arguments") instanceof Json.Obj arguments) {
      Json.Obj clean = new Arguments(world, this).clean(arguments, at + "/arguments");
      kept.put("arguments", clean);
      String type = clean.text("type").orElse("");
      if (!kept.containsKey("action") && world.is("action-default", "filled")) {
        out.put("action", Json.of(type));
      }
      if (kept.get("action") instanceof Json.Str action && !action.value().equals(type)) {
        throw Refusal.invalid(
            "Field 'action' is " + action.value() + " but the type of the arguments is " + type,
            at + "/action");
      }
    }
    out.putAll(kept);
    stampNode(out, place);
    out.put("readOnly", Json.of(false));
    return new Json.Obj(out);
  }

  /// Job runs come as jobs do: their arguments are cleaned by the same table.
  ///
  /// @param at the place in the body, such as `/0`
  public Json.Obj jobRun(Json.Obj body, String at) {
    Map<String, Json> kept = accept(Field.JOB, body, at);
    if (kept.get("arguments") instanceof Json.Obj arguments) {
      kept.put("arguments", new Arguments(world, this).clean(arguments, at + "/arguments"));
    }
    return new Json.Obj(kept);
  }

  private String id(Json.Obj body, Supplier<String> fresh) {
    String sent = body.text("id").orElse("");
    String id =
        !sent.isEmpty() && world.is("caller-ids", "keep") && !taken.contains(sent)
            ? sent
            : fresh.get();
    taken.add(id);
    return id;
  }

  private void stampNode(Map<String, Json> out, Place place) {
    if (!out.containsKey("triggerType") && world.is("trigger-default", "filled")) {
      out.put("triggerType", Json.of("whenEligible"));
    }
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

  /// The members a caller may set, checked, in the order of the table.
  Map<String, Json> accept(List<Field> fields, Json.Obj body, String at) {
    Map<String, Json> out = new LinkedHashMap<>();
    Map<String, Json> rest = new LinkedHashMap<>(body.members());
    for (Field field : fields) {
      Json value = rest.remove(field.name());
      if (field.part() == Field.Part.SERVER) {
        refuseIds(field, value, at);
      } else if (value == null || value instanceof Json.Null || dropped(field, value)) {
        demand(field, at);
      } else {
        out.put(field.name(), checked(field, value, at));
      }
    }
    rest.forEach((name, value) -> unknown(out, name, value, at));
    return out;
  }

  private boolean dropped(Field field, Json value) {
    return field.type() == Type.TEXT
        && value.equals(Json.of(""))
        && world.is("empty-text", "absent");
  }

  private void refuseIds(Field field, @org.jspecify.annotations.Nullable Json value, String at) {
    if (value != null && field.name().equals("id") && world.is("caller-ids", "refuse")) {
      throw Refusal.invalid("Field 'id' is given by the server", at + "/id");
    }
  }

  private static void demand(Field field, String at) {
    if (field.part() == Field.Part.NEEDED) {
      throw Refusal.invalid("Field '" + field.name() + "' is required", at + "/" + field.name());
    }
  }

  private Json checked(Field field, Json value, String at) {
    String problem = field.type().problem(value);
    if (problem != null) {
      throw Refusal.invalid("Field '" + field.name() + "' " + problem, at + "/" + field.name());
    }
    return stored(world, field.type(), value);
  }

  /// A value as it is kept: sets sorted where that reading holds.
  static Json stored(World world, Type type, Json value) {
    if (type.set() && value instanceof Json.Arr array && world.is("set-order", "sorted")) {
      Map<String, Json> sorted = new TreeMap<>();
      array.items().forEach(item -> sorted.put(item.write(), item));
      return Json.array(List.copyOf(sorted.values()));
    }
    return value;
  }

  private void unknown(Map<String, Json> out, String name, Json value, String at) {
    if (world.is("unknown-fields", "refuse")) {
      throw Refusal.invalid("Field '" + name + "' is not known", at + "/" + name);
    }
    if (world.is("unknown-fields", "keep")) {
      out.put(name, value);
    }
  }

  /// Where a node stands: its ordinal, or -1 for the root, and its parent, empty below the root.
  private record Place(int ordinal, String parent) {
    static final Place ROOT = new Place(-1, "");
  }
}
