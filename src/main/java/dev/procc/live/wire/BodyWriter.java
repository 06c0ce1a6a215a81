package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the JSON of a process in normal form.
final class BodyWriter {
  private final boolean withIds;

  BodyWriter(boolean withIds) {
    this.withIds = withIds;
  }

  Json.Obj process(Process process) {
    Json.Builder body = Json.object();
    id(body, process.identity());
    own(body, process.fields());
    return body.put(Fields.PROCESS_ROOT.name(), group(process.root())).build();
  }

  private Json.Obj group(Group group) {
    Json.Builder body = Json.object();
    id(body, group.key());
    own(body, group.fields());
    List<Json> children = new ArrayList<>(group.children().size());
    for (Node child : group.children()) {
      children.add(child(child));
    }
    return body.put(Fields.PROCESS_GROUP_CHILDREN.name(), Json.array(children)).build();
  }

  Json.Obj child(Node node) {
    return switch (node) {
      case Group g -> Json.object().put("type", "group").put("group", group(g)).build();
      case Job j -> Json.object().put("type", "job").put("job", job(j)).build();
    };
  }

  private Json.Obj job(Job job) {
    ActionKind kind = job.kind();
    Json.Builder body = Json.object();
    id(body, job.key());
    if (!kind.name().isEmpty()) {
      body.put(Fields.PROCESS_JOB_ACTION.name(), kind.name());
    }
    Json.Obj arguments = arguments(job);
    if (!arguments.members().isEmpty()) {
      body.put(Fields.PROCESS_JOB_ARGUMENTS.name(), arguments);
    }
    return body.put(
            Fields.PROCESS_JOB_TRIGGER_TYPE.name(), job.get(Fields.PROCESS_JOB_TRIGGER_TYPE))
        .build();
  }

  private static Json.Obj arguments(Job job) {
    ActionKind kind = job.kind();
    Json.Builder all = Json.object();
    if (!kind.name().isEmpty()) {
      all.put("type", kind.name());
    }
    Json.Builder named = Json.object();
    for (Map.Entry<Field, Json> entry : job.fields().entrySet()) {
      if (entry.getKey().schema() != Schema.PROCESS_JOB) {
        named.put(entry.getKey().name(), entry.getValue());
      }
    }
    Json.Obj raw = job.get(Fields.PROCESS_JOB_ARGUMENTS) instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Json.Builder into = kind.argumentsMember().isEmpty() ? all : named;
    raw.members().forEach(into::put);
    Json.Obj built = named.build();
    if (!kind.argumentsMember().isEmpty() && !built.members().isEmpty()) {
      all.put(kind.argumentsMember(), built);
    }
    return all.build();
  }

  private void id(Json.Builder body, String id) {
    if (withIds) {
      body.put("id", id);
    }
  }

  private static void own(Json.Builder body, Map<Field, Json> fields) {
    for (Map.Entry<Field, Json> entry : fields.entrySet()) {
      if (entry.getKey().owner() == Owner.DEFINITION) {
        body.put(entry.getKey().name(), entry.getValue());
      }
    }
  }
}
