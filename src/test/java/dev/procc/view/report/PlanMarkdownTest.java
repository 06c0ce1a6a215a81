package dev.procc.view.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.plan.Found;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.Sketch;
import dev.procc.live.plan.Subject;
import dev.procc.live.planfile.Plan;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A comment that nobody can break out of, and that always fits.
class PlanMarkdownTest {
  private static final String NASTY =
      "``` @team #12 <!-- --> <b>x</b> | [a](http://x) ![i](y) \u202egnp.exe ~~s~~ www.evil.org";

  private static Plan renames(int tasks, String from, String to) {
    List<Node> before = new ArrayList<>();
    List<Node> after = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      before.add(Sketch.task("t" + i, "title", from + i));
      after.add(Sketch.task("t" + i, "title", to + i));
    }
    Process old = Sketch.process(Sketch.serial("root", before), "name", NASTY);
    Process now = Sketch.process(Sketch.serial("root", after), "name", NASTY);
    return Planner.plan(
        Sketch.context(),
        List.of(new Subject(Sketch.desired(now), new Found.Read(Sketch.live(old)), null)),
        Listing.NONE);
  }

  @Test
  void whatPeopleTypeStaysText() {
    String text = PlanMarkdown.render(renames(1, "A", NASTY), MarkdownOptions.DEFAULT);
    String body = text.substring(text.indexOf("-->") + 3);
    assertFalse(body.contains("@team"), body);
    assertFalse(body.contains("<!--"), body);
    assertFalse(body.contains("<b>"), body);
    assertFalse(body.contains("```"), body);
    assertFalse(body.contains("](http"), body);
    assertFalse(body.contains("http://"), body);
    assertFalse(body.contains("\u202e"), body);
    assertFalse(body.contains(" #12"), body);
    assertFalse(body.contains("www.evil"), body);
  }

  @Test
  void aCodeSpanCannotBeLeft() {
    assertEquals("```` a```b ````", MarkdownText.code("a```b"));
    assertEquals("`a\\|b`", MarkdownText.code("a|b"));
    assertEquals("`a b`", MarkdownText.code("a\nb"));
  }

  @Test
  void theMarkerStaysACommentWhateverTheTargetIsCalled() {
    String text =
        PlanMarkdown.render(renames(1, "A", "B"), new MarkdownOptions("--><script>", null, 65_536));
    assertEquals(1, text.lines().findFirst().orElse("").split("-->", -1).length - 1);
    assertTrue(text.startsWith(PlanMarkdown.MARKER));
    assertFalse(text.contains("<script>"));
  }

  @Test
  void itAlwaysFits() {
    Plan plan = renames(2000, "Reconcile account ", "Reconcile the account ");
    String whole = PlanMarkdown.render(plan, new MarkdownOptions("", null, Integer.MAX_VALUE));
    assertTrue(whole.length() > MarkdownOptions.GITHUB);
    for (int limit : new int[] {MarkdownOptions.GITHUB, 65_535, 5_000, 1_000, 300}) {
      String text = PlanMarkdown.render(plan, new MarkdownOptions("", null, limit));
      assertTrue(text.length() <= limit, limit + " " + text.length());
      assertTrue(text.startsWith(PlanMarkdown.MARKER));
    }
    assertEquals(whole, PlanMarkdown.render(plan, new MarkdownOptions("", null, whole.length())));
    String shorter = PlanMarkdown.render(plan, new MarkdownOptions("", null, whole.length() - 1));
    assertTrue(shorter.contains("\"truncated\":true"));
  }
}
