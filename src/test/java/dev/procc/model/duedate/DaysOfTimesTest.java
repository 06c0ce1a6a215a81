package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The day of a time is that of the project's time zone, wherever a time becomes a day.
class DaysOfTimesTest {
  private static final Path MAIN = Path.of("src/main/java/dev/procc");
  private static final Pattern TO_DAY =
      Pattern.compile(
          "toLocalDate\\(\\)|LocalDate\\.(ofInstant|now)\\(|substring\\(0, (Math\\.min\\()?10\\b");

  /// Where a time becomes a day, and why not by the zone of the project.
  private static final Set<String> PLACES =
      Set.of(
          // the conversion, and a moment that names UTC
          "model/duedate/DayText",
          // today, in the zone of the project
          "app/project/ProjectSession",
          // there is no project yet
          "cli/tools/InitCommand",
          // dates that are sent, by the clock of the server
          "live/probe/ProbeRun",
          // events of an iCalendar, in their own zone
          "language/holidays/IcsHolidays",
          // the author's day, as git shows it
          "view/values/BlameText",
          // the key of a row, which begins with a day
          "view/plan/GroupedChangesText");

  @Test
  void aTimeBecomesADayInNoOtherPlace() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String place = MAIN.relativize(file).toString().replace('\\', '/').replace(".java", "");
        if (!place.startsWith("emulator/") && TO_DAY.matcher(Files.readString(file)).find()) {
          found.add(place);
        }
      }
    }
    assertEquals(new TreeSet<>(PLACES), found);
  }

  @Test
  void theDayIsThatOfTheZone() {
    Random random = new Random(11);
    List<String> zones = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (int round = 0; round < 2_000; round++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      Instant time = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
      ZoneOffset written = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(105) - 48));
      String iso = OffsetDateTime.ofInstant(time, written).toString();
      assertEquals(time.atZone(zone).toLocalDate(), DayText.dayOf(iso, zone), iso + " " + zone);
    }
  }

  @Test
  void whatIsNoTimeHasNoDay() {
    assertEquals(
        "2024-10-01", String.valueOf(DayText.dayOf("2024-10-01", ZoneId.of("Asia/Tokyo"))));
    for (String text :
        List.of("", "soon", "2024-13-01", "2024-10-01T25:00:00Z", "2024-10-01 9:00")) {
      assertNull(DayText.dayOf(text, ZoneOffset.UTC), text);
    }
  }
}
