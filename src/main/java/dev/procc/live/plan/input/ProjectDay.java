package dev.procc.live.plan.input;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The day of a command, and the time zone in which times of the API become days.
///
/// @param today in that zone, or as the command was given it
/// @param zone of the project
public record ProjectDay(LocalDate today, ZoneId zone) {
  /// A day in UTC.
  public static ProjectDay utc(LocalDate today) {
    return new ProjectDay(today, ZoneOffset.UTC);
  }
}
