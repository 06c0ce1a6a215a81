package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTracesTest {
  private static final Code CODE = Code.error("PC999", "test");

  private static final ExpandedProcess EXPANDED =
      ExpandedProcess.of(
          "close.process.yaml",
          """
          kind: Process
          key: close
          variables: { v: { type: string, default: D } }
          name: '{{ v }}'
          root:
            children:
              - { use: t, forEach: { file: e.csv, as: e, key: code }, with: { w: '{{ e.who }}', d: WD9 } }
              - { sendTask: plain, title: P }
          """,
          "t.template.yaml",
          """
          kind: Template
          key: t
          parameters: { w: person, d: date }
          children:
            - sendTask: x
              title: X
              assignee: '{{ w }}'
              dueDate: '{{ d }}'
          """,
          "e.csv",
          "code,who\nus,sam\nuk,nobody\n");

  private static String follow(String path, String message, String... addresses) {
    YamlNode node = EXPANDED.at(path);
    Finding fault = Finding.of(CODE, node.span(), message);
    List<Finding> faults =
        addresses.length == 0
            ? List.of(fault)
            : java.util.Arrays.stream(addresses).map(fault::withAddress).toList();
    List<Finding> followed = FindingTraces.addTraces("close", EXPANDED.process(), faults);
    assertEquals(faults.size(), followed.size());
    for (Finding each : followed) {
      assertEquals(followed.getFirst().labels(), each.labels());
    }
    return ExpandedProcess.lines(followed.subList(0, 1)).strip();
  }

  @Test
  void aValueLeadsToItsCell() {
    assertEquals(
        "PC999 e.csv:3:4 \"nobody\" is unknown (used here @ t.template.yaml:7)"
            + " (used here @ close.process.yaml:7)",
        follow("root/children/1/assignee", "\"nobody\" is unknown", "/uk:assignee"));
  }

  @Test
  void anAddressLeadsToItsRow() {
    assertEquals(
        "PC999 t.template.yaml:8:14 Bad (handed in here @ close.process.yaml:7)"
            + " (used here @ close.process.yaml:7) (in this row @ e.csv:2)",
        follow("root/children/0/dueDate", "Bad", "close@2024-Q4/us:dueDate"));
  }

  @Test
  void oneTextAtFaultInManyPlacesIsToldOnce() {
    assertEquals(
        "PC999 t.template.yaml:6:12 Bad (used here @ close.process.yaml:7)"
            + " (in this row @ e.csv:2) (in this row @ e.csv:3)",
        follow("root/children/0/title", "Bad", "close/us:title", "close/uk:title"));
  }

  @Test
  void aVariableIsNamed() {
    assertEquals(
        "PC999 close.process.yaml:4:7 Bad (comes from here @ close.process.yaml:3)",
        follow("name", "Bad", "close@2024-Q4:name"));
  }

  @Test
  void whatWasWrittenRightThereNeedsNoWay() {
    assertEquals("PC999 close.process.yaml:8:33 Bad", follow("root/children/2/title", "Bad"));
    List<Finding> none = List.of();
    assertSame(none, FindingTraces.addTraces("close", EXPANDED.process(), none));
    Finding nowhere = Finding.of(CODE, null, "Bad");
    assertEquals(
        List.of(nowhere), FindingTraces.addTraces("close", EXPANDED.process(), List.of(nowhere)));
  }
}
