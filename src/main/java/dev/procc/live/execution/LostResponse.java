package dev.procc.live.execution;

import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search for the effect of a call whose response was lost.
///
/// The API has no idempotency keys. So the effect of the call is searched once the server cannot be
/// working on it any more; before the call is sent again, two looks must have found nothing.
public final class LostResponse {
  /// The longest time that the server works on a request is 29 s.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  /// Twice that, by the server's own clock, before finding nothing may mean that nothing was done.
  private static final Duration SETTLE_TIME = Duration.ofSeconds(60);

  /// The time between the two looks that must both find nothing.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private static final String REASON = "the answer was lost, the server may still be at work";

  private final ApplyContext context;
  private final String identity;

  public LostResponse(ApplyContext context, String identity) {
    this.context = context;
    this.identity = identity;
  }

  /// A read of what the call would have changed.
  public interface Look<S> {
    S read() throws ApplyException;
  }

  /// The search in it for the effect of the call; empty if there is none.
  public interface Match<S, R> {
    Optional<R> find(S seen) throws ApplyException;
  }

  /// Waits until the server cannot be working on a call that was just sent.
  void awaitServer() throws ApplyException {
    context.sleep(identity, SERVER_LIMIT, REASON);
  }

  /// The effect of a call that is not sent again: if nothing is found, that is only reported.
  public <S, R> Optional<R> lookOnce(Look<S> look, Match<S, R> match) throws ApplyException {
    awaitServer();
    return match.find(look.read());
  }

  /// The effect of a call that is sent again if it had none.
  ///
  /// @param pending the step in which it was sent; null if it was just sent
  /// @return empty if it had no effect, which was then seen twice
  public <S, R> Optional<R> settle(@Nullable PendingStep pending, Look<S> look, Match<S, R> match)
      throws ApplyException {
    // Read before the remaining time is computed, since the response gives the server's time.
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

  /// Whether the time at which a call is on record as sent is so long ago that, after the settle
  /// time, the server could still be working on the call that is sent now.
  static boolean isSentEarlier(PendingStep pending, Instant now) {
    return sentAt(pending)
        .map(sent -> now.isAfter(sent.plus(SETTLE_TIME).minus(SERVER_LIMIT)))
        .orElse(false);
  }

  /// @return empty if nothing was sent, or the time cannot be read
  private static Optional<Instant> sentAt(PendingStep pending) {
    String sentAt = pending.sentAt();
    try {
      return sentAt == null ? Optional.empty() : Optional.of(Instant.parse(sentAt));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private Duration remainingWait(@Nullable PendingStep pending) {
    Instant now = context.now();
    Instant sent = pending == null ? now : sentAt(pending).orElse(now);
    // Whatever clock says that it was sent later, it was sent by now.
    return Duration.between(now, (sent.isAfter(now) ? now : sent).plus(SETTLE_TIME));
  }
}
