package dev.procc.cli;

import static dev.procc.cli.NastyInputs.join;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/// Lists of days of at most 100 KB for `calendar import`, whose events, rules, names and dates
/// multiply.
final class HostileDayLists {
  private HostileDayLists() {}

  static void add(Map<String, Map<String, byte[]>> all) {
    addEvents(all);
    addRules(all);
    addTables(all);
  }

  private static void addEvents(Map<String, Map<String, byte[]>> all) {
    String spans = "DTSTART;VALUE=DATE:20240101\nDTEND;VALUE=DATE:20241231\n";
    calendar(
        all,
        "events-forever",
        events(900, i -> "DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=DAILY\nSUMMARY:d" + i + "\n"));
    calendar(
        all,
        "events-counted",
        events(
            900,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=40000\nSUMMARY:d" + i + "\n"));
    calendar(
        all,
        "events-until",
        events(
            900,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;UNTIL=99991231\nSUMMARY:d"
                    + i
                    + "\n"));
    calendar(
        all,
        "events-of-a-year-daily",
        events(900, i -> spans + "RRULE:FREQ=DAILY;COUNT=40000\nSUMMARY:d" + i + "\n"));
    calendar(
        all,
        "events-of-years",
        events(
            800,
            i -> "DTSTART;VALUE=DATE:20240101\nDTEND;VALUE=DATE:20391231\nSUMMARY:d" + i + "\n"));
    calendar(
        all,
        "long-name-daily",
        events(
            1,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=40000\nSUMMARY:"
                    + "x".repeat(90_000)
                    + "\n"));
    calendar(
        all,
        "long-half-day-daily",
        events(
            1,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=40000\nSUMMARY:half day "
                    + "x".repeat(90_000)
                    + "\n"));
    calendar(
        all,
        "half-days-of-one-date",
        events(1500, i -> "DTSTART;VALUE=DATE:20240101\nSUMMARY:half day " + i + "\n"));
    calendar(
        all,
        "versions-of-one-event",
        events(1200, i -> "UID:u\nSEQUENCE:" + i + "\nDTSTART;VALUE=DATE:20240101\nSUMMARY:d\n"));
    calendar(
        all,
        "instances-moved",
        events(
            1000,
            i ->
                "UID:u\nDTSTART;VALUE=DATE:20240101\nRECURRENCE-ID;VALUE=DATE:"
                    + (20_200_101 + i % 28)
                    + "\nRRULE:FREQ=DAILY;COUNT=40000\n"));
    calendar(all, "events-without-a-day", events(3000, i -> "SUMMARY:d" + i + "\n"));
    calendar(
        all,
        "durations",
        events(
            1500, i -> "DTSTART;VALUE=DATE:20240101\nDURATION:P" + "9".repeat(1 + i % 19) + "D\n"));
    calendar(
        all,
        "properties",
        events(1, i -> "DTSTART;VALUE=DATE:20240101\n" + "X:1\n".repeat(20_000)));
    calendar(
        all,
        "parameters",
        events(1, i -> "SUMMARY" + join(15_000, j -> ";X" + j + "=1") + ":d\nDTSTART:20240101\n"));
    put(
        all,
        "folded-lines",
        "days.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + "x\n ".repeat(30_000) + "\nEND:VEVENT\n");
    put(all, "nested-events", "days.ics", "BEGIN:VEVENT\n".repeat(7_000));
    put(all, "ends-alone", "days.ics", "BEGIN:VCALENDAR\n" + "END:VEVENT\n".repeat(8_000));
  }

  private static void addRules(Map<String, Map<String, byte[]>> all) {
    String start = "DTSTART;VALUE=DATE:00010101\n";
    calendar(all, "rules-forever", events(1, i -> start + "RRULE:FREQ=YEARLY\n".repeat(4500)));
    for (String rule :
        new String[] {
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
          "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=1000",
          "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=2",
          "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=366",
          "FREQ=YEARLY;INTERVAL=2147483647",
          "FREQ=DAILY;INTERVAL=2147483647"
        }) {
      calendar(
          all,
          "no-day-of-" + rule.replace(';', '-').replace('=', '-').toLowerCase(Locale.ROOT),
          events(800, i -> start + "RRULE:" + rule + ";COUNT=40000\nSUMMARY:d" + i + "\n"));
    }
    calendar(
        all,
        "rule-of-many-days",
        events(
            20,
            i ->
                start
                    + "RRULE:FREQ=YEARLY;UNTIL=99991231;BYDAY="
                    + "MO,TU,WE,TH,FR,SA,SU,".repeat(200)
                    + "MO\n"));
    calendar(
        all,
        "days-taken-out",
        events(
            1,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=40000\nEXDATE;VALUE=DATE:"
                    + join(9_000, j -> "20500101,")
                    + "20500102\n"));
    calendar(
        all,
        "days-taken-out-one-by-one",
        events(
            1,
            i ->
                "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=40000\n"
                    + join(5_000, j -> "EXDATE:20500101\n")));
    calendar(
        all,
        "days-in-addition",
        events(
            1,
            i ->
                "DTSTART;VALUE=DATE:20240101\nDTEND;VALUE=DATE:20241231\nRDATE:"
                    + join(9_000, j -> "20240101,")
                    + "20240102\n"));
    calendar(
        all,
        "until-in-zones",
        events(
            700,
            i ->
                "DTSTART;TZID=Pacific/Chatham:20200101T000000\n"
                    + "RRULE:FREQ=DAILY;UNTIL=20991231T110000Z\nSUMMARY:d\n"));
  }

  private static void addTables(Map<String, Map<String, byte[]>> all) {
    put(
        all,
        "days-of-one-date",
        "days.csv",
        "date,name\n" + join(6000, i -> "2024-01-01,a" + i + "\n"));
    put(all, "days-that-are-none", "days.csv", "date,name\n" + join(20_000, i -> "x\n"));
    put(
        all,
        "days-of-all-years",
        "days.csv",
        "date\n" + join(9_000, i -> String.format("%04d-01-09%n", 1 + i)));
    put(
        all,
        "day-lists-in-a-cell",
        "days.csv",
        "date,name\n2024-01-01,\"" + "x\n".repeat(45_000) + "\"\n");
    put(
        all,
        "day-columns",
        "days.csv",
        "date," + join(13_000, i -> "name" + i + ",") + "z\n2024-01-01\n");
    put(all, "day-columns-of-one-name", "days.csv", "date,".repeat(18_000) + "name\n2024-01-01\n");
    put(all, "days-quoted", "days.csv", "date,name\n" + "\"2024-01-01\"\"".repeat(7_000));
    put(
        all,
        "half-days-in-a-table",
        "days.csv",
        "date,name\n" + join(4_000, i -> "2024-01-01,half day " + i + "\n"));
    put(
        all,
        "day-names-long",
        "days.csv",
        "date,name\n2024-01-01," + "\u202e".repeat(30_000) + "\n");
    put(all, "days-in-one-line", "days.csv", "2024-01-01,".repeat(9_000));
  }

  private static String events(int count, IntFunction<String> body) {
    return join(count, i -> "BEGIN:VEVENT\n" + body.apply(i) + "END:VEVENT\n");
  }

  private static void calendar(
      Map<String, Map<String, byte[]>> all, String name, String components) {
    put(
        all,
        name,
        "days.ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + components + "END:VCALENDAR\n");
  }

  private static void put(
      Map<String, Map<String, byte[]>> all, String project, String path, String text) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    NastyInputs.put(files, path, text);
    all.put(project, files);
  }
}
