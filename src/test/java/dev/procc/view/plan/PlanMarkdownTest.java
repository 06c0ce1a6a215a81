package dev.procc.view.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.ProcessFixture;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.change.Cause;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No text can break out of a comment, and a comment always fits the size limit.
class PlanMarkdownTest {
  private static final String NASTY =
      "``` @team #12 <!-- --> <b>x</b> | [a](http://x) ![i](y) \u202egnp.exe ~~s~~ www.evil.org";

  private static Plan renames(int tasks, String from, String to) {
    return renames(1, tasks, from, to);
  }

  private static Plan renames(int processes, int tasks, String from, String to) {
    List<ProcessNode> before = new ArrayList<>();
    List<ProcessNode> after = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      before.add(ProcessFixture.task("t" + i, "title", from + i));
      after.add(ProcessFixture.task("t" + i, "title", to + i));
    }
    Process old = ProcessFixture.process(ProcessFixture.serial("root", before), "name", NASTY);
    Process now = ProcessFixture.process(ProcessFixture.serial("root", after), "name", NASTY);
    List<PlanInput> inputs = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      String identity = i == 0 ? now.identity() : "close-" + i + "@2024-Q4";
      inputs.add(
          new PlanInput(
              ProcessFixture.desired(new Process(identity, now.fields(), now.root())),
              new LiveLookup.Read(ProcessFixture.live(old)),
              null));
    }
    return Planner.plan(ProcessFixture.context(), inputs, WorkspaceListing.NONE);
  }

  @Test
  void whatPeopleTypeStaysText() {
    String text = PlanMarkdown.render(renames(1, "A", NASTY), CommentForm.GITHUB).toString();
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
    assertEquals("```` a```b ````", MarkdownText.code("a```b").toString());
    MarkdownText bar = MarkdownText.code("a|\ufdefb");
    assertEquals("`a|\ufffdb`\n", new MarkdownPage().append(bar).line().toText().toString());
    assertEquals("| `a\\|\ufffdb` |\n", new MarkdownPage().row(bar).toText().toString());
    assertEquals("`a b`", MarkdownText.code("a\nb").toString());
  }

  @Test
  void theMarkerStaysACommentWhateverIsInIt() {
    String marker =
        MarkdownText.marker("plan", Json.object().put("target", "--><script>").build()).toString();
    assertEquals(1, marker.split("-->", -1).length - 1);
    assertTrue(marker.startsWith("<!-- procc:plan {") && marker.endsWith("} -->"), marker);
    assertFalse(marker.contains("<script>"));
  }

  private static String render(Plan plan, int maxBytes) {
    return PlanMarkdown.render(plan, new CommentForm("a host", maxBytes, true)).toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Many renames caused by one line are one line with what they have in common and three examples.
  @Test
  void manyChangesOfOneLineAreToldAsOne() {
    Plan plan = renames(1500, "Reconcile account ", "Reconcile the account ");
    String comment = PlanMarkdown.render(plan, CommentForm.GITHUB).toString();
    String text =
        PlanText.render(
                plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 0, null), Style.PLAIN)
            .toString();
    assertTrue(comment.contains("title of 1500 tasks: **\"the \" put in**, for example"), comment);
    assertTrue(comment.contains("and 1497 more: `procc plan --detail`"), comment);
    assertTrue(text.contains("title of 1500 tasks: \"the \" put in\n"), text);
    assertTrue(text.contains("(all of it: --detail)"), text);
    assertTrue(bytes(comment) < 5_000, comment);
    assertTrue(text.lines().count() < 60, text);
  }

  /// Each level of detail, and the truncated shortest one, fits in bytes and leaves nothing open.
  @Test
  void itAlwaysFits() {
    Plan plan = renames(210, 3, "Reconcile account ", "決算 ");
    String whole = render(plan, Integer.MAX_VALUE);
    int all = bytes(whole);
    Set<String> levels = new LinkedHashSet<>();
    assertTrue(all > whole.length() && all > CommentForm.GITHUB.maxBytes(), "is too long");
    for (int limit :
        new int[] {all, all - 1, whole.length(), 65_000, 64_999, 32_000, 5_000, 1_000}) {
      String text = render(plan, limit);
      assertTrue(bytes(text) <= limit, limit + " " + bytes(text));
      assertTrue(text.startsWith("<!-- procc:plan {"));
      assertEquals(text.split("<details>", -1).length, text.split("</details>", -1).length);
      assertEquals(limit < all, text.contains("\"truncated\":true"));
      levels.add(text.replaceFirst("(?s).*?\"detail\":\"(\\w+)\".*", "$1"));
    }
    assertEquals(List.of("full", "rows", "causes", "verdict"), List.copyOf(levels));
  }

  /// The order of what remains when the comment of many different processes is truncated.
  @Test
  void aCutOfManyProcessesKeepsWhatComesFirst() {
    Plan plan = movesOfManyProcesses(150, 20);
    Set<String> levels = new LinkedHashSet<>();
    for (int limit : new int[] {65_000, 25_000, 10_000, 6_000}) {
      String text = render(plan, limit);
      assertTrue(bytes(text) <= limit, limit + " " + bytes(text));
      assertFalse(text.contains("Cut to fit"), text);
      levels.add(text.replaceFirst("(?s).*?\"detail\":\"(\\w+)\".*", "$1"));
      int from = 0;
      for (String part :
          List.of(
              "150 processes are replaced before they start; 3000 dates move",
              "| # | Source | Line |",
              "### Dates that move",
              "### People",
              "### Why not in place",
              "changes the assignee of a task: 3000 tasks",
              "If nothing is done: 3000 dates stay as they are, the first on",
              "<summary>150 processes</summary>",
              "`close-0@2024-Q4`")) {
        boolean needsRows =
            part.startsWith("| #") || part.startsWith("### D") || part.equals("### People");
        if (!needsRows || !text.contains("\"verdict\"")) {
          int at = text.indexOf(part, from);
          assertTrue(at > 0, part + " after " + from + " in\n" + text);
          from = at;
        }
      }
    }
    assertEquals(List.of("rows", "causes", "verdict"), List.copyOf(levels));
  }

  /// A plan of replaced processes whose tasks get other dates and people, each by a line of its
  /// own.
  private static Plan movesOfManyProcesses(int processes, int tasks) {
    List<ProcessNode> before = new ArrayList<>();
    List<ProcessNode> after = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      String title = "Reconcile account " + i;
      before.add(
          ProcessFixture.task(
              "t" + i, "title", title, "assignee", "u1", "dueDate", "2024-11-" + (10 + i)));
      after.add(
          ProcessFixture.task(
              "t" + i, "title", title, "assignee", "u2", "dueDate", "2024-12-" + (10 + i)));
    }
    Process old = ProcessFixture.process(ProcessFixture.serial("root", before), "name", "Close");
    Process now = ProcessFixture.process(ProcessFixture.serial("root", after), "name", "Close");
    ProcessPlan one = ProcessFixture.plan(now, ProcessFixture.live(old));
    List<ProcessPlan> all = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      Cause cause = new Cause("close-" + i + ".process.yaml", 3, "assignee: u2");
      Explanation own = one.explanation();
      all.add(
          new ProcessPlan(
              ProcessRef.of("close-" + i + "@2024-Q4", "p" + i, "Close " + i),
              one.live(),
              one.work(),
              new Explanation(
                  own.changes().stream().map(each -> each.withCauses(List.of(cause))).toList(),
                  own.replacement(),
                  own.predictedShifts(),
                  own.workloadChanges()),
              SafetyReport.NONE,
              one.definition(),
              null));
    }
    Plan plan = renames(1, "a", "b");
    return new Plan(
        plan.header(),
        all,
        plan.unmanaged(),
        plan.refusals(),
        plan.lint(),
        plan.names(),
        plan.loosened(),
        plan.limits());
  }

  /// Bitbucket shows HTML as text.
  @Test
  void aHostWithoutHtmlGetsNone() {
    Plan plan = renames(10, "a", "<details><summary>x</summary>");
    String text = PlanMarkdown.render(plan, CommentForm.BITBUCKET).toString();
    assertTrue(text.startsWith("## procc: "), text);
    assertFalse(text.contains("<details>") || text.contains("<!--"), text);
    MarkdownPage folded = new MarkdownPage().heading(2).append("a").line().details("2 calls");
    folded.code("GET x").line().endDetails().append("b").line();
    assertEquals(
        "## a\n**2 calls**\n\n`GET x`\n\nb\n",
        CommentMarkdown.render(List.of(() -> folded), CommentForm.BITBUCKET, MarkdownText.EMPTY)
            .toString());
  }

  /// A difference is shown, however late in a text it begins.
  @Test
  void aDifferenceIsShownWhereverItStands() {
    for (int length : new int[] {0, 60, 70, 71, 300}) {
      Plan plan = renames(1, "x".repeat(length) + " of the old year", "x".repeat(length) + " anew");
      String comment = PlanMarkdown.render(plan, CommentForm.GITHUB).toString();
      String text =
          PlanText.render(
                  plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 0, null), Style.PLAIN)
              .toString()
              .replaceAll("\\s+", " ");
      assertTrue(comment.contains("of the old year") && comment.contains("anew"), comment);
      assertTrue(text.contains("of the old year") && text.contains(" anew"), text);
    }
  }
}
