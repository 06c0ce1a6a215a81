package dev.procc.language.yaml.parse;

import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.parse.PatchedText.TextChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The entries of blocks that are open where the scan of a plain text ended, outermost first.
///
/// What a block holds before its open entry is over: the engine reads what follows as it would
/// without it, so that a fault in the middle of a long text need not be read from its beginning.
public final class OpenEntries {
  private int[] firsts = new int[8];
  private int[] currents = new int[8];
  private int[] firstEvents = new int[8];
  private int[] currentEvents = new int[8];
  private int count;
  private int stop = -1;
  private boolean mistaken;

  /// A block begins.
  ///
  /// @param events how many there were before its first entry
  void enter(int at, int events) {
    if (count == firsts.length) {
      firsts = Arrays.copyOf(firsts, count * 2);
      currents = Arrays.copyOf(currents, count * 2);
      firstEvents = Arrays.copyOf(firstEvents, count * 2);
      currentEvents = Arrays.copyOf(currentEvents, count * 2);
    }
    firsts[count] = at;
    firstEvents[count++] = events;
    next(at, events);
  }

  /// An entry of the innermost block begins.
  ///
  /// @param events how many there were before it
  void next(int at, int events) {
    currents[count - 1] = at;
    currentEvents[count - 1] = events;
  }

  /// The innermost block is over.
  void leave() {
    count--;
  }

  /// A key looks like one without its colon, which is told before any other fault.
  void noteMistake() {
    mistaken = true;
  }

  /// The scan ended.
  void stop(int at) {
    stop = at;
  }

  /// Where the scan ended in the scanned text.
  int stop() {
    return stop;
  }

  /// Whether what is over says anything about a fault behind it.
  boolean mattersToFaults() {
    return mistaken;
  }

  /// What is left out before a fault.
  ///
  /// @param removals in the source
  /// @param eventCount how many events are not sent for that
  public record Passed(List<TextChange> removals, int eventCount) {}

  /// What is over before the open entries, as far as these begin on lines before a place.
  ///
  /// @param scanned the text that was scanned
  /// @param before in the source
  public Passed passed(PatchedText scanned, int before) {
    List<TextChange> removals = new ArrayList<>(count);
    int events = 0;
    for (int i = 0; i < count; i++) {
      int from = scanned.toSource(firsts[i]);
      int to = scanned.toSource(currents[i]);
      int lineEnd = TextLines.lineEnd(scanned.text(), currents[i]);
      if (lineEnd >= stop || scanned.toSource(lineEnd) >= before) {
        break;
      }
      // What was inserted by a repair has no place of its own in the source.
      if (from < to && !scanned.isChanged(from, from) && !scanned.isChanged(to, to)) {
        removals.add(new TextChange(from, to, ""));
        events += currentEvents[i] - firstEvents[i];
      }
    }
    return new Passed(removals, events);
  }
}
