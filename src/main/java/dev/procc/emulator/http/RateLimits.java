package dev.procc.emulator.http;

import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.HashMap;
import java.util.Map;

/// The rate limit: a number of calls of each operation in 60 seconds, counted from its first call.
final class RateLimits {
  private static final int WINDOW_SECONDS = 60;
  private final Map<String, long[]> windows = new HashMap<>();
  private final EmulatorState state;
  private final int limit;

  /// @param limit 0 for no limit
  RateLimits(EmulatorState state, int limit) {
    this.state = state;
    this.limit = limit;
  }

  /// Counts a call.
  ///
  /// @throws ErrorReply 429 if it exceeds the limit
  synchronized void count(String operation) {
    if (limit == 0) {
      return;
    }
    long now = state.clock().ageSeconds();
    long[] window = windows.computeIfAbsent(operation, name -> new long[] {now, 0});
    if (now < window[0] || now - window[0] >= WINDOW_SECONDS) {
      window[0] = now;
      window[1] = 0;
    }
    if (++window[1] > limit) {
      throw rateLimited(state, operation, limit, WINDOW_SECONDS - (now - window[0]));
    }
  }

  /// The documented 429 reply. The seconds are in the message and, unless the assumption
  /// `retry-after` says otherwise, in a header.
  static ErrorReply rateLimited(EmulatorState state, String operation, int limit, long seconds) {
    ErrorReply refusal =
        ErrorReply.of(
            429,
            "429",
            "Rate limit of "
                + limit
                + " per "
                + WINDOW_SECONDS
                + " seconds exceeded for "
                + operation
                + " requests. Retry request in "
                + seconds
                + " seconds.");
    return state.assumes("retry-after", "header")
        ? refusal.withHeader("Retry-After", Long.toString(seconds))
        : refusal;
  }
}
