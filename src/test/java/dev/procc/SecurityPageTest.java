package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each promise of security.md names the tests that check it, and those tests exist.
class SecurityPageTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

  @Test
  void everyPromiseHasItsTests() throws IOException {
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("  @Test\n") || text.contains("  @TestFactory\n")) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    List<String> wrong = new ArrayList<>();
    int promises = 0;
    for (String line : Files.readAllLines(Path.of("src/site/markdown/security.md"))) {
      if (!line.startsWith("| ") || line.startsWith("| promise")) {
        continue;
      }
      promises++;
      Matcher names = NAME.matcher(line);
      int held = 0;
      while (names.find()) {
        held++;
        if (!classes.contains(names.group(1))) {
          wrong.add(names.group(1) + " is not a test: " + line);
        }
      }
      if (held == 0) {
        wrong.add("no test: " + line);
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(promises > 15, promises + " promises");
  }
}
