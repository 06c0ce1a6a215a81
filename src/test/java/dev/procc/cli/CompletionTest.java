package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.testing.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Completion offers the names of the project that the command would work on, however its folder is
/// written.
class CompletionTest {
  @TempDir Path temporary;
  private Path here;

  @BeforeEach
  void makeProjects() throws IOException {
    here = temporary.toRealPath().resolve("here");
    for (String place : List.of("here", "my close")) {
      Path project = Files.createDirectories(temporary.toRealPath().resolve(place));
      Files.writeString(project.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
      String key = place.equals("here") ? "wrong" : "right";
      Files.writeString(
          project.resolve("a.process.yaml"), "procc: v1\nkind: Process\nkey: " + key + "\n");
      Files.writeString(
          project.resolve("2026-Q1.period.yaml"), "procc: v1\nkind: Period\nkey: 2026-Q1\n");
    }
  }

  private String offered(String... words) {
    InProcessCli cli = new InProcessCli(here).variable("HOME", temporary.toString());
    String[] all = new String[words.length + 1];
    all[0] = "__complete";
    System.arraycopy(words, 0, all, 1, words.length);
    CliCase.CommandResult result = cli.run(all);
    assertEquals(0, result.exit());
    return result.stdout();
  }

  @Test
  void theFolderIsTheOneThatIsNamed() {
    String[][] ways = {
      {"-C", "../my close", "vars", ""},
      {"-C../my close", "vars", ""},
      {"-qC", "../my close", "vars", ""},
      {"vars", "-vqC../my close", ""},
      {"--directory=../my close", "vars", ""},
      {"-C", "~/my close", "vars", ""},
      {"--config", "~/my close/procc.yaml", "vars", ""},
      {"--quoted", "-C", "\"../my close\"", "vars", ""},
      {"--quoted", "-C", "'../my close'", "vars", ""},
      {"--quoted", "-C", "../my\\ close", "vars", "\"ri"}
    };
    for (String[] words : ways) {
      assertEquals("right\nright@2026-Q1\n", offered(words), String.join(" ", words));
    }
    assertEquals("", offered("-C", "nowhere/at/all", "vars", ""));
  }

  @Test
  void theSecondPeriodOfARangeIsOfferedToo() {
    assertEquals("2026-Q1\n", offered("lint", "--periods", "2026"));
    assertEquals("2025-Q4..2026-Q1\n", offered("lint", "--periods", "2025-Q4.."));
    assertEquals("--periods=2025-Q4..2026-Q1\n", offered("lint", "--periods=2025-Q4..20"));
  }

  /// Bash hands words on as they are typed.
  @Test
  void bashFindsAFolderWithABlank() throws Exception {
    Path bin = temporary.toRealPath().resolve("bin");
    Path called = temporary.resolve("called");
    Path procc = bin.resolve("procc");
    Scripts.write(procc, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + called + "'\necho right\n");
    String script = new InProcessCli(here).run("completion", "bash").stdout();
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "-c",
            script
                + "COMP_WORDS=(procc -C '\"../my close\"' vars '') COMP_CWORD=4\n"
                + "_procc procc '' vars; echo \"${COMPREPLY[*]}\"");
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(
        "right\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(
        List.of("__complete", "--quoted", "-C", "\"../my close\"", "vars", ""),
        Files.readAllLines(called));
  }
}
