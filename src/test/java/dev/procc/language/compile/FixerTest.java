package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The files that the fixer writes, for made-up findings and for real ones.
class FixerTest {
  private static final Code CODE = Code.warning("PC999", "made-up");

  private static Compilation real(FileTree tree) {
    return Compilations.of(tree);
  }

  /// A compiler whose findings the test derives from the text of `a.yaml`.
  private static Function<FileTree, Compilation> finding(
      Function<SourceFile, List<Finding>> findings) {
    return tree -> {
      Compilation all = real(tree);
      SourceFile file = tree.read("a.yaml").value().orElseThrow();
      return all.withFindings(findings.apply(file));
    };
  }

  private static Finding replace(SourceFile file, String old, String by, boolean safe) {
    int at = file.text().indexOf(old);
    Finding found = Finding.of(CODE, Span.at(file, Math.max(at, 0)), "\"" + old + "\" is old");
    return at < 0
        ? found
        : found.withFix(
            new Fix(
                "write " + by,
                safe,
                List.of(new TextEdit(new Span(file, at, at + old.length()), by))));
  }

  @Test
  void safeFixesAreCarriedOutAndUnsafeOnesOnlyWhenAsked() {
    MemoryTree tree = MemoryTree.of("a.yaml", "a: one\nb: two\n");
    Function<FileTree, Compilation> compiler =
        finding(f -> List.of(replace(f, "one", "1", true), replace(f, "two", "2", false)));
    assertEquals(
        Map.of("a.yaml", "a: 1\nb: two\n"), Fixer.run(tree, compiler, Fixer.FixScope.SAFE).texts());
    Fixer.FixResult all = Fixer.run(tree, compiler, Fixer.FixScope.ALL);
    assertEquals(Map.of("a.yaml", "a: 1\nb: 2\n"), all.texts());
    assertEquals(Map.of("a.yaml", "a: one\nb: two\n"), all.originals());
    assertEquals(2, all.applied().size());
  }

  @Test
  void aFixThatChangesNothingIsNotCarriedOut() {
    MemoryTree tree = MemoryTree.of("a.yaml", "a: one\n");
    Fixer.FixResult all =
        Fixer.run(tree, finding(f -> List.of(replace(f, "one", "one", true))), Fixer.FixScope.ALL);
    assertEquals(Map.of(), all.texts());
    assertEquals(List.of(), all.applied());
  }

  @Test
  void whatOneFixUncoversTheNextRoundMends() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\n"),
            finding(f -> List.of(replace(f, "one", "two", true), replace(f, "two", "3", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: 3\n"), fixed.texts());
  }

  @Test
  void overlappingFixesDoNotMixAndTheLaterOneWaits() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one two three\n"),
            finding(f ->
                List.of(
                    replace(f, "one two", "1 two", true), replace(f, "two three", "2 3", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: 1 2 3\n"), fixed.texts());
  }

  @Test
  void aCircleOfFixesEnds() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\n"),
            finding(f -> List.of(replace(f, "one", "two", true), replace(f, "two", "one", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: two\n"), fixed.texts());
  }

  @Test
  void anEndlessFixEnds() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: x\n"),
            finding(f -> List.of(replace(f, "x", "xx", true))),
            Fixer.FixScope.SAFE);
    assertTrue(fixed.texts().get("a.yaml").length() < 100);
  }

  @Test
  void aFixThatBreaksTheFileIsLeftOutAndTheOthersAreNot() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\nb: two\n"),
            finding(f -> List.of(replace(f, "one", "[1", true), replace(f, "two", "2", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: one\nb: 2\n"), fixed.texts());
    assertEquals(1, fixed.applied().size());
  }

  @Test
  void aFixThatMendsDoesNotHideOneThatBreaks() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\nb: 2\nb: two\nc: 3\n"),
            finding(f -> List.of(replace(f, "b: two", "d: 4", true), replace(f, "c:", "a:", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: one\nb: 2\nd: 4\nc: 3\n"), fixed.texts());
  }

  @Test
  void findingsThatWantDifferentTextsAtOnePlaceGetNeither() {
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\nb: two\n"),
            finding(f ->
                List.of(
                    replace(f, "one", "1", true),
                    replace(f, "one", "eins", true),
                    replace(f, "two", "2", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of("a.yaml", "a: one\nb: 2\n"), fixed.texts());
  }

  @Test
  void aFileThatWasNotReadAsItIsIsNotTouched() {
    MemoryTree files = new MemoryTree();
    files.put("a.yaml", "a: one \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Fixer.FixResult fixed =
        Fixer.run(files, finding(f -> List.of(replace(f, "one", "1", true))), Fixer.FixScope.SAFE);
    assertEquals(Map.of(), fixed.texts());
  }

  @Test
  void aTextThatIsNoFileOfTheProjectIsNotTouched() {
    SourceFile flags = new SourceFile("a.yaml", "a: one, from a flag\n");
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", "a: one\n"),
            finding(f -> List.of(replace(flags, "one", "1", true))),
            Fixer.FixScope.SAFE);
    assertEquals(Map.of(), fixed.texts());
  }

  @Test
  void manyFixesTakeNoTimeToSpeakOf() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("k").append(i).append(": one\n");
    }
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("a.yaml", text.toString()),
            finding(f -> {
              List<Finding> all = new ArrayList<>();
              for (int at = f.text().indexOf("one");
                  at >= 0;
                  at = f.text().indexOf("one", at + 1)) {
                TextEdit edit = new TextEdit(new Span(f, at, at + 3), "1");
                all.add(
                    Finding.of(CODE, edit.span(), "an old word")
                        .withFix(Fix.safe("write 1", edit)));
              }
              return all;
            }),
            Fixer.FixScope.SAFE);
    assertEquals(20_000, fixed.applied().size());
    assertFalse(fixed.texts().get("a.yaml").contains("one"));
  }

  @Test
  void aLineOfATemplateIsFixedOnceForAllItsUses() {
    String process =
        """
        procc: v1
        kind: Process
        key: close
        name: Close
        businessStartDate: 2024-10-01
        businessEndDate: 2024-12-31
        dueDate: 2024-12-20
        autoClose: false
        certAutoApprove: false
        relativeDates: false
        root:
          name: Close
          parallel: true
          children:
            - { use: recon, key: a }
            - { use: recon, key: b }
        """;
    String template =
        """
        procc: v1
        kind: Template
        key: recon
        children:
          - sendTask: recon
            title: Reconcile
            assignee: { id: a, type: user }
            dueDate: 2024-12-07
        """;
    Fixer.FixResult fixed =
        Fixer.run(
            MemoryTree.of("close.process.yaml", process, "recon.template.yaml", template),
            FixerTest::real,
            Fixer.FixScope.ALL);
    assertEquals(
        Map.of("recon.template.yaml", template.replace("2024-12-07", "2024-12-06")), fixed.texts());
    assertEquals(1, fixed.applied().size());
    assertEquals(2, fixed.applied().getFirst().occurrences());
  }
}
