package dev.procc.live.planfile.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.Siblings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task that a call adds to a run.
///
/// @param group address of its group
/// @param operationId id of the operation that adds it; empty if the plan has none
public record TaskAddition(
    AddedTask task,
    String group,
    Siblings siblings,
    StartCondition starts,
    String operationId,
    List<Cause> causes) {
  public TaskAddition {
    causes = List.copyOf(causes);
  }

  /// The added task.
  ///
  /// @param address in the definition
  /// @param kind its action
  /// @param job as the call sends it
  public record AddedTask(String address, String kind, String title, Json job) {}

  /// The start of a task.
  ///
  /// @param waitsFor address of what it waits for; null if there is none
  /// @param mailRecipients ids of the people who are notified when it starts
  public record StartCondition(
      TaskStart start, @Nullable String waitsFor, List<String> mailRecipients) {
    public StartCondition {
      mailRecipients = List.copyOf(mailRecipients);
    }
  }

  /// The address of the task in the definition.
  public String address() {
    return task.address();
  }

  /// The title of the task.
  public String title() {
    return task.title();
  }

  /// The task as the call sends it.
  public Json job() {
    return task.job();
  }
}
