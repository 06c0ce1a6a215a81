package dev.procc.language.holidays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The rules of every country against the snapshots of `vacanza/holidays`, Monday to Friday, 2024
/// to 2026. `-Dholidays.snapshots` names the folder `snapshots/countries` of a clone.
///
/// Those snapshots hold every category a country has, unofficial days among them, so most countries
/// list more there than days off; the ones below agree to the day.
@Tag("heavy")
class HolidayOracleTest {
  private static final DayRange YEARS =
      new DayRange(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31));
  private static final List<String> AGREE =
      List.of(
          """
          aw bl bm bq bv cd cg ck co cz de dm do eh es fo fr gb gd gf gs hm hr im io it jm
          kw lr ls mh mt nc no nr nu nz pl pm pw re ro rs sj so sx sz tk to ug vg wf ws za
          """
              .split("\\s+"));

  @Test
  void countriesAgreeToTheDay() throws Exception {
    String given = System.getProperty("holidays.snapshots");
    assertNotNull(given, "give -Dholidays.snapshots=DIR");
    List<String> agree = new ArrayList<>();
    int read = 0;
    try (Stream<Path> files = Files.list(Path.of(given))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String code = name.replace("_common.json", "");
        if (code.equals(name) || HolidayListReader.unknownCountry(code) != null) {
          continue;
        }
        read++;
        TreeSet<LocalDate> theirs = theirs(file);
        TreeSet<LocalDate> ours = ours(code);
        if (ours.equals(theirs)) {
          agree.add(code);
        } else {
          TreeSet<LocalDate> more = new TreeSet<>(ours);
          more.removeAll(theirs);
          theirs.removeAll(ours);
          System.out.println(code + ": only here " + more + ", only there " + theirs);
        }
      }
    }
    System.out.println(agree.size() + " of " + read + " agree to the day");
    List<String> lost = new ArrayList<>(AGREE);
    lost.removeAll(agree);
    assertEquals(List.of(), lost);
  }

  private static TreeSet<LocalDate> theirs(Path file) throws Exception {
    TreeSet<LocalDate> days = new TreeSet<>();
    Json.Obj listed = (Json.Obj) JsonReader.read(Files.readString(file));
    for (String day : listed.members().keySet()) {
      add(LocalDate.parse(day), days);
    }
    return days;
  }

  private static TreeSet<LocalDate> ours(String code) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (NamedDay day : HolidayListReader.readCountry(code, YEARS).days()) {
      add(day.date(), days);
    }
    return days;
  }

  private static void add(LocalDate day, TreeSet<LocalDate> days) {
    if (YEARS.contains(day) && day.getDayOfWeek().getValue() < 6) {
      days.add(day);
    }
  }
}
