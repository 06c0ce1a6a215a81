package dev.procc.base.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static final String MAIN = "dev/procc/cli/Main";

  @Test
  void everyPhaseEnteredHasItsRowAndClassesBelongToThePhaseTheyWereInitializedIn()
      throws InterruptedException {
    Timings.start();
    Timings.enter(Phase.READ);
    Thread other =
        new Thread(() -> {
          Timings.enter(Phase.RESOLVE);
          Timings.enter(Phase.RULES);
        });
    other.start();
    other.join();
    Timings.enter(Phase.WRITE);
    List<String> log =
        List.of(
            "[1000ns] 1 Initializing 'java/lang/Object' (0x1)",
            "[5000000ns] 2 Initializing '" + MAIN + "' (0x2)",
            "[9000000000ns] 3 Initializing 'dev/procc/Late' (0x3)",
            "[x] no line of classes");
    List<String> rows = Timings.report(log, MAIN);
    assertEquals("phase                  ms  classes", rows.getFirst());
    assertTrue(rows.get(1).matches("VM to main +5\\.0 +1"), rows.toString());
    assertTrue(
        rows.stream().anyMatch(row -> row.matches("resolved +\\d+\\.\\d +0")), rows::toString);
    assertTrue(
        rows.stream().anyMatch(row -> row.matches("written +\\d+\\.\\d +1")), rows::toString);
    assertTrue(rows.getLast().matches("sum +\\d+\\.\\d +3"), rows.toString());
  }
}
