package dev.procc.live.api;

import java.time.Duration;

/// What the client reports while it works, for progress and for the log. Called from any thread.
public interface ApiEvents {
  /// Hears nothing.
  ApiEvents NONE = new ApiEvents() {};

  /// The client waits before it goes on.
  ///
  /// @param reason `rate limit: retry request in 10 seconds`
  default void waiting(ApiOperation operation, Duration duration, String reason) {}

  /// One exchange has ended, well or not. A call that is repeated is reported each time.
  default void callEnded(CompletedCall call) {}

  /// One exchange, without headers, token or body: nothing in it is a secret.
  ///
  /// @param path with its query, without the host
  /// @param status 0 if no response came
  /// @param attempt from 1
  /// @param requestId the server's name of the exchange, empty if it gave none
  record CompletedCall(
      ApiOperation operation,
      String path,
      int status,
      int attempt,
      Duration duration,
      int bytesSent,
      int bytesReceived,
      String requestId) {
    /// `PATCH /processes/e7b9 200 41 ms 312 B -> 5120 B id=7f3c`
    public String logLine() {
      StringBuilder line = new StringBuilder(80);
      line.append(operation.method()).append(' ').append(path).append(' ');
      line.append(status == 0 ? "no answer" : Integer.toString(status));
      line.append(' ').append(duration.toMillis()).append(" ms ");
      line.append(bytesSent).append(" B -> ").append(bytesReceived).append(" B");
      if (attempt > 1) {
        line.append(" attempt ").append(attempt);
      }
      if (!requestId.isEmpty()) {
        line.append(" id=").append(requestId);
      }
      return line.toString();
    }
  }
}
