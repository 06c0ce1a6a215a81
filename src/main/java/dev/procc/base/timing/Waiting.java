package dev.procc.base.timing;

import java.util.LinkedHashSet;
import java.util.Set;

/// For which of several processes a run is waiting right now: from [#of] to the end.
public final class Waiting implements AutoCloseable {
  private static final Set<Waiting> ALL = new LinkedHashSet<>();

  private final String name;

  private Waiting(String name) {
    this.name = name;
  }

  /// @param name of the process
  /// @param total how many there are; one alone is not told
  public static Waiting of(String name, int total) {
    Waiting waiting = new Waiting(name);
    if (total > 1) {
      synchronized (ALL) {
        ALL.add(waiting);
      }
    }
    return waiting;
  }

  @Override
  public void close() {
    synchronized (ALL) {
      ALL.remove(this);
    }
  }

  /// `close-1@2024-Q4 and 15 more`, that for which it waits longest first; empty where it waits for
  /// none.
  public static String now() {
    synchronized (ALL) {
      int more = ALL.size() - 1;
      return more < 0
          ? ""
          : ALL.iterator().next().name + (more == 0 ? "" : " and " + more + " more");
    }
  }
}
