package dev.procc.live.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseHolderTest {
  private static final Instant NOW = Instant.parse("2024-10-01T00:00:00Z");

  private static LeaseHolder named(String host, String boot) {
    String machine = LeaseHolder.machineId(host, boot, "");
    return new LeaseHolder("tom", host, machine, Long.MAX_VALUE, "2024-10-01T00:00:00Z");
  }

  /// Where the system has no id of its boot, as on a Mac, two machines with one name are still two:
  /// a program of the other is not looked for among those of this one.
  @Test
  void aMachineOfTheSameNameIsAnotherOne() {
    Lease lease = named("MacBook-Pro.local", "a483e7000001").lease(NOW);
    LeaseHolder other = named("MacBook-Pro.local", "a483e7000002");
    assertTrue(other.isElsewhere(lease));
    assertTrue(other.isKeptAwayBy(lease, NOW.plusSeconds(60)));
    LeaseHolder same = named("MacBook-Pro.local", "a483e7000001");
    assertFalse(same.isElsewhere(lease));
    assertFalse(same.isKeptAwayBy(lease, NOW.plusSeconds(60)), "the program is gone");
  }

  @Test
  void theHardwareIsTheSameEachTime() {
    assertTrue(LeaseHolder.hardware().matches("([0-9a-f]{12})?"), LeaseHolder.hardware());
    assertEquals(LeaseHolder.hardware(), LeaseHolder.hardware());
  }
}
