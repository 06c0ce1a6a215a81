package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The metadata of the task of a job run.
final class TaskMetadata {
  private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

  static {
    MEMBERS.put("sendTask", "sendTaskMetadata");
    MEMBERS.put("contentRequest", "contentRequestMetadata");
    MEMBERS.put("certification", "certificationMetadata");
    MEMBERS.put("certificationSignerGenerated", "certSignerMetadata");
    MEMBERS.put("certificationApproverGenerated", "certApproverMetadata");
    MEMBERS.put("certificationConditionalApproverGenerated", "certConditionalApproverMetadata");
  }

  private TaskMetadata() {}

  /// The member for an action; null if it has no task.
  static @Nullable String member(String action) {
    return MEMBERS.get(action);
  }

  static Json.Obj of(Json.Obj row) {
    boolean cancelled = RunRows.hasStatus(row, RunRows.CANCELLED);
    boolean cancelling = cancelled || RunRows.hasStatus(row, RunRows.CANCELLING);
    String task = RunRows.text(row, "task");
    Json.Builder out =
        Json.object()
            .put("status", row.get("taskStatus"))
            .put("task", task)
            .put("permalink", "https://app.wdesk.com/a/emulator/tasks/" + task)
            .put("taskCancelled", cancelling)
            .put("cancelCleanupComplete", cancelled)
            .put("taskCancelledNotificationSent", cancelled);
    if (RunRows.text(row, "action").equals("sendTask")) {
      out.put("newAssigneeModifyEmailSent", false).put("newApproverModifyEmailSent", false);
    }
    return out.build();
  }
}
