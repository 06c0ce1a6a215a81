package dev.procc.live.planfile.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task that a call adds to a run.
///
/// @param address in the definition
/// @param kind its action
/// @param job as the call sends it
/// @param group address of the group it goes to
/// @param follows address of the sibling before it; absent where it is the first
/// @param precedes address of the sibling after it; absent where it is the last
/// @param waitsFor address of what it waits for; absent where it waits for nothing
/// @param operationId id of the operation that adds it; empty where the plan has none
/// @param mailRecipients ids of the people who get mail when it starts
public record TaskAddition(
    String address,
    String kind,
    String title,
    Json job,
    String group,
    @Nullable String follows,
    @Nullable String precedes,
    TaskStart start,
    @Nullable String waitsFor,
    String operationId,
    List<String> mailRecipients,
    List<Cause> causes) {
  public TaskAddition {
    mailRecipients = List.copyOf(mailRecipients);
    causes = List.copyOf(causes);
  }
}
