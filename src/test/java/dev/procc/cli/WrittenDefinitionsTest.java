package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.Environment;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every command that writes into definitions keeps what it was not asked to change: a byte order
/// mark, a write protection, other documents of the file, and an edit that was made meanwhile.
class WrittenDefinitionsTest {
  private static final String MARK = "\uFEFF";

  @TempDir Path temporary;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = temporary.toRealPath().resolve("my close");
    CliCase.CommandResult made =
        new InProcessCli(temporary)
            .run("init", project.toString(), "--calendar", "us", "--period", "2026-Q1");
    assertEquals(0, made.exit(), made.stderr());
    put(
        "close.process.yaml",
        text("close.process.yaml").replace("dueDate: WD15", "dueDate:  WD15"));
    put("people.yaml", text("people.yaml") + "approver: controller\n");
    String period = text("periods/2026-Q1.yaml");
    Files.delete(project.resolve("periods/2026-Q1.yaml"));
    put("some.period.yaml", period + "---\n" + period.replace("2026-Q1", "2025-Q4"));
    put(
        "us.calendar.yaml",
        text("us.calendar.yaml").replaceFirst("(?m)^ *- \\{ date: 2026-05.*\n", ""));
    put(
        "twice.process.yaml",
        "procc: v1\nkind: Process\nkey: twice\nname: T\nduedate: 2026-02-02\n");
  }

  private void put(String path, String text) throws IOException {
    Files.writeString(project.resolve(path), text);
  }

  private String text(String path) throws IOException {
    return Files.readString(project.resolve(path));
  }

  private CliCase.CommandResult run(String command) {
    return new InProcessCli(project).run(command.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "fmt, close.process.yaml",
    "lint --fix=unsafe, twice.process.yaml",
    "roll-forward, some.period.yaml",
    "calendar import us --yes, us.calendar.yaml"
  })
  void aMarkStaysAndAProtectedFileIsNotReplaced(String command, String path) throws IOException {
    Path file = project.resolve(path);
    String before = MARK + text(path);
    Files.writeString(file, before);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    CliCase.CommandResult refused = run(command);
    assertEquals(4, refused.exit(), refused.stdout() + refused.stderr());
    assertTrue(refused.stderr().endsWith("help: chmod u+w '" + file + "'\n"), refused.stderr());
    assertEquals(before, Files.readString(file));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    CliCase.CommandResult written = run(command);
    String after = Files.readString(file);
    assertTrue(
        after.startsWith(MARK) && !after.equals(before), written.stdout() + written.stderr());
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /// A person thinks about the answer while the file is edited elsewhere.
  @Test
  void anEditMadeWhileItAsksIsKept() throws IOException {
    Path file = project.resolve("us.calendar.yaml");
    String edited = text("us.calendar.yaml") + "# ask Ann about May\n";
    InputStream answer =
        new FilterInputStream(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            Files.writeString(file, edited);
            return super.read(buffer, from, length);
          }
        };
    InProcessCli cli = new InProcessCli(project).terminal();
    Environment env = cli.env().reading(answer);
    assertEquals(4, Main.run(env, "calendar", "import", "us"), cli.stderr());
    assertEquals(edited, Files.readString(file));
    assertTrue(cli.stderr().contains("was changed since it was read"), cli.stderr());
  }

  /// The answers of a probe may stand beside the settings of the project.
  @Test
  void aProbeWritesItsOwnDocumentAlone() throws IOException {
    try (EmulatedCli cli = new EmulatedCli(LocalDate.of(2026, 1, 5))) {
      String settings =
          """
          procc: v1
          kind: Project
          key: p
          targets:
            box: { apiUrl: "%s", sandbox: true }
          ---
          # measured each January
          """
              .formatted(cli.url());
      String rest =
          "---\nprocc: v1\nkind: Capabilities\nkey: other\napiUrl: x\napi: y\nanswers: {}\n";
      put(
          "procc.yaml",
          settings
              + "procc: v1\nkind: Capabilities\nkey: box\napiUrl: a\napi: b\nanswers: {}\n"
              + rest);
      CliCase.CommandResult probed = cli.run(project, "probe", "--yes", "--only", "first-revision");
      assertEquals(0, probed.exit(), probed.stdout() + probed.stderr());
      String after = text("procc.yaml");
      assertTrue(after.startsWith(settings) && after.endsWith(rest), after);
      assertTrue(after.contains("first-revision: one"), after);

      put("procc.yaml", settings.replace("---\n# measured each January\n", ""));
      Files.createDirectories(project.resolve("capabilities"));
      put("capabilities/box.yaml", rest);
      cli.run(project, "probe", "--yes", "--only", "first-revision");
      assertTrue(text("capabilities/box.yaml").startsWith(rest + "---\n"));
    }
  }

  /// A path on the command line is that of the folder in which the command was given.
  @Test
  void aNewCalendarIsWrittenWhereItIsNamedAndReadFromThere() throws IOException {
    Path folder = Files.createDirectories(project.resolve("team"));
    InProcessCli cli = new InProcessCli(folder);
    CliCase.CommandResult made =
        cli.run("calendar", "import", "nyse", "--into", "desk.yaml", "--yes");
    assertEquals(0, made.exit(), made.stderr());
    assertTrue(Files.exists(folder.resolve("desk.yaml")), made.stdout());
    for (String place : new String[] {"../../x.yaml", "x.txt", ".x/y.yaml"}) {
      CliCase.CommandResult refused =
          new InProcessCli(folder).run("calendar", "import", "jpx", "--into", place, "--yes");
      assertEquals(64, refused.exit(), place + refused.stderr());
    }
    CliCase.CommandResult elsewhere =
        new InProcessCli(folder).run("calendar", "import", "us", "--into", "us.yaml", "--yes");
    assertEquals(64, elsewhere.exit(), elsewhere.stderr());
  }

  @Test
  void aFileThatIsNamedTwiceIsFormattedOnce() throws IOException {
    Files.createSymbolicLink(
        project.resolve("b.template.yaml"), Path.of("entity-close.template.yaml"));
    CliCase.CommandResult once = run("fmt --diff close.process.yaml");
    CliCase.CommandResult twice = run("fmt --diff close.process.yaml . close.process.yaml");
    assertEquals(
        once.stdout().indexOf("--- a/close.process.yaml"),
        twice.stdout().lastIndexOf("--- a/close.process.yaml"),
        twice.stdout());
    assertEquals(64, run("fmt - close.process.yaml").exit());
  }
}
