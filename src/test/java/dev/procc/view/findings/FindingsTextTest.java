package dev.procc.view.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FindingsTextTest {
  private static final Code UNKNOWN = Code.error("PC301", "unknown-person");
  private static final Code AFTER = Code.warning("PC210", "due-after-parent");

  private static Span span(SourceFile file, String text) {
    int at = file.text().indexOf(text);
    return new Span(file, at, at + text.length());
  }

  private static String text(Finding... found) {
    return new FindingsText()
        .emit(FindingsReport.of("lint", "1", 3, List.of(found)), Style.PLAIN)
        .toString();
  }

  @Test
  void underlinesTheValueAndNamesTheKnownOnes() {
    SourceFile file =
        new SourceFile("close.process.yaml", "jobs:\n  - sendTask: x\n    assignee: analyst-uk\n");
    Finding found =
        Finding.of(UNKNOWN, span(file, "analyst-uk"), "\"analyst-uk\" is not in people.yaml")
            .withHint("known: analyst-emea, analyst-us")
            .withFix(
                Fix.unsafe(
                    "analyst-us, Sam Okafor",
                    new TextEdit(span(file, "analyst-uk"), "analyst-us")));
    assertEquals(
        """
        error[PC301] unknown-person: "analyst-uk" is not in people.yaml
          close.process.yaml:3:15
            3 |     assignee: analyst-uk
              |               ^^^^^^^^^^ known: analyst-emea, analyst-us
          fix (unsafe): analyst-us, Sam Okafor

        1 error
        """,
        text(found));
  }

  @Test
  void showsLabelsInOtherFilesWithTheirPlace() {
    SourceFile one = new SourceFile("a.yaml", "dueDate: WD6\nsendTask: flux\n");
    SourceFile two = new SourceFile("b.yaml", "x: 1\n");
    Finding found =
        Finding.of(AFTER, span(one, "flux"), "approval of flux is after its group")
            .withLabel(span(one, "WD6"), "the group is due here")
            .withLabel(span(two, "1"), "the default")
            .withHint("give the group a later date");
    assertEquals(
        """
        warning[PC210] due-after-parent: approval of flux is after its group
          a.yaml:2:11
            2 | sendTask: flux
              |           ^^^^
            1 | dueDate: WD6
              |          --- the group is due here
          b.yaml:1:4
            1 | x: 1
              |    - the default
          help: give the group a later date

        1 warning
        """,
        text(found));
  }

  @Test
  void tellsTheSameFindingOfManyPlacesOnce() {
    SourceFile file = new SourceFile("t.yaml", "dueDate: WD3\n");
    Finding found = Finding.of(AFTER, span(file, "WD3"), "after its group");
    String out =
        text(
            found.withAddress("entities/us"),
            found.withAddress("entities/emea"),
            found.withAddress("entities/us"));
    assertEquals(
        """
        warning[PC210] due-after-parent: after its group
          t.yaml:1:10, in 2 places: entities/us, entities/emea
            1 | dueDate: WD3
              |          ^^^

        1 warning
        """,
        out);
  }

  @Test
  void underlinesWideCharactersAndTabs() {
    SourceFile file = new SourceFile("w.yaml", "name: \"決算\t期\" # x");
    assertTrue(
        text(Finding.of(AFTER, span(file, "期"), "no"))
            .contains(
                """
                    1 | name: "決算    期" # x
                      |                ^^
                """));
  }

  @Test
  void underlinesTheFirstOfManyLines() {
    SourceFile file = new SourceFile("m.yaml", "a:\n  b: 1\n  c: 2\n");
    assertEquals(
        """
        warning[PC210] due-after-parent: no
          m.yaml:2:3
            2 |   b: 1
              |   ^^^^ to line 3

        1 warning
        """,
        text(Finding.of(AFTER, new Span(file, 5, 16), "no")));
  }

  @Test
  void marksAnEmptySpanAtTheEnd() {
    SourceFile file = new SourceFile("e.yaml", "a: 1\n");
    assertEquals(
        """
        warning[PC210] due-after-parent: no
          e.yaml:2:1
            2 |
              | ^

        1 warning
        """,
        text(Finding.of(AFTER, Span.at(file, 5), "no")));
  }

  @Test
  void sumsUp() {
    FindingsReport none =
        FindingsReport.of("lint", "1", 0, List.of())
            .withScope("5 files (6 tasks), as of Tue 2024-12-31", Json.Obj.EMPTY)
            .more("procc explain");
    assertEquals(
        "No findings in 5 files (6 tasks), as of Tue 2024-12-31\n",
        new FindingsText().emit(none, Style.PLAIN).toString());
    FindingsReport two =
        FindingsReport.of(
                "lint",
                "1",
                3,
                List.of(Finding.of(AFTER, null, "late"), Finding.of(UNKNOWN, null, "who")))
            .withScope("1 file", Json.Obj.EMPTY)
            .more("procc explain");
    assertTrue(
        new FindingsText()
            .emit(two, Style.PLAIN)
            .toString()
            .endsWith("\n1 error, 1 warning in 1 file. More: procc explain PC301\n"));
  }

  @Test
  void coloursOnlyOnDemand() {
    FindingsReport one =
        FindingsReport.of("lint", "1", 3, List.of(Finding.of(UNKNOWN, null, "who")));
    assertTrue(
        new FindingsText()
            .emit(one, Style.COLOUR)
            .coloured()
            .startsWith("\u001b[1;31merror[PC301]\u001b[0m"));
    assertTrue(new FindingsText().emit(one, Style.PLAIN).toString().startsWith("error[PC301] "));
  }

  /// Whatever the text and wherever the span: the marks are under the text, and no line is much
  /// wider than the page.
  @Property
  void marksStandUnderTheText(
      @ForAll @StringLength(max = 400) String text,
      @ForAll @IntRange(max = 400) int a,
      @ForAll @IntRange(max = 400) int b) {
    SourceFile file = new SourceFile("p.yaml", text);
    int start = Math.min(Math.min(a, b), text.length());
    int end = Math.min(Math.max(a, b), text.length());
    String[] lines =
        FindingsText.render(Finding.of(AFTER, new Span(file, start, end), "no"), Style.PLAIN)
            .toString()
            .split("\n", -1);
    String source = lines[2];
    String marks = lines[3];
    assertTrue(TerminalText.width(source) <= 2 * SourceSnippet.WIDTH, source);
    String only = marks.replaceAll(" to line \\d+$", "");
    assertTrue(only.matches(" +\\| +\\^+"), marks);
    int last = TerminalText.width(only);
    assertTrue(
        last <= Math.max(TerminalText.width(source), only.indexOf('^') + 1) + 1,
        source + "\n" + marks);
  }

  @Test
  void blanksAtTheEndOfALineHaveOneMark() {
    marksStandUnderTheText("\t", 0, 1);
    marksStandUnderTheText("a:   ", 2, 5);
  }

  @Test
  void cutsALongLineAroundTheSpan() {
    String line = "x".repeat(100_000) + "HERE" + "y".repeat(100_000);
    SourceFile file = new SourceFile("l.yaml", line);
    String[] lines =
        FindingsText.render(Finding.of(AFTER, span(file, "HERE"), "no"), Style.PLAIN)
            .toString()
            .split("\n", -1);
    assertTrue(lines[2].length() <= SourceSnippet.WIDTH, lines[2]);
    assertEquals(lines[2].indexOf("HERE"), lines[3].indexOf("^^^^"));
  }
}
