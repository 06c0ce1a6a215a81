package dev.procc.language.check;

import dev.procc.base.json.Json;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.ProcessJob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job with its fields by name, so that rules need not search for them; a field that is absent,
/// or absent on purpose, is `null` here.
///
/// @param resolved what is known of it beside
/// @param job as compiled
public record TaskView(
    ResolvedNode resolved,
    ProcessJob job,
    @Nullable Json title,
    @Nullable Json assignee,
    @Nullable Json approver,
    @Nullable Json dueDate,
    @Nullable Json approverDueDate,
    @Nullable Json document,
    @Nullable Json section,
    @Nullable Json instructions,
    @Nullable Json arguments,
    @Nullable Json assigneeReminders,
    @Nullable Json approverReminders) {

  static TaskView of(ResolvedNode resolved, ProcessJob job) {
    Json title = null;
    Json assignee = null;
    Json approver = null;
    Json dueDate = null;
    Json approverDueDate = null;
    Json document = null;
    Json section = null;
    Json instructions = null;
    Json arguments = null;
    Json assigneeReminders = null;
    Json approverReminders = null;
    for (Map.Entry<FieldSpec, Json> entry : job.fields().entrySet()) {
      Json value = entry.getValue() instanceof Json.Null ? null : entry.getValue();
      switch (entry.getKey().name()) {
        case "title" -> title = value;
        case "assignee" -> assignee = value;
        case "approver" -> approver = value;
        case "dueDate" -> dueDate = value;
        case "approverDueDate" -> approverDueDate = value;
        case "document" -> document = value;
        case "section" -> section = value;
        case "instructions" -> instructions = value;
        case "arguments" -> arguments = value;
        case "assigneeReminders" -> assigneeReminders = value;
        case "approverReminders" -> approverReminders = value;
        default -> {}
      }
    }
    return new TaskView(
        resolved,
        job,
        title,
        assignee,
        approver,
        dueDate,
        approverDueDate,
        document,
        section,
        instructions,
        arguments,
        assigneeReminders,
        approverReminders);
  }

  /// `close@2024-Q4/entities/us/recon-ar`.
  public String address() {
    return resolved.address();
  }

  /// Whether it is of that kind, `contentRequest`.
  public boolean isKind(String kind) {
    return job.kind().name().equals(kind);
  }
}
