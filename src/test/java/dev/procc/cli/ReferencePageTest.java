package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.ExitCode;
import dev.procc.language.yaml.Yaml;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.testing.Golden;
import dev.procc.view.reference.KeyReference;
import dev.procc.view.reference.ReferenceMarkdown;
import dev.procc.view.reference.ReferenceTopic;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `reference.md` agrees with the program: the tables between its marks are generated from the
/// vocabulary, the field table, the safety rules and the schemas; the hand-written part lists every
/// exit code and every environment variable.
class ReferencePageTest {
  private static final Path PAGE = Path.of("src/site/markdown/reference.md");
  private static final String END = "<!-- end -->\n";
  private static final Pattern VARIABLE = Pattern.compile("\"(PROCC_[A-Z_]*[A-Z])(_?)\"");

  @Test
  void theTablesAreMadeOfTheProgram() throws Exception {
    String page = Files.readString(PAGE);
    page = filled(page, "fields", ReferenceMarkdown.mappings());
    page = filled(page, "safety rules", ReferenceMarkdown.safetyRules());
    page = filled(page, "formats", formats());
    Golden.check(PAGE, page);
  }

  private static String filled(String page, String name, String made) {
    String mark = "<!-- made: " + name + " -->\n";
    int from = page.indexOf(mark) + mark.length();
    assertTrue(from > mark.length(), name);
    return page.substring(0, from) + made + page.substring(page.indexOf(END, from));
  }

  /// The published schemas, by the version that each states.
  private static String formats() throws Exception {
    StringBuilder rows = new StringBuilder("| schema | version | what |\n|---|---|---|\n");
    try (Stream<Path> files = Files.list(Path.of("schemas"))) {
      for (Path file : files.sorted().toList()) {
        Json.Obj schema = (Json.Obj) JsonReader.read(Files.readString(file));
        if (file.toString().endsWith("schema.json")) {
          String version =
              schema
                  .obj("properties")
                  .flatMap(p -> p.obj("formatVersion"))
                  .flatMap(v -> v.text("const"))
                  .orElse("");
          rows.append("| `").append(file.getFileName()).append("` | ").append(version);
          rows.append(" | ").append(schema.text("title").orElseThrow()).append(". ");
          rows.append(schema.text("description").orElse("")).append(" |\n");
        }
      }
    }
    return rows.toString();
  }

  @Test
  void everyExitCodeIsListed() throws Exception {
    String page = Files.readString(PAGE);
    int codes = 0;
    for (Field field : ExitCode.class.getFields()) {
      assertTrue(page.contains("\n| " + field.getInt(null) + " | "), field.getName());
      codes++;
    }
    assertEquals(11, codes);
  }

  @Test
  void everyVariableOfTheEnvironmentIsListed() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher variable = VARIABLE.matcher(Files.readString(file));
        while (variable.find()) {
          if (!page.contains("`" + variable.group(1))) {
            missing.add(variable.group(1));
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyWordCanBeExplainedAndComesBackAsItIsOnThePage() throws IOException {
    for (MappingSpec mapping : Vocabulary.all()) {
      String all = explained(mapping.name());
      for (KeySpec key : mapping.keys()) {
        assertTrue(all.contains("\n  " + key.name() + "\n"), mapping.name() + "." + key.name());
        String one = explained(mapping.name() + "." + key.name());
        assertTrue(one.startsWith(key.name() + "   of " + mapping.name() + "\n"), one);
      }
    }
    for (SafetyRule rule : SafetyRule.values()) {
      assertTrue(explained(rule.word()).contains("Refuses "), rule.word());
    }
  }

  /// The tables that `procc explain` has besides those of mappings are those of the pages, and what
  /// a row begins with is a word that shows it.
  @Test
  void everyTopicIsATableOfThePagesAndEachOfItsWordsIsExplained() throws IOException {
    String pages = Files.readString(PAGE) + Files.readString(PAGE.resolveSibling("dates.md"));
    Path folder = Path.of("src/main/resources/dev/procc/view/reference/topics");
    for (ReferenceTopic topic : ReferenceTopic.all()) {
      assertTrue(pages.contains(Files.readString(folder.resolve(topic.name() + ".md")) + "\n"));
      assertTrue(explained(topic.name()).startsWith(topic.title() + "\n"), topic.name());
      for (List<String> row : topic.rows()) {
        String word = row.getFirst().replace("`", "").replaceFirst(", .*", "");
        String shown = explained(word);
        assertTrue(shown.contains("\n  " + word), shown);
      }
    }
    assertTrue(explained("WD12").startsWith("What a date may say\n"));
  }

  /// Each key has an example, and each example is YAML after its key.
  @Test
  void everyExampleIsYaml() {
    for (MappingSpec mapping : Vocabulary.all()) {
      for (KeyReference key : KeyReference.of(mapping)) {
        for (String example : key.examples()) {
          SourceFile file = new SourceFile("example", key.name() + ": " + example + "\n");
          assertTrue(Yaml.parse(file).findings().isEmpty(), mapping.name() + ": " + file.text());
        }
        assertTrue(!key.examples().isEmpty() && !key.type().isEmpty(), key.name());
      }
    }
  }

  private static String explained(String word) {
    CliCase.CommandResult result = new InProcessCli(Path.of("")).run("explain", word);
    assertEquals(0, result.exit(), word + result.stderr());
    return result.stdout();
  }
}
