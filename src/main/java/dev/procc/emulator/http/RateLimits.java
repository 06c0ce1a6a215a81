package dev.procc.emulator.http;

import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.HashMap;
import java.util.Map;

/// So many calls of an operation in each 60 seconds, counted from its first call.
final class RateLimits {
  private static final int WINDOW = 60;
  private final Map<String, long[]> windows = new HashMap<>();
  private final World world;
  private final int most;

  /// @param most 0 for no limit
  RateLimits(World world, int most) {
    this.world = world;
    this.most = most;
  }

  /// Counts a call.
  ///
  /// @throws Refusal 429 where it is one too many
  synchronized void count(String operation) {
    if (most == 0) {
      return;
    }
    long now = world.clock().age();
    long[] window = windows.computeIfAbsent(operation, name -> new long[] {now, 0});
    if (now - window[0] >= WINDOW) {
      window[0] = now;
      window[1] = 0;
    }
    if (++window[1] > most) {
      throw tooMany(world, operation, most, WINDOW - (now - window[0]));
    }
  }

  /// The documented answer, its time in the header too unless that reading leaves it to the
  /// message.
  static Refusal tooMany(World world, String operation, int most, long seconds) {
    Refusal refusal =
        Refusal.of(
            429,
            "429",
            "Rate limit of "
                + most
                + " per "
                + WINDOW
                + " seconds exceeded for "
                + operation
                + " requests. Retry request in "
                + seconds
                + " seconds.");
    return world.is("retry-after", "header")
        ? refusal.header("Retry-After", Long.toString(seconds))
        : refusal;
  }
}
