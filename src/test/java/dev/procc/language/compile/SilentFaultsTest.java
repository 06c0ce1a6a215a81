package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults that could drop or change something without any finding.
class SilentFaultsTest {
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
  private static final String HEAD =
      """
      procc: v1
      kind: Process
      key: p
      name: Plain
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      """;
  private static final String TREE =
      """
      root:
        name: R
        parallel: false
        children:
      """;
  private static final String TASK =
      """
          - sendTask: a
            title: A
            assignee: { id: u }
      """;
  private static final String PROJECT = "procc: v1\nkind: Project\nkey: t\n";
  private static final String PERIOD =
      "procc: v1\nkind: Period\nkey: 2024-Q4\nspan: quarter\nprocesses: [p]\n";

  private final Map<String, String> files = new TreeMap<>(Map.of("procc.yaml", PROJECT));

  /// The findings with one of the codes, each as `PC197 p.process.yaml:12 "prdo" is not a target of
  /// this project; ...; did you mean "prod"?`.
  private List<String> findings(String... codes) {
    Outcome<Project> project = ProjectReader.read(new OverlayTree(EMPTY, files));
    List<String> lines = new ArrayList<>();
    for (Finding finding :
        Compiler.compile(
                project, project.value().orElseThrow().instances(), CompileOptions.defaults())
            .findings()) {
      if (codes.length == 0 || List.of(codes).contains(finding.code().id())) {
        lines.add(
            finding.code().id()
                + " "
                + (finding.span() == null ? "-" : finding.span().pathAndLine())
                + " "
                + finding.message()
                + (finding.hint() == null ? "" : "; " + finding.hint()));
      }
    }
    return lines;
  }

