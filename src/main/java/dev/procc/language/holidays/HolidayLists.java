package dev.procc.language.holidays;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.DayRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lists of holidays, each kind in its own way.
///
/// ```java
/// HolidayLists.country("us-ca", new DayRange(from, to))
/// ```
public final class HolidayLists {
  private HolidayLists() {}

  /// Why a code leads nowhere, and what to write instead.
  public record Unknown(String message, String hint) {}

  /// What is wrong with the code of a country, `us`, a region, `us-ca`, or an exchange, `nyse`;
  /// absent when nothing is.
  public static @Nullable Unknown unknownCountry(String code) {
    return Countries.unknown(code);
  }

  /// The codes of countries and exchanges, sorted.
  public static List<String> countries() {
    return Countries.codes();
  }

  /// The days off of a country, region or exchange that is known.
  public static HolidayList country(String code, DayRange range) {
    return Countries.read(code, range);
  }

  /// The days of an iCalendar file (RFC 5545).
  ///
  /// @param range where to look; absent: the whole years from the first event to the last
  /// @return no value when anything in it cannot be told as days
  public static Outcome<HolidayList> calendar(SourceFile file, @Nullable DayRange range) {
    return IcsHolidays.read(file, range);
  }

  /// The days of a table with the columns `date` and `name`, or of two columns without a heading.
  ///
  /// @param range where to look; absent: the whole years from the first day to the last
  /// @return no value when a row cannot be read
  public static Outcome<HolidayList> table(SourceFile file, @Nullable DayRange range) {
    return CsvHolidays.read(file, range);
  }
}
