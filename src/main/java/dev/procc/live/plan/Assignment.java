package dev.procc.live.plan;

import java.util.Arrays;

/// The cheapest pairing of two sets of equal size (the Hungarian method, cubic).
final class Assignment {
  private static final int FAR = Integer.MAX_VALUE / 2;

  private Assignment() {}

  /// @param cost rows to columns, square
  /// @return the column of each row
  static int[] cheapest(int[][] cost) {
    int n = cost.length;
    int[] rowPotential = new int[n + 1];
    int[] columnPotential = new int[n + 1];
    int[] rowOf = new int[n + 1];
    int[] way = new int[n + 1];
    for (int row = 1; row <= n; row++) {
      rowOf[0] = row;
      int column = 0;
      int[] least = new int[n + 1];
      Arrays.fill(least, FAR);
      boolean[] used = new boolean[n + 1];
      do {
        used[column] = true;
        column = extend(cost, rowPotential, columnPotential, rowOf, way, least, used, column);
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[way[column]];
        column = way[column];
      }
    }
    int[] result = new int[n];
    for (int column = 1; column <= n; column++) {
      result[rowOf[column] - 1] = column - 1;
    }
    return result;
  }

  /// One step of the search for a cheapest augmenting path; gives the column it reached.
  private static int extend(
      int[][] cost,
      int[] rowPotential,
      int[] columnPotential,
      int[] rowOf,
      int[] way,
      int[] least,
      boolean[] used,
      int from) {
    int row = rowOf[from];
    int delta = FAR;
    int next = 0;
    for (int column = 1; column < least.length; column++) {
      if (!used[column]) {
        int reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
        if (reduced < least[column]) {
          least[column] = reduced;
          way[column] = from;
        }
        if (least[column] < delta) {
          delta = least[column];
          next = column;
        }
      }
    }
    for (int column = 0; column < least.length; column++) {
      if (used[column]) {
        rowPotential[rowOf[column]] += delta;
        columnPotential[column] -= delta;
      } else {
        least[column] -= delta;
      }
    }
    return next;
  }
}
