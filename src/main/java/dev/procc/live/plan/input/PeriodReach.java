package dev.procc.live.plan.input;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which processes commands may touch. One of a closed period is out of reach for every command,
/// and so is one of a period that the project has no document of: nothing says that it is open.
///
/// @param open the keys of the periods that are not closed; null where no project says
/// @param closed the keys of those that are
public record PeriodReach(@Nullable Set<String> open, Set<String> closed) {
  /// Nothing is out of reach.
  public static final PeriodReach ALL = new PeriodReach(null, Set.of());

  public PeriodReach {
    open = open == null ? null : Collections.unmodifiableSet(new TreeSet<>(open));
    closed = Collections.unmodifiableSet(new TreeSet<>(closed));
  }

  /// Why a process is out of reach: `its period is closed: it is out of reach`.
  ///
  /// @param identity `key`, or `key@period`
  /// @return null if it is not
  public @Nullable String whyNot(String identity) {
    String period = periodOf(identity);
    if (period.isEmpty()) {
      return null;
    }
    if (closed.contains(period)) {
      return "its period is closed: it is out of reach";
    }
    return open == null || open.contains(period)
        ? null
        : "its period has no document, and nothing says that it is not closed: it is out of reach";
  }

  /// What brings it into reach: `set the status of period 2024-Q4 to open`.
  public String remedy(String identity) {
    String period = periodOf(identity);
    return closed.contains(period)
        ? "set the status of period " + period + " to open to work on it"
        : "bring back the document of period " + period + ", with status: open to work on it";
  }

  private static String periodOf(String identity) {
    int at = identity.indexOf('@');
    return at < 0 ? "" : identity.substring(at + 1);
  }
}
