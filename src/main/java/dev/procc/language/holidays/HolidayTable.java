package dev.procc.language.holidays;

import dev.procc.base.finding.Spelling;
import dev.procc.model.calendar.DayRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The holidays of countries, regions, exchanges and payment systems on which two independent
/// sources agree, for the years of the table.
///
/// `src/test/holidays/compile.py` generates `holidays.txt` and describes its format.
final class HolidayTable {
  private static final String RESOURCE = "holidays.txt";
  private static final Map<String, String> ALIASES =
      Map.of(
          "uk", "gb", "usa", "us", "america", "us", "holland", "nl", "turkey", "tr", "xnys", "nyse",
          "t2", "target", "frb", "fed", "xtse", "tsx");

  private final DayRange years;
  private final Map<String, HolidayTableEntry> entries;

  /// The holidays of one code.
  ///
  /// @param weekend the closed weekdays: `sa su`
  /// @param sources that agree: `python-holidays 0.105, date-holidays 3.37.0`
  /// @param rows `2024-12-25<TAB>Christmas Day`, with a third cell where the sources disagree about
  ///   the day
  private record HolidayTableEntry(
      String code, String weekend, String name, String sources, List<String> rows) {
    /// The name of the country, `Germany`; also for a region.
    String country() {
      int comma = name.indexOf(", ");
      return comma < 0 || code.indexOf('-') < 0 ? name : name.substring(0, comma);
    }

    /// The name of the region, `Bayern`; empty for a country.
    String region() {
      return country().equals(name) ? "" : name.substring(country().length() + 2);
    }
  }

  private HolidayTable(DayRange years, Map<String, HolidayTableEntry> entries) {
    this.years = years;
    this.entries = entries;
  }

  /// Loads the table from the resources.
  static HolidayTable load() {
    try (InputStream in = HolidayTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static HolidayTable parse(String text) {
    Map<String, HolidayTableEntry> entries = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("\t")) {
        rows.add(line.substring(1));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        rows = new ArrayList<>();
        entries.put(cells[0], new HolidayTableEntry(cells[0], cells[1], cells[2], cells[3], rows));
      }
    }
    String[] bounds = lines[0].substring(2).split("\\.\\.", -1);
    LocalDate first = LocalDate.of(Integer.parseInt(bounds[0]), 1, 1);
    LocalDate last = LocalDate.of(Integer.parseInt(bounds[1]), 12, 31);
    return new HolidayTable(new DayRange(first, last), entries);
  }

  /// The years of the table, as a range of days.
  DayRange years() {
    return years;
  }

  /// The codes of the table, sorted: `de-by`, `fed`, `us`.
  List<String> codes() {
    return List.copyOf(entries.keySet());
  }

  /// The code for a word: `gb` for `uk`, `de` for `Germany`, `de-by` for `Bayern`, `us-ca` for
  /// `us_ca`.
  String codeOf(String word) {
    String code = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    int dash = code.indexOf('-');
    String head = dash < 0 ? code : code.substring(0, dash);
    String alias = ALIASES.get(head);
    if (alias != null) {
      return dash < 0 ? alias : alias + code.substring(dash);
    }
    Set<String> named = codesNamed(word.strip());
    return named.size() == 1 ? named.iterator().next() : code;
  }

  /// The codes of the countries and regions with a name: `ge` and `us-ga` for `Georgia`.
  private Set<String> codesNamed(String name) {
    Set<String> named = new TreeSet<>();
    for (HolidayTableEntry entry : entries.values()) {
      boolean region = !name.isEmpty() && entry.region().equalsIgnoreCase(name);
      if (region || entry.name().equalsIgnoreCase(name)) {
        named.add(entry.code());
      } else if (entry.country().equalsIgnoreCase(name)) {
        int dash = entry.code().indexOf('-');
        named.add(dash < 0 ? entry.code() : entry.code().substring(0, dash));
      }
    }
    return named;
  }

