package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorException;
import dev.procc.emulator.EmulatorOptions;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `procc init` makes a project without findings, in canonical form, that can be planned against
/// the emulator at once.
class InitTest {
  /// Days in the years whose holidays are known.
  private static final List<String> DAYS = List.of("2024-01-01", "2026-11-30", "2027-09-30");

  @TempDir Path temporary;

  private Path init(String name, String day, String... words) throws IOException {
    Path folder = temporary.toRealPath();
    String[] all = new String[words.length + 2];
    all[0] = "init";
    all[1] = name;
    System.arraycopy(words, 0, all, 2, words.length);
    CliCase.CommandResult result =
        new InProcessCli(folder).atInstant(Instant.parse(day + "T12:00:00Z")).run(all);
    assertEquals(0, result.exit(), result.stderr());
    return folder.resolve(name);
  }

  @Test
  void theProjectIsCleanOnEveryDayAndForEveryKindOfCalendar() throws IOException {
    int number = 0;
    for (String calendar : List.of("us", "gb-eng", "de-by", "nyse", "il", "target", "jpx")) {
      String day = DAYS.get(number % DAYS.size());
      Path project = init("p" + number++, day, "--calendar", calendar, "--ci", "github");
      for (String[] words :
          new String[][] {
            {"lint", "--fail-on", "info", "--as-of", day},
            {"lint", "--strict"},
            {"fmt", "--check"},
            {"calendar", "check"}
          }) {
        CliCase.CommandResult result = new InProcessCli(project).run(words);
        assertEquals(0, result.exit(), calendar + " " + String.join(" ", words) + result.stdout());
        assertTrue(
            !result.stdout().contains("warning[") && !result.stdout().contains("info["),
            calendar + " " + String.join(" ", words) + result.stdout());
      }
    }
  }

  @Test
  void aFiscalPeriodIsRefusedWithAPeriodToBeginWith() throws IOException {
    Path folder = temporary.toRealPath();
    Instant now = Instant.parse("2026-12-01T12:00:00Z");
    for (String key : List.of("FY2026-Q2", "FY2026-P03", "FY2026")) {
      CliCase.CommandResult result =
          new InProcessCli(folder)
              .atInstant(now)
              .run("init", "fiscal", "--calendar", "us", "--period", key);
      assertEquals(64, result.exit());
      assertTrue(result.stderr().contains("begin with --period 2026-Q4, then"), result.stderr());
    }
    init("fiscal", "2026-12-01", "--calendar", "us", "--period", "2026-Q4");
  }

  /// A user whose country has no list starts without one, in any year, and adds one later.
  @Test
  void aProjectWithoutAListOfDaysOffTakesOneInLater() throws IOException {
    Path project = init("later", "2026-11-30", "--calendar", "none", "--period", "2031-Q1");
    Files.writeString(project.resolve("days.csv"), "date,name\n2031-04-14,New Year\n");
    for (String[] words :
        new String[][] {
          {"lint", "--fail-on", "info", "--as-of", "2030-12-01"},
          {"lint", "--strict"},
          {"fmt", "--check"},
          {"calendar", "import", "days.csv", "--key", "team", "--yes"},
          {"lint", "--fail-on", "info", "--as-of", "2030-12-01"}
        }) {
      CliCase.CommandResult result = new InProcessCli(project).run(words);
      assertEquals(0, result.exit(), result.stdout() + result.stderr());
    }
    assertTrue(Files.readString(project.resolve("team.calendar.yaml")).contains("New Year"));
  }

