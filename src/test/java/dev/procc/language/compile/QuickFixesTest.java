package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The fixes of findings that no rule makes: the line after each fix, and that its finding is gone.
class QuickFixesTest {
  private static final String PERIOD =
      """
      procc: v1
      kind: Period
      key: 2024-Q4
      status: open
      processes: [close]
      """;
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      businessStartDate: 2024-10-01
      businessEndDate: 2025-01-31
      dueDate: WD15
      autoClose: false
      certAutoApprove: false
      relativeDates: false
      root:
        name: Close
        parallel: true
        children:
          - sendTask: recon
            title: Reconcile
            assignee: { id: a, type: user }
            dueDate: WD2
          - sendTask: flux
            title: Flux
            assignee: { id: a, type: user }
            LINE
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PC105 | instructions: {{ period.label }}    | instructions: \"{{ period.label }}\"",
        "PC108 | dueDate: !!str WD3                  | dueDate: WD3",
        "PC120 | dueDat: WD3                         | dueDate: WD3",
        "PC123 | triggerType: manuel                 | triggerType: manual",
        "PC201 | dueDate: WD3 or next busines day    | dueDate: WD3 or next business day",
        "PC202 | dueDate: task(rekon).due + 2bd      | dueDate: task(recon).due + 2bd",
        "PC204 | dueDate: WD0                        | dueDate: WD-1",
        "PC211 | dueDate: clamp(WD3, WD5, WD1)       | dueDate: clamp(WD3, WD1, WD5)",
        "PC221 | dueDate: 5th friday of 2025-02      | dueDate: last friday of 2025-02",
        "PC222 | dueDate: D+3                        | dueDate: WD3",
        "PC223 | dueDate: BD3                        | dueDate: WD3",
      })
  void fixes(String code, String line, String fixed) {
    String before = PROCESS.replace("LINE", line.strip());
    MemoryTree tree = MemoryTree.of("close.process.yaml", before, "2024-Q4.period.yaml", PERIOD);
    assertTrue(
        compile(tree, code).findings().stream().anyMatch(d -> !d.fixes().isEmpty()),
        () -> "no fix of " + code + " in " + all(tree).findings());
    Fixer.FixResult result = Fixer.run(tree, t -> compile(t, code), Fixer.FixScope.ALL);
    assertEquals(
        PROCESS.replace("LINE", fixed.strip()),
        result.texts().getOrDefault("close.process.yaml", "nothing was fixed"));
    assertTrue(result.compilation().findings().isEmpty(), code);
  }

  @Test
  void aDateOutsideOfTheScheduleMovesItsEnd() {
    String before = PROCESS.replace("LINE", "dueDate: 2025-03-03");
    MemoryTree tree = MemoryTree.of("close.process.yaml", before, "2024-Q4.period.yaml", PERIOD);
    Fixer.FixResult result = Fixer.run(tree, t -> compile(t, "PC205"), Fixer.FixScope.ALL);
    assertEquals(
        before.replace("businessEndDate: 2025-01-31", "businessEndDate: 2025-03-03"),
        result.texts().get("close.process.yaml"));
    assertTrue(result.compilation().findings().isEmpty());
    assertEquals(Map.of(), Fixer.run(tree, t -> compile(t, "PC205"), Fixer.FixScope.SAFE).texts());
  }

  /// What the date means for others is told once its year is right.
  @Test
  void aWrongYearIsOneFinding() {
    String typo = PROCESS.replace("LINE", "dueDate: 2023-12-16");
    MemoryTree tree = MemoryTree.of("close.process.yaml", typo, "2024-Q4.period.yaml", PERIOD);
    assertEquals(
        List.of("PC205 did you mean 2024-12-16?"),
        all(tree).findings().stream()
            .filter(each -> each.span().text().contains("2023"))
            .map(each -> each.code().id() + " " + each.hint())
            .toList());
  }

  /// Only the author knows what was meant: no automatic fix is offered.
  @ParameterizedTest
  @CsvSource({
    "PC212, dueDate: WD15, dueDate: start + 10000bd",
    "PC212, dueDate: WD15, dueDate: start + 9999bd + 9999bd + 9999bd + 9999bd + 9999bd",
    "PC214, periods, dueDate: WD3",
    "PC217, businessEndDate: 2025-01-31, dueDate: 2024-12-02",
  })
  void hasNoFix(String code, String left, String line) {
    String text = PROCESS.replace("LINE", line);
    boolean bare = left.equals("periods");
    String process = bare || code.equals("PC212") ? text : text.replace(left + "\n", "");
    MemoryTree tree =
        bare
            ? MemoryTree.of("close.process.yaml", process)
            : MemoryTree.of("close.process.yaml", process, "2024-Q4.period.yaml", PERIOD);
    List<Finding> found = compile(tree, code).findings();
    assertFalse(found.isEmpty(), () -> all(tree).findings().toString());
    assertTrue(found.stream().allMatch(d -> d.fixes().isEmpty()), found::toString);
  }

  private static Compilation compile(FileTree tree, String code) {
    Compilation all = all(tree);
    return all.withFindings(
        all.findings().stream().filter(d -> d.code().id().equals(code)).toList());
  }

  private static Compilation all(FileTree tree) {
    return Compilations.of(tree);
  }
}
