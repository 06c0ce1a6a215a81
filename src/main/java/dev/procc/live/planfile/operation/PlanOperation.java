package dev.procc.live.planfile.operation;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call that changes something, or that must agree before the next one.
///
/// @param id unique in its process: `patch`, `rename-1`, `create`, `write-only`, `validate`,
///   `trash`
/// @param path of the URL; `{created}` stands for the id that `create` gave
/// @param contentType absent where there is no body
/// @param body absent where there is none
public record PlanOperation(
    String id,
    String method,
    String path,
    @Nullable String contentType,
    @Nullable Json body,
    List<Precondition> preconditions) {
  /// What stands for the id of a process that is yet to be created.
  public static final String CREATED_ID = "{created}";

  public PlanOperation {
    preconditions = List.copyOf(preconditions);
  }

  /// How many single changes it makes: operations of a PATCH, names of a batch, else 1.
  public int changeCount() {
    if (body instanceof Json.Arr patch) {
      return patch.items().size();
    }
    return body instanceof Json.Obj batch && batch.has("data") ? batch.items("data").size() : 1;
  }
}
