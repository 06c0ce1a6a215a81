package dev.procc.live.probe;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The values that all probes of a probe run share.
///
/// @param stamp unique to this probe run, `20261125t162312`
/// @param participant id of the user in all tasks
/// @param today by the server's clock
record ProbeFixtures(String stamp, String participant, LocalDate today) {
  /// The common start of the names of all processes of a probe run.
  static String namePrefix(String stamp) {
    return "procc probe " + stamp + " ";
  }

  /// The name of a disposable process.
  String name(String key) {
    return namePrefix(stamp) + key + " (throw-away, may be deleted)";
  }

  /// A Monday some two months ahead, for the start of a schedule.
  LocalDate monday() {
    return today.plusDays(60).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }
}
