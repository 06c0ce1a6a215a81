package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a target sets for a process, and what a period changes in it.
class TargetAndPeriodLayersTest {
  private static MemoryTree tree(String change, String targetFields) {
    return MemoryTree.of(
        "procc.yaml",
        "procc: v1\n"
            + "kind: Project\n"
            + "key: team\n"
            + "targets:\n"
            + "  prod:\n"
            + "    variables: { v: of target }\n"
            + "    process: "
            + targetFields
            + "\n",
        "q4.period.yaml",
        "procc: v1\nkind: Period\nkey: 2024-Q4\nprocesses: [close]\nchanges:\n  - " + change + "\n",
        "close.process.yaml",
        """
        procc: v1
        kind: Process
        key: close
        name: Close
        autoClose: true
        labels: { a: 1, b: 2 }
        variables: { v: { type: string, default: d } }
        root:
          name: Root
          children:
            - group: entities
              name: E
              dueDate: WD8
              children:
                - { use: one, forEach: [us, emea], as: e, with: { n: "{{ e }}" } }
            - { sendTask: root-task, title: T }
        """,
        "one.template.yaml",
        "procc: v1\n"
            + "kind: Template\n"
            + "key: one\n"
            + "parameters: { n: string }\n"
            + "children:\n"
            + "  - group: g\n"
            + "    children: [{ sendTask: recon-ar, title: 'R {{ n }}', dueDate: WD3 }]\n");
  }

  private static ExpandedProcess of(String change, String targetFields) {
    return ExpandedProcess.of(tree(change, targetFields), VariableSources.none(), "prod");
  }

  private static final String NO_CHANGE = "{ at: root, reason: none }";

  @Test
  void aChangeReplacesAFieldAndKnowsWhatItReplaced() {
    ExpandedProcess expanded =
        of("{ at: entities/emea/recon-ar, dueDate: WD4, reason: Epiphany in Madrid }", "{}");
    assertEquals("", expanded.findings());
    Scalar due = expanded.scalar("root/children/0/children/1/children/0/dueDate");
    assertEquals("WD4", due.value());
    assertEquals("WD3", expanded.scalar("root/children/0/children/0/children/0/dueDate").value());
    assertEquals(Layer.ONE_OFF_CHANGE, due.origin().layer());
    assertEquals(
        List.of("q4.period.yaml:6:44", "q4.period.yaml:6:57", "one.template.yaml:7:67"),
        due.origin().spans().stream().map(Object::toString).limit(3).toList());
  }

  @Test
  void changesReachEveryLevel() {
    assertEquals("R2", of("{ at: root, name: R2, reason: x }", "{}").scalar("root/name").value());
    assertEquals(
        "N Q4 2024",
        of("{ at: close, name: 'N {{ period.label }}', reason: x }", "{}").scalar("name").value());
    assertEquals(
        "G",
        of("{ at: entities/us, name: G, reason: x }", "{}")
            .scalar("root/children/0/children/0/name")
            .value());
    assertEquals(
        "T2",
        of("{ at: close/root-task, title: T2, reason: x }", "{}")
            .scalar("root/children/1/title")
            .value());
    assertTrue(
        of("{ at: entities, dueDate: null, reason: x }", "{}")
            .scalar("root/children/0/dueDate")
            .isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ at: entities/emea/recon-at, dueDate: WD4 } | PC180 q4.period.yaml:6:11"
            + " \"entities/emea/recon-at\" is not a node of close in this period [did you mean"
            + " \"entities/emea/recon-ar\"?]",
        "{ at: zzz, dueDate: WD4 }                    | PC180 q4.period.yaml:6:11 \"zzz\" is not a"
            + " node of close in this period",
        "{ at: entities, children: [] }               | PC181 q4.period.yaml:6:21 A one-off"
            + " change cannot set \"children\"; it sets fields of a node [let the definition differ"
            + " by if: period.key == ...]",
        "{ at: entities, group: x }                   | PC181 q4.period.yaml:6:21 A one-off",
        "{ at: close, root: {} }                      | PC181 q4.period.yaml:6:18 A one-off",
        "{ at: entities, name: '{{ zz }}' }           | PC162 q4.period.yaml:6:28 \"zz\" is not a"
            + " name that is known here",
      })
  void changesAreChecked(String change, String expected) {
    String found = of(change.strip(), "{}").findings();
    assertTrue(found.startsWith(expected), found);
  }

  @Test
  void aFieldIsChangedOnceInAPeriod() {
    ExpandedProcess expanded =
        of(
            "{ at: root-task, title: T2, reason: x }\n"
                + "  - { at: close/root-task, title: T3, dueDate: WD4, reason: y }",
            "{}");
    assertEquals(
        "PC196 q4.period.yaml:7:28 \"title\" of root-task is changed twice in this period [keep one"
            + " of them] (the first change @ q4.period.yaml:6)",
        expanded.findings().strip());
    assertEquals("T2", expanded.scalar("root/children/1/title").value());
  }

  @Test
  void inAPeriodOfSeveralProcessesAChangeNamesItsProcess() {
    MemoryTree tree =
        tree(
            "{ at: close/entities, name: E2, reason: x }\n"
                + "  - { at: other/entities, name: E3, reason: x }",
            "{}");
    String period =
        new String(tree.files().get("q4.period.yaml"), java.nio.charset.StandardCharsets.UTF_8);
    tree.put("q4.period.yaml", period.replace("[close]", "[close, other]"));
    ExpandedProcess expanded = ExpandedProcess.of(tree);
    assertEquals("", expanded.findings());
    assertEquals("E2", expanded.scalar("root/children/0/name").value());
  }

  @Test
  void aTargetReplacesFieldsWhole() {
    ExpandedProcess expanded =
        of(NO_CHANGE, "{ name: 'P {{ v }}', labels: { c: 3 }, protect: true }");
    assertEquals("", expanded.findings());
    assertEquals("P of target", expanded.scalar("name").value());
    assertEquals("3", expanded.scalar("labels/c").value());
    assertTrue(!expanded.text().contains("a: 1"), "maps are not merged");
    assertEquals("true", expanded.scalar("protect").value());
    assertEquals(
        List.of(Layer.TARGET, Layer.OVERRIDDEN, Layer.TARGET),
        expanded.scalar("name").origin().reachable().stream().map(Origin::layer).toList());
  }

  @Test
  void aChangeOfThePeriodWinsOverTheTarget() {
    assertEquals(
        "C", of("{ at: close, name: C, reason: x }", "{ name: P }").scalar("name").value());
  }

  @Test
  void aTargetDoesNotSetTheTree() {
    String found = of(NO_CHANGE, "{ root: {}, key: x, variables: {} }").findings();
    assertEquals(
        3, found.lines().filter(line -> line.startsWith("PC181 procc.yaml:7:")).count(), found);
  }
}
