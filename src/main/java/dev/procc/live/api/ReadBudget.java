package dev.procc.live.api;

import dev.procc.live.api.ApiException.ApiErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// What one reading of many answers may take, the pages of a list or many processes: whatever the
/// server sends, and however slowly, it ends. Safe for many threads.
final class ReadBudget {
  static final Duration MAX_TIME = Duration.ofHours(1);

  /// As many characters as fit in memory beside what is made of them.
  static final long MAX_CHARACTERS = 256L << 20;

  private final Clock clock;
  private final Instant end;
  private final AtomicLong characters = new AtomicLong();

  ReadBudget(Clock clock) {
    this.clock = clock;
    this.end = clock.instant().plus(MAX_TIME);
  }

  /// Counts an answer.
  void count(ApiResponse response) {
    characters.addAndGet(response.body().length());
  }

  /// Whether there may be one more call.
  ///
  /// @throws ApiException where time or size is used up
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
