package dev.procc.live.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The failure of a call: its kind, a message for people, and a way out.
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  /// The kind of failure, which decides what a caller may do next.
  public enum ApiErrorKind {
    /// There was no connection, so nothing was sent.
    NETWORK,
    /// There is no token, or it was not accepted (401, or an OAuth error).
    AUTH,
    /// The token lacks a scope or a permission (403).
    FORBIDDEN,
    /// 404.
    NOT_FOUND,
    /// 409.
    CONFLICT,
    /// 429, even after every wait.
    RATE_LIMITED,
    /// The server understood the request and refuses it (400, 413 and other 4xx).
    REFUSED,
    /// 5xx.
    SERVER,
    /// Sent without a complete response: it may or may not have been carried out.
    LOST,
    /// A response that is not as the API documents: not JSON, no id, paging in a cycle.
    PROTOCOL,
    /// The token would be sent to a host that may not have it; nothing was sent.
    UNTRUSTED_HOST,
    /// Stopped by the user during a wait; this call was not sent.
    INTERRUPTED,
    /// Somebody else has taken over what the call is part of; it was not sent.
    TAKEN_OVER
  }

  /// What failed and what to do about it, for people.
  ///
  /// @param help one sentence; never empty
  record Advice(String message, String help) {}

  /// The parts of a response that an exception keeps.
  ///
  /// @param status the HTTP status; 0 if there was no response
  /// @param requestId the server's id of the exchange, for its support; empty if it sent none
  /// @param error of the server, if it is in the documented form
  record FailedResponse(int status, String requestId, @Nullable ApiError error) {
    /// No response.
    static final FailedResponse NONE = new FailedResponse(0, "", null);

    static FailedResponse of(ApiResponse response, @Nullable ApiError error) {
      return new FailedResponse(response.status(), response.requestId(), error);
    }
  }

  private final ApiErrorKind kind;
  private final ApiOperation operation;
  private final String help;
  private final transient FailedResponse response;

  ApiException(
      ApiErrorKind kind,
      ApiOperation operation,
      Advice advice,
      FailedResponse response,
      @Nullable Throwable cause) {
    super(advice.message(), cause);
    this.kind = kind;
    this.operation = operation;
    this.help = advice.help();
    this.response = response;
  }

  static ApiException notSent(
      ApiErrorKind kind, ApiOperation operation, String message, String help) {
    return new ApiException(kind, operation, new Advice(message, help), FailedResponse.NONE, null);
  }

  /// A call that a gate does not let through.
  public static ApiException takenOver(ApiOperation operation, String message, String help) {
    return notSent(ApiErrorKind.TAKEN_OVER, operation, message, help);
  }

  /// A copy with more words at the end of its message.
  ApiException with(String more) {
    return new ApiException(
        kind, operation, new Advice(getMessage() + more, help), response, getCause());
  }

  public ApiErrorKind kind() {
    return kind;
  }

  /// The HTTP status; 0 if there was no response.
  public int status() {
    return response.status();
  }

  /// What to do about it, one sentence; never empty.
  public String help() {
    return help;
  }

  /// The server's id of the exchange, for its support; empty if it sent none.
  public String requestId() {
    return response.requestId();
  }

  /// The server's error, if it is in the documented form.
  public Optional<ApiError> error() {
    return Optional.ofNullable(response.error());
  }

  /// Whether the call may have changed something although it failed, so that it must not be
  /// repeated blindly.
  public boolean mayHaveHappened() {
    return operation.repeatPolicy() != ApiOperation.RepeatPolicy.SAFE
        && (kind == ApiErrorKind.LOST
            || kind == ApiErrorKind.SERVER
            || kind == ApiErrorKind.PROTOCOL);
  }

  /// Whether the same call would be refused again: 400, 403, 404, 409 and the like. A look that is
  /// refused says nothing of what it looks for, unless that is not there (404).
  public boolean isFinal() {
    if (operation.isLook()) {
      return kind == ApiErrorKind.NOT_FOUND && operation != ApiOperation.LIST;
    }
    return kind == ApiErrorKind.FORBIDDEN
        || kind == ApiErrorKind.NOT_FOUND
        || kind == ApiErrorKind.CONFLICT
        || kind == ApiErrorKind.REFUSED;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
