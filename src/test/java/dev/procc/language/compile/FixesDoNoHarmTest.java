package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import dev.procc.testing.LanguageInputs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no fix may do, for the single-fault mutants of the samples: make a project worse, delete
/// what an author wrote, or make a choice while something is broken.
class FixesDoNoHarmTest {
  private Function<FileTree, Compilation> compiler = Compilations.sharing();

  private Fixer.FixResult fix(FileTree tree, Fixer.FixScope scope) {
    return Fixer.run(tree, compiler, scope);
  }

  private static String process(String children) {
    return LanguageInputs.HEAD + children.indent(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: Reconcile AR  dueDate: 2024-12-20",
        "title: Reconcile AR assignee: sam",
        "title: A, dueDate: 2024-12-20",
        "instructions: see title: x",
        "assignee: id: sam }",
        "labels: control: FSCP-07, account: cash }",
        "title: Note, see it: x]"
      })
  void aValueThatHoldsAnEntryIsNotQuoted(String line) {
    String text = process("- sendTask: a\n  " + line + "\n");
    MemoryTree tree = MemoryTree.of("p.process.yaml", text);
    Fixer.FixResult fixed = fix(tree, Fixer.FixScope.SAFE);
    assertEquals(Map.of(), fixed.texts());
    assertTrue(fixed.compilation().hasErrors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title: Deadline: the third day", "title: Note: see [1]", "title: At 9: x"})
  void aTextWithAColonIsQuoted(String line) {
    String text = process("- sendTask: a\n  " + line + "\n  assignee: { id: u }\n");
    Fixer.FixResult fixed = fix(MemoryTree.of("p.process.yaml", text), Fixer.FixScope.SAFE);
    String value = line.substring("title: ".length());
    assertTrue(fixed.texts().get("p.process.yaml").contains("title: \"" + value + "\""));
    assertFalse(fixed.compilation().hasErrors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAFE", "ALL"})
  void anAliasThatOneFixWritesNoOtherRemoves(String scope) {
    String text =
        process(
            """
            - contentRequest: a
              title: A
              assignee: { id: u }
              document: doc1
              section: s1
            - contentRequest: b
              title: B
              assignee: { id: u }
              document: other
              section: s2
            """);
    String documents =
        """
        procc: v1
        kind: Documents
        key: documents
        documents:
          revenue-report: { id: doc1 }
          other: { id: doc9 }
        """;
    MemoryTree tree = MemoryTree.of("p.process.yaml", text, "documents.yaml", documents);
    Fixer.FixResult fixed = fix(tree, Fixer.FixScope.valueOf(scope));
    assertEquals(
        Map.of("p.process.yaml", text.replace("document: doc1", "document: revenue-report")),
        fixed.texts());
    assertEquals(
        Compilations.of(tree).processes().getFirst().process(),
        fixed.compilation().processes().getFirst().process());
  }

  @Test
  void aTemplateThatOthersUseKeepsItsText() {
    String use = "- { use: t }\n";
    String period = "procc: v1\nkind: Period\nkey: 2024-Q4\nstatus: open\nprocesses: [p]\n";
    String template =
        """
        procc: v1
        kind: Template
        key: t
        children:
          - sendTask: a
            title: Close the books of Q4 2024
            assignee: { id: u }
        """;
    MemoryTree alone = MemoryTree.of("p.process.yaml", process(use), "q.period.yaml", period);
    alone.put("t.template.yaml", template);
    assertTrue(fix(alone, Fixer.FixScope.SAFE).texts().containsKey("t.template.yaml"));

    MemoryTree shared = MemoryTree.of("p.process.yaml", process(use), "q.period.yaml", period);
    shared.put("t.template.yaml", template);
    shared.put("o.process.yaml", process(use).replace("key: p", "key: o"));
    assertEquals(Map.of(), fix(shared, Fixer.FixScope.SAFE).texts());
    assertFalse(fix(shared, Fixer.FixScope.ALL).texts().containsKey("t.template.yaml"));

    MemoryTree later = MemoryTree.of("p.process.yaml", process(use), "q.period.yaml", period);
    later.put("t.template.yaml", template);
    later.put("r.period.yaml", period.replace("2024-Q4", "2025-Q1"));
    assertEquals(Map.of(), fix(later, Fixer.FixScope.SAFE).texts());
  }

  /// An error anywhere once ended the watch over what is sent: the fix for Q4 changed the title of
  /// Q1.
  @ParameterizedTest
  @ValueSource(strings = {"dueDate: WD3", "assignee: nobody", "nonsense: 1"})
  void anErrorElsewhereLetsNoSafeFixChangeWhatIsSent(String error) {
    String task = "- sendTask: a\n  title: Prepare Q4 2024 numbers \n  assignee: { id: u }\n";
    String period = "procc: v1\nkind: Period\nkey: 2024-Q4\nstatus: open\nprocesses: [p]\n";
    MemoryTree tree = MemoryTree.of("p.process.yaml", process(task), "q.period.yaml", period);
    tree.put("r.period.yaml", period.replace("2024-Q4", "2025-Q1"));
    String other = process("- sendTask: a\n  title: \"A \"\n  " + error + "\n");
    tree.put("o.process.yaml", other.replace("key: p", "key: o"));
    Fixer.FixResult fixed = fix(tree, Fixer.FixScope.SAFE);
    assertTrue(fixed.compilation().hasErrors());
    assertFalse(fixed.texts().containsKey("p.process.yaml"), fixed.texts()::toString);
    assertTrue(fixed.texts().get("o.process.yaml").contains("title: \"A\""));
  }

  @Test
  void aFixOfJudgementWaitsUntilNothingIsBroken() {
    String task = "- sendTask: a\n  title: A\n  assignee: { id: u }\n  dueDate: 2024-12-07\n";
    String broken = process(task).replace("name: R\n", "name: R\n  nonsense: 1\n");
    assertEquals(
        Map.of(), fix(MemoryTree.of("p.process.yaml", broken), Fixer.FixScope.ALL).texts());
    MemoryTree whole = MemoryTree.of("p.process.yaml", process(task));
    assertTrue(fix(whole, Fixer.FixScope.ALL).texts().get("p.process.yaml").contains("2024-12-06"));
  }

  @Test
  void fixesOfMutantsDoNoHarm() throws IOException {
    check(23);
  }

  @Test
  @Tag("heavy")
  void fixesOfAllMutantsDoNoHarm() throws IOException {
    check(1);
  }

  private void check(int step) throws IOException {
    int count = 0;
    for (Map<String, String> project : SingleFaultTest.projects()) {
      compiler = Compilations.sharing();
      for (Map.Entry<String, String> file : project.entrySet()) {
        if (!file.getKey().endsWith(".yaml")) {
          continue;
        }
        SourceFile source = new SourceFile(file.getKey(), file.getValue());
        for (SingleFaultMutants.Mutant mutant : SingleFaultMutants.of(source)) {
          if (SingleFaultTest.isOfSlice(count++, step)) {
            Map<String, String> changed = new TreeMap<>(project);
            changed.put(file.getKey(), mutant.text());
            checkMutant(SingleFaultTest.tree(changed), mutant.kind() + "\n" + mutant.text());
            if (mutant.kind().equals("key misspelt")) {
              checkMisspelt(SingleFaultTest.tree(changed), project, mutant.text());
            }
          }
        }
      }
    }
  }

  /// Checks that a misspelt word becomes the original one, or stays unchanged.
  private void checkMisspelt(FileTree tree, Map<String, String> project, String what) {
    Fixer.FixResult all = fix(tree, Fixer.FixScope.ALL);
    boolean corrected = false;
    for (Fixer.AppliedFix applied : all.applied()) {
      corrected |= applied.finding().code().id().compareTo("PC200") < 0;
    }
    if (corrected && !all.compilation().hasErrors()) {
      Compilation original = fix(SingleFaultTest.tree(project), Fixer.FixScope.ALL).compilation();
      assertEquals(rendered(original), rendered(all.compilation()), what);
    }
  }

  private void checkMutant(FileTree tree, String what) {
    Compilation before = compiler.apply(tree);
    Fixer.FixResult safe = fix(tree, Fixer.FixScope.SAFE);
    assertTrue(errors(safe.compilation()).size() <= errors(before).size(), what);
    for (Fixer.AppliedFix applied : safe.applied()) {
      if (applied.finding().code().id().startsWith("PC1")) {
        for (TextEdit edit : applied.fix().edits()) {
          assertEquals(unquoted(edit.span().text()), unquoted(edit.replacement()), what);
        }
      }
    }
    if (!before.hasErrors()) {
      assertTrue(safe.compilation().findings().size() <= before.findings().size(), what);
      assertEquals(rendered(before), rendered(safe.compilation()), what);
    }
    Fixer.FixResult all = fix(tree, Fixer.FixScope.ALL);
    assertTrue(errors(all.compilation()).size() <= errors(before).size(), what);
    boolean broken = errors(all.compilation()).stream().anyMatch(f -> !FixStage.isJudged(f));
    for (Fixer.AppliedFix applied : all.applied()) {
      assertTrue(!broken || applied.fix().safe() || !FixStage.isJudged(applied.finding()), what);
    }
  }

  private static List<Finding> errors(Compilation compilation) {
    return compilation.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  private static String rendered(Compilation compilation) {
    StringBuilder all = new StringBuilder();
    compilation.processes().forEach(each -> all.append(each.process()));
    return all.toString().replaceAll("\\s+", "");
  }

  private static String unquoted(String text) {
    return text.replaceAll("[\"'\\\\\\s]", "");
  }
}
