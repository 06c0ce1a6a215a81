package dev.procc.view.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a screen reader meets on each golden page: no empty list, cell or heading, no table head
/// without a scope, no call listed twice.
class PageStructureTest {
  private static final Path GOLDENS = Path.of("src/test/resources");
  private static final List<Pattern> FAULTS =
      List.of(
          Pattern.compile("<(ol|ul|td|p|h\\d|summary|li)( [^>]*)?>\\s*</\\1>"),
          Pattern.compile("<th(?! scope=)[^e>]*>"),
          Pattern.compile("<p>\\d+ API calls?[^<]*</p>"));

  @Test
  void noPageHasAnEmptyPart() throws IOException {
    List<String> faults = new ArrayList<>();
    int pages = 0;
    try (Stream<Path> files = Files.walk(GOLDENS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        pages++;
        String page = Files.readString(file);
        for (Pattern fault : FAULTS) {
          Matcher matcher = fault.matcher(page);
          if (matcher.find()) {
            faults.add(GOLDENS.relativize(file) + ": " + matcher.group());
          }
        }
      }
    }
    assertTrue(pages > 20, "only " + pages + " pages");
    assertEquals(List.of(), faults);
  }
}
