package dev.procc.base.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Code FAULT = Code.error("PC999", "fault");
  private static final Code HINT = Code.info("PC998", "hint");
  private static final SourceFile FILE = new SourceFile("a.yaml", "one two three four five six");

  private static Span at(int start) {
    return new Span(FILE, start, start + 3);
  }

  @Test
  void findingsStayInTheOrderOfAdding() {
    Findings findings = new Findings();
    Finding second = Finding.of(FAULT, at(4), "Second");
    Finding first = Finding.of(HINT, at(0), "First");
    findings.add(second);
    findings.add(first);
    findings.add(second);
    assertEquals(List.of(second, first, second), findings.toList());
  }

  @Test
  void onlyAnErrorIsAnError() {
    Findings findings = new Findings();
    findings.add(Finding.of(HINT, null, "Worth a look"));
    assertFalse(findings.hasErrors());
    findings.add(Finding.of(FAULT, null, "Broken"));
    assertTrue(findings.hasErrors());
  }

  @Test
  void unwrappingTakesTheFindings() {
    Findings findings = new Findings();
    Finding fault = Finding.of(FAULT, at(0), "Broken");
    assertEquals("half", findings.unwrap(Outcome.of("half", List.of(fault))).orElseThrow());
    assertEquals(List.of(fault), findings.toList());
  }

  @Test
  void aFaultMetOnManyWaysIsOneFindingWithALabelForEach() {
    Findings findings = Findings.merging();
    Finding fault = Finding.of(FAULT, at(0), "Broken");
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      findings.add(fault.withLabel(at(i + 4), "way " + i));
      ways.add("way " + i);
    }
    findings.add(Finding.of(FAULT, at(0), "Broken otherwise"));
    assertEquals(2, findings.size());
    List<String> labels = findings.toList().getFirst().labels().stream().map(Label::text).toList();
    assertEquals(ways.subList(0, Findings.MAX_LABELS), labels);
  }

  @Test
  void whatIsSaidOfANodeNeedNotBeSaidOfNone() {
    Finding nowhere = Finding.of(FAULT, at(4), "Broken");
    Finding atA = nowhere.withAddress("close/a");
    Finding atB = nowhere.withAddress("close/b");
    Finding other = Finding.of(FAULT, at(0), "Broken");
    assertEquals(
        List.of(other, atB, atA),
        Findings.distinct(List.of(atB, nowhere, atA, other, atB, nowhere, other)));
  }
}
