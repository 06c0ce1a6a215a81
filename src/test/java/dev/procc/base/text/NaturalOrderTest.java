package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// People count 1, 2, 10, not 1, 10, 2; texts without numbers are in the order of their characters.
class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "",
          "2",
          "02",
          "10",
          "9999999999999999999998",
          "9999999999999999999999",
          "close",
          "close-1@2024-Q4",
          "close-2@2024-Q4",
          "close-02@2024-Q4",
          "close-10@2024-Q4",
          "close-10@2025-Q1",
          "close-a",
          "open");

  @Test
  void numbersCountAsNumbers() {
    List<String> shuffled = new ArrayList<>(ORDERED);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.sort(NaturalOrder.INSTANCE);
      assertEquals(
          ORDERED.stream().map(text -> text.replace("02", "2")).toList(),
          shuffled.stream().map(text -> text.replace("02", "2")).toList());
      assertEquals(ORDERED.size(), new java.util.TreeSet<>(shuffled).size());
    }
  }
}
