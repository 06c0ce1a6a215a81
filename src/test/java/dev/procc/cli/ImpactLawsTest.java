package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.ExitCode;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.DiskTree;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.testing.Compilations;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The laws of `procc impact`.
class ImpactLawsTest {
  private static final Path SAMPLE = Path.of("samples/q4-close").toAbsolutePath();
  private static final Path FOLDER = temporary();

  private static Path temporary() {
    try {
      return Files.createTempDirectory("procc-impact").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  @AfterContainer
  static void clear() throws IOException {
    Folders.delete(FOLDER);
  }

  private static CliCase.CommandResult run(Path in, String... words) {
    List<String> all = new ArrayList<>(List.of("impact", "--as-of", "2024-10-01"));
    all.addAll(List.of(words));
    return new InProcessCli(in).run(all.toArray(String[]::new));
  }

  private static Json.Obj json(Path in, String... words) throws Exception {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--format";
    all[words.length + 1] = "json";
    return (Json.Obj) JsonReader.read(run(in, all).stdout());
  }

  /// The changes of dates, by address and field: `before -> after`.
  private static Map<String, String> moves(Json.Obj impact) {
    Map<String, String> moves = new TreeMap<>();
    for (Json process : impact.items("processes")) {
      for (Json each : ((Json.Obj) process).items("dates")) {
        Json.Obj date = (Json.Obj) each;
        moves.put(
            date.text("address").orElseThrow() + ":" + date.text("field").orElseThrow(),
            date.text("before").orElse("none") + " -> " + date.text("after").orElse("none"));
      }
    }
    return moves;
  }

  private static Compilation compile(Path in) {
    return Compilations.of(new DiskTree(in));
  }

  private static Map<String, LocalDate> due(Path in) {
    Map<String, LocalDate> due = new TreeMap<>();
    for (CompiledProcess process : compile(in).processes()) {
      for (ResolvedDate date : process.resolved().dates().dates()) {
        if (!date.isSchedule()) {
          due.put(date.field().toString(), date.date());
        }
      }
    }
    return due;
  }

  private static Map<String, String> difference(Path before, Path after) {
    Map<String, LocalDate> now = due(after);
    Map<String, String> moves = new TreeMap<>();
    due(before)
        .forEach((field, was) -> {
          LocalDate is = now.get(field);
          if (!was.equals(is)) {
            moves.put(field, was + " -> " + (is == null ? "none" : is));
          }
        });
    return moves;
  }

  private static Path copy(String name, String file, String from, String to) throws IOException {
    Path copy = FOLDER.resolve(name);
    if (Files.exists(copy)) {
      Folders.delete(copy);
    }
    Files.createDirectories(copy);
    Folders.copy(SAMPLE, copy);
    Path changed = copy.resolve(file);
    Files.writeString(changed, Files.readString(changed).replace(from, to));
    return copy;
  }

  @Test
  void anEmptyEditHasNoImpact() throws Exception {
    Json.Obj impact = json(SAMPLE, "--base", ".", "--detailed-exitcode");
    assertEquals(0, impact.integer("exitCode").orElseThrow());
    assertEquals(Map.of(), moves(impact));
    assertEquals(List.of(), impact.items("causes"));
    assertEquals(List.of(), impact.items("appear"));
    assertEquals(List.of(), impact.items("gone"));
    assertEquals(1, impact.obj("summary").orElseThrow().integer("unchanged").orElseThrow());
  }

  @Property(tries = 60)
  void anImpactIsTheDifferenceOfTwoCompilations(
      @ForAll @IntRange(max = 122) int day, @ForAll boolean works) throws Exception {
    LocalDate date = LocalDate.of(2024, 10, 1).plusDays(day);
    String list = works ? "extraWorkdays" : "holidays";
    Path after =
        works
            ? copy(
                "after",
                "calendars.yaml",
                "key: us-close\n",
                "key: us-close\n" + list + ": [" + date + "]\n")
            : copy(
                "after",
                "calendars.yaml",
                "  - { date: 2024-11-28",
                "  - " + date + "\n  - { date: 2024-11-28");
    Map<String, String> expected = difference(SAMPLE, after);
    assertEquals(expected, moves(json(after, "--base", SAMPLE.toString())), () -> "" + date);
    boolean listed = Files.readString(SAMPLE.resolve("calendars.yaml")).contains("{ date: " + date);
    if (!listed) {
      String edit = "us-close:" + date;
      assertEquals(
          expected, moves(json(SAMPLE, works ? "--workday" : "--add", edit)), () -> "" + date);
    }
  }

  /// A random expression that only counts forward.
  private static String forward(int seed) {
    int n = 1 + seed / 7 % 9;
    return switch (seed % 7) {
      case 0 -> "WD" + n;
      case 1 -> "start + " + n * 5 + "bd";
      case 2 -> "period.end + " + n + " days + 0bd";
      case 3 -> "earliest(WD" + n + ", period.end + " + 2 * n + "bd)";
      case 4 -> "latest(WD" + n + ", 2025-01-02 + " + n + "bd)";
      case 5 -> n + " business days after period.end";
      default -> "2025-01-03 + " + n + " days or next business day";
    };
  }

  @Property(tries = 60)
  void aHolidayMoreNeverMakesAForwardDateEarlier(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 600) Integer> seeds,
      @ForAll @IntRange(max = 122) int day)
      throws Exception {
    StringBuilder text =
        new StringBuilder(
            """
            procc: v1
            kind: Calendar
            key: us
            workdays: mon-fri
            holidays: [2024-12-25, 2025-01-01]
            ---
            procc: v1
            kind: Period
            key: 2024-Q4
            processes: [close]
            ---
            procc: v1
            kind: Process
            key: close
            name: Close
            calendar: us
            businessStartDate: period.start
            businessEndDate: 2025-04-30
            autoClose: true
            certAutoApprove: false
            relativeDates: false
            root:
              name: Close
              parallel: true
              children:
            """);
    for (int i = 0; i < seeds.size(); i++) {
      text.append("    - sendTask: t" + i + "\n      title: T\n");
      text.append("      dueDate: " + forward(seeds.get(i)) + "\n");
      text.append("      approver: { id: u, type: user }\n      approverDueDate: dueDate + 2bd\n");
    }
    Path project = FOLDER.resolve("forward");
    Files.createDirectories(project);
    Files.writeString(project.resolve("close.process.yaml"), text);
    LocalDate date = LocalDate.of(2024, 10, 1).plusDays(day);
    CliCase.CommandResult result = run(project, "--add", "us:" + date, "--format", "json");
    if (result.exit() == ExitCode.NO_MATCH) {
      return; // Listed already.
    }
    Json.Obj impact = (Json.Obj) JsonReader.read(result.stdout());
    moves(impact)
        .forEach((field, move) ->
            assertTrue(
                move.substring(14).compareTo(move.substring(0, 10)) > 0,
                () -> date + " " + field + " " + move + "\n" + text));
  }

  @Test
  void aDateThatMovesUnderRelativeDatesStaysInPlace() throws Exception {
    Path before =
        copy("fixed", "close.process.yaml", "relativeDates: false", "relativeDates: true");
    Json.Obj impact = json(before, "--add", "us-close:2025-01-09");
    Json.Obj process = (Json.Obj) impact.items("processes").getFirst();
    assertFalse(process.items("dates").isEmpty());
    assertEquals("patch", process.text("action").orElseThrow());
    Json.Obj other = json(SAMPLE, "--add", "us-close:2025-01-09");
    assertEquals(
        "replace", ((Json.Obj) other.items("processes").getFirst()).text("action").orElseThrow());
  }

  @Test
  void whatIsCreatedAndWhatGoesIsTold() throws Exception {
    Path more = copy("more", "2024-Q4.period.yaml", "---", "---");
    Files.writeString(
        more.resolve("2025-Q1.period.yaml"),
        Files.readString(SAMPLE.resolve("2024-Q4.period.yaml")).replace("2024-Q4", "2025-Q1"));
    Files.writeString(
        more.resolve("calendars.yaml"),
        Files.readString(more.resolve("calendars.yaml")).replace("2025-01-31", "2025-12-31"));
    Json.Obj impact = json(more, "--base", SAMPLE.toString());
    assertEquals(1, impact.obj("summary").orElseThrow().integer("create").orElseThrow());
    Json.Obj back = json(SAMPLE, "--base", more.toString());
    assertEquals(0, back.obj("summary").orElseThrow().integer("create").orElseThrow());
    assertEquals(2, back.items("processes").size());
  }

  @Test
  void everyAnswerFitsTheSchema() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("schemas/impact.schema.json")), InputFormat.JSON);
    Path broken = copy("broken", "close.process.yaml", "dueDate: WD15", "dueDate: WD15x");
    for (String[] words :
        List.of(
            new String[] {"--base", "."},
            new String[] {"--base", broken.toString()},
            new String[] {"--add", "us-close:2025-01-09:Day of Mourning"},
            new String[] {"--remove", "us-close:2025-01-01"},
            new String[] {"--away", "elena:2025-01-06..2025-01-10:sam"},
            new String[] {"--set", "close:businessEndDate=2025-01-06"},
            new String[] {"--add", "nowhere:2025-01-09"},
            new String[] {})) {
      Json.Obj document = json(SAMPLE, words);
      assertEquals(
          List.of(),
          schema.validate(document.write(), InputFormat.JSON).stream()
              .map(Object::toString)
              .toList(),
          () -> document.pretty());
    }
  }

  @Test
  void aCommentFitsInAPullRequestHoweverMuchMoves() throws Exception {
    Path many = copy("many", "entities.csv", "us,", "us,");
    StringBuilder rows = new StringBuilder("code,label,accountant\n");
    for (int i = 0; i < 600; i++) {
      rows.append("an-entity-whose-key-is-rather-long-")
          .append(i)
          .append(",Entity | ")
          .append(i)
          .append(" @team <!--,sam\n");
    }
    Files.writeString(many.resolve("entities.csv"), rows);
    Path comment = FOLDER.resolve("comment.md");
    run(many, "--add", "us-close:2025-01-09", "--md-out", comment.toString());
    String text = Files.readString(comment);
    assertTrue(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 65_000,
        () -> "" + text.length());
    assertTrue(text.startsWith("<!-- procc:impact {\"v\":1,"), text);
    assertTrue(text.contains(" --detail`"), text);
    assertFalse(text.substring(10).contains("<!--"), text);
  }
}
