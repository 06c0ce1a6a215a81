package dev.procc.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every code that a finding can have has a page, and no other code has one.
class CodePagesTest {
  private static final Pattern CODE =
      Pattern.compile("Code\\.(?:error|warning|info)\\(\\s*\"(PC\\d{3})\",\\s*\"([a-z0-9-]+)\"");

  private static Map<String, String> declared() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher found = CODE.matcher(Files.readString(file));
        while (found.find()) {
          if (codes.put(found.group(1), found.group(2)) != null) {
            twice.add(found.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), twice, "codes are declared once");
    return codes;
  }

  @Test
  void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
    List<String> pages = new ArrayList<>();
    Path folder = Path.of("src/main/resources/dev/procc/language/check/pages");
    try (Stream<Path> files = Files.list(folder)) {
      files.map(f -> f.getFileName().toString().replace(".md", "")).sorted().forEach(pages::add);
    }
    assertEquals(List.copyOf(declared().keySet()), pages);
  }

  @Test
  void aPageNamesItsCodeAndHasItsFourParts() throws IOException {
    for (Map.Entry<String, String> code : declared().entrySet()) {
      String page = CodePages.find(code.getKey()).orElseThrow();
      assertTrue(page.startsWith("# " + code.getKey() + " " + code.getValue()), page);
      for (String part : List.of("\n## What\n", "\n## Why\n", "\n## Example\n", "\n## Fix\n")) {
        assertTrue(page.contains(part), () -> code + " has no" + part);
      }
    }
  }
}
