package dev.procc.language.holidays;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.procc.base.finding.Spelling;
import dev.procc.model.calendar.DayRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Holidays of countries, regions and exchanges, from the rules that Jollyday keeps.
final class CountryHolidays {
  /// The version of the rules; the same as in `pom.xml`.
  static final String VERSION = "2.19.0";

  private CountryHolidays() {}

  /// The codes there are on the first level: `us`, `de`, `nyse`.
  static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (HolidayCalendar calendar : HolidayCalendar.values()) {
      codes.add(calendar.getId().toLowerCase(Locale.ROOT));
    }
    codes.sort(null);
    return codes;
  }

  /// The rules behind a code, outermost first; empty where there are none.
  ///
  /// @param parts of the code: `us`, `ca`
  private static List<CountryRules> rulePath(String[] parts) {
    try (InputStream in = openRules(parts[0])) {
      if (in == null) {
        return List.of();
      }
      List<CountryRules> path = new ArrayList<>();
      CountryRules at = JollydayXmlReader.read(in);
      path.add(at);
      for (int i = 1; i < parts.length; i++) {
        at = at.region(parts[i]);
        if (at == null) {
          return List.copyOf(path);
        }
        path.add(at);
      }
      return List.copyOf(path);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static @Nullable InputStream openRules(String code) {
    return HolidayManager.class
        .getClassLoader()
        .getResourceAsStream("holidays/Holidays_" + code + ".xml");
  }

  /// What is wrong with a code; absent when nothing is.
  static HolidayListReader.@Nullable UnknownCountry findUnknown(String code) {
    String[] parts = code.split("-", -1);
    List<CountryRules> path = rulePath(parts);
    if (path.size() == parts.length) {
      return null;
    }
    if (path.isEmpty()) {
      return new HolidayListReader.UnknownCountry(
          "\"" + code + "\" is no country, region or exchange whose holidays are known",
          Spelling.hint(parts[0], codes()).orElse("write a code of ISO 3166 such as us, de-by"));
    }
    List<String> regions = new ArrayList<>();
    path.getLast().regions().forEach(region -> regions.add(region.hierarchy()));
    regions.sort(null);
    return new HolidayListReader.UnknownCountry(
        "\"" + parts[path.size()] + "\" is no region of " + path.getLast().description(),
        regions.isEmpty()
            ? "it has none"
            : Spelling.hint(parts[path.size()], regions)
                .orElse("known: " + String.join(", ", regions)));
  }

  /// The days off of a country and of the regions named with it.
  static HolidayList read(String code, DayRange range) {
    String[] parts = code.split("-", -1);
    List<CountryRules> path = rulePath(parts);
    List<String> names = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (CountryRules each : path) {
      names.add(each.description());
      for (String source : each.sources()) {
        if (!sources.contains(source)) {
          sources.add(source);
        }
      }
    }
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
    String[] regions = Arrays.copyOfRange(parts, 1, parts.length);
    HolidayList.HolidayCollector found = new HolidayList.HolidayCollector();
    // a holiday of one year may be observed in another
    for (int year = range.start().getYear() - 1; year <= range.end().getYear() + 1; year++) {
      for (Holiday holiday : manager.getHolidays(Year.of(year), regions)) {
        add(holiday, found);
      }
    }
    return found.build(
        "Jollyday " + VERSION + ", " + String.join(", ", names) + " (" + code + ")",
        sources,
        range);
  }

  private static void add(Holiday holiday, HolidayList.HolidayCollector found) {
    LocalDate date = holiday.getDate();
    String name = holiday.getDescription(Locale.ROOT);
    if (name.equals("undefined")) {
      name = holiday.getPropertiesKey();
    }
    if (!date.equals(holiday.getActualDate())) {
      name += " (observed)";
    }
    if (holiday.getType() == HolidayType.OBSERVANCE) {
      found.leaveOut(date, name, HolidayList.LeftOutReason.OBSERVANCE);
    } else {
      found.add(date, name);
    }
  }
}
