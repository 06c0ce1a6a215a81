package dev.procc.language.check.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.Fixer;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.testing.Compilations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings in comments and in the project file about findings, and their effects.
class FindingFilterTest {
  /// Two tasks due on a Saturday, one of them in a group; each test adds the last lines.
  private static final String PROCESS =
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
          - group: bank # GROUP
            name: Bank
            parallel: true
            children:
              - sendTask: sweep # ITEM
                title: Sweep
                assignee: { id: a, type: user }
                dueDate: 2024-12-07 # FIELD
          - sendTask: ledger
            title: Ledger
            assignee: { id: a, type: user }
            dueDate: 2024-12-14
      """;

  private static final String PROJECT =
      """
      procc: v1
      kind: Project
      key: p
      """;

  private final Map<String, String> files = new TreeMap<>(Map.of("close.process.yaml", PROCESS));
  private LocalDate asOf;

  private FindingFilterTest with(String path, String text) {
    files.put(path, text);
    return this;
  }

  /// The process with a comment at one of its marks.
  private FindingFilterTest at(String mark, String comment) {
    return with(
        "close.process.yaml",
        files.get("close.process.yaml").replace("# " + mark + "\n", "# " + comment + "\n"));
  }

  private FileTree tree() {
    List<String> all = new ArrayList<>();
    files.forEach((path, text) -> all.addAll(List.of(path, text)));
    return MemoryTree.of(all.toArray(String[]::new));
  }

  private Compilation compile(FileTree tree) {
    return Compilations.of(tree, asOf);
  }

  private Compilation compile() {
    return compile(tree());
  }

  /// The findings, one on each line: `PC207 close.process.yaml:26`.
  private static String found(Compilation compilation) {
    StringBuilder out = new StringBuilder();
    for (Finding each : compilation.findings()) {
      out.append(out.isEmpty() ? "" : "\n").append(each.code().id()).append(' ');
      out.append(each.span() == null ? "" : each.span().pathAndLine());
    }
    return out.toString();
  }

  private static List<String> accepted(Compilation compilation) {
    List<String> out = new ArrayList<>();
    for (SuppressedFinding each : compilation.suppressed()) {
      out.add(each.finding().address() + " -- " + each.reason());
    }
    return out;
  }

  private static String message(Compilation compilation, String code) {
    for (Finding each : compilation.findings()) {
      if (each.code().id().equals(code)) {
        return each.message() + " | " + each.hint();
      }
    }
    return "no " + code + " in " + compilation.findings();
  }

  @Test
  void withoutASuppressionBothAreFound() {
    assertEquals("PC207 close.process.yaml:22\nPC207 close.process.yaml:26", found(compile()));
    assertEquals(List.of(), compile().suppressed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIELD", "ITEM", "GROUP"})
  void aCommentCoversItsNodeAndWhatIsBelow(String mark) {
    Compilation compilation =
        at(mark, "procc: allow due-date-on-day-off -- the bank is open").compile();
    assertEquals("PC207 close.process.yaml:26", found(compilation));
    assertEquals(List.of("close/bank/sweep:dueDate -- the bank is open"), accepted(compilation));
  }

  @Test
  void aCommentAboveTheNodeCounts() {
    Compilation compilation =
        with(
                "close.process.yaml",
                PROCESS.replace(
                    "        - sendTask: sweep",
                    "        # procc: allow PC207 -- the bank is open\n        - sendTask: sweep"))
            .compile();
    assertEquals("PC207 close.process.yaml:27", found(compilation));
  }

  @Test
  void aCommentAboveTheDocumentCoversAllOfIt() {
    Compilation compilation =
        with("close.process.yaml", "# procc: allow PC207 -- typed by the bank\n" + PROCESS)
            .compile();
    assertEquals("", found(compilation));
    assertEquals(2, compilation.suppressed().size());
  }

  @Test
  void severalNamesAreJoinedByCommas() {
    Compilation compilation =
        at("FIELD", "procc: allow PC209 , due-date-on-day-off -- both").compile();
    assertEquals("PC139 close.process.yaml:22\nPC207 close.process.yaml:26", found(compilation));
    assertEquals(
        "\"PC209\" is allowed here, and is not found here | take it out",
        message(compilation, "PC139"));
  }

  @Test
  void anotherRuleIsNotAccepted() {
    Compilation compilation = at("FIELD", "procc: allow PC208 -- another").compile();
    assertEquals(
        "PC207 close.process.yaml:22\nPC139 close.process.yaml:22\nPC207 close.process.yaml:26",
        found(compilation));
    Fixer.FixResult fixed =
        Fixer.run(
            tree(),
            t ->
                compile(t)
                    .withFindings(
                        compile(t).findings().stream()
                            .filter(d -> d.code().id().equals("PC139"))
                            .toList()),
            Fixer.FixScope.ALL);
    assertEquals(
        files.get("close.process.yaml").replace(" # procc: allow PC208 -- another", ""),
        fixed.texts().get("close.process.yaml"));
  }

  @Test
  void theDayDecidesWhetherItHasEnded() {
    at("FIELD", "procc: allow PC207 until 2024-11-30 -- for now");
    assertEquals("PC207 close.process.yaml:26", found(compile()));
    asOf = LocalDate.parse("2024-11-30");
    assertEquals("PC207 close.process.yaml:26", found(compile()));
    asOf = LocalDate.parse("2024-12-01");
    assertEquals(
        "PC207 close.process.yaml:22\nPC138 close.process.yaml:22\nPC207 close.process.yaml:26",
        found(compile()));
    assertEquals(
        "This was allowed until Sat 2024-11-30, no longer"
            + " | correct what it allowed, or give it another day",
        message(compile(), "PC138"));
  }

  @Test
  void whatIsOnlyFoundOnADayIsNotIdleWithoutOne() {
    at("FIELD", "procc: allow due-date-passed, PC207 -- history");
    assertEquals("PC207 close.process.yaml:26", found(compile()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "procc: allow due-date-on-day-off",
        "procc: allow due-date-on-day-off --",
        "procc: allow due-date-on-day-off --reason",
        "procc: allow -- reason",
        "procc: allow , PC207 -- reason",
        "procc: allow PC207 until -- reason",
        "procc: allow PC207 until tomorrow -- reason",
        "procc: alow PC207 -- reason",
        "procc: ignore PC207 -- reason"
      })
  void whatCannotBeReadIsAnErrorAndAllowsNothing(String comment) {
    Compilation compilation = at("FIELD", comment).compile();
    assertTrue(compilation.hasErrors(), () -> found(compilation));
    assertEquals(
        "PC135 close.process.yaml:22\nPC207 close.process.yaml:22\nPC207 close.process.yaml:26",
        found(compilation).lines().sorted().reduce((a, b) -> a + "\n" + b).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"procc: v1", "about procc: allow it", "procc:", "procc is a tool"})
  void otherCommentsAreNotLookedAt(String comment) {
    assertEquals(
        "PC207 close.process.yaml:22\nPC207 close.process.yaml:26",
        found(at("FIELD", comment).compile()));
  }

  @Test
  void anUnknownNameGetsTheNearestOne() {
    Compilation compilation = at("FIELD", "procc: allow due-date-on-dayoff -- x").compile();
    assertEquals(
        "\"due-date-on-dayoff\" is the name of no rule | did you mean \"due-date-on-day-off\"?",
        message(compilation, "PC136"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PC104", "yaml-syntax", "PC120", "unknown-person", "PC187"})
  void whatCannotBeCompiledCannotBeAllowed(String name) {
    Compilation compilation = at("FIELD", "procc: allow " + name + " -- x").compile();
    assertTrue(
        message(compilation, "PC137")
            .startsWith("\"" + name + "\" cannot be allowed; nothing can be made of what it finds"),
        () -> message(compilation, "PC137"));
  }

  // Templates

  private FindingFilterTest templated(String first, String second, String inTemplate) {
    String process =
        PROCESS.substring(0, PROCESS.indexOf("    - group"))
            + "    - { use: recon, key: a, with: { of: A } }"
            + first
            + "\n    - { use: recon, key: b, with: { of: B } }"
            + second
            + "\n";
    return with("close.process.yaml", process)
        .with(
            "recon.template.yaml",
            """
            procc: v1
            kind: Template
            key: recon
            parameters: { of: string }
            children:
              - sendTask: recon
                title: Reconcile {{ of }}
                assignee: { id: a, type: user }
                dueDate: 2024-12-07\
            """
                + inTemplate
                + "\n");
  }

  @Test
  void inTheTemplateItCoversEveryUse() {
    Compilation compilation = templated("", "", " # procc: allow PC207 -- always so").compile();
    assertEquals("", found(compilation));
    assertEquals(
        List.of("close/a:dueDate -- always so", "close/b:dueDate -- always so"),
        accepted(compilation));
  }

  @Test
  void atAUseItCoversThatUse() {
    Compilation compilation = templated(" # procc: allow PC207 -- here only", "", "").compile();
    assertEquals("PC207 recon.template.yaml:9", found(compilation));
    assertEquals(List.of("close/a:dueDate -- here only"), accepted(compilation));
  }

  // The project file

  @Test
  void theProjectGradesRules() {
    with("procc.yaml", PROJECT + "rules:\n  due-date-on-day-off: error\n");
    assertTrue(compile().hasErrors());
    with("procc.yaml", PROJECT + "rules:\n  PC207: info\n");
    assertEquals("info", compile().findings().getFirst().severity().keyword());
    with("procc.yaml", PROJECT + "rules:\n  PC207: off\n");
    assertEquals("", found(compile()));
    assertEquals(List.of(), compile().suppressed());
  }

  @Test
  void anErrorIsGradedOnlyWhereItIsARule() {
    with("procc.yaml", PROJECT + "rules:\n  unknown-key: off\n  due-date-on-dayof: off\n");
    String all = found(compile());
    assertTrue(all.contains("PC137 procc.yaml:5") && all.contains("PC136 procc.yaml:6"), all);
  }

  @Test
  void aWordThatIsNoSeverityIsReportedAndChangesNothing() {
    with("procc.yaml", PROJECT + "rules:\n  PC207: fatal\n  PC208: \"{{ x }}\"\n");
    String all = found(compile());
    assertTrue(all.contains("PC123 procc.yaml:5") && all.contains("PC207"), all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at: close/bank",
        "at: close/bank/sweep",
        "at: close/*/sweep",
        "at: \"**/sweep:dueDate\"",
        "at: \"**:dueDate\"",
        "file: close.process.yaml",
        "file: \"*.process.yaml\"",
        "file: \"**/close.process.yaml\""
      })
  void theProjectAllowsByAddressAndByFile(String where) {
    with(
        "procc.yaml",
        PROJECT + "allow:\n  - { rule: [PC207], " + where + ", reason: the bank is open }\n");
    Compilation compilation = compile();
    assertFalse(found(compilation).contains("PC207 close.process.yaml:22"), found(compilation));
    assertEquals("close/bank/sweep:dueDate -- the bank is open", accepted(compilation).getFirst());
    assertFalse(compilation.suppressed().getFirst().inSource());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at: close/ban",
        "at: bank",
        "at: close/*",
        "at: close@2024-Q4/bank",
        "file: other.yaml"
      })
  void whatDoesNotFitIsReportedAsUnused(String where) {
    with("procc.yaml", PROJECT + "allow:\n  - { rule: PC207, " + where + ", reason: x }\n");
    Compilation compilation = compile();
    if (where.equals("at: close/*")) {
      assertEquals(2, compilation.suppressed().size(), "it covers what is below");
    } else {
      assertEquals(List.of(), compilation.suppressed());
      assertTrue(found(compilation).contains("PC139 procc.yaml:5"), found(compilation));
    }
  }

  @Test
  void anEntryHasAReasonAndADay() {
    with("procc.yaml", PROJECT + "allow:\n  - { rule: PC207, reason: \"\" }\n");
    assertTrue(found(compile()).contains("PC135"), () -> found(compile()));
    with("procc.yaml", PROJECT + "allow:\n  - { rule: PC207 }\n");
    assertTrue(found(compile()).contains("PC121"), () -> found(compile()));
    with("procc.yaml", PROJECT + "allow:\n  - { rule: PC207, until: 2024-11-30, reason: x }\n");
    assertEquals("", found(compile()));
    asOf = LocalDate.parse("2024-12-01");
    assertTrue(found(compile()).contains("PC138 procc.yaml:5"), () -> found(compile()));
  }

  @Test
  void aRunOverAPartSaysNothingOfUnusedOnes() {
    at("FIELD", "procc: allow PC208 -- x");
    with("other.process.yaml", PROCESS.replace("key: close", "key: other"));
    Outcome<Project> read = ProjectReader.read(tree());
    Project project = read.value().orElseThrow();
    List<ProcessInstance> other =
        project.instances().stream().filter(i -> i.identity().equals("other")).toList();
    String part = found(Compiler.compile(read, other, CompileOptions.defaults()));
    assertFalse(part.contains("PC139"), part);
    assertTrue(found(compile()).contains("PC139"));
  }

  @Test
  void aProcessThatCouldNotBeCompiledHasNoUnusedOnes() {
    at("FIELD", "procc: allow PC208 -- x");
    with("close.process.yaml", files.get("close.process.yaml").replace("root:", "tree:"));
    assertFalse(found(compile()).contains("PC139"), () -> found(compile()));
  }

  @Test
  void aPatternCoversWhatStandsInside() {
    assertTrue(AddressGlob.covers("close@2024-Q4/a", "close@2024-Q4/a/b:dueDate"));
    assertTrue(AddressGlob.covers("close", "close@2024-Q4/a"));
    assertFalse(AddressGlob.covers("close@2024-Q3", "close@2024-Q4/a"));
  }
}
