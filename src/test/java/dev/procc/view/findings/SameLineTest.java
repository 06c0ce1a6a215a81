package dev.procc.view.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Occurrences;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One line of a definition is reported once, with all rows that are wrong.
class SameLineTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: p
      name: Plain
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: R
        parallel: true
        children:
      """;

  private static final String LOOP =
      PROCESS
          + """
              - forEach: { file: rows.csv, as: row, key: id }
                sendTask: t
                title: Task {{ row.id }}
                dueDate: "{{ row.due }}"
                assignee: { id: "u{{ row.id }}", type: user }
          """;

  private static FindingsReport report(String... files) {
    MemoryTree tree = MemoryTree.of("procc.yaml", "procc: v1\nkind: Project\nkey: t\n");
    for (int i = 0; i < files.length; i += 2) {
      tree.put(files[i], files[i + 1]);
    }
    return FindingsReport.of("lint", "0.1.0", 3, Compilations.of(tree).findings());
  }

  /// Rows of a table, with an invalid day in those given.
  private static String rows(int count, List<Integer> bad) {
    StringBuilder rows = new StringBuilder("id,due\n");
    for (int i = 0; i < count; i++) {
      int day = i % 4 + 16;
      rows.append('c').append(i).append(",2024-12-").append(day);
      rows.append(bad.contains(i) ? "x\n" : "\n");
    }
    return rows.toString();
  }

  private static List<Finding> errors(FindingsReport report) {
    List<Finding> errors = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.code().id().equals("PC201")) {
        errors.add(finding);
      }
    }
    return errors;
  }

  private static List<String> places(Finding finding) {
    List<String> places = new ArrayList<>();
    for (Label label : finding.labels()) {
      places.add(label.span() + " " + label.text());
    }
    return places;
  }

  @Test
  void theRowOfTheTurnIsNamed() {
    List<Finding> errors = errors(report("p.process.yaml", LOOP, "rows.csv", rows(20, List.of(9))));
    assertEquals(1, errors.size());
    assertEquals("p/t-c9:dueDate", errors.getFirst().address());
    assertEquals("rows.csv:11:4", String.valueOf(errors.getFirst().span()));
    assertEquals(List.of("p.process.yaml:15:16 used here"), places(errors.getFirst()));
  }

  @Test
  void aLineIsToldOnceWithThreeExamples() {
    FindingsReport report =
        report("p.process.yaml", LOOP, "rows.csv", rows(20, List.of(3, 9, 10, 17)));
    Finding error = errors(report).getFirst();
    assertEquals(1, errors(report).size());
    assertEquals(
        new Occurrences(4, List.of("p/t-c3:dueDate", "p/t-c9:dueDate", "p/t-c17:dueDate")),
        error.occurrences());
    assertEquals(
        List.of(
            "rows.csv:5:4 comes from this cell",
            "rows.csv:11:4 comes from this cell",
            "rows.csv:19:5 comes from this cell"),
        places(error));
    String text = new FindingsText().emit(report, Style.PLAIN).toString();
    assertTrue(
        text.contains(
            "p.process.yaml:15:16, in 4 places: p/t-c3:dueDate, p/t-c9:dueDate,"
                + " p/t-c17:dueDate and 1 more\n"),
        text);
    String json = new FindingsJson().emit(report, Style.PLAIN).toString();
    assertTrue(
        json.replaceAll("\\s+", "")
            .contains(
                "{\"count\":4,\"examples\":"
                    + "[\"p/t-c3:dueDate\",\"p/t-c9:dueDate\",\"p/t-c17:dueDate\"]}"),
        json);
    String sarif = new SarifReport().emit(report, Style.PLAIN).toString();
    assertTrue(sarif.contains("\"occurrenceCount\": 4"), sarif);
    assertTrue(sarif.contains("(in 4 places: p/t-c3:dueDate, "), sarif);
  }

  @Test
  void tenThousandRowsAreOneFinding() {
    List<Integer> all = new ArrayList<>();
    all.add(0);
    String rows = rows(10_000, all).replaceAll("(?m)([0-9])$", "$1x");
    Finding error = errors(report("p.process.yaml", LOOP, "rows.csv", rows)).getFirst();
    assertEquals(10_000, error.count());
    assertTrue(error.labels().size() <= 6);
  }

  @Test
  void usesOfATemplateAreOneLine() {
    StringBuilder process = new StringBuilder(PROCESS);
    for (int i = 0; i < 40; i++) {
      process.append("    - { use: t, key: k" + i + ", with: { d: 2024-12-" + (10 + i) + "x } }\n");
    }
    String template =
        """
        procc: v1
        kind: Template
        key: t
        parameters: { d: string }
        children:
          - sendTask: a
            title: A {{ d }}
            dueDate: "{{ d }}"
            assignee: { id: u, type: user }
        """;
    List<Finding> errors =
        errors(report("p.process.yaml", process.toString(), "t.template.yaml", template));
    assertEquals(1, errors.size());
    assertEquals("t.template.yaml:8:14", String.valueOf(errors.getFirst().span()));
    assertEquals(40, errors.getFirst().count());
  }

  @Test
  void twoFaultsOfOneLineStayTwo() {
    FindingsReport report =
        report(
            "p.process.yaml",
            LOOP.replace("{{ row.due }}", "2024-12-16")
                .replace("Task {{ row.id }}", "{{ row.no }} {{ row.nix }}"),
            "rows.csv",
            rows(3, List.of()));
    long unknown =
        report.findings().stream().filter(f -> f.message().endsWith("is not in row")).count();
    assertEquals(2, unknown, report.findings().toString());
  }
}
