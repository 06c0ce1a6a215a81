package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The settings of a period for documents, merged over the settings for all periods.
class DocumentsInPeriodTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close {{ period.label }}
      businessStartDate: period.start
      businessEndDate: last business day of month after period
      dueDate: WD15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Close
        parallel: false
        children:
          - contentRequest: text
            title: Write the outlook
            assignee: sam
            document: report
            section: outlook
            dueDate: WD3
      """;

  private static Compilation compile(String documents) {
    MemoryTree tree = new MemoryTree();
    tree.put("close.process.yaml", PROCESS);
    tree.put("people.yaml", "procc: v1\nkind: People\nkey: people\npeople: { sam: { id: u } }\n");
    for (String period : List.of("2024-Q3", "2024-Q4")) {
      tree.put(
          period + ".period.yaml",
          "procc: v1\nkind: Period\nstatus: open\nprocesses: [close]\nkey: " + period + "\n");
    }
    tree.put("documents.yaml", "procc: v1\nkind: Documents\nkey: documents\n" + documents);
    return Compilations.of(tree);
  }

  private static List<String> errors(String documents) {
    List<String> errors = new ArrayList<>();
    for (Finding each : compile(documents).findings()) {
      if (each.code().id().startsWith("PC3") || each.code().id().startsWith("PC1")) {
        errors.add(
            each.span() + " " + each.code().id() + " " + each.message() + " | " + each.hint());
      }
    }
    return errors;
  }

  /// What is sent in that period, such as `doc-1 section-1`; a dash if nothing is sent.
  private static String sent(String documents, String period) {
    for (CompiledProcess process : compile(documents).processes()) {
      if (process.identity().endsWith(period)) {
        StringBuilder sent = new StringBuilder();
        var node = process.resolved().nodes().get(process.identity() + "/text");
        for (String name : List.of("document", "section")) {
          String value = "-";
          for (var field : node.node().fields().entrySet()) {
            if (field.getKey().name().equals(name) && field.getValue() instanceof Json.Str text) {
              value = text.value();
            }
          }
          sent.append(sent.isEmpty() ? "" : " ").append(value);
        }
        return sent.toString();
      }
    }
    throw new IllegalArgumentException(period);
  }

  @Test
  void aPeriodsEntryComesFirstAndTheOthersKeepTheirs() {
    String documents =
        """
        documents:
          report: { id: doc, name: Report, sections: { outlook: s, risks: r } }
        periods:
          2024-Q4: { report: { id: doc-q4, sections: { outlook: s-q4 } } }
        """;
    assertEquals(List.of(), errors(documents));
    assertEquals("doc s", sent(documents, "2024-Q3"));
    assertEquals("doc-q4 s-q4", sent(documents, "2024-Q4"));
  }

  @Test
  void sectionsGoNameByNameWhereTheDocumentIsTheSame() {
    String documents =
        """
        documents:
          report: { id: doc, sections: { outlook: s, risks: r } }
        periods:
          2024-Q3: { report: { id: doc, sections: { risks: r3 } } }
          2024-Q4: { report: { name: Report of the year, sections: { outlook: s4 } } }
        """;
    assertEquals(List.of(), errors(documents));
    assertEquals("doc s", sent(documents, "2024-Q3"));
    assertEquals("doc s4", sent(documents, "2024-Q4"));
  }

  @Test
  void sectionsOfAliasesWithoutADocumentAreForAll() {
    String documents =
        """
        documents:
          report: { sections: { outlook: s } }
        periods:
          2024-Q3: { report: { id: doc-q3 } }
          2024-Q4: { report: { id: doc-q4, sections: { outlook: s4 } } }
        """;
    assertEquals(List.of(), errors(documents));
    assertEquals("doc-q3 s", sent(documents, "2024-Q3"));
    assertEquals("doc-q4 s4", sent(documents, "2024-Q4"));
  }

  @Test
  void anotherDocumentTakesNoSectionOver() {
    String documents =
        """
        documents:
          report: { id: doc, sections: { outlook: s } }
        periods:
          2024-Q4: { report: { id: doc-q4 } }
        """;
    assertEquals(
        List.of(
            "close.process.yaml:19:16 PC326 Section \"outlook\" of \"report\" has no id in 2024-Q4"
                + " | add report: { sections: { outlook: ... } } to 2024-Q4 under periods"),
        errors(documents));
    assertEquals("doc-q4 -", sent(documents, "2024-Q4"));
  }

  @Test
  void aPeriodWithoutAnIdIsFoundAndNothingOfAnotherIsSent() {
    String documents =
        """
        documents:
          report: { sections: { outlook: s } }
        periods:
          2024-Q3: { report: { id: doc-q3 } }
        """;
    assertEquals(
        List.of(
            "close.process.yaml:18:17 PC326 \"report\" has no id in 2024-Q4"
                + " | add 2024-Q4: { report: { id: ... } } under periods"),
        errors(documents));
    assertEquals("- s", sent(documents, "2024-Q4"));
  }

  @Test
  void keysThatAreNoPeriodAreFoundWithTheNearestAndTheNextMayBePrepared() {
    String documents =
        """
        documents:
          report: { id: doc, sections: { outlook: s } }
        periods:
          2024-Q44: { report: { id: a } }
          2023-Q4: { report: { id: b } }
          2024-q4: { report: { id: c } }
          2025-Q1: { report: { id: d } }
          2025-q2: { report: { id: e } }
          someday: { report: { id: f } }
        """;
    assertEquals(
        List.of(
            "documents.yaml:7:3 PC325 \"2024-Q44\" is not a period of this project"
                + " | known: 2024-Q3, 2024-Q4",
            "documents.yaml:8:3 PC325 \"2023-Q4\" is not a period of this project and comes before"
                + " its last one | known: 2024-Q3, 2024-Q4",
            "documents.yaml:9:3 PC325 \"2024-q4\" is not a period of this project"
                + " | did you mean \"2024-Q4\"?",
            "documents.yaml:11:3 PC325 \"2025-q2\" is not a period of this project"
                + " | did you mean \"2025-Q2\"?",
            "documents.yaml:12:3 PC325 \"someday\" is not a period of this project"
                + " | known: 2024-Q3, 2024-Q4"),
        errors(documents));
  }

  @Test
  void aliasesOfAPeriodAreDeclaredForAll() {
    String documents =
        """
        documents:
          report: { id: doc, sections: { outlook: s } }
          nothing: { name: Nothing }
        periods:
          2024-Q4: { reprot: { id: a }, letter: { id: b } }
        """;
    assertEquals(
        List.of(
            "documents.yaml:6:3 PC326 \"nothing\" has no id, here or in any period"
                + " | add id: the id in Workiva",
            "documents.yaml:8:14 PC302 \"reprot\" is not an alias of documents:, which lists those"
                + " of all periods | did you mean \"report\"?",
            "documents.yaml:8:33 PC302 \"letter\" is not an alias of documents:, which lists those"
                + " of all periods | add letter to documents:, its id may be left out there"),
        errors(documents));
  }

  @Test
  void oneIdForTwoAliasesIsFoundInThePeriodThatHasIt() {
    String documents =
        """
        documents:
          report: { id: doc, sections: { outlook: s } }
          letter: { id: doc-letter }
        periods:
          2024-Q4: { letter: { id: doc } }
        """;
    assertEquals(
        List.of(
            "documents.yaml:8:28 PC315 \"doc\" is the id of \"report\" and of \"letter\", one id"
                + " needs one alias | correct the id that was copied, or keep one alias"),
        errors(documents).stream().filter(each -> each.contains("PC315")).toList());
  }

  @Test
  void theLayersOfAnIdAreKept() {
    Compilation compilation =
        compile(
            """
            documents:
              report: { id: doc, sections: { outlook: s } }
            periods:
              2024-Q4: { report: { id: doc-q4, sections: { outlook: s-q4 } } }
            """);
    Map<FieldRef, Origin> origins = compilation.processes().get(1).resolved().origins();
    List<String> layers = new ArrayList<>();
    for (Origin layer : origins.get(new FieldRef("close@2024-Q4/text", "document")).reachable()) {
      layers.add(layer.layer().label() + " " + layer.span() + " " + layer.span().text());
    }
    assertEquals(
        List.of(
            "written here close.process.yaml:18:17 report",
            "period documents.yaml:7:28 doc-q4",
            "instead of documents.yaml:5:17 doc"),
        layers);
  }
}
