package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newcomer who types, word for word, what the README and the tutorial say, in an empty folder,
/// with the built program.
///
/// A `sh` block is run as written; one that begins with `procc emulate` is the second terminal. A
/// `console` block contains commands and their answers; a `diff` block is applied to its file.
class TutorialIT {
  private static final Path README = Path.of("README.md");
  private static final Path TUTORIAL = Path.of("src/site/markdown/tutorial.md");
  private static final Pattern BLOCK =
      Pattern.compile("```(sh|console|diff)\n(.*?)\n```", Pattern.DOTALL);
  private static final String PORT = "8089";
  private static final Pattern RUN_TIME = Pattern.compile("\\b\\d+(\\.\\d+)? (ms|s)\\b");

  @TempDir Path temporary;

  private Path folder = Path.of("");
  private String port = PORT;
  private final List<BuiltProgram.EmulatorProcess> emulators = new ArrayList<>();

  @Test
  void theTutorial() throws IOException {
    folder = temporary.toRealPath();
    String page = Files.readString(TUTORIAL);
    StringBuilder seen = new StringBuilder();
    int at = 0;
    Matcher block = BLOCK.matcher(page);
    try {
      while (block.find()) {
        seen.append(page, at, block.start(2));
        seen.append(type(block.group(1), block.group(2)));
        at = block.end(2);
      }
    } finally {
      emulators.forEach(BuiltProgram.EmulatorProcess::close);
    }
    Golden.check(TUTORIAL, seen.append(page, at, page.length()).toString());
  }

  @Test
  void theFirstStepsOfTheReadme() throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assumeTrue(
        today.plusMonths(6).isBefore(HolidayListReader.countryYears().end()),
        "no holidays are known for this quarter");
    folder = temporary.toRealPath();
    String page = Files.readString(README);
    String steps =
        page.substring(page.indexOf("## First steps"), page.indexOf("| you want to | read |"));
    assertTrue(steps.contains("`procc emulate --port " + PORT + "`"));
    startEmulator("procc emulate --port " + PORT);
    int commands = 0;
    Matcher block = BLOCK.matcher(steps);
    try {
      while (block.find()) {
        for (String line : block.group(2).lines().toList()) {
          CliCase.CommandResult result = run(line);
          assertEquals(0, result.exit(), line + "\n" + result.stdout() + result.stderr());
          commands++;
        }
      }
    } finally {
      emulators.forEach(BuiltProgram.EmulatorProcess::close);
    }
    assertEquals(9, commands);
  }

  private String type(String kind, String text) throws IOException {
    if (kind.equals("diff")) {
      edit(text);
      return text;
    }
    if (kind.equals("sh")) {
      if (text.startsWith("procc emulate ")) {
        startEmulator(text);
      } else {
        assertEquals(0, run(text).exit(), text);
      }
      return text;
    }
    StringBuilder answers = new StringBuilder();
    for (String line : text.lines().filter(each -> each.startsWith("$ ")).toList()) {
      CliCase.CommandResult result = run(line.substring(2));
      int expected = line.equals("$ procc drift") ? ExitCode.CHANGES : ExitCode.OK;
      assertEquals(expected, result.exit(), line + "\n" + result.stdout() + result.stderr());
      answers.append(line).append('\n').append(normal(result.stdout() + result.stderr()));
    }
    return answers.toString().stripTrailing();
  }

  private void startEmulator(String line) throws IOException {
    String words = line.substring("procc emulate ".length()).replace("--port " + PORT, "");
    BuiltProgram.EmulatorProcess emulator =
        BuiltProgram.EmulatorProcess.start(temporary.toRealPath(), words);
    emulators.add(emulator);
    port = emulator.url().substring(emulator.url().lastIndexOf(':') + 1);
  }

  /// Runs a line in a shell that continues after the previous one.
  private CliCase.CommandResult run(String line) throws IOException {
    Path state = temporary.toRealPath().resolve(".shell");
    String script =
        (Files.exists(state) ? ". '" + state + "'\n" : "")
            + line.replace(":" + PORT, ":" + port)
            + "\ncode=$?\nexport -p > '"
            + state
            + "'\necho \"cd '$PWD'\" >> '"
            + state
            + "'\nexit $code";
    return BuiltProgram.run(BuiltProgram.process(folder, List.of("sh", "-c", script)));
  }

  private String normal(String text) {
    String shown = text.replace(":" + port, ":" + PORT);
    return RUN_TIME.matcher(shown).replaceAll("0.1 s");
  }

  /// Replaces lines of a file: each removed line, which must occur once, by the added line below
  /// it.
  private void edit(String diff) throws IOException {
    List<String> lines = diff.lines().toList();
    Path file = folder.resolve("my-close").resolve(lines.getFirst().substring("+++ ".length()));
    String text = Files.readString(file);
    for (int i = 1; i < lines.size(); i += 2) {
      String old = "\n" + lines.get(i).substring(1) + "\n";
      assertEquals('-', lines.get(i).charAt(0));
      assertEquals(2, text.split(Pattern.quote(old), -1).length, "once in the file: " + old);
      text = text.replace(old, "\n" + lines.get(i + 1).substring(1) + "\n");
    }
    Files.writeString(file, text);
  }
}
