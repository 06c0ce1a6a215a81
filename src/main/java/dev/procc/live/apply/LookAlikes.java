package dev.procc.live.apply;

import dev.procc.live.ledger.Pending;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search for processes named like the one that is created: after a lost answer for what it
/// made, and after every create for a twin that somebody else made at the same time.
final class LookAlikes {
  /// The server may work on a request for 29 s; twice that, by its own clock.
  static final Duration SETTLED = Duration.ofSeconds(60);

  /// Between the two looks that must both find nothing.
  static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Work work;

  LookAlikes(Work work) {
    this.work = work;
  }

  /// What a create whose answer was lost has made.
  ///
  /// @return its id; absent where nothing was made, which was then seen twice
  @Nullable String afterLostAnswer(@Nullable Pending pending) throws Halt {
    // The list is read first only to know the server's clock.
    List<String> early = work.lookAlikesNow();
    Duration left = left(pending);
    if (left.isPositive()) {
      work.env.wait(work.identity(), left, "the answer was lost, the server may still be at work");
    }
    for (int look = 1; look <= 2; look++) {
      List<String> ids = left.isPositive() || look == 2 ? work.lookAlikesNow() : early;
      Optional<String> made = one(fresh(ids, pending), pending);
      if (made.isPresent()) {
        return made.get();
      }
      if (look == 1) {
        work.env.wait(work.identity(), BETWEEN, "nothing was found, it looks once more");
      }
    }
    return null;
  }

  private Duration left(@Nullable Pending pending) {
    String sentAt = pending == null ? null : pending.sentAt();
    Instant now = work.env.now();
    try {
      Instant sent = sentAt == null ? now : Instant.parse(sentAt);
      return Duration.between(now, sent.plus(SETTLED));
    } catch (DateTimeParseException notATime) {
      return SETTLED;
    }
  }

  /// Those that were not there when the plan was made.
  private List<String> fresh(List<String> ids, @Nullable Pending pending) {
    List<String> before = pending == null ? work.plannedLookAlikes() : pending.alike();
    List<String> fresh = new ArrayList<>();
    for (String id : ids) {
      if (!before.contains(id)) {
        fresh.add(id);
      }
    }
    return fresh;
  }

  private boolean hasPlan() {
    return !work.createBody().members().isEmpty();
  }

  private Optional<String> one(List<String> fresh, @Nullable Pending pending) throws Halt {
    List<String> equal = new ArrayList<>();
    for (String id : fresh) {
      if (isIntent(id, pending)) {
        equal.add(id);
      }
    }
    if (equal.size() == 1 && fresh.size() == 1) {
      return Optional.of(equal.get(0));
    }
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    throw Halt.of(
        Verdict.PARTIAL,
        "The answer to the create was lost, and "
            + fresh.size()
            + " processes of that name have appeared since: "
            + String.join(", ", fresh),
        "Find out which is yours: procc adopt " + work.identity() + " ID, or trash them");
  }

  private boolean isIntent(String id, @Nullable Pending pending) throws Halt {
    Optional<LiveProcess> live = work.reader.find(id);
    if (live.isEmpty()) {
      return false;
    }
    return hasPlan()
        ? sameAsIntent(live.get())
        : pending != null
            && Wire.sha256(Wire.create(live.get().process()).body()).equals(pending.intent());
  }

  private boolean sameAsIntent(LiveProcess live) {
    return Comparison.created(
            work.createBody(), Wire.create(live.process()).body(), work.addresses())
        .isEmpty();
  }

  /// Of two twins made since step 0 the later one goes, by the hand of its maker.
  void giveWayToEarlierTwin(LiveProcess mine) throws Halt {
    List<String> others = fresh(work.lookAlikesNow(), null);
    others.remove(mine.id());
    for (String id : others) {
      Optional<LiveProcess> other = work.reader.find(id);
      if (other.isEmpty() || !sameAsIntent(other.get())) {
        continue;
      }
      if (earlier(/* one= */ other.get(), /* other= */ mine)) {
        new Creation(work).discard(mine.id());
        throw Halt.of(
            Verdict.STALE,
            "Somebody else created the same process a moment before: "
                + id
                + "; the one made here is in the bin",
            "Plan again; if " + id + " is yours: procc adopt " + work.identity() + " " + id);
      }
      work.warnings.add("somebody else created the same process a moment later: " + id);
    }
  }

  private static boolean earlier(LiveProcess one, LiveProcess other) {
    String at = one.created().at() == null ? "" : one.created().at();
    String otherAt = other.created().at() == null ? "" : other.created().at();
    int order = instant(at).compareTo(instant(otherAt));
    return order < 0 || (order == 0 && one.id().compareTo(other.id()) < 0);
  }

  private static Instant instant(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? Instant.MAX : Instant.parse(text);
    } catch (DateTimeParseException notATime) {
      return Instant.MAX;
    }
  }
}
