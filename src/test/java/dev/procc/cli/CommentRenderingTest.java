package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import dev.procc.testing.HostileTexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comments as GitHub's own renderer shows them (Debian's cmark-gfm): whatever titles, names and
/// messages contain, the comment has no elements but ours, each is closed, and nobody is mentioned.
@Tag("heavy")
class CommentRenderingTest {
  private static final List<String> OURS =
      List.of(
          "a```b", "```\n</details>\n# PWNED", "</details></summary>", "<!-- procc:plan {} -->");
  private static final Set<String> ELEMENTS =
      Set.of(
          "h2",
          "h3",
          "p",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "ul",
          "ol",
          "li",
          "code",
          "pre",
          "strong",
          "em",
          "details",
          "summary",
          "blockquote",
          "br",
          "hr",
          "sub");
  private static final Set<String> EMPTY = Set.of("br", "hr");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [^>]*)?)>");

  @TempDir Path folder;

  @Test
  void nothingOfAStrangerIsMarkup() throws Exception {
    List<String> texts = new ArrayList<>(OURS);
    texts.addAll(HostileProject.soundTexts());
    try (EmulatedCli cli = new EmulatedCli()) {
      PlainGit.run(folder, "init", "-q", "-b", "main");
      HostileProject.writeSound(folder, texts, "was ");
      PlainGit.run(folder, "add", "-A");
      PlainGit.run(folder, "commit", "-q", "-m", "first");
      assertEquals(0, cli.run(folder, "apply", "--yes", "--max-create", "999").exit());
      HostileProject.writeSound(folder, texts, "");
      Files.writeString(
          folder.resolve("procc.yaml"),
          "procc: v1\nkind: Project\nkey: p\nallow:\n  - { rule: PC207, reason: "
              + HostileTexts.yaml(String.join(" ", OURS))
              + " }\n");
      assertEquals(0, cli.run(folder, "plan", "--base", "main", "--md-out", "plan.md").exit());
      assertEquals(0, cli.run(folder, "impact", "--base", "main", "--md-out", "impact.md").exit());
      Files.writeString(
          folder.resolve("bad.process.yaml"),
          "procc: v1\nkind: Process\n\"a```</details>@x\": 1\n");
      assertEquals(3, cli.run(folder, "plan", "--md-out", "errors.md").exit());
    }
    for (String name : List.of("plan.md", "impact.md", "errors.md")) {
      assertHarmless(name, render(folder.resolve(name)));
    }
  }

  private static String render(Path file) throws Exception {
    List<String> command = new ArrayList<>(List.of("cmark-gfm", "--unsafe", "-e", "footnotes"));
    for (String extension : List.of("table", "strikethrough", "autolink", "tasklist")) {
      command.addAll(List.of("-e", extension));
    }
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    Process process = builder.start();
    String html = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return html;
  }

  private static void assertHarmless(String name, String html) {
    int end = html.indexOf("-->");
    assertTrue(html.startsWith("<!-- procc:") && end > 0, name);
    String shown = html.substring(end + 3);
    assertFalse(shown.contains("<!--"), name + " holds another comment");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(shown);
    while (tag.find()) {
      String element = tag.group(2);
      assertTrue(ELEMENTS.contains(element), name + ": " + tag.group());
      assertTrue(tag.group(3).matches("( align=\"[a-z]+\")?( /)?"), name + ": " + tag.group());
      if (tag.group(1).isEmpty() && !EMPTY.contains(element)) {
        open.push(element);
      } else if (!EMPTY.contains(element)) {
        assertEquals(open.pop(), element, name + ": " + tag.group());
      }
    }
    assertTrue(open.isEmpty(), name + " leaves open: " + open);
    assertFalse(shown.replaceAll("(?s)<(h2|h3)>[^<]*PWNED", "<PWNED>").contains("<PWNED>"), name);
  }
}
