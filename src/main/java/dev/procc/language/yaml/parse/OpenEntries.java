package dev.procc.language.yaml.parse;

import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.parse.PatchedText.TextChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The entries of blocks that are open where the scan of a plain text ended, outermost first.
///
/// The engine reads what follows an open entry as it would without the earlier entries of its
/// block, so that a fault in the middle of a long text need not be read from the beginning.
public final class OpenEntries {
  private int[] firsts = new int[8];
  private int[] currents = new int[8];
  private int[] firstEvents = new int[8];
  private int[] currentEvents = new int[8];
  private int count;
  private int stop = -1;
  private boolean mistaken;

  /// Begins a block.
  ///
  /// @param events the number of events before its first entry
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

  /// Begins an entry of the innermost block.
  ///
  /// @param events the number of events before it
  void next(int at, int events) {
    currents[count - 1] = at;
    currentEvents[count - 1] = events;
  }

  /// Ends the innermost block.
  void leave() {
    count--;
  }

  /// Records a key that seems to lack its colon, which is reported before any other fault.
  void noteMistake() {
    mistaken = true;
  }

  /// Ends the scan.
  void stop(int at) {
    stop = at;
  }

  /// The offset in the scanned text at which the scan ended.
  int stop() {
    return stop;
  }

  /// Whether the earlier text influences how a later fault is reported.
  boolean mattersToFaults() {
    return mistaken;
  }

  /// The parts that are left out before a fault.
  ///
  /// @param removals in the source
  /// @param eventCount the number of events that are therefore not sent
  public record Passed(List<TextChange> removals, int eventCount) {}

  /// The parts before the open entries, for entries that begin on lines before a place.
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
      // Text that a repair inserted has no place of its own in the source.
      if (from < to && !scanned.isChanged(from, from) && !scanned.isChanged(to, to)) {
        removals.add(new TextChange(from, to, ""));
        events += currentEvents[i] - firstEvents[i];
      }
    }
    return new Passed(removals, events);
  }
}
