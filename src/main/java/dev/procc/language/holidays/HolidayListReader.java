package dev.procc.language.holidays;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.DayRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lists of holidays, each kind in its own way.
///
/// ```java
/// HolidayListReader.country("us-ca", new DayRange(from, to))
/// ```
public final class HolidayListReader {
  private HolidayListReader() {}

  /// The code that a word means: `uk` is `gb`, `Germany` is `de`.
  public static String countryCode(String word) {
    return HolidayTable.load().codeOf(word);
  }

  /// What is wrong with the code of a country, `us`, a region, `us-ca`, or an exchange, `nyse`;
  /// null if nothing is.
  public static @Nullable UnknownCountry unknownCountry(String code) {
    return HolidayTable.load().findUnknown(code);
  }

  /// The codes of countries, regions and exchanges, sorted.
  public static List<String> countryCodes() {
    return HolidayTable.load().codes();
  }

  /// The years whose holidays are known, from the first day to the last.
  public static DayRange countryYears() {
    return HolidayTable.load().years();
  }

  /// The working days of a week in a country that is known: `mon-fri`.
  public static String countryWorkdays(String code) {
    return HolidayTable.load().workdays(code);
  }

  /// The days off of a country, region or exchange that is known, within the years that are known.
  ///
  /// @param range with a day at least of `countryYears`
  public static HolidayList readCountry(String code, DayRange range) {
    return HolidayTable.load().read(code, range);
  }

  /// The days of an iCalendar file (RFC 5545).
  ///
  /// @param range where to look; null: the whole years from the first event to the last
  /// @return no value if anything in it cannot be expressed as days
  public static Outcome<HolidayList> readCalendar(SourceFile file, @Nullable DayRange range) {
    return IcsHolidays.read(file, range);
  }

  /// The days of a table with the columns `date` and `name`, or of two columns without a heading.
  ///
  /// @param range where to look; null: the whole years from the first day to the last
  /// @return no value when a row cannot be read
  public static Outcome<HolidayList> readTable(SourceFile file, @Nullable DayRange range) {
    return CsvHolidays.read(file, range);
  }
}
