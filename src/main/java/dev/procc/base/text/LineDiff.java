package dev.procc.base.text;

import java.util.List;

/// The lines by which two versions of a text differ, found by a longest common subsequence.
///
/// Lines that both begin or end with are left out first, and only lines are compared that are no
/// farther apart than there are changes, so that small changes of a long text are cheap.
public final class LineDiff {
  /// The most cells of the table that compares what is between the common ends.
  private static final long MAX_TABLE_SIZE = 4_000_000;

  private final int offset;
  private final List<String> before;
  private final List<String> after;

  private LineDiff(int offset, List<String> before, List<String> after) {
    this.offset = offset;
    this.before = before;
    this.after = after;
  }

  /// Compares two texts by lines.
  public static LineDiff of(List<String> before, List<String> after) {
    int first = 0;
    while (first < before.size()
        && first < after.size()
        && before.get(first).equals(after.get(first))) {
      first++;
    }
    int beforeEnd = before.size();
    int afterEnd = after.size();
    while (beforeEnd > first
        && afterEnd > first
        && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
      beforeEnd--;
      afterEnd--;
    }
    return new LineDiff(first, before.subList(first, beforeEnd), after.subList(first, afterEnd));
  }

  /// The number of lines that both texts begin with.
  public int offset() {
    return offset;
  }

  /// The lines of the earlier text between the common ends.
  public List<String> before() {
    return before;
  }

  /// The lines of the later text between the common ends.
  public List<String> after() {
    return after;
  }

  /// Whether the texts differ in more lines (some 2,000) than are compared exactly.
  public boolean isTooLarge() {
    return (long) before.size() * after.size() > MAX_TABLE_SIZE;
  }

  /// A receiver of the differences, in the order of the texts.
  public interface Visitor {
    /// A line that only the later text has.
    ///
    /// @param index of the line in the later text, from 0
    void added(int index);

    /// A line that only the earlier text has.
    ///
    /// @param index of the line of the later text that follows it, from 0
    void removed(String line, int index);
  }

  /// Walks through both texts from the first line to the last.
  public void walk(Visitor visitor) {
    Band longest = Band.of(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (i == before.size()
          || j < after.size() && longest.at(i, j + 1) >= longest.at(i + 1, j)) {
        visitor.added(offset + j++);
      } else {
        visitor.removed(before.get(i++), offset + j);
      }
    }
  }

  /// The length of a longest common subsequence of the rest from each pair of lines on, for the
  /// pairs near enough to each other that every longest one consists of them.
  private static final class Band {
    private static final int FIRST_SLACK = 8;

    private final int low;
    private final int width;
    private final int[][] rows;

    /// @param slack the lines that may be removed before as many are added, or the other way round
    private Band(List<String> before, List<String> after, int slack) {
      int longer = after.size() - before.size();
      low = Math.min(0, longer) - slack;
      width = Math.abs(longer) + 2 * slack + 1;
      rows = new int[before.size() + 1][width];
      for (int i = before.size() - 1; i >= 0; i--) {
        int to = Math.max(0, i + low);
        for (int j = Math.min(after.size() - 1, i + low + width - 1); j >= to; j--) {
          rows[i][j - i - low] =
              before.get(i).equals(after.get(j))
                  ? at(i + 1, j + 1) + 1
                  : Math.max(at(i + 1, j), at(i, j + 1));
        }
      }
    }

    /// A band wide enough: its result would need no more room.
    static Band of(List<String> before, List<String> after) {
      int shorter = Math.min(before.size(), after.size());
      int slack = FIRST_SLACK;
      while (true) {
        Band band = new Band(before, after, slack);
        if (shorter - band.at(0, 0) <= slack) {
          return band;
        }
        slack *= 4;
      }
    }

    /// The length for a pair of lines; below every length for a pair outside the band.
    int at(int i, int j) {
      int column = j - i - low;
      return column < 0 || column >= width ? -1 : rows[i][column];
    }
  }
}
