package dev.procc.language.check;

import dev.procc.base.json.Json;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.ProcessJob;
import org.jspecify.annotations.Nullable;

/// A job with its fields by their role, so that rules need not search for them.
///
/// @param resolved what is known of it beside its fields
/// @param job as compiled
public record TaskView(ResolvedNode resolved, ProcessJob job) {
  /// The value of a field; null if it is absent, or absent on purpose.
  public @Nullable Json value(FieldRole role) {
    return job.field(role) instanceof Json value && !(value instanceof Json.Null) ? value : null;
  }

  public @Nullable Json title() {
    return value(FieldRole.TITLE);
  }

  public @Nullable Json assignee() {
    return value(FieldRole.ASSIGNEE);
  }

  public @Nullable Json approver() {
    return value(FieldRole.APPROVER);
  }

  public @Nullable Json dueDate() {
    return value(FieldRole.DUE_DATE);
  }

  public @Nullable Json approverDueDate() {
    return value(FieldRole.APPROVAL_DUE);
  }

  public @Nullable Json document() {
    return value(FieldRole.DOCUMENT);
  }

  public @Nullable Json section() {
    return value(FieldRole.SECTION);
  }

  public @Nullable Json instructions() {
    return value(FieldRole.INSTRUCTIONS);
  }

  public @Nullable Json arguments() {
    return value(FieldRole.ARGUMENTS);
  }

  /// `close@2024-Q4/entities/us/recon-ar`.
  public String address() {
    return resolved.address();
  }

  /// Whether it is of that kind.
  public boolean isKind(ActionKind kind) {
    return job.kind().equals(kind);
  }
}
