package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guards of live processes are read from the base version too, and every guard that a change
/// loosens is at the top of everything that reviewers read.
class GuardsTest {
  private static final String PROJECT =
      """
      procc: v1
      kind: Project
      key: p
      safety: { maxCreate: 9 }
      targets:
        prod:
          region: us
          canary: c1
          safety: { maxReplace: 0, maxDateShiftDays: 5 }
          freeze:
            - { from: 2024-12-20, to: 2024-12-31, reason: year end }
      rules:
        preparer-approves: error
      allow:
        - { rule: PC207, at: close/t, until: 2024-11-30, reason: agreed }
      """;
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      protect: true
      onRemoval: keep
      dueDate: 2025-01-15
      safety: { maxReplace: 0 }
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: false
        children:
          - sendTask: t
            title: Reconcile
            assignee: ann
            dueDate: 2024-12-13
      """;

  /// A task that can only be added by a replacement.
  private static final String SECOND =
      """
          - sendTask: u
            title: Review
            assignee: ann
            dueDate: 2024-12-13
      """;

  @TempDir Path folder;
  private EmulatedCli cli;

  @BeforeEach
  void start() throws Exception {
    cli = new EmulatedCli();
    PlainGit.run(folder, "init", "-q", "-b", "main");
    write(
        "people.yaml",
        "procc: v1\nkind: People\nkey: people\npeople:\n  ann: { id: u1, name: Ann }\n");
    write("close.process.yaml", PROCESS);
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private void commit() throws Exception {
    PlainGit.run(folder, "add", "-A");
    PlainGit.run(folder, "commit", "-q", "-m", "x");
  }

  private String run(int exit, String... words) {
    CliCase.CommandResult result = cli.client(folder).run(words);
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return result.stdout();
  }

  /// Each way to loosen one guard: in the project file or in the process.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "maxCreate: 9 | maxCreate: 10 | maxCreate: 10, was 9",
        "safety: { maxReplace: 0, maxDateShiftDays: 5 } | safety: { maxDateShiftDays: 5 } |"
            + " maxReplace: no limit, was 0",
        "maxDateShiftDays: 5 | maxDateShiftDays: null | maxDateShiftDays: no limit, was 5",
        "canary: c1 | canary: c2 | target prod is no longer recognised by process c1",
        "to: 2024-12-31 | to: 2024-12-30 | target prod is no longer frozen on every day of",
        "region: us | region: eu | target prod leads to region eu, was region us",
        "region: us | apiUrl: 'https://example.com' | target prod leads to https://example.com, was"
            + " region us",
        "canary: c1 | `canary: c1\n    sandbox: true` | target prod becomes a sandbox",
        "preparer-approves: error | preparer-approves: info | rule preparer-approves (PC308): info,"
            + " was error",
        "preparer-approves: error | PC308: off | rule preparer-approves (PC308): off, was error",
        "until: 2024-11-30 | until: 2024-12-30 | allows PC207 at close/t until 2024-12-30: agreed",
        "at: close/t | at: '**' | allows PC207 at ** until 2024-11-30: agreed",
        "rule: PC207 | rule: [PC207, PC210] | allows PC210 at close/t until 2024-11-30: agreed",
        "protect: true | protect: false | close is no longer protected",
        "onRemoval: keep | onRemoval: trash | close is trashed when its definition is removed, was"
            + " kept",
        "safety: { maxReplace: 0 } | safety: { maxReplace: 3 } | maxReplace of close: 3, was 0",
        "key: close | key: other | close is protected, and its definition is gone",
      })
  void eachIsTold(String was, String is, String message) throws Exception {
    write("procc.yaml", PROJECT);
    commit();
    for (String file : List.of("procc.yaml", "close.process.yaml")) {
      String text = Files.readString(folder.resolve(file));
      write(file, text.replace(was, is));
    }
    String text = run(0, "diff", "--base", "main");
    assertTrue(text.contains("This change loosens 1 guard\n"), text);
    assertTrue(text.replaceAll("\\s+", " ").contains(message), text);
    String json = run(0, "diff", "--base", "main", "--format", "json");
    assertTrue(json.contains("\"message\": \"" + message), json);
    run(0, "impact", "--base", "main", "--md-out", "impact.md");
    String comment = Files.readString(folder.resolve("impact.md"));
    assertTrue(comment.contains("### ⚠ This change loosens 1 guard\n- "), comment);
    assertTrue(comment.indexOf("###") == comment.indexOf("### ⚠"), comment);
    run(0, "impact", "--base", "main", "--format", "json");
    commit();
    PlainGit.run(folder, "checkout", "-q", "main~1");
    String back = run(0, "diff", "--base", "main");
    boolean otherRatherThanLess =
        message.contains("leads to") || message.contains("recognised") || message.contains("gone");
    assertEquals(otherRatherThanLess, back.contains("loosens"), back);
  }

  private void project(String safety) throws Exception {
    write("procc.yaml", "procc: v1\nkind: Project\nkey: p\nsafety: " + safety + "\n");
  }

  /// A guard that a request loosens still holds for the request's own plan.
  @Test
  void theStricterOfBothHolds() throws Exception {
    project("{ maxReplace: 0 }");
    write(
        "close.process.yaml", PROCESS.replace("protect: true\n", "").replaceAll("safety.*\n", ""));
    commit();
    run(0, "apply", "--yes");
    project("{ maxReplace: 5 }");
    String replaced = Files.readString(folder.resolve("close.process.yaml"));
    write(
        "close.process.yaml",
        replaced.replace("dueDate: 2024-12-13", "dueDate: 2024-12-13\n" + SECOND));
    run(2, "plan", "--detailed-exitcode");
    String text =
        run(
            4,
            "plan",
            "--base",
            "main",
            "--detailed-exitcode",
            "--md-out",
            "p.md",
            "--html-out",
            "p.html");
    assertTrue(text.contains("procc.yaml:4   maxReplace: 5, was 0"), text);
    assertTrue(text.contains("1 process is replaced, and the limit is 0"), text);
    String comment = Files.readString(folder.resolve("p.md"));
    assertTrue(
        comment.indexOf("### ⚠ This change loosens 1 guard") < comment.indexOf("Source"), comment);
    assertTrue(Files.readString(folder.resolve("p.html")).contains("maxReplace: 5, was 0"));
    run(2, "plan", "--base", "main", "--detailed-exitcode", "--max-replace", "1");
    run(0, "plan", "--base", "main", "--save", "plan.json");
    assertTrue(run(0, "show", "plan.json").contains("This change loosens 1 guard"));
    run(1, "plan", "--base", "nowhere");
  }

  /// The base version protects a process that was applied before it was protected.
  @Test
  void theBaseProtectsAProcess() throws Exception {
    write(
        "close.process.yaml", PROCESS.replace("protect: true\n", "").replaceAll("safety.*\n", ""));
    run(0, "apply", "--yes");
    String open = Files.readString(folder.resolve("close.process.yaml"));
    write("close.process.yaml", open.replace("onRemoval", "protect: true\nonRemoval"));
    commit();
    write(
        "close.process.yaml",
        open.replace("dueDate: 2024-12-13", "dueDate: 2024-12-13\n" + SECOND));
    String text = run(4, "plan", "--base", "main", "--detailed-exitcode");
    assertTrue(text.contains("close is no longer protected"), text);
    assertTrue(text.contains("it is protected (protect: true)"), text);
  }

  /// A comment that suppresses a finding is reported; an existing one is not.
  @Test
  void aCommentThatHidesAFindingIsTold() throws Exception {
    String late = PROCESS.replace("dueDate: 2024-12-13", "dueDate: 2025-12-13");
    write("close.process.yaml", late);
    commit();
    write(
        "close.process.yaml",
        late.replace(
            "- sendTask: t", "# procc: allow PC210 -- agreed with audit\n    - sendTask: t"));
    String text = run(0, "diff", "--base", "main");
    assertTrue(
        text.contains("This change loosens 1 guard\n  close.process.yaml:16   allows"), text);
    assertTrue(text.contains("agreed with audit"), text);
    commit();
    assertFalse(run(0, "diff", "--base", "main").contains("loosens"));
  }

  /// A request that adds the first definition.
  @Test
  void aBaseWithoutDefinitionsGuardsNothing() throws Exception {
    write(".gitignore", "*.yaml\n");
    commit();
    assertTrue(run(0, "diff", "--base", "main").contains("close"));
    run(0, "impact", "--base", "main");
    assertFalse(run(0, "plan", "--base", "main").contains("loosens"));
  }
}
