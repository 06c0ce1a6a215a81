package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.FileTree;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Formatting changes no finding: the same findings are reported and the same ones suppressed, for
/// any order of keys and any place of a suppression. If that is impossible, a message says so at
/// the place, and the text stays unchanged.
class FormatKeepsFindingsTest {
  private static final Formatter FORMATTER = new Formatter();
  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);
  private Function<FileTree, Compilation> compiler = sharing();
  private int formatted;
  private int refused;

  @Test
  void allowancesAndKeysInAnyOrder() throws IOException {
    checkCorpus(97);
  }

  @Test
  @Tag("heavy")
  void allowancesAtEveryLineAndKeysInEveryOrder() throws IOException {
    checkCorpus(1);
  }

  @Test
  void mutants() throws IOException {
    checkMutants(61);
  }

  @Test
  @Tag("heavy")
  void allMutants() throws IOException {
    checkMutants(1);
  }

  private static Function<FileTree, Compilation> sharing() {
    return Compilations.sharing(CompileOptions.defaults().withAsOf(AS_OF));
  }

  private void checkCorpus(int step) throws IOException {
    int count = 0;
    for (Map<String, String> project : projects()) {
      compiler = sharing();
      Set<String> codes = new TreeSet<>();
      for (Finding finding : Compilations.of(SingleFaultTest.tree(project), AS_OF).findings()) {
        codes.add(finding.code().id());
      }
      String allow = "# procc: allow " + (codes.isEmpty() ? "PC504" : String.join(", ", codes));
      for (Map.Entry<String, String> file : project.entrySet()) {
        if (!file.getKey().endsWith(".yaml")) {
          continue;
        }
        SourceFile source = new SourceFile(file.getKey(), file.getValue());
        for (String text : variants(source, allow + " -- for the law")) {
          if (SingleFaultTest.isOfSlice(count++, step)) {
            check(project, file.getKey(), text);
          }
        }
      }
    }
    System.out.println(formatted + " texts formatted, " + refused + " left alone");
    assertTrue(formatted > 2 * refused, formatted + " " + refused);
  }

  private void checkMutants(int step) throws IOException {
    int count = 0;
    for (Map<String, String> project : SingleFaultTest.projects()) {
      compiler = sharing();
      for (Map.Entry<String, String> file : project.entrySet()) {
        if (file.getKey().endsWith(".yaml")) {
          SourceFile source = new SourceFile(file.getKey(), file.getValue());
          for (SingleFaultMutants.Mutant mutant : SingleFaultMutants.of(source)) {
            if (SingleFaultTest.isOfSlice(count++, step)) {
              check(project, file.getKey(), mutant.text());
            }
          }
        }
      }
    }
  }

  private void check(Map<String, String> project, String path, String text) {
    Outcome<String> outcome = FORMATTER.format(new SourceFile(path, text));
    String after = outcome.value().orElseThrow();
    if (!outcome.findings().isEmpty()) {
      assertEquals(text, after);
      assertNotNull(outcome.findings().getFirst().span(), text);
      if (Yaml.parse(new SourceFile(path, text)).findings().isEmpty()) {
        refused++;
        String at = outcome.findings().getFirst().span().text();
        assertTrue(at.startsWith("#"), () -> outcome.findings() + "\n" + text);
      }
      return;
    }
    formatted++;
    if (!after.equals(text)) {
      assertEquals(judged(project, path, text), judged(project, path, after), text);
    }
  }

  private List<String> judged(Map<String, String> project, String path, String text) {
    Map<String, String> changed = new TreeMap<>(project);
    changed.put(path, text);
    Compilation compilation = compiler.apply(SingleFaultTest.tree(changed));
    List<String> lines = new ArrayList<>();
    for (Finding finding : compilation.findings()) {
      lines.add("found " + finding.code().id() + " " + finding.message());
    }
    compilation
        .suppressed()
        .forEach(each ->
            lines.add("suppressed " + each.finding().code().id() + " " + each.finding().message()));
    lines.sort(null);
    return lines;
  }

  /// The text with a suppression before and after each line, with neighbouring keys exchanged, and
  /// with both.
  private static List<String> variants(SourceFile file, String allow) {
    List<String> variants = new ArrayList<>();
    List<String> orders = new ArrayList<>();
    for (YamlDocument document : Yaml.parse(file).value().orElseThrow()) {
      addSwapped(document.root(), file, orders);
    }
    addAllowed(file, allow, 1, variants);
    for (String order : orders) {
      variants.add(order);
      addAllowed(new SourceFile(file.path(), order), allow, 7, variants);
    }
    return variants;
  }

  private static void addAllowed(SourceFile file, String allow, int step, List<String> into) {
    String text = file.text();
    for (int number = 1; number <= file.lineCount(); number += step) {
      String line = file.line(number);
      if (line.isBlank() || line.contains("#")) {
        continue;
      }
      int start = file.lineStart(number);
      int indent = line.length() - line.stripLeading().length();
      into.add(
          text.substring(0, start) + " ".repeat(indent) + allow + "\n" + text.substring(start));
      int end = start + line.length();
      into.add(text.substring(0, end) + " " + allow + text.substring(end));
    }
  }

  private static void addSwapped(YamlNode node, SourceFile file, List<String> into) {
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> addSwapped(item, file, into));
    } else if (node instanceof Mapping mapping) {
      List<MappingEntry> entries = mapping.entries();
      for (int i = 0; i < entries.size(); i++) {
        addSwapped(entries.get(i).value(), file, into);
        if (!mapping.flow() && i + 2 < entries.size()) {
          int a = entries.get(i).key().span().start();
          int b = entries.get(i + 1).key().span().start();
          int c = entries.get(i + 2).key().span().start();
          String text = file.text();
          into.add(
              text.substring(0, a)
                  + text.substring(b, c)
                  + text.substring(a, b)
                  + text.substring(c));
        }
      }
    }
  }

  /// The samples and the example of each rule.
  private static List<Map<String, String>> projects() throws IOException {
    List<Map<String, String>> projects = new ArrayList<>(SingleFaultTest.projects());
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/rules"))) {
      for (Path folder : folders.sorted().toList()) {
        String bad = Files.readString(folder.resolve("bad.yaml"));
        if (bad.length() < 3_000 && !folder.toString().contains("PC503")) {
          projects.add(Map.of("bad.yaml", bad));
        }
      }
    }
    return projects;
  }
}
