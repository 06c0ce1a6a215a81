package dev.procc.live.plan.decide;

import java.util.Arrays;

/// The assignment of least cost between two sets of equal size (the Hungarian method, cubic).
final class MinimumCostAssignment {
  private static final int INFINITY = Integer.MAX_VALUE / 2;

  private final int[][] cost;
  private final int[] rowPotential;
  private final int[] columnPotential;
  private final int[] rowOf;
  private final int[] previousColumn;

  private MinimumCostAssignment(int[][] cost) {
    int size = cost.length + 1;
    this.cost = cost;
    this.rowPotential = new int[size];
    this.columnPotential = new int[size];
    this.rowOf = new int[size];
    this.previousColumn = new int[size];
  }

  /// The assignment of least cost.
  ///
  /// @param cost a square matrix, rows to columns
  /// @return the column of each row
  static int[] solve(int[][] cost) {
    return new MinimumCostAssignment(cost).solve();
  }

  private int[] solve() {
    int n = cost.length;
    for (int row = 1; row <= n; row++) {
      rowOf[0] = row;
      int column = 0;
      int[] leastCost = new int[n + 1];
      Arrays.fill(leastCost, INFINITY);
      boolean[] used = new boolean[n + 1];
      do {
        used[column] = true;
        column = extendPath(leastCost, used, column);
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[previousColumn[column]];
        column = previousColumn[column];
      }
    }
    int[] result = new int[n];
    for (int column = 1; column <= n; column++) {
      result[rowOf[column] - 1] = column - 1;
    }
    return result;
  }

  /// One step of the search for a cheapest augmenting path; returns the column that it reached.
  private int extendPath(int[] leastCost, boolean[] used, int from) {
    int row = rowOf[from];
    int delta = INFINITY;
    int next = 0;
    for (int column = 1; column < leastCost.length; column++) {
      if (!used[column]) {
        int reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
        if (reduced < leastCost[column]) {
          leastCost[column] = reduced;
          previousColumn[column] = from;
        }
        if (leastCost[column] < delta) {
          delta = leastCost[column];
          next = column;
        }
      }
    }
    for (int column = 0; column < leastCost.length; column++) {
      if (used[column]) {
        rowPotential[rowOf[column]] += delta;
        columnPotential[column] -= delta;
      } else {
        leastCost[column] -= delta;
      }
    }
    return next;
  }
}
