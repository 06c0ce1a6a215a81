package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.yaml.Yaml;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The user's pages about the language are true.
class LanguagePageTest {
  private static final Path PAGE = Path.of("src/site/markdown/language.md");
  private static final Pattern BLOCK = Pattern.compile("```(yaml|csv)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("# ([\\w./-]+\\.(?:yaml|csv))\n");

  private static final List<String> FRAGMENTS = new ArrayList<>();

  private static MemoryTree project() throws IOException {
    MemoryTree tree = new MemoryTree();
    FRAGMENTS.clear();
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      Matcher name = NAMED.matcher(block.group(2));
      if (name.lookingAt()) {
        boolean table = name.group(1).endsWith(".csv");
        tree.put(name.group(1), table ? block.group(2).substring(name.end()) : block.group(2));
      } else {
        FRAGMENTS.add(block.group(2));
      }
    }
    return tree;
  }

  @Test
  void theFilesOfThePageAreAProjectWithoutAFault() throws IOException {
    MemoryTree tree = project();
    assertEquals(6, tree.files().size(), tree.files().keySet()::toString);
    Compilation compilation = Compilations.of(tree);
    List<String> found = new ArrayList<>();
    for (Finding each : compilation.findings()) {
      if (each.severity() != Severity.INFO) {
        found.add(each.span() + " " + each.code().id() + " " + each.message());
      }
    }
    assertEquals(List.of(), found);
    assertEquals(1, compilation.processes().size());
    assertTrue(
        compilation
            .processes()
            .getFirst()
            .resolved()
            .nodes()
            .containsKey("close@2024-Q4/entities/emea"),
        () -> compilation.processes().getFirst().resolved().nodes().keySet().toString());
  }

  /// Incomplete examples are YAML as well, line by line if they show several ways to write one key.
  @Test
  void theOtherBlocksAreYaml() throws IOException {
    project();
    assertTrue(FRAGMENTS.size() >= 3, FRAGMENTS::toString);
    for (String fragment : FRAGMENTS) {
      boolean ways = fragment.startsWith("forEach:");
      for (String text : ways ? fragment.split("\n", -1) : new String[] {fragment}) {
        assertEquals(List.of(), Yaml.parse(new SourceFile("page", text)).findings(), text);
      }
    }
  }
}
