package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One fault gives one error, at its line, and nothing that depends on it is checked: for every
/// single-fault mutant of the samples.
class SingleFaultTest {
  /// The counts for one kind of fault.
  private static final class Count {
    int mutants;
    int same;
    int valid;
    int noted;
    int single;
    int atLine;
    int judged;
    final Map<String, Integer> several = new TreeMap<>();
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private Function<FileTree, Compilation> compiler = Compilations.sharing();
  private @Nullable Compilation original;
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

  /// Whether a mutant is in the slice of this run: one of each `step`, another slice with
  /// `-Dlaw.slice=N`.
  static boolean isOfSlice(int number, int step) {
    return number % step == Integer.getInteger("law.slice", 0) % step;
  }

  private void measure(int step) throws IOException {
    for (Map<String, String> project : projects()) {
      compiler = Compilations.sharing();
      Compilation whole = compiler.apply(tree(project));
      assertEquals(List.of(), errors(whole));
      original = whole;
      for (Map.Entry<String, String> file : project.entrySet()) {
        if (file.getKey().endsWith(".yaml")) {
          List<SingleFaultMutants.Mutant> mutants =
              SingleFaultMutants.of(new SourceFile(file.getKey(), file.getValue()));
          for (int i = 0; i < mutants.size(); i++) {
            if (isOfSlice(i, step)) {
              count(project, file.getKey(), mutants.get(i));
            }
          }
        }
      }
    }
    report();
  }

  private void count(Map<String, String> project, String path, SingleFaultMutants.Mutant mutant) {
    Map<String, String> changed = new TreeMap<>(project);
    String before = changed.put(path, mutant.text());
    Compilation compilation = compiler.apply(tree(changed));
    List<Finding> errors = errors(compilation);
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
    if (errors.isEmpty()) {
      countValid(count, compilation);
    }
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
    addConsequences(count, errors, compilation, mutant);
    errors.forEach(
        e -> details.append("    ").append(e.span()).append(' ').append(e.message()).append('\n'));
  }

  /// Counts the findings besides an error that were not there before: most of them would take what
  /// could not be read for missing. An empty value (PC140), reported at its line, is the fault
  /// itself.
  private void addConsequences(
      Count count,
      List<Finding> errors,
      Compilation compilation,
      SingleFaultMutants.Mutant mutant) {
    Set<String> before = new HashSet<>();
    for (Finding finding : Objects.requireNonNull(original).findings()) {
      before.add(finding.code().id() + finding.message());
    }
    boolean judged = false;
    for (Finding finding : errors.isEmpty() ? List.<Finding>of() : compilation.findings()) {
      int line = finding.span() == null ? 0 : finding.span().startPosition().line();
      boolean fault = finding.code().id().equals("PC140") && line == mutant.firstLine();
      if (finding.severity() != Severity.ERROR
          && !fault
          && !before.contains(finding.code().id() + finding.message())) {
        judged = true;
        details
            .append("    BESIDE ")
            .append(finding.code().id())
            .append(' ')
            .append(finding.span())
            .append(' ')
            .append(finding.message())
            .append('\n');
      }
    }
    count.judged += judged ? 1 : 0;
  }

  /// Counts a mutant without an error: it means the same as before, or it is valid and means
  /// something else, with or without a finding.
  private void countValid(Count count, Compilation compilation) {
    Compilation before = Objects.requireNonNull(original);
    boolean same = processes(before).equals(processes(compilation));
    boolean noted = compilation.findings().size() > before.findings().size();
    count.same += same ? 1 : 0;
    count.noted += !same && noted ? 1 : 0;
    count.valid += !same && !noted ? 1 : 0;
  }

  private static String processes(Compilation compilation) {
    StringBuilder all = new StringBuilder();
    compilation.processes().forEach(each -> all.append(each.process()));
    return all.toString();
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
    int same = 0;
    int noted = 0;
    int valid = 0;
    int faults = 0;
    int single = 0;
    int atLine = 0;
    int judged = 0;
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, Count> each : counts.entrySet()) {
      Count c = each.getValue();
      int of = c.mutants - c.same - c.noted - c.valid;
      same += c.same;
      noted += c.noted;
      valid += c.valid;
      faults += of;
      single += c.single;
      atLine += c.atLine;
      judged += c.judged;
      table.append(
          String.format(
              java.util.Locale.ROOT,
              "%-18s %5d mutants %4d say the same %4d valid, noted %4d valid"
                  + " %6.1f %% one error %6.1f %% at the line%n",
              each.getKey(),
              c.mutants,
              c.same,
              c.noted,
              c.valid,
              100.0 * c.single / of,
              100.0 * c.atLine / of));
    }
    table.append(
        String.format(
            java.util.Locale.ROOT,
            "%d mutants say the same; %d are valid and say something else, %d more with a warning"
                + " or an info%n%d faults: %.1f %% give one error, %.1f %% at the line of the"
                + " fault; beside %d something more is judged%n",
            same,
            valid,
            noted,
            faults,
            100.0 * single / faults,
            100.0 * atLine / faults,
            judged));
    System.out.print(table);
    Files.writeString(Path.of("target/single-faults.txt"), table + details.toString());
    assertTrue(single >= 0.985 * faults, table.toString());
    assertTrue(atLine >= 0.96 * faults, table.toString());
    assertTrue(judged <= 0.005 * faults, table.toString());
  }

  private static List<Finding> errors(Compilation compilation) {
    return compilation.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  static MemoryTree tree(Map<String, String> files) {
    MemoryTree tree = MemoryTree.of();
    files.forEach(tree::put);
    return tree;
  }

  /// The samples, each as a project of its own.
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
