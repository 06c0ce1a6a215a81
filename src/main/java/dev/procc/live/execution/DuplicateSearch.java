package dev.procc.live.execution;

import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.record.PlannedNodes;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search for processes with the name of the one that is created: after a lost response for the
/// created process, and after every create for a duplicate that was created elsewhere at the same
/// time.
public final class DuplicateSearch {
  private static final int MAX_LOOKS = 4;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final ProcessApply apply;
  private final ApplySubject.PlannedCreate create;
  private final List<String> addresses;

  private DuplicateSearch(ProcessApply apply, List<String> addresses) {
    this.apply = apply;
    this.create = apply.subject().create();
    this.addresses = addresses;
  }

  /// A search that compares candidates with the plan.
  ///
  /// @param nodes of the plan
  public static DuplicateSearch of(ProcessApply apply, PlannedNodes nodes) {
    return new DuplicateSearch(apply, nodes.addresses());
  }

  /// A search without the plan, by the hash in the journal.
  public static DuplicateSearch withoutPlan(ProcessApply apply) {
    return new DuplicateSearch(apply, List.of());
  }

  /// The process that a create made whose response was lost.
  ///
  /// @return empty if none was made, which was then seen twice
  public Optional<SeenProcess> settle(@Nullable PendingStep pending) throws ApplyException {
    List<String> before =
        pending == null ? create.duplicateCandidates() : pending.subject().duplicateCandidates();
    String createBodyHash = pending == null ? null : pending.subject().createBodyHash();
    return new LostResponse(apply.context(), apply.identity())
        .settle(
            pending,
            apply::freshDuplicateCandidates,
            ids -> onlyMatch(without(ids, before), createBodyHash));
  }

  /// Ids of processes that have appeared since a create whose response was lost.
  public static List<String> appeared(ProcessApply apply, PendingStep pending)
      throws ApplyException {
    return without(apply.freshDuplicateCandidates(), pending.subject().duplicateCandidates());
  }

  private static List<String> without(List<String> ids, List<String> known) {
    List<String> others = new ArrayList<>(ids);
    others.removeAll(known);
    return others;
  }

  private Optional<SeenProcess> onlyMatch(List<String> newIds, @Nullable String createBodyHash)
      throws ApplyException {
    if (newIds.isEmpty()) {
      return Optional.empty();
    }
    LiveProcess match = newIds.size() == 1 ? created(newIds.getFirst(), createBodyHash) : null;
    if (match != null) {
      return Optional.of(SeenProcess.of(match));
    }
    throw ApplyException.of(
        Verdict.PARTIAL,
        "The answer to the create was lost, and "
            + newIds.size()
            + " processes of that name have appeared since: "
            + String.join(", ", newIds),
        "Find out which is yours and move the others to the bin in Workiva, then procc adopt "
            + apply.identity()
            + " ID; or move all of them there and resume once more");
  }

  /// The process if it shows what was sent; otherwise null.
  private @Nullable LiveProcess created(String id, @Nullable String createBodyHash)
      throws ApplyException {
    LiveProcess live = apply.context().reader().find(id).orElse(null);
    if (live == null) {
      return null;
    }
    boolean shown =
        create.isNone()
            ? ProcessJson.sha256(ProcessJson.createBody(live.process()).body())
                .equals(createBodyHash)
            : showsPlan(live);
    return shown ? live : null;
  }

  private boolean showsPlan(LiveProcess live) {
    return BodyComparison.compareCreated(
            create.body(), ProcessJson.createBody(live.process()).body(), addresses)
        .isEmpty();
  }

  /// Reads a process that was just created. A server with several machines may show it a moment
  /// later, and nothing continues before the list has it as well, since its runs are only seen
  /// there.
  LiveProcess awaitShown(String id) throws ApplyException {
    for (int look = 1; ; look++) {
      LiveProcess live = apply.context().reader().find(id).orElse(null);
      if (live != null && apply.live().rereadListing().get(id) != null) {
        return live;
      }
      if (look == MAX_LOOKS) {
        throw ApplyException.of(
            Verdict.PARTIAL,
            "The new process "
                + id
                + " was created and "
                + (live == null ? "is not there" : "is in no list"),
            "procc apply --resume " + apply.identity());
      }
      apply.context().sleep(apply.identity(), BETWEEN_LOOKS, "the new process is not shown yet");
    }
  }

  /// Of two equal processes created since the plan, trashes the later one, whoever made it.
  ///
  /// @throws ApplyException `STALE` if the one made here was the later one; it is then in the bin
  void yieldToEarlierDuplicate(LiveProcess created) throws ApplyException {
    List<String> others =
        without(
            apply
                .live()
                .listing()
                .unrecordedNamesakes(apply.subject().createName(), apply.subject().id()),
            create.duplicateCandidates());
    others.remove(created.id());
    for (String id : others) {
      Optional<LiveProcess> other = apply.context().reader().find(id);
      if (other.isEmpty() || !showsPlan(other.get())) {
        continue;
      }
      if (isBefore(other.get(), created)) {
        TrashStep.discardCreated(apply, SeenProcess.of(created));
        throw ApplyException.of(
            Verdict.STALE,
            "Somebody else created the same process a moment before: "
                + id
                + "; the one made here is in the bin",
            "Plan again; if " + id + " is yours: procc adopt " + apply.identity() + " " + id);
      }
      apply.result().warn("somebody else created the same process a moment later: " + id);
    }
  }

  private static boolean isBefore(LiveProcess first, LiveProcess second) {
    int order = createdAt(first).compareTo(createdAt(second));
    return order < 0 || (order == 0 && first.id().compareTo(second.id()) < 0);
  }

  private static Instant createdAt(LiveProcess live) {
    String text = live.created().at();
    try {
      return text == null || text.isEmpty() ? Instant.MAX : Instant.parse(text);
    } catch (DateTimeParseException notATime) {
      return Instant.MAX;
    }
  }
}
