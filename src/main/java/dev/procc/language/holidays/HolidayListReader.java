package dev.procc.language.holidays;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.DayRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readers of lists of holidays, one for each kind of source.
///
/// ```java
/// HolidayListReader.country("us-ca", new DayRange(from, to))
/// ```
public final class HolidayListReader {
  private HolidayListReader() {}

  /// The code for a word: `gb` for `uk`, `de` for `Germany`.
  public static String countryCode(String word) {
    return HolidayTable.load().codeOf(word);
  }

  /// The problem with a word for a country, `us` or `Germany`, a region, `us-ca`, or an exchange,
  /// `nyse`; null if it is known.
  public static @Nullable UnknownCountry unknownCountry(String word) {
    return HolidayTable.load().findUnknown(word);
  }

  /// The codes of countries, regions and exchanges, sorted.
  public static List<String> countryCodes() {
    return HolidayTable.load().codes();
  }

  /// The years whose holidays are known, as a range of days.
  public static DayRange countryYears() {
    return HolidayTable.load().years();
  }

  /// The workdays of the week in a known country: `mon-fri`.
  public static String countryWorkdays(String code) {
    return HolidayTable.load().workdays(code);
  }

  /// The holidays of a known country, region or exchange, within the known years.
  ///
  /// @param range with at least one day of `countryYears`
  public static HolidayList readCountry(String code, DayRange range) {
    return HolidayTable.load().read(code, range);
  }

  /// The days of an iCalendar file (RFC 5545).
  ///
  /// @param range to read; null for the whole years from the first event to the last
  /// @return no value if anything in it cannot be expressed as days
  public static Outcome<HolidayList> readCalendar(SourceFile file, @Nullable DayRange range) {
    return IcsHolidays.read(file, range);
  }

  /// The days of a table with the columns `date` and `name`, or with two columns and no header.
  ///
  /// @param range to read; null for the whole years from the first day to the last
  /// @return no value if a row cannot be read
  public static Outcome<HolidayList> readTable(SourceFile file, @Nullable DayRange range) {
    return CsvHolidays.read(file, range);
  }
}
