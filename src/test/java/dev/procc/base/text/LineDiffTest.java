package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The search near the diagonal gives the same result as the full table of pairs.
class LineDiffTest {
  private static String walked(List<String> before, List<String> after) {
    StringBuilder out = new StringBuilder();
    LineDiff.of(before, after)
        .walk(
            new LineDiff.Visitor() {
              @Override
              public void added(int index) {
                out.append('+').append(index).append(' ');
              }

              @Override
              public void removed(String line, int index) {
                out.append('-').append(line).append('@').append(index).append(' ');
              }
            });
    return out.toString();
  }

  private static String byWholeTable(List<String> before, List<String> after) {
    LineDiff diff = LineDiff.of(before, after);
    List<String> a = diff.before();
    List<String> b = diff.after();
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        i++;
        j++;
      } else if (i == a.size() || j < b.size() && longest[i][j + 1] >= longest[i + 1][j]) {
        out.append('+').append(diff.offset() + j++).append(' ');
      } else {
        out.append('-').append(a.get(i++)).append('@').append(diff.offset() + j).append(' ');
      }
    }
    return out.toString();
  }

  private static List<String> edited(List<String> lines, int edits, Random random) {
    List<String> edited = new ArrayList<>(lines);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(edited.size() + 1);
      switch (random.nextInt(4)) {
        case 0 -> edited.add(at, "n" + random.nextInt(5));
        case 1 ->
            edited.addAll(at, edited.subList(0, Math.min(edited.size(), 20)).stream().toList());
        case 2 -> edited.subList(Math.max(0, at - random.nextInt(30)), at).clear();
        default -> {
          if (at < edited.size()) {
            edited.set(at, "c" + random.nextInt(9));
          }
        }
      }
    }
    return edited;
  }

  @Test
  void editsAreWalkedAsByTheWholeTable() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      List<String> before = new ArrayList<>();
      int kinds = 1 + random.nextInt(40);
      for (int i = random.nextInt(60); i > 0; i--) {
        before.add("l" + random.nextInt(kinds));
      }
      List<String> after = edited(before, random.nextInt(12), random);
      assertEquals(byWholeTable(before, after), walked(before, after), before + " " + after);
    }
  }
}
