package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import java.util.Random;

/// A fault of the schedule: the calls that it hits and its effect on them.
///
/// Example: `{"on": "createProcess", "do": "fail-after", "nth": 2}` answers the second create with
/// 500 although it was carried out.
final class ScheduledFault {
  private final Json.Obj settings;
  private final Random random;
  private long seenCount;
  private long hitCount;

  ScheduledFault(Json.Obj settings, Random random) {
    this.settings = settings;
    this.random = random;
  }

  /// Counts a call and returns whether the fault hits it: from the `nth` matching one on (default
  /// 1), `times` times (default 1; 0 for no end), each with the probability `chance` (default 1).
  boolean matches(String operation, String path) {
    String operationName = settings.text("on").orElse("*");
    String pathPart = settings.text("path").orElse("");
    if (!operationName.equals("*") && !operationName.equals(operation)
        || !path.contains(pathPart)) {
      return false;
    }
    seenCount++;
    long times = number("times", 1);
    boolean due = seenCount >= number("nth", 1) && (times == 0 || hitCount < times);
    boolean lucky = !settings.has("chance") || random.nextDouble() < chance();
    if (due && lucky) {
      hitCount++;
      return true;
    }
    return false;
  }

  private double chance() {
    return settings.get("chance") instanceof Json.Num n ? n.value().doubleValue() : 1;
  }

  String effect() {
    return settings.text("do").orElse("");
  }

  Json.Obj settings() {
    return settings;
  }

  long number(String name, long defaultValue) {
    return settings.integer(name).orElse(defaultValue);
  }

  /// The settings, with the number of matching calls and of hits.
  Json.Obj state() {
    return settings.with("seen", Json.of(seenCount)).with("hit", Json.of(hitCount));
  }
}
