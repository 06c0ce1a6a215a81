package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A reader of the body of one process.
final class BodyReader {
  private static final Map<Schema, Map<String, FieldSpec>> FIELDS_BY_NAME = fieldsByName();

  private final Set<String> readOnlyIds = new LinkedHashSet<>();
  private final Set<String> taggedIds = new LinkedHashSet<>();
  private final Set<String> seenIds = new LinkedHashSet<>();
  private final List<UnknownField> unknownFields = new ArrayList<>();

  LiveProcess readProcess(Json body) throws WireException {
    Json.Obj object = requireObject(body, "");
    String id = requireId(object, "");
    Map<FieldSpec, Json> fields = readFields(Schema.PROCESS, object, "");
    Json root = object.get(Fields.PROCESS_ROOT.name());
    if (root == null) {
      throw new WireException("/root", "missing, a process has a root group");
    }
    ProcessGroup group = readGroup(requireObject(root, "/root"), "/root");
    Process process = Normalizer.normalize(new Process(id, fields, group));
    return new LiveProcess(
        id,
        object.integer("revision").orElse(null),
        AuditStamp.read(object.get("created")),
        AuditStamp.read(object.get("modified")),
        process,
        new ServerMarks(readOnlyIds, taggedIds, unknownFields));
  }

  private ProcessGroup readGroup(Json.Obj object, String path) throws WireException {
    String id = requireId(object, path);
    if (object.flag(Fields.PROCESS_GROUP_READ_ONLY.name(), false)) {
      readOnlyIds.add(id);
    }
    Map<FieldSpec, Json> fields = readFields(Schema.PROCESS_GROUP, object, path);
    List<ProcessNode> children = new ArrayList<>();
    Json all = object.get(Fields.PROCESS_GROUP_CHILDREN.name());
    if (all != null && !(all instanceof Json.Null) && !(all instanceof Json.Arr)) {
      throw new WireException(path + "/children", "not a list");
    }
    List<Json> items = object.items(Fields.PROCESS_GROUP_CHILDREN.name());
    for (int i = 0; i < items.size(); i++) {
      ProcessNode child = readChild(items.get(i), path + "/children/" + i);
      if (child != null) {
        children.add(child);
      }
    }
    return new ProcessGroup(id, fields, children);
  }

  /// The node of a child; null for a job that the server generated.
  private @Nullable ProcessNode readChild(Json item, String path) throws WireException {
    Json.Obj envelope = requireObject(item, path);
    collectUnknown(Schema.PROCESS_GROUP_CHILD, envelope, path);
    Json group = envelope.get("group");
    if (group != null && !(group instanceof Json.Null)) {
      return readGroup(requireObject(group, path + "/group"), path + "/group");
    }
    Json job = envelope.get("job");
    if (job == null || job instanceof Json.Null) {
      throw new WireException(path, "neither a job nor a group");
    }
    return readJob(requireObject(job, path + "/job"), path + "/job");
  }

  private @Nullable ProcessJob readJob(Json.Obj object, String path) throws WireException {
    Json.Obj arguments = object.obj("arguments").orElse(Json.Obj.EMPTY);
    String name = object.text("action").or(() -> arguments.text("type")).orElse("");
    ActionKind published = ActionKind.byName(name);
    if (published != null && published.isServerGenerated()) {
      return null;
    }
    ActionKind kind = published == null ? ActionKind.unknown(name) : published;
    String id = requireId(object, path);
    if (object.flag("readOnly", false)) {
      readOnlyIds.add(id);
    }
    if (!object.items("tags").isEmpty()) {
      taggedIds.add(id);
    }
    Map<FieldSpec, Json> fields = readFields(Schema.PROCESS_JOB, object, path);
    fields.remove(Fields.PROCESS_JOB_ACTION);
    fields.remove(Fields.PROCESS_JOB_ARGUMENTS);
    readArguments(kind, arguments, path + "/arguments", fields);
    return new ProcessJob(id, kind, fields);
  }

  private void readArguments(
      ActionKind kind, Json.Obj arguments, String path, Map<FieldSpec, Json> fields) {
    if (kind.argumentsMember().isEmpty()) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, arguments.without("type"));
      return;
    }
    collectUnknown(Schema.ACTION_ARGUMENTS, arguments, path);
    Json.Obj kindArguments = arguments.obj(kind.argumentsMember()).orElse(Json.Obj.EMPTY);
    Schema schema = kind.arguments();
    if (schema == null) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, kindArguments);
    } else if (kind.argumentsPublished()) {
      fields.putAll(
          readFields(
              schema,
              withCurrentSpelling(schema, kindArguments),
              path + "/" + kind.argumentsMember()));
    } else {
      Json.Builder raw = Json.object();
      kindArguments
          .members()
          .forEach((name, value) -> {
            FieldSpec field = Catalog.definable(schema, name);
            if (field == null) {
              raw.put(name, value);
            } else {
              fields.put(field, value);
            }
          });
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, raw.build());
    }
  }

  /// The arguments with `assignee: {id, type}` in place of the older `assigneeUser: "id"`.
  private static Json.Obj withCurrentSpelling(Schema schema, Json.Obj arguments) {
    Json.Obj result = arguments;
    for (FieldSpec field : Catalog.definable(schema)) {
      String olderName = field.name() + "User";
      if (field.type() == FieldType.PARTICIPANT_REF && arguments.has(olderName)) {
        Json value = result.get(olderName);
        result = result.without(olderName);
        Json current = result.get(field.name());
        if (value != null && (current == null || current instanceof Json.Null)) {
          result = result.with(field.name(), value);
        }
      }
    }
    return result;
  }

  /// The fields that a definition sets; members that the catalog does not have are collected.
  private Map<FieldSpec, Json> readFields(Schema schema, Json.Obj object, String path) {
    Map<FieldSpec, Json> definitionFields = new LinkedHashMap<>();
    Map<String, FieldSpec> knownFields = FIELDS_BY_NAME.getOrDefault(schema, Map.of());
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      FieldSpec field = knownFields.get(member.getKey());
      if (field == null) {
        unknownFields.add(
            new UnknownField(path + "/" + escapePointer(member.getKey()), member.getValue()));
      } else if (field.owner() == Owner.DEFINITION
          && field != Fields.PROCESS_ROOT
          && field != Fields.PROCESS_GROUP_CHILDREN) {
        definitionFields.put(field, member.getValue());
      }
    }
    return definitionFields;
  }

  private void collectUnknown(Schema schema, Json.Obj object, String path) {
    readFields(schema, object, path);
  }

  private String requireId(Json.Obj object, String path) throws WireException {
    String id = object.text("id").orElse("");
    if (id.isEmpty()) {
      throw new WireException(path + "/id", "missing, what GET returns has an id everywhere");
    }
    if (!seenIds.add(id)) {
      throw new WireException(path + "/id", "\"" + id + "\" stands twice in one process");
    }
    return id;
  }

  private static Json.Obj requireObject(Json value, String path) throws WireException {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw new WireException(path, "not an object");
  }

  static String escapePointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static Map<Schema, Map<String, FieldSpec>> fieldsByName() {
    Map<Schema, Map<String, FieldSpec>> table = new EnumMap<>(Schema.class);
    for (FieldSpec field : Catalog.all()) {
      table.computeIfAbsent(field.schema(), s -> new LinkedHashMap<>()).put(field.name(), field);
    }
    return table;
  }
}
