package dev.procc.live.api;

import dev.procc.base.json.Json;
import java.util.Optional;

/// The result of one of many reads: a process, or the reason why there is none.
public record ReadResult(Optional<Json.Obj> process, Optional<ApiException> failure) {
  /// Whether the server responded with 404; from any other failure it does not follow whether the
  /// process exists.
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
