package dev.procc.language.check.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Rule;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A rule whose inputs are readable speaks although the project has errors elsewhere.
class RulesBesideErrorsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/rules");
  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

  /// Another process with a key that is none: no rule needs anything of it.
  private static final String ELSEWHERE =
      """
      procc: v1
      kind: Process
      key: elsewhere
      name: Something else
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      colour: red
      root:
        name: Tasks
        parallel: false
        children:
          - sendTask: other
            title: Another one
            assignee: { id: user-9 }
            colour: red
      """;

  @Test
  void everyRuleAboutOneProcessSpeaksBesideAnErrorElsewhere() throws IOException {
    Set<String> silent = new TreeSet<>();
    for (Rule rule : Rules.all()) {
      if (rule instanceof ProcessRule) {
        String bad = fixture(rule.code().id());
        Set<String> alone = findings(rule, MemoryTree.of("bad.yaml", bad));
        MemoryTree beside = MemoryTree.of("bad.yaml", bad);
        beside.put("zz.process.yaml", ELSEWHERE);
        Set<String> left = findings(rule, beside);
        if (alone.isEmpty() || !left.containsAll(alone)) {
          silent.add(rule.code().id() + " " + alone + " " + left);
        }
      }
    }
    assertEquals(Set.of(), silent);
  }

  private static Set<String> findings(Rule rule, MemoryTree tree) {
    Set<String> lines = new TreeSet<>();
    for (Finding finding : Compilations.of(tree, AS_OF).findings()) {
      if (finding.code().equals(rule.code())) {
        lines.add(finding.message());
      }
    }
    return lines;
  }

  private static String fixture(String id) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(FIXTURES, id + "-*")) {
      return Files.readString(folders.iterator().next().resolve("bad.yaml"));
    }
  }
}
