package dev.procc.model.process;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldMap;
import java.util.Map;

/// A job: its kind and its fields.
///
/// The fields are rows of `ProcessJob` (`triggerType`) and of the arguments of its kind, side by
/// side. A kind whose arguments the API does not publish has them whole, as one JSON value, under
/// `ProcessJob.arguments`: the value of the kind's member, `certificationArgs`.
public record Job(String key, ActionKind kind, Map<Field, Json> fields) implements Node {
  public Job {
    fields = FieldMap.copyOf(fields);
  }
}
