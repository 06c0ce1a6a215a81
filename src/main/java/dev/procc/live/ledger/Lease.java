package dev.procc.live.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Who is at work on a process, renewed with each step of an apply: another apply and a resume keep
/// away from it.
///
/// @param holder the user, for people
/// @param host the name of the machine, for people
/// @param machine tells two machines, containers and boots apart
/// @param pid of the program
/// @param started when that program began, so that a later one of the same number is another
/// @param renewedAt when it was last heard of, by the server's clock; RFC 3339 in UTC
public record Lease(
    String holder, String host, String machine, long pid, String started, String renewedAt) {

  /// How long a holder on another machine counts as alive without being heard of: more than one
  /// attempt of a call takes. Before each that writes it is renewed where half of it is over.
  public static final Duration TERM = Duration.ofMinutes(5);

  /// `tom on build-7 (process 4711)`.
  public String holderText() {
    return holder + " on " + host + " (process " + pid + ")";
  }

  /// Whether it is time to be heard of again.
  public boolean isHalfOver(Instant now) {
    return endsAt().map(end -> now.isAfter(end.minus(TERM.dividedBy(2)))).orElse(false);
  }

  /// When a holder that is not heard of again counts as gone; empty if nobody can tell.
  public Optional<Instant> endsAt() {
    try {
      return Optional.of(Instant.parse(renewedAt).plus(TERM));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
