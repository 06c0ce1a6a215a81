package dev.procc.live.execution;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.plan.input.WorkspaceListing;
import org.jspecify.annotations.Nullable;

/// The list of processes, read when it is first needed and shared by all processes that are checked
/// before anything is written.
public final class SharedListing {
  private final ApplyContext context;
  private @Nullable WorkspaceListing listing;

  public SharedListing(ApplyContext context) {
    this.context = context;
  }

  WorkspaceListing get() throws ApplyException {
    WorkspaceListing read = listing;
    if (read == null) {
      read = context.reader().list(context.recordedIds());
      listing = read;
    }
    return read;
  }
}
