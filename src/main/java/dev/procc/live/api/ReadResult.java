package dev.procc.live.api;

import dev.procc.base.json.Json;
import java.util.Optional;

/// What one of many reads gave: a process, or why there is none.
public record ReadResult(Optional<Json.Obj> process, Optional<ApiException> failure) {
  /// Whether the server answered 404; any other failure says nothing of what is there.
  public boolean isNotFound() {
    return failure.isPresent() && failure.get().kind() == ApiException.ApiErrorKind.NOT_FOUND;
  }

  /// The process.
  ///
  /// @throws ApiException where there is none
  public Json.Obj orThrow() throws ApiException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return process.orElse(Json.Obj.EMPTY);
  }
}
