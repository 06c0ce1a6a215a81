package dev.procc.live.execution;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.wire.LiveProcess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A cache of the live process of an apply and of the list, each read once unless it is read again
/// on purpose.
public final class LiveCache {
  private final ApplyContext context;
  private final @Nullable String id;
  private final SharedListing shared;
  private final boolean needsNow;
  private @Nullable WorkspaceListing listing;
  private @Nullable LiveProcess process;

  /// @param id the live process before anything is written; null if there is none
  /// @param needsNow whether the list must be read after this, since others have written or write
  LiveCache(ApplyContext context, @Nullable String id, SharedListing shared, boolean needsNow) {
    this.context = context;
    this.id = id;
    this.shared = shared;
    this.needsNow = needsNow;
  }

  /// The process before anything is written.
  public LiveProcess process() throws ApplyException {
    LiveProcess read = process;
    if (read == null) {
      if (id == null) {
        throw ApplyException.of(
            Verdict.STALE, "The plan names no process", "Plan again: procc plan");
      }
      read = context.reader().get(id);
      process = read;
    }
    return read;
  }

  /// The process as it was read; null if it was not read.
  @Nullable LiveProcess known() {
    return process;
  }

  /// The current process; empty if it is gone.
  Optional<LiveProcess> reread() throws ApplyException {
    Optional<LiveProcess> found = id == null ? Optional.empty() : context.reader().find(id);
    process = found.orElse(process);
    return found;
  }

  /// The revision of the process as it was last read; null if it was not read.
  @Nullable Long revision() {
    LiveProcess read = process;
    return read == null ? null : read.revision();
  }

  public WorkspaceListing listing() throws ApplyException {
    WorkspaceListing read = listing;
    if (read == null) {
      read = needsNow ? shared.fresh() : shared.get();
      listing = read;
    }
    return read;
  }

  /// Whether a process is gone after an answered DELETE: a single read that does not show it is
  /// enough. With many processes, the list is read first, since it is shared.
  boolean isGoneAfterDelete(String other) throws ApplyException {
    return needsNow && isUnlisted(other)
        || context.reader().find(other).isEmpty()
        || !needsNow && isUnlisted(other);
  }

  private boolean isUnlisted(String other) throws ApplyException {
    return rereadListing().get(other) == null;
  }

  /// The current list.
  WorkspaceListing rereadListing() throws ApplyException {
    WorkspaceListing read = shared.fresh();
    listing = read;
    return read;
  }
}
