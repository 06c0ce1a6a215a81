package dev.procc.language.check.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A rule whose inputs are readable reports its findings even if the project has errors elsewhere.
class RulesBesideErrorsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/rules");
  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

  /// Another process with an unknown key: no rule needs anything of it.
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

  private static final String QUOTE = "- sendTask: zz\n  title: \"Another one";

  /// Errors in the process itself, each as the first node of its root group, in addition to what
  /// the rules are about.
  private static final List<String> NODES =
      List.of(
          "- sendTask: zz\n  dueDate: none\n  title: Another one\n  colour: red\n",
          "- sendTask: zz\n  dueDate: none\n  title: Another one\n  assignee: nobody-we-know\n",
          "- sendTask: zz\n"
              + "  dueDate: none\n"
              + "  title: Another one\n"
              + "  assignee: { id: u9 }\n"
              + "  approverDueDate: someday\n",
          "- sendTask: zz\n  title: Another one\n  dueDate: due(nowhere) + 1bd\n",
          "- sendTask: zz\n  dueDate: none\n  title: Another {{ nothing }}\n",
          "- sendTask: zz\n  dueDate: none\n  titel: Another one\n",
          "- sendTsk: zz\n  dueDate: none\n  title: Another one\n",
          "- sendTask: zz\n  dueDate: none\n  title: [Another one]\n",
          "- group: zz\n  name: Others\n  parallel: maybe\n  children: []\n",
          "- { use: no-such-template }\n",
          QUOTE + "\n");

  /// Errors in documents that the processes of a file share, each as an additional document or an
  /// entry of one.
  private static final List<String> DOCUMENTS =
      List.of(
          "---\nprocc: v1\nkind: Calendar\nkey: zz\nworkdays: mon-funday\n",
          "---\nprocc: v1\nkind: Template\nkey: zz\nchildren: 7\n",
          "---\nprocc: v1\nkind: Period\nkey: 2031-Q4\nstatus: opne\nprocesses: []\n",
          "---\nprocc: v1\nkind: Nonsense\nkey: zz\n");

  /// Pairs of a rule and an error for which the rule must say nothing, because what it looks for
  /// may be what could not be read: an unclosed quote hides the rest of the file, and an unknown
  /// template may have a certification.
  private static final Set<String> UNKNOWN =
      Set.of(
          "PC210 " + QUOTE,
          "PC409 " + QUOTE,
          "PC409 - { use: no-such-template }",
          "PC508 " + QUOTE,
          "PC509 " + QUOTE);

  @Test
  void everyRuleAboutOneProcessSpeaksBesideAnErrorInItsFile() throws IOException {
    check(7);
  }

  @Test
  @Tag("heavy")
  void everyRuleAboutOneProcessSpeaksBesideAnyErrorInItsFile() throws IOException {
    check(1);
  }

  /// @param step one of this many errors is combined with each rule, another one for each rule
  private static void check(int step) throws IOException {
    Set<String> silent = new TreeSet<>();
    int count = 0;
    for (Rule rule : Rules.all()) {
      if (rule instanceof ProcessRule) {
        String bad = fixture(rule.code().id());
        Set<String> alone = findings(rule, MemoryTree.of("bad.yaml", bad));
        for (String node : NODES) {
          String children = "\n  children:\n";
          if (count++ % step == 0) {
            String beside = bad.replaceFirst(children, children + node.indent(4));
            noteSilent(rule, alone, beside, node, silent);
          }
        }
        for (String document : DOCUMENTS) {
          if (count++ % step == 0) {
            noteSilent(rule, alone, bad + document, document, silent);
          }
        }
      }
    }
    silent.removeAll(UNKNOWN);
    assertEquals(Set.of(), silent);
  }

  private static void noteSilent(
      Rule rule, Set<String> alone, String text, String what, Set<String> silent) {
    MemoryTree tree = MemoryTree.of("bad.yaml", text);
    assertTrue(Compilations.of(tree, AS_OF).hasErrors(), text);
    if (!findings(rule, tree).containsAll(alone)) {
      silent.add(rule.code().id() + " " + what.strip());
    }
  }

  private static Set<String> findings(Rule rule, MemoryTree tree) {
    Set<String> lines = new TreeSet<>();
    for (Finding finding : Compilations.of(tree, AS_OF).findings()) {
      if (finding.code().equals(rule.code())) {
        lines.add(finding.message().replaceAll("[0-9,]+ (tasks|bytes)", "many $1"));
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
