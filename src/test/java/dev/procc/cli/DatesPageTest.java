package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `dates.md` shows is true: each `console` block is a call in a copy of `samples/q4-close`
/// with its answer, each `yaml` block is a document without errors, and each expression of the
/// table is in its canonical form.
class DatesPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/dates.md");

  @TempDir Path folder;

  @Test
  void consoleBlocksAreAnswers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples/q4-close"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    String page = Files.readString(PAGE);
    StringBuilder seen = new StringBuilder();
    int at = 0;
    int block = page.indexOf("```console\n");
    while (block >= 0) {
      int call = block + "```console\n".length();
      int line = page.indexOf('\n', call);
      int end = page.indexOf("\n```", call);
      String[] words = page.substring(call + "$ ".length(), line).split(" ", -1);
      assertEquals("procc", words[0]);
      CliCase.CommandResult result =
          new InProcessCli(folder.toRealPath()).run(Arrays.copyOfRange(words, 1, words.length));
      seen.append(page, at, line + 1).append(result.stdout());
      at = end + 1;
      block = page.indexOf("```console\n", at);
    }
    seen.append(page, at, page.length());
    Golden.check(PAGE, seen.toString());
  }

  @Test
  void yamlBlocksHaveNoErrors() throws IOException {
    String page = Files.readString(PAGE);
    int block = page.indexOf("```yaml\n");
    assertTrue(block >= 0);
    while (block >= 0) {
      int end = page.indexOf("\n```", block);
      Files.writeString(
          folder.resolve("page.yaml"), page.substring(block + "```yaml\n".length(), end + 1));
      CliCase.CommandResult result = new InProcessCli(folder.toRealPath()).run("lint", "page.yaml");
      assertEquals(0, result.exit(), result.stdout());
      block = page.indexOf("```yaml\n", end);
    }
  }

  @Test
  void expressionsAreCanonical() throws IOException {
    int rows = 0;
    DateLanguage language = new DateLanguage();
    String page = Files.readString(PAGE);
    for (String line : page.substring(page.indexOf("| written | is |")).split("\n")) {
      if (line.startsWith("| `")) {
        String written = line.substring(3, line.indexOf('`', 3));
        assertEquals(written, language.canonical(written).orElse("?"));
        rows++;
      }
    }
    assertEquals(18, rows);
  }
}
