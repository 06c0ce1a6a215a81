package dev.procc.live.probe;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What all probes of one run share.
///
/// @param stamp of this run and no other, `20261125t162312`
/// @param participant id of the user whom tasks name
/// @param today the day by the server's clock
record ProbeFixtures(String stamp, String participant, LocalDate today) {
  /// How the names of all processes of a run of probes begin.
  static String namePrefix(String stamp) {
    return "procc probe " + stamp + " ";
  }

  /// The name of a throw-away process.
  String name(String key) {
    return namePrefix(stamp) + key + " (throw-away, may be deleted)";
  }

  /// A Monday some two months ahead, as the start of a schedule.
  LocalDate monday() {
    return today.plusDays(60).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }
}
