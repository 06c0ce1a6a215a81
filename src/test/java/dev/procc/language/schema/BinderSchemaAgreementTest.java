package dev.procc.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.bind.Binder;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The binder and the JSON Schema agree on every document of the corpus and on every mutant of one:
/// each key dropped and renamed, each value with another type, each scalar replaced by another.
///
/// Only the binder checks two things: that no two nodes of a group have the same key, which JSON
/// Schema cannot express, and whether a text is a date expression. There the schema may accept
/// more, never less.
class BinderSchemaAgreementTest {
  /// Findings that no schema can express: two items that contradict each other.
  private static final Set<Code> BEYOND_SCHEMAS =
      Set.of(BindCodes.DUPLICATE_NODE, BindCodes.AMBIGUOUS_MOVE, BindCodes.MOVES_IN_CIRCLE);

  private static final String DATE = ", which takes a date or a date expression, such as WD3";
  private static final SchemaCheck STRICT = new SchemaCheck();
  private static final DateLanguage DATES = new DateLanguage();

  @Test
  void theySayTheSameOfTheCorpus() {
    List<YamlDocument> corpus = corpus();
    assertTrue(corpus.size() >= 20, () -> "a corpus of " + corpus.size());
    Set<String> kinds = new TreeSet<>();
    for (YamlDocument document : corpus) {
      kinds.add(kind(document.root()));
      if (!document.isRepaired()) {
        compare(document.span().pathAndLine(), document.root());
      }
    }
    assertTrue(kinds.containsAll(Vocabulary.DOCUMENT_KINDS), () -> "kinds " + kinds);
  }

  @Test
  void theCorpusHoldsEveryWordWithoutAFault() {
    Set<String> missing = new TreeSet<>();
    for (MappingSpec structure : Vocabulary.all()) {
      structure.keys().forEach(word -> missing.add(structure.name() + "." + word.name()));
    }
    for (YamlDocument document : words()) {
      assertEquals("nothing", said(binder(document.root())));
      seen(document.root(), new ValueShape.StructShape(kind(document.root())), missing);
    }
    assertEquals(Set.of(), missing);
  }

  private static void seen(YamlNode node, ValueShape shape, Set<String> missing) {
    switch (shape) {
      case ValueShape.StructShape struct when node instanceof Mapping mapping -> {
        for (KeySpec word : Vocabulary.mapping(struct.mappingName()).keys()) {
          YamlNode value = mapping.get(word.name());
          if (value != null) {
            missing.remove(struct.mappingName() + "." + word.name());
            seen(value, word.shape(), missing);
          }
        }
      }
      case ValueShape.ChildShape child when node instanceof Mapping mapping -> {
        for (String kind : Vocabulary.CHILD_KINDS) {
          if (mapping.get(kind) != null) {
            seen(node, new ValueShape.StructShape(kind), missing);
          }
        }
      }
      case ValueShape.ParticipantShape participant ->
          seen(node, new ValueShape.StructShape("Participant"), missing);
      case ValueShape.ListShape list when node instanceof Sequence sequence ->
          sequence.items().forEach(item -> seen(item, list.item(), missing));
      case ValueShape.MapShape map when node instanceof Mapping mapping ->
          mapping.entries().forEach(entry -> seen(entry.value(), map.value(), missing));
      case ValueShape.UnionShape either ->
          either.alternatives().forEach(one -> seen(node, one, missing));
      default -> {}
    }
  }

  @Test
  void theySayTheSameOfEveryMutant() {
    mutants(words());
  }

  /// The same for the whole corpus, the samples and the fixtures; takes longer.
  @Test
  @Tag("heavy")
  void theySayTheSameOfEveryMutantOfTheWholeCorpus() {
    mutants(corpus());
  }

  private static void mutants(List<YamlDocument> documents) {
    int[] counts = new int[2];
    List<String> differences = new ArrayList<>();
    for (YamlDocument document : documents) {
      if (document.root() instanceof Mapping root) {
        DocumentMutants.of(
            root,
            (what, mutant) -> {
              if (differences.size() < 30) {
                String difference = difference(mutant);
                counts[binder(mutant).isEmpty() ? 0 : 1]++;
                if (!difference.isEmpty()) {
                  differences.add(kind(document.root()) + ": " + what + "\n" + difference);
                }
              }
            });
      }
    }
    assertEquals("", String.join("\n", differences));
    assertTrue(counts[0] > 500 && counts[1] > 5_000, () -> counts[0] + " and " + counts[1]);
  }

  private static void compare(String what, YamlNode root) {
    String difference = difference(root);
    if (!difference.isEmpty()) {
      fail(what + "\n" + difference);
    }
  }

  private static String difference(YamlNode root) {
    List<Finding> binder = binder(root);
    List<Finding> schema = new ArrayList<>();
    for (Finding found : STRICT.check(root, true)) {
      if (!found.message().endsWith(DATE) || found.message().startsWith("A ")) {
        schema.add(found);
      } else if (found.span() != null && acceptedDate(found)) {
        return "the schema refuses a date expression: " + found.message();
      }
    }
    return binder.isEmpty() == schema.isEmpty()
        ? ""
        : "  binder " + said(binder) + "\n  schema " + said(schema);
  }

  private static boolean acceptedDate(Finding found) {
    String message = found.message();
    return DATES.canonical(message.substring(1, message.indexOf("\" does not fit"))).isPresent();
  }

  /// The binder's findings about the structure, without those that no schema can express.
  private static List<Finding> binder(YamlNode root) {
    List<Finding> found = new ArrayList<>();
    if (!(root instanceof Mapping mapping) || !Vocabulary.DOCUMENT_KINDS.contains(kind(root))) {
      found.add(Finding.of(BindCodes.UNKNOWN_WORD, root.span(), "No kind of document"));
      return found;
    }
    for (Finding one : new Binder(DATES).structure(kind(root), mapping).findings()) {
      if (BindCodes.ALL.contains(one.code()) && !BEYOND_SCHEMAS.contains(one.code())) {
        found.add(one);
      }
    }
    return found;
  }

  private static String said(List<Finding> found) {
    return found.isEmpty() ? "nothing" : found.stream().map(Finding::message).toList().toString();
  }

  private static String kind(YamlNode root) {
    return root instanceof Mapping mapping && mapping.get("kind") instanceof Scalar kind
        ? kind.value()
        : "";
  }

  private static List<YamlDocument> words() {
    return corpus().stream().filter(d -> d.file().path().endsWith("schema/words.yaml")).toList();
  }

  private static List<YamlDocument> corpus() {
    List<YamlDocument> documents = new ArrayList<>();
    for (String root : List.of("samples", "src/test/resources")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          String text = Files.readString(file);
          if (text.contains("procc: v1")) {
            Yaml.parse(new SourceFile(file.toString(), text)).value().ifPresent(documents::addAll);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }
}
