package dev.procc.language.holidays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The import of a country's holidays offers only what is proven: sentence by sentence.
class ProvenHolidaysTest {
  /// The list for each code, read once.
  private static final Map<String, HolidayList> LISTS = new TreeMap<>();

  static {
    for (String code : HolidayListReader.countryCodes()) {
      LISTS.put(code, HolidayListReader.readCountry(code, HolidayListReader.countryYears()));
    }
  }

  private static final DayRange YEARS = range("2024-01-01", "2026-12-31");

  private static DayRange range(String from, String to) {
    return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  /// Days off from Monday to Friday in a table that the project `vacanza/holidays` (MIT) itself
  /// publishes, those aside on which the exchange closes early. That project is one of the two
  /// sources, so this holds the compiling and not the days: those are held against QuantLib, which
  /// was no source, by the profile `holidays`.
  @Test
  void compilingLosesAndAddsNoDayOfASource() throws IOException {
    Map<String, Set<LocalDate>> expected = new TreeMap<>();
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/oracles/public-holidays.csv"))) {
      String[] cells = line.split(",", 3);
      if (!cells[0].equals("code") && !HolidayFiles.isHalfDay(cells[2])) {
        expected.computeIfAbsent(cells[0], c -> new TreeSet<>()).add(LocalDate.parse(cells[1]));
      }
    }
    Map<String, Set<LocalDate>> missing = new TreeMap<>();
    Map<String, Set<LocalDate>> tooMany = new TreeMap<>();
    List<String> inQuestion = new ArrayList<>();
    expected.forEach((listed, dates) -> {
      // the list's days of gb are those that all of its parts keep
      boolean common = listed.equals("gb");
      HolidayList read = HolidayListReader.readCountry(common ? "gb-eng" : listed, YEARS);
      Set<LocalDate> written = new TreeSet<>();
      for (NamedDay day : read.days()) {
        if (day.date().getDayOfWeek().getValue() < 6) {
          written.add(day.date());
        }
      }
      Set<LocalDate> lacking = new TreeSet<>(dates);
      lacking.removeAll(written);
      for (HolidayList.LeftOutDay day : read.leftOut()) {
        if (lacking.remove(day.date())) {
          inQuestion.add(listed + " " + day.date());
        }
      }
      written.removeAll(dates);
      if (!lacking.isEmpty()) {
        missing.put(listed, lacking);
      }
      if (!written.isEmpty() && !common) {
        tooMany.put(listed, written);
      }
    });
    assertEquals(Map.of(), missing);
    assertEquals(Map.of(), tooMany);
    // a day of mourning, announced a week before
    assertEquals(List.of("nyse 2025-01-09"), inQuestion);
  }

  @Test
  void aRegionAddsToItsCountry() {
    HolidayList california =
        HolidayListReader.readCountry("us-ca", range("2025-01-01", "2025-12-31"));
    assertEquals(
        "United States, California (us-ca), on which python-holidays 0.105 and date-holidays"
            + " 3.37.0 agree",
        california.source());
    List<String> days = new ArrayList<>();
    california.days().forEach(day -> days.add(day.date() + " " + day.name()));
    assertTrue(days.contains("2025-03-31 Cesar Chavez Day"), days.toString());
    assertTrue(days.contains("2025-12-25 Christmas Day"), days.toString());
  }

  @Test
  void aDayThatOneSourceHasIsListedForAPerson() {
    HolidayList fed = HolidayListReader.readCountry("fed", range("2027-01-01", "2027-12-31"));
    assertEquals(
        List.of("2027-06-18 Closed (QuantLib 1.29) IN_QUESTION"),
        fed.leftOut().stream()
            .map(day -> day.date() + " " + day.name() + " " + day.reason())
            .toList());
  }

  @Test
  void coverageEndsWhereTheTableEnds() {
    assertEquals(
        range("2026-07-01", "2027-12-31"),
        HolidayListReader.readCountry("us", range("2026-07-01", "2031-12-31")).range());
    assertEquals(range("2024-01-01", "2027-12-31"), HolidayListReader.countryYears());
  }

  /// The Reserve Banks do not move a Saturday's holiday to the Friday before; the exchange does.
  @Test
  void bankAndExchangeKeepTheirOwnSaturdays() {
    DayRange july = range("2026-07-01", "2026-07-10");
    assertEquals(List.of(), HolidayListReader.readCountry("fed", july).days());
    assertEquals(
        LocalDate.parse("2026-07-03"),
        HolidayListReader.readCountry("nyse", july).days().getFirst().date());
  }

  @Test
  void aWordLeadsToItsCode() {
    for (String pair :
        List.of(
            "uk gb",
            "UK-SCT gb-sct",
            "USA us",
            "us_ca us-ca",
            "Germany de",
            "south korea kr",
            "United Kingdom gb",
            "California us-ca",
            "bayern de-by",
            "England gb-eng",
            "Ontario ca-on",
            "turkey tr",
            "holland nl",
            "xnys nyse",
            "t2 target")) {
      int blank = pair.lastIndexOf(' ');
      assertEquals(
          pair.substring(blank + 1), HolidayListReader.countryCode(pair.substring(0, blank)), pair);
    }
    assertEquals("sun-thu", HolidayListReader.countryWorkdays("il"));
    assertEquals("mon-fri", HolidayListReader.countryWorkdays("us"));
  }

