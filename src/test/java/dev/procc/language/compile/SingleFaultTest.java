package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One fault gives one error, at its line: measured over every single-fault mutant of the samples.
class SingleFaultTest {
  /// What was counted of one kind of fault.
  private static final class Count {
    int mutants;
    int silent;
    int single;
    int atLine;
    final Map<String, Integer> several = new TreeMap<>();
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private final StringBuilder details = new StringBuilder();

  @Test
  void mostFaultsGiveOneErrorAtTheirLine() throws IOException {
    measure(5);
  }

  @Test
  @Tag("heavy")
  void mostFaultsGiveOneErrorAtTheirLineInAllMutants() throws IOException {
    measure(1);
  }

  private void measure(int step) throws IOException {
    for (Map<String, String> project : projects()) {
      assertEquals(List.of(), errors(Compilations.of(tree(project))));
      for (Map.Entry<String, String> file : project.entrySet()) {
        if (file.getKey().endsWith(".yaml")) {
          List<SingleFaultMutants.Mutant> mutants =
              SingleFaultMutants.of(new SourceFile(file.getKey(), file.getValue()));
          for (int i = 0; i < mutants.size(); i += step) {
            count(project, file.getKey(), mutants.get(i));
          }
        }
      }
    }
    report();
  }

  private void count(Map<String, String> project, String path, SingleFaultMutants.Mutant mutant) {
    Map<String, String> changed = new TreeMap<>(project);
    String before = changed.put(path, mutant.text());
    List<Finding> errors = errors(Compilations.of(tree(changed)));
    Count count = counts.computeIfAbsent(mutant.kind(), k -> new Count());
    count.mutants++;
    boolean there = false;
    StringBuilder codes = new StringBuilder();
    for (Finding error : errors) {
      int line = error.span() == null ? 0 : error.span().startPosition().line();
      there |=
          error.span() != null
              && error.span().file().path().equals(path)
              && line >= mutant.firstLine()
              && line <= mutant.lastLine();
      codes.append(codes.isEmpty() ? "" : " ").append(error.code().id());
    }
    count.silent += errors.isEmpty() ? 1 : 0;
    count.single += errors.size() == 1 ? 1 : 0;
    count.atLine += there ? 1 : 0;
    if (errors.size() > 1) {
      count.several.merge(codes.toString(), 1, Integer::sum);
    }
    details
        .append(
            errors.isEmpty()
                ? "SILENT "
                : errors.size() > 1 ? "SEVERAL " : there ? "OK " : "ELSEWHERE ")
        .append(mutant.kind())
        .append(' ')
        .append(path)
        .append(':')
        .append(mutant.firstLine())
        .append(' ')
        .append(codes)
        .append('\n')
        .append(difference(before, mutant.text()));
    errors.forEach(
        e -> details.append("    ").append(e.span()).append(' ').append(e.message()).append('\n'));
  }

  private static String difference(String before, String after) {
    int from = 0;
    int bound = Math.min(before.length(), after.length());
    while (from < bound && before.charAt(from) == after.charAt(from)) {
      from++;
    }
    int tail = 0;
    while (tail < bound - from
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    int start = before.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
    return "  < "
        + lines(before, start, before.length() - tail)
        + "\n  > "
        + lines(after, start, after.length() - tail)
        + "\n";
  }

  private static String lines(String text, int from, int to) {
    int end = text.indexOf('\n', Math.max(from, to));
    return text.substring(from, end < 0 ? text.length() : end)
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }

  private void report() throws IOException {
    int faults = 0;
    int single = 0;
    int atLine = 0;
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, Count> each : counts.entrySet()) {
      Count c = each.getValue();
      int of = c.mutants - c.silent;
      faults += of;
      single += c.single;
      atLine += c.atLine;
      table.append(
          String.format(
              java.util.Locale.ROOT,
              "%-18s %5d mutants %5d without error %6.1f %% one error %6.1f %% at the line%n",
              each.getKey(),
              c.mutants,
              c.silent,
              100.0 * c.single / of,
              100.0 * c.atLine / of));
    }
    table.append(
        String.format(
            java.util.Locale.ROOT,
            "%d faults: %.1f %% give one error, %.1f %% at the line of the fault%n",
            faults,
            100.0 * single / faults,
            100.0 * atLine / faults));
    System.out.print(table);
    Files.writeString(Path.of("target/single-faults.txt"), table + details.toString());
    assertTrue(single >= 0.93 * faults, table.toString());
    assertTrue(atLine >= 0.92 * faults, table.toString());
  }

  private static List<Finding> errors(Compilation compilation) {
    return compilation.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  static MemoryTree tree(Map<String, String> files) {
    MemoryTree tree = MemoryTree.of();
    files.forEach(tree::put);
    return tree;
  }

  /// The samples: each a project of its own.
  static List<Map<String, String>> projects() throws IOException {
    List<Map<String, String>> projects = new ArrayList<>();
    projects.add(
        Map.of(
            "guide-absolute.process.yaml",
            Files.readString(Path.of("samples/guide-absolute.process.yaml"))));
    projects.add(folder(Path.of("samples/q4-close")));
    projects.add(folder(Path.of("src/test/resources/plan-project")));
    return projects;
  }

  private static Map<String, String> folder(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
