package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.project.DiskTree;
import dev.procc.language.yaml.Scalar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The q4-close sample expands to the tree that its README states.
class SampleTest {
  private static final Expanded SAMPLE = Expanded.of(new DiskTree(Path.of("samples/q4-close")));

  @Test
  void expandsToTheTreeOfItsReadme() {
    assertEquals("", SAMPLE.findings());
    assertEquals(
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
        """,
        SAMPLE.text());
    assertEquals(List.of("entity-close"), SAMPLE.expansion().templates());
    assertEquals(List.of("entities.csv"), SAMPLE.expansion().files());
  }

  @Test
  void aTextOfATemplateKnowsEverythingThatMadeIt() {
    Scalar title = SAMPLE.scalar("root/children/0/children/1/children/0/title");
    assertEquals(
        List.of(
            "entity-close.template.yaml:15:16",
            "close.process.yaml:30:26",
            "close.process.yaml:28:16",
            "entities.csv:3:6",
            "close.process.yaml:29:20",
            "entities.csv:3:1"),
        title.origin().spans().stream().map(Span::toString).toList());
    List<Layer> layers = title.origin().layers().stream().map(Origin::layer).toList();
    assertEquals(Layer.WRITTEN, layers.getFirst());
    assertTrue(
        layers.containsAll(List.of(Layer.ARGUMENT, Layer.ROW, Layer.USE, Layer.LOOP)),
        layers::toString);
  }

  @Test
  void whatNothingHadToMakeIsTheNodeOfTheDocument() {
    assertSame(
        SAMPLE.project().documents("Process").getFirst().mapping().get("dueDate"),
        SAMPLE.at("dueDate"));
    assertTrue(SAMPLE.scalar("root/children/1/assignee").origin().from().isEmpty());
  }
}
