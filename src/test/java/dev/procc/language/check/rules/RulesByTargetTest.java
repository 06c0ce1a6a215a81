package dev.procc.language.check.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.ProjectReader;
import dev.procc.testing.Compilations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a rule says for one target is true for the others too, or says so.
class RulesByTargetTest {
  private static final String PROJECT =
      """
      procc: v1
      kind: Project
      key: x
      targets:
        dev: { people: d }
        prod: { people: q, variables: { note: Look twice } }
      """;
  private static final String PEOPLE =
      """
      procc: v1
      kind: People
      key: KEY
      people:
        sam: { id: ID }
        kim: { id: u2 }
      """;
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: p
      name: Plain
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      variables:
        note: { type: string, default: Check }
      defaults:
        sendTask: { instructions: "{{ note }}" }
      root:
        name: R
        parallel: false
        children:
      """;

  private static List<Finding> findings(String code, String children) {
    MemoryTree tree = MemoryTree.of("procc.yaml", PROJECT);
    tree.put("d.people.yaml", PEOPLE.replace("KEY", "d").replace("ID", "u1"));
    tree.put("q.people.yaml", PEOPLE.replace("KEY", "q").replace("ID", "u9"));
    tree.put("p.process.yaml", PROCESS + children.indent(4));
    CompileOptions options =
        new CompileOptions(
            "dev", Map.of(), CompileOptions.defaults().variableEnvironment(), List.of(), null);
    List<Finding> found = new ArrayList<>();
    for (Finding finding : Compilations.of(ProjectReader.read(tree), options).findings()) {
      if (finding.code().id().equals(code)) {
        found.add(finding);
      }
    }
    return found;
  }

  @Test
  void aValueThatEqualsTheDefaultForOneTargetOnlyIsNotRedundant() {
    List<Finding> found =
        findings(
            "PC604",
            """
            - { sendTask: a, title: A, assignee: kim, instructions: Check }
            - { sendTask: b, title: B, assignee: kim, instructions: "{{ note }}" }
            """);
    assertEquals(
        List.of("\"instructions: {{ note }}\" is the default here anyway"),
        found.stream().map(Finding::message).toList());
  }

  @Test
  void anAliasWithAnotherIdForAnotherTargetIsNoSafeFix() {
    List<Finding> found =
        findings(
            "PC607",
            """
            - { sendTask: a, title: A, assignee: { id: u1 } }
            - { sendTask: b, title: B, assignee: { id: u2 } }
            """);
    assertEquals(2, found.size(), found::toString);
    assertFalse(found.getFirst().fixes().getFirst().safe());
    assertTrue(found.getLast().fixes().getFirst().safe());
  }
}
