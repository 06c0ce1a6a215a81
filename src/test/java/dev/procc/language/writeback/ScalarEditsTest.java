package dev.procc.language.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarEditsTest {
  private static YamlNode at(SourceFile file, String... keys) {
    YamlNode node = Yaml.parse(file).value().orElseThrow().getFirst().root();
    for (String key : keys) {
      node = ((Mapping) node).get(key);
    }
    return node;
  }

  /// Whatever is written in place of whatever is read again as it was meant, and nothing else
  /// moves. A text of several lines in braces was once no YAML.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "two\n\nlines\n",
        "a: b",
        "a # b",
        "x, y] }",
        "\ttabbed",
        " blank ",
        "",
        "null",
        "12",
        "- a",
        "it's \"so\"",
        "back\\slash",
        "caf\u00e9 \ud83d\ude00"
      })
  void whatIsWrittenIsReadAgain(String text) {
    for (String value :
        List.of("old", "'old'", "\"old\"", "|\n    old\n", ">-\n    old\n    text\n")) {
      boolean block = value.indexOf('\n') >= 0;
      SourceFile file =
          new SourceFile("a.yaml", "a:\n  t: " + value + (block ? "" : "\n") + "  u: v # w\n");
      check(file, text, ScalarEdits.Around.BLOCK);
      if (!block) {
        check(
            new SourceFile("a.yaml", "a: { t: " + value + ", u: v } # w\n"),
            text,
            ScalarEdits.Around.FLOW);
      }
    }
  }

  private static void check(SourceFile file, String text, ScalarEdits.Around around) {
    TextEdit edit = ScalarEdits.replace((Scalar) at(file, "a", "t"), text, around);
    String after = TextEdits.apply(file, List.of(edit)).orElseThrow();
    SourceFile changed = new SourceFile("a.yaml", after);
    assertEquals(List.of(), Yaml.parse(changed).findings(), after);
    assertEquals(text, ((Scalar) at(changed, "a", "t")).value(), after);
    assertEquals("v", ((Scalar) at(changed, "a", "u")).value(), after);
  }
}
