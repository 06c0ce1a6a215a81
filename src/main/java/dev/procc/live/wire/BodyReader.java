package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the body of one process.
final class BodyReader {
  private static final Map<Schema, Map<String, Field>> TABLE = table();

  private final Set<String> readOnly = new LinkedHashSet<>();
  private final Set<String> tagged = new LinkedHashSet<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<UnknownField> unknown = new ArrayList<>();

  LiveProcess process(Json body) throws WireException {
    Json.Obj object = object(body, "");
    String id = id(object, "");
    Map<Field, Json> fields = fields(Schema.PROCESS, object, "");
    Json root = object.get(Fields.PROCESS_ROOT.name());
    if (root == null) {
      throw new WireException("/root", "missing, a process has a root group");
    }
    Group group = group(object(root, "/root"), "/root");
    Process process = Normal.of(new Process(id, fields, group));
    return new LiveProcess(
        id,
        object.integer("revision").orElse(null),
        Wire.stamp(object.get("created")),
        Wire.stamp(object.get("modified")),
        process,
        readOnly,
        tagged,
        unknown);
  }

  private Group group(Json.Obj object, String path) throws WireException {
    String id = id(object, path);
    if (object.flag(Fields.PROCESS_GROUP_READ_ONLY.name(), false)) {
      readOnly.add(id);
    }
    Map<Field, Json> fields = fields(Schema.PROCESS_GROUP, object, path);
    List<Node> children = new ArrayList<>();
    List<Json> items = object.items(Fields.PROCESS_GROUP_CHILDREN.name());
    for (int i = 0; i < items.size(); i++) {
      Node child = child(items.get(i), path + "/children/" + i);
      if (child != null) {
        children.add(child);
      }
    }
    return new Group(id, fields, children);
  }

  /// Absent for a job that the server generated.
  private @Nullable Node child(Json item, String path) throws WireException {
    Json.Obj envelope = object(item, path);
    note(Schema.PROCESS_GROUP_CHILD, envelope, path);
    Json group = envelope.get("group");
    if (group != null && !(group instanceof Json.Null)) {
      return group(object(group, path + "/group"), path + "/group");
    }
    Json job = envelope.get("job");
    if (job == null || job instanceof Json.Null) {
      throw new WireException(path, "neither a job nor a group");
    }
    return job(object(job, path + "/job"), path + "/job");
  }

  private @Nullable Job job(Json.Obj object, String path) throws WireException {
    Json.Obj arguments = object.obj("arguments").orElse(Json.Obj.EMPTY);
    String name = object.text("action").or(() -> arguments.text("type")).orElse("");
    ActionKind known = ActionKind.named(name);
    if (known != null && known.generated()) {
      return null;
    }
    ActionKind kind = known == null ? new ActionKind(name, null, "", false, false) : known;
    String id = id(object, path);
    if (object.flag("readOnly", false)) {
      readOnly.add(id);
    }
    if (!object.items("tags").isEmpty()) {
      tagged.add(id);
    }
    Map<Field, Json> fields = fields(Schema.PROCESS_JOB, object, path);
    fields.remove(Fields.PROCESS_JOB_ACTION);
    fields.remove(Fields.PROCESS_JOB_ARGUMENTS);
    arguments(kind, arguments, path + "/arguments", fields);
    return new Job(id, kind, fields);
  }

  private void arguments(
      ActionKind kind, Json.Obj arguments, String path, Map<Field, Json> fields) {
    if (kind.argumentsMember().isEmpty()) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, arguments.without("type"));
      return;
    }
    note(Schema.ACTION_ARGUMENTS, arguments, path);
    Json.Obj own = arguments.obj(kind.argumentsMember()).orElse(Json.Obj.EMPTY);
    Schema schema = kind.arguments();
    if (schema == null) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, own);
    } else if (kind.published()) {
      fields.putAll(fields(schema, spelledOut(schema, own), path + "/" + kind.argumentsMember()));
    } else {
      Json.Builder raw = Json.object();
      own.members()
          .forEach((name, value) -> {
            Field field = Catalog.ours(schema, name);
            if (field == null) {
              raw.put(name, value);
            } else {
              fields.put(field, value);
            }
          });
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, raw.build());
    }
  }

  /// `assigneeUser: "id"` is the older spelling of `assignee: {id, type}`.
  private static Json.Obj spelledOut(Schema schema, Json.Obj arguments) {
    Json.Obj result = arguments;
    for (Field field : Catalog.ours(schema)) {
      String old = field.name() + "User";
      if (field.type() == FieldType.PARTICIPANT_REF && arguments.has(old)) {
        Json value = result.get(old);
        result = result.without(old);
        Json present = result.get(field.name());
        if (value != null && (present == null || present instanceof Json.Null)) {
          result = result.with(field.name(), value);
        }
      }
    }
    return result;
  }

  /// The fields that a definition decides; other members that nobody knows are noted.
  private Map<Field, Json> fields(Schema schema, Json.Obj object, String path) {
    Map<Field, Json> found = new LinkedHashMap<>();
    Map<String, Field> rows = TABLE.getOrDefault(schema, Map.of());
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      Field field = rows.get(member.getKey());
      if (field == null) {
        unknown.add(new UnknownField(path + "/" + escape(member.getKey()), member.getValue()));
      } else if (field.owner() == Owner.DEFINITION
          && field != Fields.PROCESS_ROOT
          && field != Fields.PROCESS_GROUP_CHILDREN) {
        found.put(field, member.getValue());
      }
    }
    return found;
  }

  private void note(Schema schema, Json.Obj object, String path) {
    fields(schema, object, path);
  }

  private String id(Json.Obj object, String path) throws WireException {
    String id = object.text("id").orElse("");
    if (id.isEmpty()) {
      throw new WireException(path + "/id", "missing, what GET returns has an id everywhere");
    }
    if (!ids.add(id)) {
      throw new WireException(path + "/id", "\"" + id + "\" stands twice in one process");
    }
    return id;
  }

  private static Json.Obj object(Json value, String path) throws WireException {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw new WireException(path, "not an object");
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static Map<Schema, Map<String, Field>> table() {
    Map<Schema, Map<String, Field>> table = new EnumMap<>(Schema.class);
    for (Field field : Catalog.all()) {
      table.computeIfAbsent(field.schema(), s -> new LinkedHashMap<>()).put(field.name(), field);
    }
    return table;
  }
}
