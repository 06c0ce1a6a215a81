package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A writer of the JSON of a process in normal form.
final class BodyWriter {
  private final boolean withIds;

  BodyWriter(boolean withIds) {
    this.withIds = withIds;
  }

  Json.Obj processBody(Process process) {
    Json.Builder body = Json.object();
    putId(body, process.identity());
    putDefinitionFields(body, process.fields());
    return body.put(Fields.PROCESS_ROOT.name(), groupBody(process.root())).build();
  }

  private Json.Obj groupBody(ProcessGroup group) {
    Json.Builder body = Json.object();
    putId(body, group.key());
    putDefinitionFields(body, group.fields());
    List<Json> children = new ArrayList<>(group.children().size());
    for (ProcessNode child : group.children()) {
      children.add(childBody(child));
    }
    return body.put(Fields.PROCESS_GROUP_CHILDREN.name(), Json.array(children)).build();
  }

  Json.Obj childBody(ProcessNode node) {
    return switch (node) {
      case ProcessGroup g -> Json.object().put("type", "group").put("group", groupBody(g)).build();
      case ProcessJob j -> Json.object().put("type", "job").put("job", jobBody(j)).build();
    };
  }

  private Json.Obj jobBody(ProcessJob job) {
    ActionKind kind = job.kind();
    Json.Builder body = Json.object();
    putId(body, job.key());
    if (!kind.name().isEmpty()) {
      body.put(Fields.PROCESS_JOB_ACTION.name(), kind.name());
    }
    Json.Obj arguments = argumentsBody(job);
    if (!arguments.members().isEmpty()) {
      body.put(Fields.PROCESS_JOB_ARGUMENTS.name(), arguments);
    }
    return body.put(
            Fields.PROCESS_JOB_TRIGGER_TYPE.name(), job.get(Fields.PROCESS_JOB_TRIGGER_TYPE))
        .build();
  }

  private static Json.Obj argumentsBody(ProcessJob job) {
    ActionKind kind = job.kind();
    Json.Builder all = Json.object();
    if (!kind.name().isEmpty()) {
      all.put("type", kind.name());
    }
    Json.Builder kindArguments = Json.object();
    for (Map.Entry<FieldSpec, Json> entry : job.fields().entrySet()) {
      if (entry.getKey().schema() != Schema.PROCESS_JOB) {
        kindArguments.put(entry.getKey().name(), entry.getValue());
      }
    }
    Json.Obj raw = job.get(Fields.PROCESS_JOB_ARGUMENTS) instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Json.Builder rawTarget = kind.argumentsMember().isEmpty() ? all : kindArguments;
    raw.members().forEach(rawTarget::put);
    Json.Obj built = kindArguments.build();
    if (!kind.argumentsMember().isEmpty() && !built.members().isEmpty()) {
      all.put(kind.argumentsMember(), built);
    }
    return all.build();
  }

  private void putId(Json.Builder body, String id) {
    if (withIds) {
      body.put("id", id);
    }
  }

  private static void putDefinitionFields(Json.Builder body, Map<FieldSpec, Json> fields) {
    for (Map.Entry<FieldSpec, Json> entry : fields.entrySet()) {
      if (entry.getKey().owner() == Owner.DEFINITION) {
        body.put(entry.getKey().name(), entry.getValue());
      }
    }
  }
}
