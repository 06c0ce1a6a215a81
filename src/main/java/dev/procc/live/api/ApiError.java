package dev.procc.live.api;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// An error in the words of the API: an `Error` or `ErrorDetail` object, or a validation result.
///
/// @param code the server's own, `MISSING_REQUIRED_FIELD`; not to be used for decisions about
///   transport
/// @param target a pointer (`/root/children/0/job`), a job id or an argument name; may be empty
/// @param meta further information, `jobId`, `field`, `argumentName`
public record ApiError(
    String code, String message, String target, Json.Obj meta, List<ApiError> details) {
  public ApiError {
    details = List.copyOf(details);
  }

  /// The error in a JSON value; whatever is missing is empty.
  public static ApiError of(Json json) {
    if (!(json instanceof Json.Obj error)) {
      return new ApiError("", "", "", Json.Obj.EMPTY, List.of());
    }
    List<ApiError> details = new ArrayList<>();
    for (Json detail : error.items("details")) {
      details.add(of(detail));
    }
    String code = error.text("code").orElseGet(() -> error.text("error").orElse(""));
    String message =
        error.text("message").orElseGet(() -> error.text("error_description").orElse(""));
    return new ApiError(
        code,
        message,
        error.text("target").orElse(""),
        error.obj("meta").orElse(Json.Obj.EMPTY),
        details);
  }
}
