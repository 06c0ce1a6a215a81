package dev.procc.model.calendar;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Writes random cases with our answers, for `src/test/python/busday.py` to compare with numpy.
///
/// One line for each case: `add DAY N RESULT`, `roll DAY RESULT RESULT`, `open DAY 0|1`, `count DAY
/// DAY RESULT`; a line `calendar MASK HOLIDAYS` comes before the cases that use it. numpy has no
/// extra workdays, so they are left out here.
public final class NumpyCases {
  private NumpyCases() {}

  /// @param args the file to write and the number of cases
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int cases = Integer.parseInt(args[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Random random = new Random(20_260_401);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int done = 0; done < cases; done += 500) {
        BusinessCalendar calendar = calendar(random, out);
        for (int i = 0; i < 500; i++) {
          out.write(line(calendar, random, i % 10));
        }
      }
    }
  }

  private static BusinessCalendar calendar(Random random, Writer out) throws IOException {
    int mask = random.nextInt(4) == 0 ? 1 + random.nextInt(127) : 0b001_1111;
    Set<Integer> holidays = new HashSet<>();
    int count = random.nextInt(400);
    for (int i = 0; i < count; i++) {
      holidays.add(12_000 + random.nextInt(12_000));
    }
    List<NamedDay> days = new ArrayList<>();
    StringBuilder listed = new StringBuilder();
    for (int day : holidays) {
      days.add(NamedDay.of(EpochDays.toDate(day)));
      listed.append(listed.isEmpty() ? "" : ",").append(day);
    }
    out.write("calendar " + mask + " " + (listed.isEmpty() ? "-" : listed) + "\n");
    return BusinessCalendar.of("random", new Weekdays(mask), days, List.of());
  }

  private static String line(BusinessCalendar calendar, Random random, int kind) {
    int day = 14_000 + random.nextInt(8_000);
    if (kind < 6) {
      int n = random.nextInt(6) == 0 ? random.nextInt(2_001) - 1_000 : random.nextInt(61) - 30;
      return "add " + day + " " + n + " " + calendar.add(day, n) + "\n";
    }
    if (kind == 6) {
      return "roll " + day + " " + calendar.rollForward(day) + " " + calendar.rollBack(day) + "\n";
    }
    if (kind == 7) {
      return "open " + day + " " + (calendar.isBusinessDay(day) ? 1 : 0) + "\n";
    }
    int end = day + random.nextInt(3_000);
    return "count " + day + " " + end + " " + calendar.count(day, end) + "\n";
  }
}
