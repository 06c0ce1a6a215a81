package dev.procc.live.execution;

import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out what a call has done whose response was lost.
///
/// The API knows no key that would make a second call harmless. So what the call would have made is
/// looked for once the server cannot be at work on it any more; before it is sent again, nothing
/// must have been found twice.
public final class LostResponse {
  /// The server works on a request for 29 s at most.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  /// Twice that, by the server's own clock, before nothing found may mean nothing done.
  private static final Duration SETTLE_TIME = Duration.ofSeconds(60);

  /// Between the two looks that must both find nothing.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private static final String REASON = "the answer was lost, the server may still be at work";

  private final ApplyContext context;
  private final String identity;

  public LostResponse(ApplyContext context, String identity) {
    this.context = context;
    this.identity = identity;
  }

  /// Reads what the call would have changed.
  public interface Look<S> {
    S read() throws ApplyException;
  }

  /// Finds in it what the call has made; empty if it has made nothing.
  public interface Match<S, R> {
    Optional<R> find(S seen) throws ApplyException;
  }

  /// Waits until the server cannot be at work on a call that was sent just now.
  void awaitServer() throws ApplyException {
    context.sleep(identity, SERVER_LIMIT, REASON);
  }

  /// What a call has made that is not sent again: nothing found is only reported.
  public <S, R> Optional<R> lookOnce(Look<S> look, Match<S, R> match) throws ApplyException {
    awaitServer();
    return match.find(look.read());
  }

  /// What a call has made that is sent again if it has made nothing.
  ///
  /// @param pending the step it was sent in; null if it was sent just now
  /// @return empty if it has made nothing, which was then seen twice
  public <S, R> Optional<R> settle(@Nullable PendingStep pending, Look<S> look, Match<S, R> match)
      throws ApplyException {
    // Read before the remaining time is computed: the response tells the server's clock.
    S seen = look.read();
    Duration left = remainingWait(pending);
    if (left.isPositive()) {
      context.sleep(identity, left, REASON);
      seen = look.read();
    }
    Optional<R> made = match.find(seen);
    if (made.isEmpty()) {
      context.sleep(identity, BETWEEN_LOOKS, "nothing was found, it looks once more");
      made = match.find(look.read());
    }
    return made;
  }

  private Duration remainingWait(@Nullable PendingStep pending) {
    String sentAt = pending == null ? null : pending.sentAt();
    Instant now = context.now();
    try {
      Instant sent = sentAt == null ? now : Instant.parse(sentAt);
      return Duration.between(now, sent.plus(SETTLE_TIME));
    } catch (DateTimeParseException notATime) {
      return SETTLE_TIME;
    }
  }
}
