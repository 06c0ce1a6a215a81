package dev.procc.live.api;

import dev.procc.live.api.ApiException.ApiErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The limit on the time and size of reading many responses, such as the pages of a list or many
/// processes: whatever the server sends, and however slowly, it ends. Safe for use by many threads.
final class ReadBudget {
  static final Duration MAX_TIME = Duration.ofHours(1);

  /// The most characters, which fit into memory together with what is made of them.
  static final long MAX_CHARACTERS = 256L << 20;

  private final Clock clock;
  private final Instant end;
  private final AtomicLong characters = new AtomicLong();

  ReadBudget(Clock clock) {
    this.clock = clock;
    this.end = clock.instant().plus(MAX_TIME);
  }

  /// Counts a response.
  void count(ApiResponse response) {
    characters.addAndGet(response.body().length());
  }

  /// Checks that another call is allowed.
  ///
  /// @throws ApiException if time or size is used up
  void check(ApiOperation operation) throws ApiException {
    if (!clock.instant().isBefore(end)) {
      throw usedUp(operation, "reading took longer than " + MAX_TIME.toMinutes() + " min");
    }
    if (characters.get() > MAX_CHARACTERS) {
      throw usedUp(
          operation, "the answers hold more than " + (MAX_CHARACTERS >> 20) + " MiB together");
    }
  }

  static ApiException usedUp(ApiOperation operation, String reason) {
    return ApiException.notSent(
        ApiErrorKind.PROTOCOL,
        operation,
        "Cannot " + operation.description() + ": " + reason,
        "Try again later; if it stays so, tell the support of the platform");
  }
}
