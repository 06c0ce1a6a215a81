package dev.procc.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Laws of every formatted text, checked with the reader, not with the formatter.
final class FormatLaws {
  private FormatLaws() {}

  /// Checks that formatting keeps the meaning (keys of a mapping in any order) and the comments,
  /// and that formatting twice changes nothing more.
  ///
  /// @return the formatted text
  static String hold(SourceFile file, CanonicalForm canon) {
    Formatter formatter = new Formatter();
    Outcome<String> outcome = formatter.format(file, canon);
    String once = outcome.value().orElseThrow();
    SourceFile again = new SourceFile(file.path(), once);
    assertEquals(
        meaning(file, canon), meaning(again, canon), () -> file.path() + "\n" + file.text());
    assertEquals(comments(file), comments(again), () -> file.path() + "\n" + file.text());
    String twice = formatter.format(again, canon).value().orElseThrow();
    assertEquals(once, twice, () -> file.path() + "\n" + file.text());
    return once;
  }

  private static List<Object> meaning(SourceFile file, CanonicalForm canon) {
    List<Object> roots = new ArrayList<>();
    for (YamlDocument document : Yaml.parse(file).value().orElseThrow()) {
      roots.add(value(document.root(), canon));
    }
    return roots;
  }

  private static Object value(YamlNode node, CanonicalForm canon) {
    return switch (node) {
      case Unknown unknown -> throw new AssertionError("a tree of a text that is YAML is known");
      case Scalar scalar -> {
        String canonical = canon.canonicalText(scalar.value());
        String text = canonical == null ? scalar.value() : canonical;
        yield (scalar.isPlain() || canonical != null ? "plain " : "text ") + text;
      }
      case Mapping mapping -> {
        Map<String, Object> entries = new TreeMap<>();
        List<String> keys = mapping.entries().stream().map(e -> e.key().value()).toList();
        CanonicalForm here = canon.forMapping(keys);
        for (MappingEntry entry : mapping.entries()) {
          entries.put(
              entry.key().value(), value(entry.value(), here.forValue(entry.key().value())));
        }
        yield here.keyOrder().isEmpty() ? List.of(keys, entries) : entries;
      }
      case Sequence sequence -> {
        List<Object> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          items.add(value(item, canon.forItem()));
        }
        yield items;
      }
    };
  }

  private static List<String> comments(SourceFile file) {
    List<String> texts = new ArrayList<>();
    for (YamlDocument document : Yaml.parse(file).value().orElseThrow()) {
      for (Comment comment : document.comments()) {
        texts.add(comment.span().text());
      }
    }
    texts.sort(null);
    return texts;
  }
}