  @Test
  void everyTextSaysInTwoLinesWhatItIsFor() throws IOException {
    for (String ci : List.of("github", "gitlab")) {
      Path project = init(ci, "2026-11-30", "--calendar", "us", "--ci", ci);
      for (Path file : Folders.files(project)) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv") || name.endsWith(".schema.json")) {
          continue; // they take no comments: README.md says what they are for
        }
        List<String> lines = Files.readAllLines(file);
        int from = lines.getFirst().contains("$schema=") || lines.getFirst().equals("{") ? 1 : 0;
        String mark = name.endsWith(".json") ? "// " : "# ";
        String first = lines.get(from).strip();
        String second = lines.get(from + 1).strip();
        assertTrue(first.startsWith(mark), file + ": " + first);
        assertTrue(name.equals("README.md") || second.startsWith(mark), file + ": " + second);
        assertTrue(!String.join("\n", lines).contains("%"), file.toString());
      }
    }
  }

  @Test
  void schemaCommentsLeadToTheSchema() throws IOException {
    Path project = init("schema", "2026-11-30", "--calendar", "us");
    int commented = 0;
    for (Path file : Folders.files(project)) {
      String first = file.toString().endsWith(".yaml") ? Files.readAllLines(file).getFirst() : "";
      if (first.contains("$schema=")) {
        String named = first.substring(first.indexOf('=') + 1);
        assertTrue(Files.exists(file.getParent().resolve(named)), file + ": " + named);
        commented++;
      }
    }
    assertEquals(6, commented);
  }

  @Test
  void nothingIsOverwrittenAndWhatLacksIsAdded() throws IOException {
    Path project = init("twice", "2026-11-30", "--calendar", "us");
    Files.writeString(project.resolve("people.yaml"), "mine\n");
    Files.writeString(project.resolve(".gitignore"), "mine\n");
    Files.delete(project.resolve(".editorconfig"));
    Files.delete(project.resolve("entities.csv"));
    init("twice", "2026-11-30", "--ci", "gitlab");
    assertEquals("mine\n", Files.readString(project.resolve("people.yaml")));
    assertEquals("mine\n", Files.readString(project.resolve(".gitignore")));
    assertTrue(Files.exists(project.resolve(".editorconfig")));
    assertTrue(Files.exists(project.resolve(".gitlab-ci.yml")));
    assertTrue(!Files.exists(project.resolve("entities.csv")), "a project has its own definitions");
  }

  @Test
  void aTerminalIsAskedForTheCalendar() throws IOException {
    Path folder = temporary.toRealPath();
    CliCase.CommandResult result =
        new InProcessCli(folder)
            .terminal()
            .atInstant(Instant.parse("2026-11-30T12:00:00Z"))
            .input("Germany\n")
            .run("init", "asked");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stderr().startsWith("Whose days off"), result.stderr());
    assertTrue(Files.exists(folder.resolve("asked/de.calendar.yaml")));
  }

  @Test
  void theDayComesFromTheEmulatorAndIsSaid() throws IOException, EmulatorException {
    Path project = init("day", "2024-10-01", "--calendar", "us");
    try (Emulator emulator =
        new Emulator(EmulatorOptions.defaults().withNow(LocalDate.of(2024, 10, 1)))) {
      String url = emulator.start().toString();
      String said = "the day is 2024-10-01, by the clock of the emulator at " + url + "\n";
      CliCase.CommandResult plan = procc(project, url).run("plan", "--detailed-exitcode");
      assertEquals(2, plan.exit(), plan.stdout() + plan.stderr());
      assertEquals(said, plan.stderr());
      CliCase.CommandResult apply = procc(project, url).run("apply", "--yes");
      assertEquals(0, apply.exit(), apply.stdout() + apply.stderr());
      CliCase.CommandResult run = procc(project, url).run("run", "--yes");
      assertEquals(0, run.exit(), run.stdout() + run.stderr());
      CliCase.CommandResult status = procc(project, url).run("status");
      assertTrue(status.stdout().contains("as of Tue 2024-10-01"), status.stdout());
      CliCase.CommandResult given = procc(project, url).run("plan", "--as-of", "2024-10-02");
      assertEquals("", given.stderr());
    }
  }

  @Test
  void anEmulatorWithTheRealClockHasNoDayOfItsOwn() throws IOException, EmulatorException {
    Path project = init("real", "2026-11-30", "--calendar", "us");
    try (Emulator emulator = new Emulator(EmulatorOptions.defaults())) {
      CliCase.CommandResult plan =
          procc(project, emulator.start().toString())
              .atInstant(Instant.parse("2026-11-30T12:00:00Z"))
              .run("plan");
      assertEquals("", plan.stderr());
      assertEquals(0, plan.exit());
    }
  }

  private static InProcessCli procc(Path project, String url) {
    return new InProcessCli(project)
        .variable("PROCC_API_URL", url)
        .variable("PROCC_TOKEN", "practice");
  }

  /// What was stopped half way, by whatever stands where a folder is needed, is ended by the same
  /// command; until then nothing is called there that is not.
  @Test
  void aProjectThatWasStoppedHalfWayIsEndedByTheSameCommand() throws IOException {
    Path project = Files.createDirectories(temporary.toRealPath().resolve("half"));
    for (String taken : List.of("periods", ".vscode")) {
      Path inTheWay = Files.writeString(project.resolve(taken), "mine\n");
      InProcessCli cli = new InProcessCli(project);
      CliCase.CommandResult stopped = cli.run("init", "--calendar", "us", "--period", "2026-Q1");
      assertEquals(1, stopped.exit(), stopped.stdout());
      assertTrue(stopped.stderr().contains("a part of the path is not a folder"), stopped.stderr());
      assertEquals("mine\n", Files.readString(inTheWay));
      Files.delete(inTheWay);
    }
    init("half", "2026-02-01", "--calendar", "us", "--period", "2026-Q1");
    CliCase.CommandResult lint = new InProcessCli(project).run("lint", "--fail-on", "info");
    assertEquals(0, lint.exit(), lint.stdout());
    assertTrue(Files.exists(project.resolve("periods/2026-Q1.yaml")));
  }

  /// The name of a folder may be a word of YAML, begin with a dash, or hold a blank; what stands
  /// behind "Next:" leads there from where the command was given.
  @Test
  void theNextStepLeadsToTheProject() throws IOException {
    Path here = Files.createDirectories(temporary.toRealPath().resolve("here"));
    for (String[] place :
        new String[][] {
          {"true", "", "true", "true"},
          {"null", "", "null", "null"},
          {"2024", "", "2024", "2024"},
          {"my close", "", "my close", "'my close'"},
          {"-x", "", "-x", "./-x"},
          {"w/a b", "w", "a b", "'w/a b'"},
          {"w/here", "w/here", ".", "w/here"}
        }) {
      Path folder = Files.createDirectories(here.resolve(place[0]));
      InProcessCli cli = new InProcessCli(here);
      CliCase.CommandResult made =
          place[1].isEmpty()
              ? cli.run("init", "--calendar", "none", "--", place[2])
              : cli.run("-C", place[1], "init", "--calendar", "none", place[2]);
      assertTrue(
          made.stdout().endsWith("Next: cd " + place[3] + " && procc lint\n"), made.stdout());
      for (String command : List.of("lint --fail-on info", "fmt --check")) {
        CliCase.CommandResult checked = new InProcessCli(folder).run(command.split(" "));
        assertEquals(0, checked.exit(), place[0] + checked.stdout() + checked.stderr());
      }
    }
  }
}
