package dev.procc.view.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.live.codehost.CommentForm;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingLimitTest {
  private static final Code ERROR = Code.error("PC301", "unknown-person");
  private static final Code WARNING = Code.warning("PC103", "bad-name");

  private static List<Finding> findings(int warnings, int errors) {
    SourceFile file = new SourceFile("a.yaml", "x\n".repeat(warnings + errors));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < warnings + errors; i++) {
      findings.add(Finding.of(i < warnings ? WARNING : ERROR, Span.at(file, 2 * i), "x" + i));
    }
    return findings;
  }

  @Test
  void errorsAreKeptAndTheRestIsCounted() {
    FindingsReport report = FindingsReport.of("lint", "0.1.0", 3, findings(5_000, 10));
    assertEquals(10, report.count(Severity.ERROR));
    assertEquals(5_000, report.count(Severity.WARNING));
    Finding last = report.findings().get(FindingLimit.MAX_FINDINGS - 11);
    assertEquals("4011 more findings left out here", last.message());
    assertEquals(Severity.WARNING, last.severity());
    assertEquals("a.yaml:990:1", String.valueOf(last.span()));
    assertSame(last, report.failOn(Severity.INFO).findings().get(FindingLimit.MAX_FINDINGS - 11));
  }

  @Test
  void everyFormatCountsWhatIsLeftOut() {
    FindingsReport report = FindingsReport.of("lint", "0.1.0", 3, findings(0, 1_500));
    for (String format : Emitters.NAMES) {
      String out = Emitters.find(format).emit(report, Style.PLAIN).toString();
      String rest = format.equals("github") ? " more; procc lint shows all" : "501 more findings";
      assertTrue(out.contains(rest), format);
    }
  }

  @Test
  void everyFormatSaysInHowManyPlacesALineHasItsFinding() {
    SourceFile file = new SourceFile("a.yaml", "assignee: sam\n");
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(
          Finding.of(ERROR, new Span(file, 10, 13), "no such person")
              .withAddress("close/t" + i + ":assignee"));
    }
    FindingsReport report = FindingsReport.of("lint", "0.1.0", 1, all);
    for (String format : Emitters.NAMES) {
      String out = Emitters.find(format).emit(report, Style.PLAIN).toString();
      assertTrue(out.contains("5 places") || out.contains("\"count\": 5"), format + ": " + out);
    }
  }

  @Test
  void aReportOfAFewIsLeftAlone() {
    List<Finding> some = findings(FindingLimit.MAX_FINDINGS, 0);
    assertSame(some, FindingLimit.apply(some));
  }

  @Test
  void aFixOfThousandsOfEditsIsNotWrittenOut() {
    Finding finding = findings(0, 1).getFirst();
    assertEquals(1, FindingLimit.fixes(finding.withFix(fix(1_000))).size());
    assertEquals(List.of(), FindingLimit.fixes(finding.withFix(fix(1_001))));
  }

  private static Fix fix(int edits) {
    SourceFile file = new SourceFile("a.yaml", "x".repeat(edits));
    List<TextEdit> all = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      all.add(new TextEdit(Span.at(file, i), "y"));
    }
    return new Fix("mend it", true, all);
  }

  @Test
  void theSummaryCountsAllFindings() {
    FindingsReport report = FindingsReport.of("lint", "0.1.0", 3, findings(600, 900));
    String text = Emitters.find("text").emit(report, Style.PLAIN).toString();
    assertTrue(text.endsWith("900 errors, 600 warnings\n"), text);
    String json = Emitters.find("json").emit(report, Style.PLAIN).toString();
    assertTrue(json.contains("\"warnings\": 600"), json);
    String github = Emitters.find("github").emit(report, Style.PLAIN).toString();
    assertTrue(github.contains("+891 more") && github.contains("+591 more"), github);
  }

  @Test
  void aCommentWithoutAPlanCountsLinesAsLintDoes() {
    SourceFile file = new SourceFile("a.yaml", "assignee: sam\n");
    List<Finding> errors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      errors.add(
          Finding.of(ERROR, new Span(file, 10, 13), "no such person")
              .withAddress("close/t" + i + ":assignee"));
    }
    String comment =
        FindingsMarkdown.render(errors, "prod", CommentForm.GITHUB, "procc lint").toString();
    assertTrue(comment.contains("no plan, 1 error\n"), comment);
  }
}
