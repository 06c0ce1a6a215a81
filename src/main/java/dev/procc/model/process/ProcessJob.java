package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;

/// A job: its kind and its fields.
///
/// The fields are those of `ProcessJob` (`triggerType`) together with the arguments of its kind. If
/// the API does not document the arguments, they are one JSON value under `ProcessJob.arguments`:
/// the value of the kind's member, such as `certificationArgs`.
public record ProcessJob(String key, ActionKind kind, Map<FieldSpec, Json> fields)
    implements ProcessNode {
  public ProcessJob {
    fields = FieldMap.copyOf(fields);
  }
}
