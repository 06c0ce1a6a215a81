package dev.procc.language.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The findings for broken files, and the part of them that is still read: goldens next to the
/// files.
class BrokenYamlTest {
  private static final Path FOLDER = Path.of("src/test/resources/yaml/broken");

  @Test
  void findingsAndTreesAreAsBefore() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
      assertTrue(files.size() >= 5);
      for (Path path : files) {
        Path golden = path.resolveSibling(path.getFileName().toString().replace(".yaml", ".out"));
        String said = render(Files.readAllBytes(path), path.getFileName().toString());
        Golden.check(golden, said);
      }
    }
  }

  private static String render(byte[] bytes, String name) {
    StringBuilder out = new StringBuilder();
    Outcome<SourceFile> decoded = SourceDecoder.decode(name, bytes);
    decoded.findings().forEach(d -> appendFinding(out, d));
    Outcome<List<YamlDocument>> outcome = Yaml.parse(decoded.value().orElseThrow());
    outcome.findings().forEach(d -> appendFinding(out, d));
    for (YamlDocument document : outcome.value().orElseThrow()) {
      out.append("---\n");
      tree(out, document.root(), "");
    }
    return out.toString();
  }

  private static void appendFinding(StringBuilder out, Finding d) {
    out.append(d.code().id())
        .append(' ')
        .append(d.span())
        .append(' ')
        .append(d.message())
        .append('\n');
    for (Label label : d.labels()) {
      out.append("  at ").append(label.span()).append(": ").append(label.text()).append('\n');
    }
    if (d.hint() != null) {
      out.append("  hint: ").append(d.hint()).append('\n');
    }
    for (Fix fix : d.fixes()) {
      out.append(fix.safe() ? "  fix: " : "  unsafe fix: ")
          .append(fix.title())
          .append(" -> ")
          .append(fix.edits().getFirst().replacement())
          .append('\n');
    }
  }

  private static void tree(StringBuilder out, YamlNode node, String indent) {
    switch (node) {
      case Unknown unknown -> out.append("?\n");
      case Scalar scalar ->
          out.append(indent)
              .append(scalar.style().name().toLowerCase(Locale.ROOT))
              .append(' ')
              .append(scalar.value().replace("\n", "\\n"))
              .append('\n');
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          out.append(indent).append(entry.key().value()).append(":\n");
          tree(out, entry.value(), indent + "  ");
        }
      }
      case Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          out.append(indent).append("-\n");
          tree(out, item, indent + "  ");
        }
      }
    }
  }
}
