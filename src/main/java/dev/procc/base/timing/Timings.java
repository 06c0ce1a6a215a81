package dev.procc.base.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The time that a call of procc takes, by phase: a thread is in one phase until it enters the
/// next.
///
/// Nothing is measured before [#start]; until then, [#enter] costs no more than two accesses to
/// fields.
public final class Timings {
  private static volatile @Nullable Timings current;
  private static volatile Phase now = Phase.COMMAND;
  private static final AtomicInteger ANSWERS = new AtomicInteger();

  private final Thread main = Thread.currentThread();
  private final long[] nanos = new long[Phase.values().length];
  private final List<Mark> marks = new ArrayList<>();
  private final Map<Thread, Mark> last = new HashMap<>();

  private Timings() {}

  /// The moment when the main thread entered a phase.
  private record Mark(Phase phase, long nanoTime) {}

  /// Starts the measurement; the calling thread is the main one.
  public static void start() {
    current = new Timings();
    enter(Phase.COMMAND);
  }

  /// Ends the current phase of this thread and begins another.
  public static void enter(Phase phase) {
    now = phase;
    Timings timings = current;
    if (timings != null) {
      timings.mark(phase);
    }
  }

  /// The phase that a thread entered last.
  public static Phase now() {
    return now;
  }

  /// Counts a response of the server.
  public static void answered() {
    ANSWERS.incrementAndGet();
  }

  /// The number of responses of the server.
  public static int answers() {
    return ANSWERS.get();
  }

  private void mark(Phase phase) {
    Mark now = new Mark(phase, System.nanoTime());
    synchronized (this) {
      Mark before = last.put(Thread.currentThread(), now);
      if (before != null) {
        nanos[before.phase().ordinal()] += now.nanoTime() - before.nanoTime();
      }
      if (Thread.currentThread() == main) {
        marks.add(now);
      }
    }
  }

  /// Ends the measurement. Returns the table of the call, one line a phase; empty if nothing was
  /// measured.
  ///
  /// @param initializedClasses what the VM logged of the classes it initialized, a line each, with
  ///   the nanoseconds since its start before it: `[21034567ns] 12 Initializing
  ///   'java/lang/Object'`; empty if it logged nothing
  /// @param mainClass the class whose initialization ends the start of the VM, `dev/procc/cli/Main`
  public static List<String> report(List<String> initializedClasses, String mainClass) {
    Timings timings = current;
    current = null;
    return timings == null ? List.of() : timings.table(initializedClasses, mainClass);
  }

  private synchronized List<String> table(List<String> log, String mainClass) {
    mark(Phase.WRITE);
    long start = -1;
    for (String line : log) {
      if (start < 0 && line.contains("'" + mainClass + "'")) {
        start = uptime(line);
      }
    }
    int[] classes = new int[nanos.length];
    for (String line : log) {
      long at = uptime(line);
      if (at >= 0 && line.contains("Initializing '")) {
        classes[phaseAt(at - start).ordinal()]++;
      }
    }
    nanos[Phase.START.ordinal()] = Math.max(start, 0);
    return rows(classes, !log.isEmpty());
  }

  private List<String> rows(int[] classes, boolean counted) {
    List<String> rows = new ArrayList<>();
    rows.add(counted ? "phase                  ms  classes" : "phase                  ms");
    long total = 0;
    int all = 0;
    for (Phase phase : Phase.values()) {
      long spent = nanos[phase.ordinal()];
      int loaded = classes[phase.ordinal()];
      total += spent;
      all += loaded;
      if (spent > 0) {
        rows.add(row(phase.label(), spent, counted ? loaded : -1));
      }
    }
    rows.add(row("sum", total, counted ? all : -1));
    return rows;
  }

  private static String row(String label, long spent, int classes) {
    String row = String.format(Locale.ROOT, "%-16s %8.1f", label, spent / 1e6);
    return classes < 0 ? row : row + String.format(Locale.ROOT, "  %7d", classes);
  }

  /// The phase of the main thread at a time after its start.
  private Phase phaseAt(long nanosSinceMain) {
    if (nanosSinceMain < 0) {
      return Phase.START;
    }
    Phase phase = Phase.COMMAND;
    long begin = marks.getFirst().nanoTime();
    for (Mark mark : marks) {
      if (mark.nanoTime() - begin > nanosSinceMain) {
        return phase;
      }
      phase = mark.phase();
    }
    return phase;
  }

  /// The nanoseconds at the start of a line of the log; -1 if there are none.
  private static long uptime(String line) {
    int end = line.indexOf("ns]");
    int begin = line.indexOf('[') + 1;
    for (int i = begin; i < end; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return -1;
      }
    }
    return begin == 1 && end > begin && end < 20 ? Long.parseLong(line, begin, end, 10) : -1;
  }
}