  /// The problem with a code, and a way out; null if the table has it.
  @Nullable UnknownCountry findUnknown(String word) {
    String code = codeOf(word);
    if (entries.containsKey(code)) {
      return null;
    }
    int dash = code.indexOf('-');
    String country = dash < 0 ? code : code.substring(0, dash);
    List<String> regions = regionsOf(country);
    if (dash < 0 && !regions.isEmpty()) {
      return new UnknownCountry(
          "the holidays of \"" + word + "\" differ by region",
          "name one: " + listed(regions),
          false);
    }
    Set<String> named = codesNamed(code);
    if (named.size() > 1) {
      return new UnknownCountry(
          "\"" + word + "\" is the name of several",
          "name one: " + String.join(", ", named),
          false);
    }
    if (dash >= 0 && (entries.containsKey(country) || !regions.isEmpty())) {
      String of = entries.containsKey(country) ? entries.get(country).name() : country;
      return new UnknownCountry(
          "no two sources agree on a region \"" + code.substring(dash + 1) + "\" of " + of,
          regions.isEmpty()
              ? null
              : Spelling.hint(code, regions).orElse("known: " + listed(regions)),
          true);
    }
    String known = countryName(code);
    if (known != null) {
      return new UnknownCountry("no two sources agree on the holidays of " + known, null, true);
    }
    return new UnknownCountry(
        "\"" + word + "\" is not a country, region or exchange on whose holidays two sources agree",
        Spelling.hint(code, words()).orElse(null),
        true);
  }

  /// The English name of a country that the table does not have, by its name or its code of two
  /// letters; null if there is no such country.
  private static @Nullable String countryName(String word) {
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      if (name.equalsIgnoreCase(word) || code.equalsIgnoreCase(word)) {
        return name;
      }
    }
    return null;
  }

  /// The words that a mistyped one is compared with: names, and codes that are words. Codes of two
  /// letters are left out, since all are alike.
  private Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (HolidayTableEntry entry : entries.values()) {
      words.add(entry.country().toLowerCase(Locale.ROOT));
      if (!entry.region().isEmpty()) {
        words.add(entry.region().toLowerCase(Locale.ROOT));
      }
      if (entry.code().length() > 3) {
        words.add(entry.code());
      }
    }
    return words;
  }

  private List<String> regionsOf(String country) {
    List<String> regions = new ArrayList<>();
    for (String code : entries.keySet()) {
      if (code.startsWith(country + "-")) {
        regions.add(code);
      }
    }
    return regions;
  }

  private static String listed(List<String> codes) {
    return String.join(", ", codes);
  }

  /// The workdays of the week of a code: `mon-fri`, `sun-thu`.
  String workdays(String code) {
    return entry(code).weekend().equals("fr sa") ? "sun-thu" : "mon-fri";
  }

  /// The holidays of a code within a range, which is cut to the years of the table.
  ///
  /// @return no days, and the range as given, if the table does not cover any of it
  HolidayList read(String code, DayRange range) {
    HolidayTableEntry entry = entry(code);
    HolidayList.HolidayCollector days = new HolidayList.HolidayCollector();
    for (String row : entry.rows()) {
      String[] cells = row.split("\t", -1);
      LocalDate date = LocalDate.parse(cells[0]);
      if (cells.length == 2) {
        days.add(date, cells[1]);
      } else {
        days.leaveOut(
            date,
            cells[1] + " (" + cells[2].substring(1) + ")",
            HolidayList.LeftOutReason.IN_QUESTION);
      }
    }
    LocalDate start = range.start().isBefore(years.start()) ? years.start() : range.start();
    LocalDate end = range.end().isAfter(years.end()) ? years.end() : range.end();
    String source = entry.name() + " (" + code + "), on which " + both(entry.sources()) + " agree";
    return days.build(source, new DayRange(start, end));
  }

  private static String both(String sources) {
    return sources.replace(", ", " and ");
  }

  private HolidayTableEntry entry(String code) {
    HolidayTableEntry entry = entries.get(code);
    if (entry == null) {
      throw new IllegalArgumentException("no holidays of " + code);
    }
    return entry;
  }
}
