package dev.procc.language.yaml.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.YamlCorpus;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Damage;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scanner for plain texts reads what the YAML engine reads: the same documents, places,
/// comments and findings.
class PlainScannerTest {
  private static final String[] SLIPS = {
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n  ",
    "\r\n",
    ": ",
    ":",
    " #",
    "# c\n",
    "- ",
    "-",
    "\"",
    "'",
    "\\n",
    "{",
    "}",
    "[",
    "]",
    ", ",
    ",",
    "{ a: b }",
    "[a, 'b', \"c\"]",
    "|\n",
    "|-\n",
    ">\n",
    ">+\n",
    "---\n",
    "--- ",
    "...\n",
    "&a ",
    "*a",
    "!t ",
    "? ",
    "?",
    "<<: ",
    "%",
    "\t",
    "@",
    "é",
    "😀",
    "key: value",
    "- item\n",
    "'it''s'",
    "\"a\\\"b\"",
    "{{ x }}",
    "\u2028",
    "\u0007"
  };

  private static final List<String> WRITTEN =
      List.of(
          "a: b\n",
          "a:\n- b\n- c: d\n  e: f\ng: h # c\n",
          "# c\n\n--- # d\na: b\n---\n- - x\n  - y\n-\n- z\n",
          "text: |\n  one\n   two\n\n  three\n\nnext: >-\n  a\n  b\n\n  c\n   d\n  e\n",
          "keep: |+\n  a\n\n\nlast: >+\n\n  x\n \n  y\n",
          "f: { a: b, \"c\": 'it''s', d: [1, { e: f }, ], }\ng: [\n  x, # c\n  y\n]\n",
          "  a: 1\n  b:\n    - 2\n",
          "\"a b\" : \"c\\\"d\\n\\\\\"\r\n'e': f:g#h\r\ni: |\r\n  j\r\n  k\r\n",
          "list:\n  - a\n  # c\n  -\n    b: c\n  - |\n    t\n  - >\n   u\n   v",
          "a:\n  { b: c,\n }\nd:\n  text\ne: # f\n    \"g\"\nh:\n  |\n  i\nj:\n- {}\n-\n  []\n",
          "a: b   \n\n\n# end",
          "a: b \n  c # d\ne: f#g\n\n  - h\n \n\n i:j:k\nl:\n  m\n n\n",
          "- a\n b\n- c:\n    d\n   e\r\n\r\n   {f}\n  g: 'h'\n- - i\n   j\n",
          "a: {b}\nc: { d , e: , \"f\": , 'g'\n}\nh: {i:\n, j # k\n ,l : }\n",
          "Größe: ähnlich – „x“\nb: -5\nc: -x y\n");

  private static String shown(Composer composer) {
    StringBuilder out = new StringBuilder();
    for (YamlDocument document : composer.documents(new Damage(List.of(), List.of()))) {
      out.append("document ").append(at(document.span().start(), document.span().end()));
      show(document.root(), out);
      for (Comment comment : document.comments()) {
        out.append("\n# ").append(comment);
      }
    }
    for (Finding finding : composer.findings()) {
      out.append('\n').append(finding);
    }
    return out.append('\n').append(composer.unquotedTags()).toString();
  }

  private static String at(int start, int end) {
    return start + ".." + end;
  }

  private static void show(YamlNode node, StringBuilder out) {
    out.append('\n').append(at(node.span().start(), node.span().end())).append(' ');
    switch (node) {
      case Scalar scalar -> out.append(scalar.style()).append(' ').append(scalar.value());
      case Mapping mapping -> {
        out.append(mapping.flow() ? "{}" : "mapping");
        for (MappingEntry entry : mapping.entries()) {
          show(entry.key(), out);
          show(entry.value(), out);
        }
        out.append("\nend");
      }
      case Sequence list -> {
        out.append(list.flow() ? "[]" : "list");
        list.items().forEach(item -> show(item, out));
        out.append("\nend");
      }
      default -> out.append(node);
    }
  }

  /// @return whether the text is plain
  private static boolean isReadAlike(String text) {
    if (PlainScanner.scan(text, Integer.MAX_VALUE) == null) {
      return false;
    }
    SourceFile file = new SourceFile("plain.yaml", text);
    PatchedText whole = PatchedText.unchanged(text);
    Composer plain = YamlReader.read(file, whole, YamlLimits.DEFAULT, Integer.MAX_VALUE);
    Composer engine = new Composer(file, whole, YamlLimits.DEFAULT, Integer.MAX_VALUE);
    YamlReader.readByEngine(engine);
    assertNull(engine.failure(), () -> "no YAML: " + text);
    assertEquals(shown(engine), shown(plain), () -> "of: " + text);
    assertTrue(isReadAlikeUntil(text, text.length() / 2));
    return true;
  }

