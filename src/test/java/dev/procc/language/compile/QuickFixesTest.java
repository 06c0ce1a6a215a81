package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The fixes of findings that no rule makes: what each leaves of a line, and that its finding is
/// gone then.
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
        compile(tree, code).diagnostics().stream().anyMatch(d -> !d.fixes().isEmpty()),
        () -> "no fix of " + code + " in " + all(tree).diagnostics());
    Fixer.Fixed result = Fixer.run(tree, t -> compile(t, code), Fixer.UNSAFE);
    assertEquals(
        PROCESS.replace("LINE", fixed.strip()),
        result.texts().getOrDefault("close.process.yaml", "nothing was fixed"));
    assertTrue(result.compilation().diagnostics().isEmpty(), code);
  }

  private static Compilation compile(FileTree tree, String code) {
    Compilation all = all(tree);
    return all.withDiagnostics(
        all.diagnostics().stream().filter(d -> d.code().id().equals(code)).toList());
  }

  private static Compilation all(FileTree tree) {
    Outcome<Project> read = ProjectReader.read(tree);
    return Compiler.compile(
        read, read.value().orElseThrow().instances(), CompileOptions.standard());
  }
}
