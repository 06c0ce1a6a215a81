package dev.procc.base.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void resultsHaveTheOrderOfTheValues() {
    assertEquals(MANY, Parallel.map(MANY, i -> i));
    assertEquals(MANY.subList(0, 3), Parallel.map(MANY.subList(0, 3), i -> i));
    assertEquals(List.of(), Parallel.map(List.<Integer>of(), i -> i));
  }

  @Test
  void callsInsideACallHaveTheirResultsToo() {
    List<Integer> sums = Parallel.map(MANY, i -> sum(Parallel.map(MANY, j -> i + j)));
    assertEquals(MANY.stream().map(i -> 1_000 * i + 499_500).toList(), sums);
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  /// The call throws what the function threw, and the next one runs as if nothing had happened.
  @Test
  void aFailureIsThrown() {
    Set<Integer> called = ConcurrentHashMap.newKeySet();
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Parallel.map(MANY, i -> failing(i, called)));
    assertEquals("at 500", thrown.getMessage());
    assertTrue(called.contains(500));
    assertThrows(OutOfMemoryError.class, () -> Parallel.map(MANY, i -> exhausted()));
    assertEquals(MANY, Parallel.map(MANY, i -> i));
  }

  private static int failing(int value, Set<Integer> called) {
    called.add(value);
    if (value == 500) {
      throw new IllegalStateException("at " + value);
    }
    return value;
  }

  private static int exhausted() {
    throw new OutOfMemoryError("no more");
  }
}
