package dev.procc.live.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A lease on a process, renewed with each step of an apply: another apply or resume leaves the
/// process alone.
///
/// @param holder the user, for people
/// @param host the name of the machine, for people
/// @param machine distinguishes machines, containers and boots
/// @param pid of the program
/// @param started the start of that program, to distinguish it from a later one with the same pid
/// @param renewedAt its last sign of life, by the server's clock; RFC 3339 in UTC
public record Lease(
    String holder, String host, String machine, long pid, String started, String renewedAt) {

  /// The time after which a holder on another machine counts as gone without a sign of life: longer
  /// than one attempt of a call. It is renewed before each write once half of it is over.
  public static final Duration TERM = Duration.ofMinutes(5);

  /// `tom on build-7 (process 4711)`.
  public String holderText() {
    return holder + " on " + host + " (process " + pid + ")";
  }

  /// Whether half of the term is over, or it is dated ahead, so that it has to be renewed.
  public boolean isHalfOver(Instant now) {
    return isAhead(now)
        || endsAt().map(end -> now.isAfter(end.minus(TERM.dividedBy(2)))).orElse(false);
  }

  /// Whether it was renewed later than now by more than a term: the clock of its holder is ahead.
  public boolean isAhead(Instant now) {
    return endsAt().map(end -> now.isBefore(end.minus(TERM.multipliedBy(2)))).orElse(false);
  }

  /// The way out for whoever it keeps away.
  public String wayOut(String identity, Instant now) {
    if (isAhead(now)) {
      return "The clock of "
          + host
          + " is ahead. Wait for its end; if it was cut off, procc apply --resume "
          + identity
          + " waits "
          + TERM.toMinutes()
          + " minutes for a sign of life and goes on";
    }
    return "Wait for its end"
        + endsAt().map(end -> "; if it was cut off, resume after " + end).orElse("");
  }

  /// The time at which a holder without a sign of life counts as gone; empty if that is unknown.
  public Optional<Instant> endsAt() {
    try {
      return Optional.of(Instant.parse(renewedAt).plus(TERM));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
