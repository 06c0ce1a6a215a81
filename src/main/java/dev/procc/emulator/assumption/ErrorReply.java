package dev.procc.emulator.assumption;

import dev.procc.base.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reply in the documented `Error` shape. An operation throws it; its changes are undone.
///
/// Example: `throw ErrorReply.notFound("process", id)` answers 404 with the code `404` and the
/// message `Could not find process id 51bc...`.
public final class ErrorReply extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Json.Obj body;
  private final transient Map<String, String> headers;

  private ErrorReply(int status, Json.Obj body, Map<String, String> headers) {
    super(body.text("message").orElse("refused"), null, false, false);
    this.status = status;
    this.body = body;
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public int status() {
    return status;
  }

  public Json.Obj body() {
    return body;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /// 400 with the code `INVALID_ARGUMENT`.
  ///
  /// @param target the place in the body as a JSON pointer, or the name of a parameter
  public static ErrorReply invalid(String message, String target) {
    return invalid("INVALID_ARGUMENT", message, target);
  }

  /// 400 with a code of its own; `meta.argumentName` is the last name of the target.
  public static ErrorReply invalid(String code, String message, String target) {
    String argument = target.substring(target.lastIndexOf('/') + 1);
    Json.Obj meta = Json.object().put("argumentName", argument).build();
    return of(
        400,
        Json.object()
            .put("code", code)
            .put("message", message)
            .put("target", target)
            .put("meta", argument.isEmpty() ? null : meta)
            .build());
  }

  /// 400 with one detail for each problem.
  public static ErrorReply invalid(String message, Json.Arr details) {
    return of(
        400,
        Json.object()
            .put("code", "VALIDATION_ERROR")
            .put("message", message)
            .put("details", details)
            .build());
  }

  public static ErrorReply unauthenticated() {
    return of(401, error("Unauthorized", "Bad credentials"));
  }

  /// 403: the token lacks the scope of the operation.
  public static ErrorReply forbidden() {
    return of(403, error("403", "Forbidden"));
  }

  /// 404 for a resource that does not exist.
  public static ErrorReply notFound(String what, String id) {
    return of(404, error("404", "Could not find " + what + " id " + id));
  }

  public static ErrorReply conflict(String message) {
    return of(409, error("409", message));
  }

  /// Any status with the code and the message of the documented examples.
  public static ErrorReply of(int status, String code, String message) {
    return of(status, error(code, message));
  }

  public static ErrorReply of(int status, Json.Obj body) {
    return new ErrorReply(status, body, Map.of());
  }

  /// A copy with one more header.
  public ErrorReply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ErrorReply(status, body, more);
  }

  private static Json.Obj error(String code, String message) {
    return Json.object().put("code", code).put("message", message).build();
  }

  /// A copy with one more member of `meta`.
  public ErrorReply withMeta(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Json.Obj meta = body.obj("meta").orElse(Json.Obj.EMPTY).with(name, Json.of(value));
    return new ErrorReply(status, body.with("meta", meta), headers);
  }
}