  /// @return whether the text is plain up to an offset
  private static boolean isReadAlikeUntil(String text, int until) {
    if (PlainScanner.scan(text, until) == null) {
      return false;
    }
    SourceFile file = new SourceFile("plain.yaml", text);
    PatchedText whole = PatchedText.unchanged(text);
    Composer bounded = YamlReader.read(file, whole, YamlLimits.DEFAULT, until);
    Composer counted = new Composer(file, whole, YamlLimits.DEFAULT, until);
    YamlReader.readByEngine(counted);
    assertNull(counted.failure(), () -> "no YAML up to " + until + ": " + text);
    assertEquals(counted.eventCount(), bounded.eventCount(), () -> "up to " + until + ": " + text);
    return true;
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      int at = random.nextInt(mutant.length() + 1);
      int end = Math.min(mutant.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutant.delete(at, end);
        case 1 -> mutant.insert(random.nextInt(mutant.length() + 1), mutant.substring(at, end));
        default -> mutant.insert(at, SLIPS[random.nextInt(SLIPS.length)]);
      }
    }
    return mutant.toString();
  }

  /// @return how many of the mutants are plain
  private static int mutate(int count, long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(WRITTEN);
    YamlCorpus.valid().forEach(file -> texts.add(file.text()));
    int plain = 0;
    for (int i = 0; i < count; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      int from = text.length() < 400 ? 0 : text.indexOf('\n', random.nextInt(text.length())) + 1;
      plain +=
          isReadAlike(mutated(text.substring(from, Math.min(text.length(), from + 400)), random))
              ? 1
              : 0;
    }
    return plain;
  }

  @Test
  void definitionsArePlain() throws IOException {
    WRITTEN.forEach(text -> assertTrue(isReadAlike(text), text));
    for (Path file : Folders.files(Path.of("samples"))) {
      if (file.toString().endsWith(".yaml")) {
        String text = Files.readString(file);
        assertNotNull(PlainScanner.scan(text, Integer.MAX_VALUE), file.toString());
        assertTrue(isReadAlike(text));
      }
    }
    YamlCorpus.valid().forEach(file -> isReadAlike(file.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\n c: d\n",
        "a: b # c\n d\n",
        "a: b\n\n # c\n d\n",
        "a: b\nc\n",
        "a: b\n\tc\n",
        "a: [b\n  c]\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !t b\n",
        "a:\tb\n",
        "a: \"b\n  c\"\n",
        "? a\n",
        "a\n",
        "[a]\n",
        "{a: b}: c\n",
        "a: [b: c]\n",
        "a: {b c\n d}\n",
        "a: {[b]}\n",
        "a: {b: , , c}\n",
        "a: b: c\n",
        "a: - b\n",
        "a: |2\n   b\n",
        "a: 'b' c\n",
        "a: \"b\"#c\n",
        "a: \"\\x41\"\n",
        "%YAML 1.2\n",
        "a:\n  b: c\n d: e\n",
        "a: b\n...\n",
        "a: [\n---\n]\n",
        "---\n",
        "{{ x }}: y\n",
        "a: 😀\n"
      })
  void everythingElseIsLeftToTheEngine(String text) {
    assertNull(PlainScanner.scan(text, Integer.MAX_VALUE));
  }

  @Test
  void someMutantsAreReadAlike() {
    assertTrue(mutate(3_000, 1) > 500);
  }

  @Test
  void whatComesFarBehindTheEndDoesNotMatter() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append("- task: t")
          .append(i)
          .append("\n  title: Some \"title\" of it\n  date: [a, b]\n");
    }
    Random random = new Random(1);
    int broken = 0;
    for (int i = 0; i < 200; i++) {
      String mutant = mutated(text.toString(), random);
      int until = random.nextInt(text.length() / 4);
      boolean plain = PlainScanner.scan(mutant, Integer.MAX_VALUE) != null;
      broken += isReadAlikeUntil(mutant, until) && !plain ? 1 : 0;
    }
    assertTrue(broken > 10, "few are broken behind the end");
  }

  /// `-Dlaw.count=N -Dlaw.seed=N`; `-Dyaml.suite=FOLDER` for the cases of the YAML test suite too.
  @Test
  @Tag("heavy")
  void manyMutantsAndTheYamlSuiteAreReadAlike() throws IOException {
    int count = Integer.getInteger("law.count", 300_000);
    assertTrue(mutate(count, Integer.getInteger("law.seed", 1)) > count / 6);
    String suite = System.getProperty("yaml.suite");
    Random random = new Random(Integer.getInteger("law.seed", 1));
    int plain = 0;
    for (Path file : suite == null ? List.<Path>of() : Folders.files(Path.of(suite))) {
      String text = Files.readString(file);
      plain += isReadAlike(text) ? 1 : 0;
      for (int i = 0; i < 200; i++) {
        isReadAlike(mutated(text, random));
      }
    }
    assertTrue(suite == null || plain > 0);
  }
}
