package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.testing.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long work says on a terminal what it is busy with and for how long, and nothing anywhere else.
class WorkLineTest {
  private static final String CLEAR = "\r\u001b[K";

  private final EmulatedCli cli = new EmulatedCli();
  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    Folders.copy(Path.of("src/test/resources/cli/_base/month-end"), folder);
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"do\":\"delay\",\"millis\":1300,\"times\":1}]}");
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void saysWhatItIsBusyWith() {
    InProcessCli client = cli.client(folder).terminal();
    CliCase.CommandResult result = client.run("plan", "--color", "never");
    assertEquals(0, result.exit(), result.stderr());
    String said = client.stderr();
    assertTrue(said.contains(" s (Ctrl-C stops)"), said);
    assertTrue(said.endsWith(CLEAR), said);
    assertTrue(result.stderr().isEmpty(), result.stderr());
    assertTrue(result.stdout().startsWith("procc plan "), result.stdout());
  }

  /// With several processes the line says which one it waits for.
  @Test
  void saysForWhichProcessItWaits() throws Exception {
    Path other = folder.resolve("other.process.yaml");
    String text = Files.readString(folder.resolve("close.process.yaml"));
    Files.writeString(other, text.replace("key: close", "key: other"));
    cli.send("DELETE", "/_emulator/faults");
    assertEquals(0, cli.client(folder).run("apply", "--yes", "--as-of", "2024-10-01").exit());
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"getProcess\",\"do\":\"delay\",\"millis\":2500,\"times\":0}]}");
    InProcessCli client = cli.client(folder).terminal();
    client.run("plan", "--full", "--as-of", "2024-10-01");
    String said = client.stderr();
    assertTrue(Pattern.compile(": (close|other)( and \\d+ more)?, ").matcher(said).find(), said);
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    CliCase.CommandResult result = cli.client(folder).run("plan");
    assertEquals(0, result.exit(), result.stderr());
    assertEquals("", result.stderr());
    assertFalse(result.stdout().contains("Ctrl-C"), result.stdout());
  }

  @Test
  void saysNothingWithQuiet() {
    InProcessCli client = cli.client(folder).terminal();
    assertEquals(0, client.run("plan", "-q").exit());
    assertEquals("", client.stderr());
  }

  /// The line is removed before a question is asked, and is not written over the question.
  @Test
  void leavesAQuestionAlone() {
    InProcessCli client = cli.client(folder).terminal().input("no\n");
    assertEquals(4, client.run("apply").exit());
    String said = client.stderr();
    int question = said.indexOf("Type yes to apply: ");
    assertTrue(question > 0 && said.indexOf("Ctrl-C stops") < question, said);
    assertFalse(said.substring(question).contains("Ctrl-C stops"), said);
  }
}
