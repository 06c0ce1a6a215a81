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

  /// Whether half of the term is over, so that the lease has to be renewed.
  public boolean isHalfOver(Instant now) {
    return endsAt().map(end -> now.isAfter(end.minus(TERM.dividedBy(2)))).orElse(false);
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
