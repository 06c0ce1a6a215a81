package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.testing.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that start the program leave it an environment in which it and git work.
class LauncherTest {
  private static final Path SCRIPTS = Path.of("src/main/dist/bin");

  @TempDir Path temporary;

  /// A locale of another machine, as ssh hands it on, is named and not installed: the JVM would
  /// fall back to ASCII.
  @Test
  void aLocaleThatIsNotInstalledIsNotUsed() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")));
    Path home = temporary.toRealPath().resolve("procc home");
    Path java = home.resolve("lib/runtime/bin/java");
    Scripts.write(java, "#!/bin/sh\necho \"$LC_ALL\"\n");
    Path script =
        Scripts.write(home.resolve("bin/procc"), Files.readString(SCRIPTS.resolve("procc")));
    for (String locale : List.of("xx_XX.UTF-8", "C", "", "C.UTF-8")) {
      ProcessBuilder builder = new ProcessBuilder(script.toString(), "lint");
      builder.environment().remove("LC_ALL");
      builder.environment().put("LANG", locale);
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor());
      assertEquals("C.UTF-8\n", said, locale);
    }
  }

  /// On Windows names of variables have no case: a variable `home` is the `HOME` in which git looks
  /// for its settings.
  @Test
  void noVariableOfOthersIsSetOnWindows() throws IOException {
    String script = Files.readString(SCRIPTS.resolve("procc.cmd"));
    List<String> names = new ArrayList<>();
    Matcher set = Pattern.compile("(?i)\\bset \"?(\\w+)=").matcher(script);
    while (set.find()) {
      names.add(set.group(1));
    }
    assertFalse(names.isEmpty());
    names.removeIf(name -> name.startsWith("procc_"));
    assertEquals(List.of(), names);
    Matcher used = Pattern.compile("%([a-z]\\w*)%").matcher(script);
    while (used.find()) {
      assertTrue(
          used.group(1).startsWith("procc_") || used.group(1).equals("errorlevel"), used.group());
    }
  }
}
