package dev.procc.base.timing;

import java.util.LinkedHashSet;
import java.util.Set;

/// The process that a call is waiting for at the moment, out of several: from [#of] until it is
/// closed.
public final class Waiting implements AutoCloseable {
  private static final Set<Waiting> ALL = new LinkedHashSet<>();

  private final String name;

  private Waiting(String name) {
    this.name = name;
  }

  /// @param name of the process
  /// @param total the number of processes; one alone is not shown
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

  /// `close-1@2024-Q4 and 15 more`, the one that has waited longest first; empty if there is none.
  public static String now() {
    synchronized (ALL) {
      int more = ALL.size() - 1;
      return more < 0
          ? ""
          : ALL.iterator().next().name + (more == 0 ? "" : " and " + more + " more");
    }
  }
}
