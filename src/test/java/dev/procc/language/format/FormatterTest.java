package dev.procc.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.UnifiedDiff;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
  private static final Path FOLDER = Path.of("src/test/resources/format");

  private static Outcome<String> format(String text) {
    return new Formatter().format(new SourceFile("a.yaml", text));
  }

  private static String formatted(String text) {
    Outcome<String> outcome = format(text);
    assertEquals(List.of(), outcome.findings());
    return outcome.value().orElseThrow();
  }

  @Test
  void goldens() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".in.yaml")).sorted().toList();
      assertTrue(files.size() >= 5);
      for (Path path : files) {
        Path golden = path.resolveSibling(path.getFileName().toString().replace(".in.", ".out."));
        String written = formatted(Files.readString(path));
        Golden.check(golden, written);
        assertEquals(written, formatted(written), path.toString());
      }
    }
  }

  @Test
  void whatCannotBeKeptIsNotTouched() {
    for (String text :
        List.of(
            "a:\n- b\n? [c]\n: d\n",
            "a   b\nc\n",
            "a: {b: # c\n 1}\n",
            "a: [\n",
            "a: 'b'c\n",
            "k: \tx\n\ty: z\n",
            "variables: { threshold \"$10,000\" }\n",
            "variables:  { threshold:\"$10,000\" }\n")) {
      Outcome<String> outcome = format(text);
      assertEquals(text, outcome.value().orElseThrow());
      assertEquals(1, outcome.findings().size(), text);
    }
  }

  /// Such a text was once left as it was, since its last lines got lost.
  @ParameterizedTest
  @ValueSource(strings = {"|", "|-", "|+", ">", ">-", ">+"})
  void linesOfBlanksAtTheEndOfATextAreKept(String header) {
    for (String end : List.of("\n", "\n  k: v\n")) {
      for (String lines : List.of("      ", "    \t", "\n      ", "      \n\n     \n    \t ")) {
        String text = "a:\n  b: " + header + "\n    x\n" + lines + end;
        assertEquals(text, formatted(text));
        assertEquals(text, formatted(text.replaceAll("(?m)^    ", "        ")), header);
      }
    }
  }

  @Test
  void anchorsAndMergesStayInTheirOrder() {
    String text =
        "procc: v1\n"
            + "root:\n"
            + "  name: &n x\n"
            + "  <<: { parallel: true }\n"
            + "  children: []\n"
            + "  autoClose: *n\n";
    assertEquals(text, formatted(text));
  }

  @Test
  void dates() {
    String head = "procc: v1\nkind: Process\nkey: a\n";
    assertEquals(
        head + "dueDate: start + 3bd\n",
        formatted(head + "dueDate:   3 business days after start\n"));
    assertEquals(
        head + "dueDate: \"start + 3bd\"\n",
        formatted(head + "dueDate: '3 business days after start'\n"));
    assertEquals(
        head + "dueDate: \"{{ x }} + 3bd\"\n", formatted(head + "dueDate: \"{{ x }} + 3bd\"\n"));
    assertEquals(head + "dueDate: not a  date\n", formatted(head + "dueDate: not a  date\n"));
  }

  @Test
  void unifiedDiff() {
    assertEquals("", UnifiedDiff.text("a.yaml", "a: 1\n", "a: 1\n"));
    assertEquals(
        "--- a/x/a.yaml\n+++ b/x/a.yaml\n@@ -1,2 +1,2 @@\n-a:  1\n+a: 1\n b: 2\n",
        UnifiedDiff.text("x/a.yaml", "a:  1\nb: 2\n", "a: 1\nb: 2\n"));
    assertEquals(
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,1 +1,1 @@\n-a: 1\n\\ No newline at end of file\n+a: 1\n",
        UnifiedDiff.text("a.yaml", "a: 1", "a: 1\n"));
  }

  @Test
  void linesEndAsTheFirstOne() {
    String windows =
        "procc: v1\r\n"
            + "kind: Calendar\r\n"
            + "holidays:\r\n"
            + "- a\r\n\r\n\r\n"
            + "- {b: c}\r\n"
            + "workdays: |\r\n"
            + "   d\r\n";
    assertEquals(
        "procc: v1\nkind: Calendar\nworkdays: |\n  d\nholidays:\n  - a\n\n  - { b: c }\n"
            .replace("\n", "\r\n"),
        formatted(windows));
    assertEquals("a: 1\nb: 2\n", formatted("a:   1\nb: 2\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Process\nkey: p\n# procc: allow PC504 -- odd\nprocc: v1\nname: P\n",
        "procc: v1\nkind: Process\nkey: p\nroot:\n  children:\n"
            + "    - title: A # procc: allow PC504 -- why\n      sendTask: a\n",
        "procc: v1\nkind: Template\nkey: t\nchildren:\n"
            + "  - title: A\n    # procc: allow PC504 -- why\n    sendTask: a\n",
        "kind: Process\nkey: p\n#procc:allow PC504 -- odd\nprocc: v1\nname: P\n",
        "kind: Process\nkey: p\n# procc:allow PC504 -- odd\nprocc: v1\nname: P\n",
        "kind: Process\nkey: p\n#\tprocc:  allow PC504 -- odd\nprocc: v1\nname: P\n",
      })
  void aSuppressionThatWouldCoverSomethingElseKeepsTheTextAsItIs(String text) {
    Outcome<String> outcome = new Formatter().format(new SourceFile("a.yaml", text));
    assertEquals(text, outcome.value().orElseThrow());
    Span at = Objects.requireNonNull(outcome.findings().getFirst().span());
    assertTrue(at.text().matches("#\\p{Zs}*\\s*procc: *allow .*"), at.text());
  }

  /// The place of each comment was once searched in the whole text: minutes for a large file.
  @Test
  void manyCommentsTakeNoTimeToSpeakOf() {
    StringBuilder text = new StringBuilder("a:\n");
    for (int i = 0; i < 6_000; i++) {
      text.append("  # procc: allow PC504 -- why\n  - {  b: ").append(i).append(" } # c\n");
    }
    Outcome<String> outcome =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> new Formatter().format(new SourceFile("a.yaml", text.toString())));
    assertEquals(text.toString().replace("{  b", "{ b"), outcome.value().orElseThrow());
  }

  @Test
  void aSuppressionOnALineOfItsOwnGoesWithItsNode() {
    String text = "a:\n  # procc: allow PC504 -- why\n  - {sendTask: a}\n";
    Outcome<String> outcome = new Formatter().format(new SourceFile("a.yaml", text));
    assertEquals(List.of(), outcome.findings());
    assertEquals(text.replace("{sendTask: a}", "{ sendTask: a }"), outcome.value().orElseThrow());
  }

  @Test
  void aCommentAboveAKeyThatComesFirstGoesToItsDash() {
    String head = "procc: v1\nkind: Template\nkey: t\nchildren:\n";
    assertEquals(
        head + "  - # its key\n    sendTask: a\n    title: A\n",
        formatted(head + "  - title: A\n    # its key\n    sendTask: a\n"));
  }

  @Test
  void anUnknownKeyStaysBehindTheKeyThatItFollows() {
    String text =
        "procc: v1\nkind: Template\nkey: t\nparameters:\n  x: string\ny: string\nchildren: []\n";
    assertEquals(text, formatted(text));
    assertEquals(
        text,
        formatted(text.replace("key: t\n", "").replace("procc: v1\n", "procc: v1\nkey: t\n")));
  }
}