  private static String refused(String word) {
    UnknownCountry unknown = HolidayListReader.unknownCountry(word);
    assertNotNull(unknown, word);
    return unknown.message() + "; " + unknown.hint();
  }

  /// Refused with the most similar word and a way out; for a code of two letters every other code
  /// is as similar.
  @Test
  void whatIsNotInTheTableIsRefusedWithTheWayOut() {
    String elsewhere =
        "import the official list instead: procc calendar import FILE.ics or FILE.csv";
    String none = " is not a country, region or exchange on whose holidays two sources agree; ";
    for (String pair : List.of("germny germany", "bayren bayern", "nyze nyse", "targett target")) {
      String word = pair.substring(0, pair.indexOf(' '));
      String near = pair.substring(pair.indexOf(' ') + 1);
      assertEquals(
          "\"" + word + "\"" + none + "did you mean \"" + near + "\"? or " + elsewhere,
          refused(word));
      assertNull(HolidayListReader.unknownCountry(near), near);
    }
    for (String word : List.of("nowhere", "")) {
      assertEquals("\"" + word + "\"" + none + elsewhere, refused(word));
    }
    for (String pair : List.of("cn China", "my Malaysia", "India India", "india India")) {
      String word = pair.substring(0, pair.indexOf(' '));
      String country = pair.substring(pair.indexOf(' ') + 1);
      assertEquals(
          "no two sources agree on the holidays of " + country + "; " + elsewhere, refused(word));
    }
    assertTrue(
        refused("us-zz").startsWith("no two sources agree on a region \"zz\" of United States;"));
  }

  @Test
  void aNameOfSeveralIsNotGuessed() {
    assertEquals("\"Georgia\" is the name of several; name one: ge, us-ga", refused("Georgia"));
    assertEquals(
        "the holidays of \"uk\" differ by region; name one: gb-eng, gb-nir, gb-sct, gb-wls",
        refused("uk"));
  }

  /// At least 40 countries, regions of some, 3 exchanges, the Fed and TARGET, each with days in
  /// each year from 2024 to 2027.
  @Test
  void theTableHoldsWhatItPromises() {
    Set<String> countries = new TreeSet<>();
    int regions = 0;
    for (String code : HolidayListReader.countryCodes()) {
      assertNull(HolidayListReader.unknownCountry(code), code);
      Set<Integer> years = new TreeSet<>();
      LISTS.get(code).days().forEach(day -> years.add(day.date().getYear()));
      assertEquals(Set.of(2024, 2025, 2026, 2027), years, code);
      if (code.length() == 2) {
        countries.add(code);
      }
      regions += code.indexOf('-') == 2 ? 1 : 0;
    }
    System.out.println(countries.size() + " countries, " + regions + " regions");
    assertTrue(countries.size() >= 40, countries.toString());
    assertTrue(regions >= 40, "regions: " + regions);
    assertTrue(
        HolidayListReader.countryCodes()
            .containsAll(List.of("nyse", "tsx", "jpx", "fed", "target")));
  }

  /// Two sources are named for each code, and for a day that is in question the source that has it.
  @Test
  void everyDayHasTwoSourcesOrIsInQuestion() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/dev/procc/language/holidays/holidays.txt"));
    assertEquals("# Made by src/test/holidays/compile.py; do not edit", lines.get(1));
    assertTrue(Files.exists(Path.of("src/test/holidays/compile.py")));
    List<String> sources = List.of();
    int agreed = 0;
    int inQuestion = 0;
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("\t")) {
        sources = List.of(cells[3].split(", ", -1));
        assertEquals(2, Set.copyOf(sources).size(), line);
      } else if (cells.length == 3) {
        agreed++;
      } else {
        assertTrue(sources.contains(cells[3].substring(1)), line);
        inQuestion++;
      }
    }
    System.out.println(agreed + " days on which two sources agree, " + inQuestion + " in question");
    assertTrue(agreed > 10_000 && inQuestion > 100, agreed + " and " + inQuestion);
    assertFalse(Files.readString(Path.of("pom.xml")).contains("jollyday"));
  }

  @Test
  void noDayInQuestionIsWritten() {
    for (String code : HolidayListReader.countryCodes()) {
      HolidayList list = LISTS.get(code);
      Set<LocalDate> written = new TreeSet<>();
      list.days().forEach(day -> written.add(day.date()));
      for (HolidayList.LeftOutDay day : list.leftOut()) {
        assertEquals(HolidayList.LeftOutReason.IN_QUESTION, day.reason(), code);
        assertFalse(written.contains(day.date()), code + " " + day.date());
      }
    }
  }
}
