package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that contradict themselves or each other, or that nothing can reach.
class SilentDocumentsTest {
  private static final String PROJECT = "procc: v1\nkind: Project\nkey: t\n";
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: p
      name: "Plain {{ period.label }}"
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: R
        parallel: false
        children:
          - sendTask: a
            title: One
            assignee: { id: u }
          - sendTask: b
            title: Two
            assignee: { id: u }
      """;
  private static final String PERIOD =
      "procc: v1\nkind: Period\nkey: %s\nstatus: open\nprocesses: [p]\n";

  private final MemoryTree tree = MemoryTree.of();

  SilentDocumentsTest() {
    tree.put("procc.yaml", PROJECT);
    tree.put("p.process.yaml", PROCESS.replace(" {{ period.label }}", ""));
  }

  /// The findings, each as `PC404 p.process.yaml:17 message; hint`.
  private List<String> findings() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : Compilations.of(tree).findings()) {
      lines.add(
          finding.severity().keyword()
              + " "
              + finding.code().id()
              + " "
              + (finding.span() == null ? "-" : finding.span().pathAndLine())
              + " "
              + finding.message());
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x a, y a | error PC404 20 Two nodes move to \"a\", one can be there",
        "x a, x b | error PC404 20 \"x\" moves to two places, a node is at one",
        "x a, x a | error PC404 20 \"x\" moves to two places, a node is at one",
        "x a, y b, y a | error PC404 21 \"y\" moves to two places, a node is at one",
        "a a | error PC404 19 \"a\" moves to where it is",
        "a b, b a | warning PC413 19 The moves lead in a circle: \"a\", \"b\"",
        "x a, a b, b x | warning PC413 19 The moves lead in a circle: \"x\", \"a\", \"b\"",
        "x a, y b |",
        "x y, y a |",
        "g/x a, g/y b |",
      })
  void movesThatContradictEachOther(String moves, String expected) {
    StringBuilder text = new StringBuilder(PROCESS.replace(" {{ period.label }}", ""));
    text.append("moved:\n");
    for (String move : moves.split(", ", -1)) {
      String[] ends = move.split(" ", -1);
      text.append("  - { from: ").append(ends[0]).append(", to: ").append(ends[1]).append(" }\n");
    }
    tree.put("p.process.yaml", text.toString());
    List<String> found = new ArrayList<>();
    for (String line : findings()) {
      if (!line.contains("PC406")) {
        found.add(line.replace("p.process.yaml:", ""));
      }
    }
    assertEquals(expected == null ? List.of() : List.of(expected), found, moves);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-Q4 | start: 2024-12-31,end: 2024-10-01 | 7 The period ends on 2024-10-01, before it"
            + " starts on 2024-12-31",
        "2024-Q3 | start: 2024-11-01 | 6 The period ends on 2024-09-30, before it starts on"
            + " 2024-11-01",
        "2024-Q3 | end: 2024-06-01 | 6 The period ends on 2024-06-01, before it starts on"
            + " 2024-07-01",
        "fall | start: 2024-09-02,end: 2024-09-01 | 7 The period ends on 2024-09-01, before it"
            + " starts on 2024-09-02",
        "oneday | start: 2024-09-02,end: 2024-09-02 |",
        "2024-Q3 | start: 2024-07-08 |",
      })
  void aPeriodEndsAfterItStarts(String key, String days, String expected) {
    tree.put("p.process.yaml", PROCESS);
    tree.put("x.period.yaml", PERIOD.formatted(key) + days.replace(",", "\n") + "\n");
    assertEquals(
        expected == null ? List.of() : List.of("error PC132 x.period.yaml:" + expected),
        findings());
  }

  @ParameterizedTest
  @CsvSource({"2024-Q4,2024-q4", "2024-q4,2024-Q4"})
  void onePeriodInOtherLettersIsThatPeriod(String first, String second) {
    tree.put("p.process.yaml", PROCESS);
    tree.put("a.period.yaml", PERIOD.formatted(first));
    tree.put("b.period.yaml", PERIOD.formatted(second));
    assertEquals(
        List.of(
            "error PC132 b.period.yaml:3 \""
                + second
                + "\" is the period \""
                + first
                + "\" once more"),
        findings());
  }

  @Test
  void aPeriodNamesAProcessOnce() {
    tree.put("p.process.yaml", PROCESS);
    tree.put("a.period.yaml", PERIOD.formatted("2024-Q4").replace("[p]", "[p, p]"));
    assertEquals(
        List.of("error PC129 a.period.yaml:5 \"p\" stands twice in \"processes\""), findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiUrl: not a url | error PC124 procc.yaml:5 \"not a url\" does not fit \"apiUrl\", which"
            + " takes an address such as https://api.app.wdesk.com",
        "apiUrl: api.app.wdesk.com | error PC124 procc.yaml:5 \"api.app.wdesk.com\" does not fit"
            + " \"apiUrl\", which takes an address such as https://api.app.wdesk.com",
        "apiUrl: ftp://x | error PC124 procc.yaml:5 \"ftp://x\" does not fit \"apiUrl\", which"
            + " takes an address such as https://api.app.wdesk.com",
        "workspacee: x | error PC120 procc.yaml:5 \"workspacee\" is not a key of a target",
        "region: mars | error PC123 procc.yaml:5 \"mars\" is not a value of \"region\"",
        "canary: [x] | error PC122 procc.yaml:5 A list does not fit \"canary\", which takes a text",
        "people: dev | error PC130 procc.yaml:5 \"dev\" is the key of no people document",
        "documents: dev | error PC130 procc.yaml:5 \"dev\" is the key of no documents document",
        "capabilities: dev | warning PC130 procc.yaml:5 \"dev\" is the key of no capabilities"
            + " document",
        "apiUrl: http://127.0.0.1:8089 |",
        "apiUrl: https://api.eu.wdesk.com/ |",
      })
  void whatATargetSaysIsHeldAgainstTheProject(String line, String expected) {
    tree.put("procc.yaml", PROJECT + "targets:\n  dev: { " + line + " }\n  prod: {}\n");
    assertEquals(expected == null ? List.of() : List.of(expected), findings());
  }

  @Test
  void aRuleIsGradedOnce() {
    tree.put("procc.yaml", PROJECT + "rules:\n  PC410: error\n  task-without-due-date: off\n");
    assertEquals(
        List.of(
            "error PC129 procc.yaml:6 \"task-without-due-date\" is PC410, which has a severity"
                + " already"),
        findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | people other | \"other\" is the key of a people document that no target names",
        "'' | east west | \"east\" is the key of a people document that no target names; \"west\""
            + " is the key of a people document that no target names",
        "'a: { people: other }' | people other | \"people\" is the key of a people document that no"
            + " target names",
        "'a: { people: other }, b: {}' | people other |",
        "'a: { people: east }, b: { people: west }' | east west |",
        "'' | other |",
      })
  void aDocumentThatNoTargetReachesIsTold(String targets, String keys, String expected) {
    if (!targets.isEmpty()) {
      tree.put("procc.yaml", PROJECT + "targets: { " + targets + " }\n");
    }
    for (String key : keys.split(" ", -1)) {
      tree.put(key + ".yaml", "procc: v1\nkind: People\nkey: " + key + "\npeople: {}\n");
    }
    List<String> found = new ArrayList<>();
    for (String line : findings()) {
      found.add(line.substring(line.indexOf('"')));
    }
    assertEquals(expected == null ? "" : expected, String.join("; ", found));
  }

  /// Semicolons separate lines; the expected findings are codes with their lines.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Calender;key: c;workdays: mon-fri | PC121 1, PC187 1",
        "kind: Peple;key: c;people: {} | PC121 1, PC187 1",
        "kind: people;key: c;people: {} | PC121 1, PC187 1",
        "knd: People;key: c;people: {} | PC120 1, PC121 1",
        "proc: v1;kind: Documents;key: c;documents: {} | PC120 1",
        "prcc: v1;kind: Docments;key: c;documents: {} | PC120 1, PC187 2",
        "procc v1;kind: Docments;key: c;documents: {} | PC104 1, PC187 2",
        "' procc: v1; kind: Docments; key: c; documents: {}' | PC187 2",
        "'{ \"procc\": \"v1\", \"kind\": \"Docments\", \"key\": \"c\" }' | PC121 1, PC187 1",
        "proc: v1;key: c;children: [] | PC120 1, PC187 1",
        "kind: Template;children: [] | PC121 1",
        "key: c;children: [] | PC121 1, PC187 1",
        "---;foo: bar;---;procc: v1;kind: Documents;key: c;documents: {} | PC195 2",
        "procc: v1;kind: Documents;key: c;documents: {};---;kind: Calender;key: d;workdays:"
            + " mon-fri | PC121 6, PC187 6",
        "procc: v1;kind: Documents;key: c;documents: {};--- |",
        "apiVersion: v1;kind: Policy;metadata: {};key: x |",
        "apiVersion: backstage.io/v1alpha1;kind: Template;key: x;spec: {} |",
        "kind: Document;spec: {} |",
        "name: ci;on: push;jobs: {} |",
        "stages: [test];variables: { A: b };test: { script: [make] } |",
        "key: abc;name: x;variables: {} |",
        "version: 3;services: { a: { image: b } } |",
        "kind: project;name: x;language: java |",
        "process: v1;kind: worker |",
      })
  void aDocumentWithMarksOfOursIsOne(String lines, String expected) {
    tree.put("x.yaml", lines.replace(";", "\n") + "\n");
    List<String> found = new ArrayList<>();
    for (Finding finding : Compilations.of(tree).findings()) {
      Span span = Objects.requireNonNull(finding.span());
      found.add(finding.code().id() + " " + span.startPosition().line());
    }
    assertEquals(expected == null ? "" : expected, String.join(", ", found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Policy", "Test"})
  void aKindToComeIsNoneYet(String kind) {
    tree.put("x.yaml", "procc: v1\nkind: " + kind + "\nkey: pol\nrules: []\n");
    assertEquals(
        List.of("error PC187 x.yaml:2 \"" + kind + "\" is not a kind of document yet"), findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reconcile account #4000 | account",
        "Reconcile account # 4000 | account",
        "Write #2 commentary | Write",
        "Reconcile {{ target }} accounts #all | accounts",
        "Reconcile account # all of them |",
        "Reconcile account#4000 |",
        "\"Reconcile account\" #4000 |",
        "Reconcile account ## all |",
        "Reconcile account #-- all |",
      })
  void aTextThatAHashCutsIsTold(String title, String last) {
    tree.put("procc.yaml", PROJECT + "targets: { dev: {} }\n");
    tree.put("p.process.yaml", PROCESS.replace(" {{ period.label }}", "").replace("One", title));
    assertEquals(
        last == null
            ? List.of()
            : List.of(
                "warning PC610 p.process.yaml:13 The title ends at \""
                    + last
                    + "\": what follows # is a comment to YAML"),
        findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date, default: someday | \"someday\" is not a date or a date expression; \"v\" is"
            + " declared as date",
        "date, default: 2024-13-01 | \"2024-13-01\" is not a date or a date expression; \"v\" is"
            + " declared as date",
        "person, default: nobody | \"nobody\" is not a person or a role; \"v\" is declared as"
            + " person",
        "document, default: nodoc | \"nodoc\" is not an alias of a document; \"v\" is declared as"
            + " document",
        "date, default: WD3 |",
        "date, default: 2024-12-31 |",
        "person, default: sam |",
        "person, default: lead |",
        "document, default: rep |",
        "string, default: someday |",
      })
  void aVariableIsOfItsTypeWhereverItLands(String declaration, String expected) {
    tree.put(
        "people.yaml",
        "procc: v1\n"
            + "kind: People\n"
            + "key: people\n"
            + "roles: { lead: sam }\n"
            + "people: { sam: { id: u1 } }\n");
    tree.put(
        "documents.yaml",
        "procc: v1\nkind: Documents\nkey: documents\ndocuments: { rep: { id: d1 } }\n");
    tree.put(
        "p.process.yaml",
        PROCESS
            .replace(" {{ period.label }}", " {{ v }}")
            .replace("autoClose", "variables: { v: { type: " + declaration + " } }\nautoClose"));
    List<String> found = findings();
    found.removeIf(line -> line.startsWith("info"));
    assertEquals(
        expected == null ? List.of() : List.of("error PC168 p.process.yaml:5 " + expected), found);
  }
}
