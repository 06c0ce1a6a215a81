package dev.procc.language.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.testing.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class YamlLawsTest {
  private static final String[] SLIPS = {
    "{{ x }}",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    "\t",
    "\n",
    "\r\n",
    "---\n",
    "...\n",
    "? ",
    "<<: *a\n",
    "%YAML 1.1\n",
    ",",
    "\\",
    "@",
    "`",
    " ",
    "  ",
    "\uD83D\uDE00",
    "\u0085",
    "\uFEFF",
    "\u0007",
    "\u2028"
  };

  static void scalars(YamlNode node, Consumer<Scalar> see) {
    switch (node) {
      case Unknown unknown -> {}
      case Scalar scalar -> see.accept(scalar);
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          see.accept(entry.key());
          scalars(entry.value(), see);
        }
      }
      case Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          scalars(item, see);
        }
      }
    }
  }

  @Example
  void corpusIsThere() {
    assertTrue(YamlCorpus.valid().size() >= 5);
  }

  @Example
  void theTextAtTheSpanOfAScalarReadsAsItsValue() {
    for (SourceFile file : YamlCorpus.valid()) {
      Outcome<List<YamlDocument>> outcome = Yaml.parse(file);
      assertEquals(List.of(), outcome.findings(), file.path());
      for (YamlDocument document : outcome.value().orElseThrow()) {
        scalars(
            document.root(),
            scalar -> {
              boolean block =
                  scalar.style() == Scalar.Style.LITERAL || scalar.style() == Scalar.Style.FOLDED;
              if (!block && scalar.span().length() > 0) {
                YamlNode again =
                    Yaml.parse(new SourceFile("again", scalar.span().text()))
                        .value()
                        .orElseThrow()
                        .getFirst()
                        .root();
                assertEquals(scalar.value(), ((Scalar) again).value());
                assertEquals(scalar.style(), ((Scalar) again).style());
              }
            });
      }
    }
  }

  @Property(tries = 500)
  void anyTextIsReadQuicklyAndWithoutAnException(@ForAll Random random) {
    List<SourceFile> files = YamlCorpus.valid();
    StringBuilder text = new StringBuilder(files.get(random.nextInt(files.size())).text());
    int slips = 1 + random.nextInt(4);
    for (int i = 0; i < slips; i++) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
        case 1 ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
        default -> text.insert(at, SLIPS[random.nextInt(SLIPS.length)]);
      }
    }
    ProcessorTime.within(
        Duration.ofSeconds(3),
        text::toString,
        () -> {
          Outcome<SourceFile> decoded =
              SourceDecoder.decode("m.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
          Outcome<List<YamlDocument>> outcome = Yaml.parse(decoded.value().orElseThrow());
          for (YamlDocument document : outcome.value().orElseThrow()) {
            document.comments();
          }
          return outcome;
        });
  }

  @Property(tries = 300)
  void anyBytesAreDecoded(@ForAll byte[] bytes) {
    Outcome<SourceFile> decoded = SourceDecoder.decode("b.yaml", bytes);
    decoded.value().ifPresent(file -> assertTrue(Yaml.parse(file).value().isPresent()));
  }
}
