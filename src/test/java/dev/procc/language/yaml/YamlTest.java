package dev.procc.language.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.testing.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTest {
  private static Outcome<List<YamlDocument>> parse(String text) {
    return Yaml.parse(new SourceFile("a.yaml", text));
  }

  private static Mapping mapping(String text) {
    Outcome<List<YamlDocument>> outcome = parse(text);
    assertEquals(List.of(), outcome.findings());
    return assertInstanceOf(Mapping.class, outcome.value().orElseThrow().getFirst().root());
  }

  private static List<String> findings(String text) {
    List<String> lines = new ArrayList<>();
    for (Finding d : parse(text).findings()) {
      lines.add(
          d.code().id()
              + " "
              + d.span().startPosition().line()
              + ":"
              + d.span().startPosition().column());
    }
    return lines;
  }

  private static YamlNode at(YamlNode node, Object... path) {
    YamlNode here = node;
    for (Object step : path) {
      here =
          step instanceof Integer i
              ? ((Sequence) here).items().get(i)
              : ((Mapping) here).get((String) step);
      assertNotNull(here, "no " + step);
    }
    return here;
  }

  @Test
  void spansCoverTheTextWithoutAnchorsAndComments() {
    Mapping root =
        mapping(
            "a: &x 1 # one\n"
                + "b:\n"
                + "  - c: 'it''s'\n"
                + "  -\n"
                + "# end\n\n"
                + "d: |\n"
                + "  e\n\n"
                + "  f\n\n"
                + "# end\n"
                + "g: \uD83D\uDE00 h\n"
                + "i: j\n");
    assertEquals("1", at(root, "a").span().text());
    assertEquals("- c: 'it''s'\n  -", at(root, "b").span().text());
    assertEquals("'it''s'", at(root, "b", 0, "c").span().text());
    assertEquals(0, at(root, "b", 1).span().length());
    assertEquals("|\n  e\n\n  f", at(root, "d").span().text());
    assertEquals("e\n\nf\n", ((Scalar) at(root, "d")).value());
    assertEquals("\uD83D\uDE00 h", at(root, "g").span().text());
    assertEquals("j", at(root, "i").span().text());
  }

  @Test
  void anAliasBringsTheNodeAndNamesTheUse() {
    Mapping root = mapping("a: &x { b: 1 }\nc: *x\n");
    YamlNode used = at(root, "c");
    assertEquals("{ b: 1 }", used.span().text());
    assertEquals("*x", used.origin().inputs().getFirst().span().text());
    assertEquals("1", ((Scalar) at(used, "b")).value());
  }

  @Test
  void mergedKeysComeWhereTheMergeStandsAndGiveWayToWrittenOnes() {
    Mapping root =
        mapping("a: &x { b: 1, c: 2 }\nd: &y { c: 3, e: 4 }\nf:\n  g: 0\n  <<: [*x, *y]\n  b: 5\n");
    Mapping f = (Mapping) at(root, "f");
    assertEquals(
        List.of("g", "c", "e", "b"), f.entries().stream().map(e -> e.key().value()).toList());
    assertEquals("2", ((Scalar) at(f, "c")).value());
    assertEquals("5", ((Scalar) at(f, "b")).value());
    assertEquals("<<", f.entry("c").mergedAt().text());
    assertNull(f.entry("b").mergedAt());
  }

  @Test
  void anUnquotedTagIsQuotedAndReadingGoesOn() {
    String text =
        "a: {{ x }}\n"
            + "b: {{#s}}y{{/s}} z # why\n"
            + "c: [ {{ p }}, q ]\n"
            + "d: { e: {{{ f }}}, g: h }\n"
            + "i: j\n";
    assertEquals(List.of("PC105 1:4", "PC105 2:4", "PC105 3:6", "PC105 4:9"), findings(text));
    YamlNode root = parse(text).value().orElseThrow().getFirst().root();
    assertEquals("{{ x }}", ((Scalar) at(root, "a")).value());
    assertEquals("{{#s}}y{{/s}} z", ((Scalar) at(root, "b")).value());
    assertEquals("{{#s}}y{{/s}} z", at(root, "b").span().text());
    assertEquals("{{ p }}", ((Scalar) at(root, "c", 0)).value());
    assertEquals("{{{ f }}}", ((Scalar) at(root, "d", "e")).value());
    assertEquals("j", ((Scalar) at(root, "i")).value());
  }

  @Test
  void aCommaInAnUnquotedValueOfAFlowMapping() {
    String text = "- { dueDate: WD3, or next business day, or never, title: t }\n";
    assertEquals(List.of("PC114 1:14"), findings(text));
    YamlNode root = parse(text).value().orElseThrow().getFirst().root();
    assertEquals("WD3, or next business day, or never", ((Scalar) at(root, 0, "dueDate")).value());
    assertEquals("t", ((Scalar) at(root, 0, "title")).value());
    assertEquals(List.of(), findings("{ a: b, c }"));
  }

  @Test
  void aBlankAndANumberSignInsideATag() {
    String text = "a: text {{ #s }}x\nb: c\n";
    assertEquals(List.of("PC115 1:12"), findings(text));
    YamlNode root = parse(text).value().orElseThrow().getFirst().root();
    assertEquals("text {{ #s }}x", ((Scalar) at(root, "a")).value());
  }

  @Test
  void whatTheLanguageRefuses() {
    assertEquals(List.of("PC106 3:1"), findings("a: 1\nb: 2\n'a': 3\n"));
    assertEquals(List.of("PC107 1:3"), findings("? [a]\n: b\nc: d\n"));
    assertEquals(List.of("PC108 1:4", "PC108 2:4"), findings("a: !!str 1\nb: ! {}\n"));
    assertEquals(List.of("PC109 1:4"), findings("a: *x\nb: &x 1\n"));
    assertEquals(List.of("PC110 1:11"), findings("a: &A [ [ *A ] ]\n"));
    assertEquals(List.of("PC110 2:7"), findings("a: &A\n  <<: *A\n  x: 1\n"));
    assertEquals(List.of("PC113 1:10", "PC113 2:11"), findings("a: { <<: x }\nb: { <<: [[c]] }\n"));
    assertEquals(List.of("PC116 1:1"), findings("%YAML 2.0\n---\na: 1\n"));
  }

  @Test
  void emptyDocumentsAreNone() {
    assertEquals(List.of(), parse("").value().orElseThrow());
    assertEquals(List.of(), parse("# only a comment\n").value().orElseThrow());
    assertEquals(1, parse("---\n---\na: 1\n---\n").value().orElseThrow().size());
  }

  @Test
  void bombsAreDefused() {
    StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      char before = (char) (c - 1);
      laughs
          .append(c)
          .append(": &")
          .append(c)
          .append(" [")
          .append(("*" + before + ", ").repeat(9))
          .append("*")
          .append(before)
          .append("]\n");
    }
    List<String> found = findings(laughs.toString());
    assertEquals(1, found.size());
    assertTrue(found.getFirst().startsWith("PC111"));
    assertEquals(List.of("PC112 1:65"), findings("[".repeat(65) + "]".repeat(65)));
    assertEquals(List.of(), findings("[".repeat(64) + "]".repeat(64)));
    assertFalse(findings("[".repeat(100_000)).isEmpty());
  }

  @Test
  void nothingHangs() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    StringBuilder chain = new StringBuilder("m0: &m0 { a: 1 }\n");
    for (int i = 1; i < 2_000; i++) {
      String merge = "m" + i + ": &m" + i + "\n  <<: *m" + (i - 1) + "\n  k" + i + ": 1\n";
      chain.append(merge);
    }
    List<String> nasty =
        List.of(
            "a: " + "x".repeat(5_000_000),
            "a: \"" + "x ".repeat(300_000),
            "a: \"" + "x: y\n".repeat(30_000),
            deep.toString(),
            "- ".repeat(10_000),
            "{a: ".repeat(30_000),
            "{{".repeat(10_000),
            "a: {{ x }}\n".repeat(1_000),
            "k: a: b\n".repeat(300),
            "-\t".repeat(10_000),
            "&a ".repeat(10_000),
            "%YAML 1.1\n".repeat(10_000),
            "a: &A {<<: [*A]}",
            "a: 1\n".repeat(10_000),
            chain.toString());
    for (String text : nasty) {
      Duration limit = Duration.ofSeconds(30);
      assertTrue(
          ProcessorTime.within(limit, () -> text.substring(0, 9), () -> parse(text))
              .value()
              .isPresent());
    }
  }

  @Test
  void bytesThatAreNoText() {
    assertEquals(List.of("PC101 1:4"), decode(new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'}));
    assertEquals(List.of("PC101 1:1"), decode(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}));
    assertEquals(
        List.of("PC101 2:3"),
        decode(new byte[] {'a', '\n', 'b', ':', (byte) 0xC0, (byte) 0x80}).subList(0, 1));
    assertEquals(List.of("PC102 1:2"), decode(new byte[] {'a', 0, 'b'}));
    assertEquals(
        List.of("PC102 3:1"),
        decode("a: 1\n---\n\uFEFFb: 1\nc: 2\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(), decode("\uFEFFa: 1\r\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("PC103 1:1"), decode(new byte[10 * 1024 * 1024 + 1]));
    SourceFile file =
        SourceDecoder.decode("b", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    assertEquals("a: 1", file.text());
  }

  private static List<String> decode(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (Finding d : SourceDecoder.decode("b.yaml", bytes).findings()) {
      lines.add(
          d.code().id()
              + " "
              + d.span().startPosition().line()
              + ":"
              + d.span().startPosition().column());
    }
    return lines;
  }

  @Test
  void commentsKnowWhatTheyAreAbout() {
    String text =
        "# top\n"
            + "procc: v1 # eol\n"
            + "root: # on root\n"
            + "  # above name\n"
            + "  name: x\n"
            + "  children:\n"
            + "    # above item\n"
            + "    - sendTask: a # item\n"
            + "      title: x # title\n"
            + "      # end of item\n"
            + "    # end of children\n"
            + "  list: [ # open\n"
            + "    a\n"
            + "  ] # close\n"
            + "  text: | # head\n"
            + "    # none\n"
            + "# end\n";
    List<String> about = new ArrayList<>();
    for (Comment comment : parse(text).value().orElseThrow().getFirst().comments()) {
      String target =
          comment.entry() != null
              ? comment.entry().key().value()
              : comment.target().text().split("\n")[0];
      about.add(comment.text() + " > " + target);
    }
    assertEquals(
        List.of(
            "top > procc: v1 # eol",
            "eol > procc",
            "on root > root",
            "above name > name",
            "above item > sendTask: a # item",
            "item > sendTask: a # item",
            "title > title",
            "end of item > sendTask: a # item",
            "end of children > children",
            "open > list",
            "close > list",
            "head > text",
            "end > procc: v1 # eol"),
        about);
  }

  @Test
  void editsKeepTheRest() {
    SourceFile file = new SourceFile("a.yaml", "a: 1\nb: 2\n");
    TextEdit one = new TextEdit(new Span(file, 3, 4), "10");
    TextEdit two = new TextEdit(new Span(file, 8, 9), "20");
    assertEquals("a: 10\nb: 20\n", TextEdits.apply(file, List.of(two, one, one)).orElseThrow());
    assertTrue(
        TextEdits.apply(file, List.of(one, new TextEdit(new Span(file, 2, 5), ""))).isEmpty());
    Fix first = Fix.safe("one", one);
    Fix clash = Fix.safe("clash", new TextEdit(new Span(file, 4, 5), ""));
    assertEquals(List.of(first), TextEdits.compatible(List.of(first, clash)));
  }
}