  private void conditionalTask(String declarations, String condition) {
    files.put(
        "p.process.yaml", HEAD + declarations + TREE + TASK + "      if: " + condition + "\n");
    files.put("periods/2024-Q4.yaml", PERIOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target == prdo | \"prdo\" is not a target of this project | did you mean \"prod\"?",
        "target == Prod | \"Prod\" is not a target of this project | did you mean \"prod\"?",
        "not target == prdo | \"prdo\" is not a target of this project | did you mean \"prod\"?",
        "target in [dev, prdo] | \"prdo\" is not a target of this project | did you mean \"prod\"?",
        "true and target == x | \"x\" is not a target of this project | known: dev, prod",
        "period.quarter == 5 | \"5\" is not a quarter (1, 2, 3 or 4) |",
        "period.quarter == 0 | \"0\" is not a quarter (1, 2, 3 or 4) |",
        "period.quarter == Q4" + " | \"Q4\" is not a quarter (1, 2, 3 or 4) | did you mean \"4\"?",
        "period.month == December | \"December\" is not a month (1 to 12) |"
            + " did you mean \"12\"?",
        "period.month in [1, 13] | \"13\" is not a month (1 to 12) |",
        "period.year == '24-25' | \"24-25\" is not a year (as 2024) |",
        "period.end == 2024-13-31 | \"2024-13-31\" is not a date (YEAR-MONTH-DAY) |",
        "size == smal | \"smal\" is not one of the allowed values | did you mean" + " \"small\"?",
        "flag == yes | \"yes\" is neither true nor false |",
        "count == ten | \"ten\" is not an integer |",
        "count == 12 | \"12\" is more than the maximum 9 |",
      })
  void aComparisonThatIsNeverTrueIsAnError(String condition, String message, String hint) {
    files.put("procc.yaml", PROJECT + "targets: { dev: {}, prod: {} }\n");
    conditionalTask(
        """
        variables:
          size: { type: string, enum: [small, large], default: small }
          flag: { type: boolean, default: true }
          count: { type: integer, maximum: 9, default: 1 }
        """,
        condition.replace("'", "\""));
    String path = condition.replaceAll("^(not |true and )*", "").split(" ", 2)[0];
    assertEquals(
        List.of(
            "PC197 p.process.yaml:19 "
                + message
                + "; "
                + path
                + " is never that"
                + (hint == null ? "" : "; " + hint)),
        findings("PC197"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target == prod",
        "target in [dev, prod]",
        "period.quarter == 4",
        "period.quarter == 4.0",
        "period.quarter == '4'",
        "period.key == 2031-Q1",
        "period.start == 2025-01-01",
        "size == large",
        "flag == false",
        "flag == True",
        "free == anything",
      })
  void aComparisonThatMayBeTrueIsNone(String condition) {
    files.put("procc.yaml", PROJECT + "targets: { dev: {}, prod: {} }\n");
    conditionalTask(
        """
        variables:
          size: { type: string, enum: [small, large], default: small }
          flag: { type: boolean, default: true }
          free: { type: string, default: x }
        """,
        condition.replace("'", "\""));
    assertEquals(List.of(), findings("PC197"));
  }

  @Test
  void columnsAndParametersCountAsDeclared() {
    files.put("t.csv", "code,tier\nus,1\n");
    files.put(
        "x.template.yaml",
        """
        procc: v1
        kind: Template
        key: x
        parameters:
          mode: { type: string, enum: [fast, slow] }
        children:
          - sendTask: t
            title: T
            assignee: { id: u }
            if: mode == fats
        """);
    files.put(
        "p.process.yaml",
        HEAD
            + TREE
            + """
                - sendTask: a
                  title: A
                  assignee: { id: u }
                  forEach: { file: t.csv, as: row, key: code, columns: { tier: integer } }
                  if: row.tier == one
                - use: x
                  with: { mode: slow }
            """);
    assertEquals(
        List.of(
            "PC197 p.process.yaml:16 \"one\" is not an integer; row.tier is never that",
            "PC197 x.template.yaml:10 \"fats\" is not one of the allowed values; mode is never"
                + " that; did you mean \"fast\"?"),
        findings("PC197"));
  }

  @Test
  void withoutDeclaredTargetsTheOnlyOneIsDefault() {
    conditionalTask("", "target == prod");
    assertEquals(
        List.of(
            "PC197 p.process.yaml:15 \"prod\" is not a target of this project; target is never"
                + " that; known: default"),
        findings("PC197"));
    conditionalTask("", "target == default");
    assertEquals(List.of(), findings("PC197"));
  }

  @Test
  void targetsThatCannotBeReadAreNotKnown() {
    conditionalTask("", "target == prod");
    files.put("procc.yaml", PROJECT + "targets: prod\n");
    assertEquals(List.of(), findings("PC197"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Procc: v1",
        "proc: v1",
        "PROCC: v1",
        "\"procc\": v1",
        "procc : v1",
        "# nothing",
        "processc: v1"
      })
  void aDocumentWithKindAndKeyIsADefinitionWhateverItsFirstLine(String line) {
    files.put(
        "close.yaml",
        HEAD.replace("procc: v1", line) + TREE + TASK.replace("title: A", "titel: A"));
    List<String> found = findings();
    assertEquals(
        true,
        found.stream().anyMatch(each -> each.contains("close.yaml") && each.contains("titel")),
        found::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "close.process.YAML",
    "Close.Process.yaml",
    "close.process.YML",
    "Close.PROCESS.Yml",
    "sub/CLOSE.process.yaml"
  })
  void namesOfFilesCountInAnyCase(String path) {
    files.put(path, HEAD.replace("procc: v1", "x: 1") + TREE + TASK);
    assertEquals(true, findings().stream().anyMatch(each -> each.contains(path)));
  }

  @Test
  void yamlOfOthersIsLeftAlone() {
    files.put(
        "k8s.yaml", "apiVersion: v1\nkind: Policy\nmetadata: { name: x }\nspec: { key: 1 }\n");
    files.put("bad.yaml", "apiVersion: v1\nkind: Policy\n  : [\n");
    files.put("other.yaml", "key: a\nkind: of magic\n");
    assertEquals(List.of(), findings());
  }

  /// In a period of several processes a change that named none of them did not happen.
  @ParameterizedTest
  @CsvSource({
    "a, begin with the key of its process",
    "/a, begin with the key of its process",
    "root, begin with the key of its process",
    "clsoe/a, did you mean \"close/a\"?",
    "clsoe, did you mean \"close\"?",
    "close@2024-Q3/a, did you mean \"close/a\"?",
    "close@2024-Q3, did you mean \"close\"?",
    "closer/a/b, did you mean \"close/a/b\"?",
  })
  void aChangeOfAPeriodNamesOneOfItsProcesses(String at, String hint) {
    changeOfTwoProcesses(at);
    List<String> found = findings("PC180");
    assertEquals(1, found.size(), found::toString);
    String line = found.getFirst();
    assertTrue(line.contains("\"" + at + "\" is in none of the processes of 2024-Q4"), line);
    assertTrue(line.contains(hint), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"close/a", "close", "report/root", "report@2024-Q4/a", "close@2024-Q4", "close/b"})
  void aChangeThatNamesAProcessIsJudgedThere(String at) {
    changeOfTwoProcesses(at);
    assertEquals(at.equals("close/b") ? 1 : 0, findings("PC180").size());
  }

  private void changeOfTwoProcesses(String at) {
    String head = PERIOD.replace("span: quarter", "status: open").replace("[p]", "[close, report]");
    String change = "changes: [{ at: " + at + ", dueDate: 2024-12-23, reason: x }]\n";
    files.put("q4.period.yaml", head + change);
    for (String key : List.of("close", "report")) {
      files.put(key + ".process.yaml", HEAD.replace("key: p", "key: " + key) + TREE + TASK);
    }
  }

  /// The written end of a period in January once made `period.month` 1, and dropped the task.
  @ParameterizedTest
  @CsvSource({"2024-12, 12, 2024, 4", "2024-Q4, 12, 2024, 4", "close-of-12, 1, 2025, 1"})
  void aWrittenEndDoesNotMoveTheFactsOfThePeriod(String key, int month, int year, int quarter) {
    String facts =
        "period.month == "
            + month
            + " and period.year == "
            + year
            + " and period.quarter == "
            + quarter;
    files.put(
        "q4.period.yaml",
        PERIOD.replace("2024-Q4", key).replace("span: quarter", "status: open")
            + "start: 2024-12-01\nend: 2025-01-03\n");
    files.put("p.process.yaml", HEAD + TREE + TASK + "      if: " + facts + "\n");
    assertEquals(List.of(), findings("PC403"));
  }

  /// `period.end` of such a period was no date, and nothing said so.
  @ParameterizedTest
  @CsvSource({"1960-01-01, 1960-03-31", "2024-10-01, 2200-01-01", "1969-12-31, 2024-12-31"})
  void aPeriodBeyondTheYearsThatAreKnownIsRefused(String start, String end) {
    files.put(
        "q4.period.yaml",
        PERIOD.replace("span: quarter", "status: open")
            + ("start: " + start + "\nend: " + end + "\n"));
    files.put("p.process.yaml", HEAD + TREE + TASK + "      dueDate: period.end + 3d\n");
    assertEquals(1, findings("PC132").size(), findings()::toString);
  }
}
