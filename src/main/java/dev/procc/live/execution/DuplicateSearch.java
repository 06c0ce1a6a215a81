package dev.procc.live.execution;

import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search for processes named like the one that is created: after a lost answer for what it
/// made, and after every create for a twin that somebody else made at the same time.
public final class DuplicateSearch {
  /// The server may work on a request for 29 s; twice that, by its own clock.
  static final Duration SERVER_SETTLE_TIME = Duration.ofSeconds(60);

  /// Between the two looks that must both find nothing.
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final ProcessApply apply;

  public DuplicateSearch(ProcessApply apply) {
    this.apply = apply;
  }

  /// What a create whose answer was lost has made.
  ///
  /// @return its id; absent where nothing was made, which was then seen twice
  @Nullable
  public String resolveLostResponse(@Nullable PendingStep pending) throws ApplyException {
    // The list is read first only to know the server's clock.
    List<String> firstRead = apply.freshDuplicateCandidates();
    Duration left = remainingWait(pending);
    if (left.isPositive()) {
      apply.context.sleep(
          apply.identity(), left, "the answer was lost, the server may still be at work");
    }
    for (int look = 1; look <= 2; look++) {
      List<String> ids =
          left.isPositive() || look == 2 ? apply.freshDuplicateCandidates() : firstRead;
      Optional<String> createdId = onlyMatch(newSincePlan(ids, pending), pending);
      if (createdId.isPresent()) {
        return createdId.get();
      }
      if (look == 1) {
        apply.context.sleep(
            apply.identity(), BETWEEN_LOOKS, "nothing was found, it looks once more");
      }
    }
    return null;
  }

  private Duration remainingWait(@Nullable PendingStep pending) {
    String sentAt = pending == null ? null : pending.sentAt();
    Instant now = apply.context.now();
    try {
      Instant sent = sentAt == null ? now : Instant.parse(sentAt);
      return Duration.between(now, sent.plus(SERVER_SETTLE_TIME));
    } catch (DateTimeParseException notATime) {
      return SERVER_SETTLE_TIME;
    }
  }

  /// Those that were not there when the plan was made.
  private List<String> newSincePlan(List<String> ids, @Nullable PendingStep pending) {
    List<String> before =
        pending == null
            ? apply.plannedDuplicateCandidates()
            : pending.subject().duplicateCandidates();
    List<String> newIds = new ArrayList<>();
    for (String id : ids) {
      if (!before.contains(id)) {
        newIds.add(id);
      }
    }
    return newIds;
  }

  private boolean hasPlan() {
    return !apply.createBody().members().isEmpty();
  }

  private Optional<String> onlyMatch(List<String> newIds, @Nullable PendingStep pending)
      throws ApplyException {
    List<String> matching = new ArrayList<>();
    for (String id : newIds) {
      if (matchesCreateBody(id, pending)) {
        matching.add(id);
      }
    }
    if (matching.size() == 1 && newIds.size() == 1) {
      return Optional.of(matching.get(0));
    }
    if (newIds.isEmpty()) {
      return Optional.empty();
    }
    throw ApplyException.of(
        Verdict.PARTIAL,
        "The answer to the create was lost, and "
            + newIds.size()
            + " processes of that name have appeared since: "
            + String.join(", ", newIds),
        "Find out which is yours: procc adopt " + apply.identity() + " ID, or trash them");
  }

  private boolean matchesCreateBody(String id, @Nullable PendingStep pending)
      throws ApplyException {
    Optional<LiveProcess> live = apply.reader.find(id);
    if (live.isEmpty()) {
      return false;
    }
    return hasPlan()
        ? matchesPlan(live.get())
        : pending != null
            && ProcessJson.sha256(ProcessJson.createBody(live.get().process()).body())
                .equals(pending.subject().createBodyHash());
  }

  private boolean matchesPlan(LiveProcess live) {
    return BodyComparison.compareCreated(
            apply.createBody(), ProcessJson.createBody(live.process()).body(), apply.addresses())
        .isEmpty();
  }

  /// Of two twins made since step 0 the later one goes, by the hand of its maker.
  void yieldToEarlierDuplicate(LiveProcess created) throws ApplyException {
    List<String> others = newSincePlan(apply.freshDuplicateCandidates(), null);
    others.remove(created.id());
    for (String id : others) {
      Optional<LiveProcess> other = apply.reader.find(id);
      if (other.isEmpty() || !matchesPlan(other.get())) {
        continue;
      }
      if (isEarlier(/* one= */ other.get(), /* other= */ created)) {
        new ProcessCreation(apply).discardNew(created.id());
        throw ApplyException.of(
            Verdict.STALE,
            "Somebody else created the same process a moment before: "
                + id
                + "; the one made here is in the bin",
            "Plan again; if " + id + " is yours: procc adopt " + apply.identity() + " " + id);
      }
      apply.warnings.add("somebody else created the same process a moment later: " + id);
    }
  }

  private static boolean isEarlier(LiveProcess one, LiveProcess other) {
    String firstAt = one.created().at() == null ? "" : one.created().at();
    String secondAt = other.created().at() == null ? "" : other.created().at();
    int order = parseInstant(firstAt).compareTo(parseInstant(secondAt));
    return order < 0 || (order == 0 && one.id().compareTo(other.id()) < 0);
  }

  private static Instant parseInstant(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? Instant.MAX : Instant.parse(text);
    } catch (DateTimeParseException notATime) {
      return Instant.MAX;
    }
  }
}
