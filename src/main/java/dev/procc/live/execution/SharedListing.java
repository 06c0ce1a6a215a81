package dev.procc.live.execution;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.plan.input.WorkspaceListing;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The list of processes, read once for all that are checked before anything is written. Those that
/// need the current list share the next read, however many they are.
public final class SharedListing {
  private final ApplyContext context;
  private final ReentrantLock reading = new ReentrantLock(true);
  private final AtomicLong asked = new AtomicLong();

  /// The number of requests that had been made when the last read began.
  private long answered;

  private @Nullable WorkspaceListing last;

  public SharedListing(ApplyContext context) {
    this.context = context;
  }

  /// The list as it was read first, or later.
  WorkspaceListing get() throws ApplyException {
    reading.lock();
    try {
      WorkspaceListing read = last;
      return read == null ? read() : read;
    } finally {
      reading.unlock();
    }
  }

  /// The current list, whose read begins after the call.
  WorkspaceListing fresh() throws ApplyException {
    long own = asked.incrementAndGet();
    reading.lock();
    try {
      WorkspaceListing read = last;
      return read == null || answered < own ? read() : read;
    } finally {
      reading.unlock();
    }
  }

  private WorkspaceListing read() throws ApplyException {
    long before = asked.get();
    WorkspaceListing read = context.reader().list(context.recordedIds());
    last = read;
    answered = before;
    return read;
  }
}
