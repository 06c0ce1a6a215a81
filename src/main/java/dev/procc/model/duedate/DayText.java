package dev.procc.model.duedate;

import dev.procc.model.calendar.EpochDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Days as messages write them: `Mon 2026-04-06`.
public final class DayText {
  private static final String[] NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private DayText() {}

  public static String format(LocalDate date) {
    return NAMES[EpochDays.weekday(date)] + " " + date;
  }

  /// `Mon 2026-04-06` for `2026-04-06`; any other text as it is.
  public static String day(String iso) {
    try {
      return iso.length() == 10 ? format(LocalDate.parse(iso)) : iso;
    } catch (DateTimeException notADay) {
      return iso;
    }
  }

  /// `Mon 2024-12-16 09:00 UTC` for `2024-12-16T09:00:01Z`, a time as the API has it; any other
  /// text as it is.
  public static String moment(String iso) {
    try {
      LocalDateTime at = LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC);
      String time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
      return format(at.toLocalDate()) + " " + time + " UTC";
    } catch (DateTimeException notAMoment) {
      return iso;
    }
  }

  /// The day of a time as the API has it, in a time zone; of a text that is a day that day; null
  /// for any other text.
  public static @Nullable LocalDate dayOf(String iso, ZoneId zone) {
    try {
      return iso.length() == 10
          ? LocalDate.parse(iso)
          : LocalDate.ofInstant(OffsetDateTime.parse(iso).toInstant(), zone);
    } catch (DateTimeException notAMoment) {
      return null;
    }
  }

  public static String format(int day) {
    return format(EpochDays.toDate(day));
  }
}
