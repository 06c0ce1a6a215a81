package dev.procc.language.check;

import dev.procc.base.json.Json;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.ProcessJob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job with its fields by role, for rules.
public final class TaskView {
  private static final int ROLES = FieldRole.values().length;

  private final ResolvedNode resolved;
  private final ProcessJob job;
  private final @Nullable Json[] valuesByRole = new @Nullable Json[ROLES];

  TaskView(ResolvedNode resolved, ProcessJob job) {
    this.resolved = resolved;
    this.job = job;
    for (Map.Entry<FieldSpec, Json> entry : job.fields().entrySet()) {
      Json value = entry.getValue();
      valuesByRole[entry.getKey().role().ordinal()] = value instanceof Json.Null ? null : value;
    }
  }

  /// The resolved node of the job.
  public ResolvedNode resolved() {
    return resolved;
  }

  /// The kind of its action.
  public ActionKind kind() {
    return job.kind();
  }

  /// The value of the field with a role; null if the job has none, or none on purpose.
  public @Nullable Json get(FieldRole role) {
    return valuesByRole[role.ordinal()];
  }

  public boolean has(FieldRole role) {
    return valuesByRole[role.ordinal()] != null;
  }

  /// `close@2024-Q4/entities/us/recon-ar`.
  public String address() {
    return resolved.address();
  }

  /// `close@2024-Q4/entities/us/recon-ar:dueDate`.
  public String address(FieldRole role) {
    return resolved.address(role);
  }
}
