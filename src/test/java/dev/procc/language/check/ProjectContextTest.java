package dev.procc.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// When a rule may call something unused, missing or repeated, and when it must say nothing.
class ProjectContextTest {
  private static final String HEAD =
      """
      procc: v1
      kind: Process
      key: KEY
      name: "Close KEY {{ period.label }}"
      businessStartDate: period.start
      businessEndDate: last business day of month after period
      dueDate: WD15
      businessDaysOfWeek: [monday, tuesday, wednesday, thursday, friday]
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      """;
  private static final String PEOPLE =
      """
      procc: v1
      kind: People
      key: people
      roles:
        manager: dana
      people:
        sam: { id: user-1, name: Sam Okafor }
        dana: { id: user-2, name: Dana Whitfield }
        tom: { id: user-3, name: Tom Becker }
      """;
  private static final FileTree EMPTY =
      new FileTree() {
        @Override
        public FileListing list() {
          return new FileListing(List.of(), List.of());
        }

        @Override
        public boolean exists(String path) {
          return false;
        }

        @Override
        public Outcome<SourceFile> read(String path) {
          throw new IllegalStateException(path);
        }
      };

  private final Map<String, String> files = new TreeMap<>(Map.of("people.yaml", PEOPLE));

  private void process(String key, String children) {
    files.put(
        key + ".process.yaml",
        HEAD.replace("KEY", key)
            + "root:\n  name: Close\n  parallel: true\n  children:\n"
            + children.indent(4));
  }

  private void period(String key, String status, String processes) {
    files.put(
        "periods/" + key + ".yaml",
        """
        procc: v1
        kind: Period
        key: %s
        status: %s
        processes: [%s]
        """
            .formatted(key, status, processes));
  }

  private static String task(String key, String more) {
    return "- sendTask: "
        + key
        + "\n  title: Reconcile "
        + key
        + "\n  dueDate: WD3\n"
        + more.indent(2);
  }

  /// The findings of all rules that compare something with the whole project: `PC311 tom`.
  private List<String> found(String... identities) {
    Outcome<Project> read = ProjectReader.read(new OverlayTree(EMPTY, files));
    Project project = read.value().orElseThrow();
    List<ProcessInstance> asked = new ArrayList<>();
    for (ProcessInstance instance : project.instances()) {
      if (identities.length == 0 || List.of(identities).contains(instance.identity())) {
        asked.add(instance);
      }
    }
    List<String> found = new ArrayList<>();
    Compiler.compile(read, asked, CompileOptions.defaults())
        .findings()
        .forEach(d -> found.add(d.code().id() + " " + d.span().text()));
    return found;
  }

  @Test
  void aPersonOfNoTaskIsUnused() {
    period("2024-Q4", "open", "close");
    process("close", task("cash", "assignee: sam\napprover: manager"));
    assertEquals(List.of("PC311 tom"), found());
  }

  @Test
  void nothingIsUnusedWhileAPartIsAskedFor() {
    period("2024-Q4", "open", "close, tax");
    process("close", task("cash", "assignee: sam\napprover: manager"));
    process("tax", task("tax", "assignee: sam"));
    assertEquals(List.of(), found("close@2024-Q4"));
    assertEquals(List.of("PC311 tom"), found());
  }

  @Test
  void nothingIsUnusedWhileSomethingIsBroken() {
    period("2024-Q4", "open", "close");
    process("close", task("cash", "assignee: sma\napprover: manager"));
    assertEquals(List.of("PC301 sma"), found());
  }

  @Test
  void aCellUsesAPersonAndSoDoesAChoiceNotTaken() {
    period("2024-Q4", "open", "close");
    files.put("entities.csv", "code,who\nus,sam\n");
    process(
        "close",
        """
        - sendTask: cash
          forEach: { file: entities.csv, as: entity, key: code }
          title: Reconcile {{ entity.code }}
          assignee: "{{ entity.who }}"
          approver: manager
        - sendTask: tax
          if: period.quarter == 1
          title: Review tax
          assignee: tom
        """);
    assertEquals(List.of(), found());
  }

  @Test
  void aClosedPeriodIsNotMissed() {
    period("2024-Q3", "closed", "close");
    period("2024-Q4", "open", "close");
    process("close", task("cash", "assignee: sam\napprover: manager"));
    assertEquals(List.of("PC311 tom"), found());
    files.remove("periods/2024-Q4.yaml");
    assertEquals(List.of(), found());
  }

  @Test
  void aTemplateRepeatsNothing() {
    period("2024-Q4", "open", "close");
    files.put(
        "cash.template.yaml",
        """
        procc: v1
        kind: Template
        key: cash
        children:
          - sendTask: cash
            title: Reconcile cash
            assignee: sam
            approver: manager
            dueDate: WD3
        """);
    process("close", "- use: cash\n" + task("bank", "assignee: tom\napprover: manager"));
    files.compute(
        "close.process.yaml",
        (path, text) -> text.replace("root:\n", "defaults:\n  approver: manager\nroot:\n"));
    assertEquals(List.of("PC604 manager"), found());
  }

  @Test
  void aChainOfMovesIsAHistory() {
    period("2024-Q4", "open", "close");
    process("close", task("cash", "assignee: sam\napprover: manager"));
    files.put("people.yaml", PEOPLE.replace("  tom: { id: user-3, name: Tom Becker }\n", ""));
    files.compute(
        "close.process.yaml",
        (path, text) ->
            text.replace(
                "root:\n",
                "moved:\n  - { from: bank, to: money }\n  - { from: money, to: cash }\nroot:\n"));
    assertEquals(List.of(), found());
    files.compute("close.process.yaml", (path, text) -> text.replace("to: cash", "to: cahs"));
    assertEquals(List.of("PC406 cahs"), found());
  }

  @Test
  void aNodeOfOnePeriodOnlyHasMovedAllTheSame() {
    period("2024-Q3", "open", "close");
    period("2024-Q4", "open", "close");
    process(
        "close",
        task("cash", "assignee: sam\napprover: manager")
            + task("year", "if: period.quarter == 4\nassignee: tom"));
    files.compute(
        "close.process.yaml",
        (path, text) -> text.replace("root:\n", "moved: [{ from: annual, to: year }]\nroot:\n"));
    assertEquals(List.of(), found());
  }

  @Test
  void aChangeOfThePeriodMayNameItAndTypeADate() {
    period("2024-Q4", "open", "close");
    process("close", task("cash", "assignee: sam\napprover: manager") + task("x", "assignee: tom"));
    files.compute(
        "periods/2024-Q4.yaml",
        (path, text) ->
            text
                + "changes:\n"
                + "  - { at: cash, title: Reconcile Q4 2024, dueDate: 2025-01-06, reason: Epiphany"
                + " }\n");
    assertEquals(List.of(), found());
  }
}
