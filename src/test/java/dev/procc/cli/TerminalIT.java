package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.testing.Folders;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built program on a pseudo terminal (`script` of util-linux) with a slow server: the line
/// that says what it is busy with, and a real Ctrl-C, which is answered at once.
@Tag("heavy")
class TerminalIT {
  @TempDir private Path folder;
  private BuiltProgram.EmulatorProcess emulator;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1)");
    Folders.copy(Path.of("src/test/resources/cli/_base/month-end"), folder);
    Path faults = folder.resolve("faults.json");
    Files.writeString(faults, "{\"faults\":[{\"do\":\"delay\",\"millis\":2500,\"times\":0}]}");
    emulator = BuiltProgram.EmulatorProcess.start(folder, "--now 2024-10-01 --faults " + faults);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  /// The visible output, followed by the exit code.
  ///
  /// @param stopAt the text after which Ctrl-C is typed; null to let the command end
  private String onTerminal(String words, String stopAt) throws Exception {
    Path seen = folder.resolve("seen.txt");
    Files.deleteIfExists(seen);
    ProcessBuilder builder =
        BuiltProgram.process(
            folder, List.of("/usr/bin/script", "-qefc", "procc " + words, seen.toString()));
    builder.environment().put("PROCC_API_URL", emulator.url());
    builder.environment().put("PROCC_TOKEN", "t");
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream keys = process.getOutputStream()) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (stopAt != null
          && System.nanoTime() < end
          && !(Files.exists(seen) && text(seen).contains(stopAt))) {
        Thread.sleep(50);
      }
      if (stopAt != null) {
        keys.write(3);
        keys.flush();
      }
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    }
    return text(seen) + "exit " + process.exitValue();
  }

  private static String text(Path file) throws Exception {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @Test
  void aPlanSaysWhatItWaitsFor() throws Exception {
    String seen = onTerminal("plan", null);
    String line = "\r\u001b\\[Kreading from Workiva, \\d+ s \\(Ctrl-C stops\\)";
    assertTrue(Pattern.compile(line).matcher(seen).results().count() > 1, seen);
    assertTrue(seen.contains("\r\u001b[Kprocc plan "), seen);
    assertTrue(seen.endsWith("exit 0"), seen);
  }

  @Test
  void aPlanIsStopped() throws Exception {
    String seen = onTerminal("plan", "reading from Workiva, ");
    assertTrue(seen.contains("\r\u001b[KStopped"), seen);
    assertFalse(seen.contains("procc plan "), seen);
    assertTrue(seen.endsWith("exit 130"), seen);
  }

  @Test
  void anApplyIsStoppedAndTellsWhatIsLeft() throws Exception {
    String seen = onTerminal("apply --yes", "create");
    int answered = seen.indexOf("\r\u001b[KStopping: the call in flight ends");
    assertTrue(answered > 0, seen);
    String told = seen.substring(answered);
    assertTrue(told.contains("interrupted  close") || told.contains("applied  close"), seen);
    assertTrue(seen.endsWith("exit 130"), seen);
    assertEquals(1, seen.split("Stopping:", -1).length - 1, seen);
  }
}
