package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;

/// A job: its kind and its fields.
///
/// The fields are rows of `ProcessJob` (`triggerType`) and of the arguments of its kind, side by
/// side. A kind whose arguments the API does not publish has them whole, as one JSON value, under
/// `ProcessJob.arguments`: the value of the kind's member, `certificationArgs`.
public record ProcessJob(String key, ActionKind kind, Map<FieldSpec, Json> fields)
    implements ProcessNode {
  public ProcessJob {
    fields = FieldMap.copyOf(fields);
  }
}
