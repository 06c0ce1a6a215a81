package dev.procc.live.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What to do after a failed write stands in the order in which it is done.
class ApplyExceptionTest {
  @Test
  void resumesAfterACorrectionAndBeforeANewPlan() {
    assertEquals(
        "Correct what it names; then procc apply --resume",
        help(Verdict.FAILED, "Correct what it names"));
    assertEquals(
        "procc apply --resume; then plan again: procc plan",
        help(Verdict.STALE, "Plan again: procc plan"));
    assertEquals("procc apply --resume", help(Verdict.REFUSED, ""));
    assertEquals("procc plan", help(Verdict.PARTIAL, "procc plan"));
  }

  private static String help(Verdict verdict, String help) {
    return ApplyException.of(verdict, "It failed", help).asPartialAfterWrites().help();
  }
}
