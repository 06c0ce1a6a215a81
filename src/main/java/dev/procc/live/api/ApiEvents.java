package dev.procc.live.api;

import java.time.Duration;

/// A listener to the client, for progress and for the log. Called from any thread.
public interface ApiEvents {
  /// A listener that ignores everything.
  ApiEvents NONE = new ApiEvents() {};

  /// The client waits before it continues.
  ///
  /// @param reason `rate limit: retry request in 10 seconds`
  default void waiting(ApiOperation operation, Duration duration, String reason) {}

  /// An exchange ended, successful or not. A repeated call is reported each time.
  default void callEnded(CompletedCall call) {}

  /// An exchange, without headers, token or body: it contains no secrets.
  ///
  /// @param path with its query, without the host
  /// @param status 0 if there was no response
  /// @param attempt from 1
  /// @param requestId the server's id of the exchange; empty if it sent none
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
