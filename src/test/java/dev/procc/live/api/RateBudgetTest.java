package dev.procc.live.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateBudgetTest {
  private static final Instant NOW = Instant.parse("2024-10-01T09:00:00Z");

  /// A clock that does not show the time slept, as in a test of a command on a given day.
  @Test
  void aClockThatStandsStillHoldsNobodyForEver() throws Exception {
    List<Duration> waits = new ArrayList<>();
    RateBudget budget =
        new RateBudget(2, Clock.fixed(NOW, ZoneOffset.UTC), waits::add, ApiEvents.NONE);
    for (int call = 1; call <= 5; call++) {
      budget.acquire(ApiOperation.GET);
    }
    assertEquals(List.of(60L, 60L), waits.stream().map(Duration::toSeconds).limit(2).toList());
    budget.holdUntil(ApiOperation.LIST, NOW.plusSeconds(7), "the server asks for it");
    waits.clear();
    budget.acquire(ApiOperation.LIST);
    assertEquals(List.of(Duration.ofSeconds(7)), waits);
  }
}
