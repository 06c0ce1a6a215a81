package dev.procc.live.plan.input;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The processes that commands may touch. No command may touch one of a closed period, or of a
/// period without a document in the project, since nothing says that it is open.
///
/// @param open the keys of the periods that are not closed; null if there is no project
/// @param closed the keys of the closed periods
public record PeriodReach(@Nullable Set<String> open, Set<String> closed) {
  /// The reach that excludes nothing.
  public static final PeriodReach ALL = new PeriodReach(null, Set.of());

  public PeriodReach {
    open = open == null ? null : Collections.unmodifiableSet(new TreeSet<>(open));
    closed = Collections.unmodifiableSet(new TreeSet<>(closed));
  }

  /// The reason why a process must not be touched: `its period is closed: it is out of reach`.
  ///
  /// @param identity `key`, or `key@period`
  /// @return null if it may be touched
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

  /// The way to bring it into reach: `set the status of period 2024-Q4 to open`.
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
