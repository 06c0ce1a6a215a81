package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.project.DiskTree;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The q4-close sample expands to the tree that its README states.
class ExpandedSampleTest {
  private static final ExpandedProcess SAMPLE =
      ExpandedProcess.of(new DiskTree(Path.of("samples/q4-close")));

  @Test
  void expandsToTheTreeOfItsReadme() {
    assertEquals("", SAMPLE.findings());
    String stated =
        """
        procc: v1
        kind: Process
        key: close
        name: Q4 2024 Financial Close
        variables:
          threshold:
            type: string
            description: Reconcile every account over this amount
        calendar: us-close
        businessStartDate: period.start
        businessEndDate: last business day of month after period
        dueDate: WD15
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        defaults:
          approver: manager
          approverDueDate: dueDate + 2bd
        root:
          name: Close Workflow
          parallel: false
          triggerType: whenEligible
          children:
            -
              group: entities
              name: Entity close
              parallel: true
              dueDate: WD8
              children:
                -
                  group: us
                  name: United States
                  parallel: false
                  dueDate: WD8
                  children:
                    -
                      sendTask: recon-ar
                      title: Reconcile accounts receivable, United States
                      assignee: sam
                      dueDate: WD3
                      instructions: Complete the AR reconciliation for all accounts over $10,000.
                    -
                      sendTask: flux
                      title: Explain flux, United States
                      assignee: sam
                      dueDate: task(recon-ar).done + 1bd
                -
                  group: emea
                  name: EMEA
                  parallel: false
                  dueDate: WD8
                  children:
                    -
                      sendTask: recon-ar
                      title: Reconcile accounts receivable, EMEA
                      assignee: elena
                      dueDate: WD3
                      instructions: Complete the AR reconciliation for all accounts over $10,000.
                    -
                      sendTask: flux
                      title: Explain flux, EMEA
                      assignee: elena
                      dueDate: task(recon-ar).done + 1bd
            -
              contentRequest: commentary
              title: Provide Q4 2024 revenue commentary
              assignee: writer
              document: revenue-report
              section: commentary
              dueDate: group(entities).due + 2bd
              labels:
                control: FSCP-07
                account: revenue
              instructions: Add variance explanations for all line items exceeding 5% threshold.
        """;
    YamlNode tree =
        Yaml.parse(new SourceFile("stated", stated)).value().orElseThrow().getFirst().root();
    assertEquals(leaves(tree), leaves(SAMPLE.process()));
  }

  @Test
  void aTextOfATemplateKnowsEverythingThatMadeIt() {
    Scalar title = SAMPLE.scalar("root/children/0/children/1/children/0/title");
    assertEquals(
        List.of(
            "Reconcile accounts receivable, {{ label }}",
            "\"{{ entity.label }}\"",
            "entity-close",
            "EMEA",
            "{ file: entities.csv, as: entity, key: code }",
            "emea,EMEA,elena"),
        title.origin().spans().stream().map(Span::text).toList());
    List<Layer> layers = title.origin().reachable().stream().map(Origin::layer).toList();
    assertEquals(Layer.WRITTEN, layers.getFirst());
    assertTrue(
        layers.containsAll(List.of(Layer.ARGUMENT, Layer.ROW, Layer.TEMPLATE_USE, Layer.LOOP)),
        layers::toString);
  }

  @Test
  void whatNothingHadToMakeIsTheNodeOfTheDocument() {
    assertSame(
        SAMPLE.project().documents("Process").getFirst().mapping().get("dueDate"),
        SAMPLE.at("dueDate"));
    assertTrue(SAMPLE.scalar("root/children/1/assignee").origin().inputs().isEmpty());
  }

  /// Every text with its path: the order of keys is ignored, the order of children is not.
  private static TreeSet<String> leaves(YamlNode node) {
    TreeSet<String> leaves = new TreeSet<>();
    leaves("", node, leaves);
    return leaves;
  }

  private static void leaves(String path, YamlNode node, TreeSet<String> leaves) {
    switch (node) {
      case Unknown unknown -> leaves.add(path + " = ?");
      case Scalar scalar -> leaves.add(path + " = " + scalar.value());
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          leaves(path + "/" + i, list.items().get(i), leaves);
        }
      }
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          leaves(path + "/" + entry.key().value(), entry.value(), leaves);
        }
      }
    }
  }
}
