package dev.procc.base.text;

import java.util.List;

/// The lines that two versions of a text do not share, by a longest common subsequence.
///
/// The lines that both begin and end with are left out first, so that a small change of a long text
/// is cheap.
public final class LineDiff {
  /// Cells of the table that compares what is between the shared ends.
  private static final long MAX_TABLE_SIZE = 4_000_000;

  private final int offset;
  private final List<String> before;
  private final List<String> after;

  private LineDiff(int offset, List<String> before, List<String> after) {
    this.offset = offset;
    this.before = before;
    this.after = after;
  }

  /// Compares two texts, line by line.
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

  /// The lines of the earlier text between the shared ends.
  public List<String> before() {
    return before;
  }

  /// The lines of the later text between the shared ends.
  public List<String> after() {
    return after;
  }

  /// Whether the texts differ in so many lines, some 2,000, that they are not compared exactly.
  public boolean isTooLarge() {
    return (long) before.size() * after.size() > MAX_TABLE_SIZE;
  }

  /// What a walk through both texts meets.
  public interface Visitor {
    /// A line that only the later text has.
    ///
    /// @param index of the line in the later text, from 0
    void added(int index);

    /// A line that only the earlier text has.
    ///
    /// @param index of the line of the later text before which it stood, from 0
    void removed(String line, int index);
  }

  /// Walks through both texts from the first line to the last.
  public void walk(Visitor visitor) {
    int[][] longest = table();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (i == before.size() || j < after.size() && longest[i][j + 1] >= longest[i + 1][j]) {
        visitor.added(offset + j++);
      } else {
        visitor.removed(before.get(i++), offset + j);
      }
    }
  }

  /// The length of a longest common subsequence of what follows each pair of lines.
  private int[][] table() {
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(i).equals(after.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }
}
