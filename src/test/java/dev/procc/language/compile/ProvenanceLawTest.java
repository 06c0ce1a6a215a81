package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.resolve.ResolvedProcess;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The law of provenance: replace the text at the first span of a leaf by another legal value, and
/// that leaf changes, and each other leaf that changes lists that span.
class ProvenanceLawTest {
  private static final Path SAMPLES = Path.of("samples");

  /// A sample: a folder and, if the folder is no project of its own, the files to read.
  private record Sample(Path root, List<String> alone) {
    Outcome<Project> read(FileTree tree) {
      return alone.isEmpty() ? ProjectReader.read(tree) : ProjectReader.read(tree, alone);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLeafOfEverySample() {
    return Stream.of(
            new Sample(SAMPLES, List.of("guide-absolute.process.yaml")),
            new Sample(SAMPLES.resolve("q4-close"), List.of()))
        .flatMap(ProvenanceLawTest::leaves);
  }

  private static Stream<DynamicTest> leaves(Sample sample) {
    Compiled before = compile(sample, new DiskTree(sample.root()));
    assertFalse(before.leaves().isEmpty());
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<FieldRef, Origin> entry : before.origins().entrySet()) {
      if (entry.getValue().layer() != Layer.BUILT_IN) {
        tests.add(
            DynamicTest.dynamicTest(
                entry.getKey().toString(), () -> holds(sample, before, entry.getKey())));
      }
    }
    return tests.stream();
  }

  private static void holds(Sample sample, Compiled before, FieldRef leaf) {
    Span span = Objects.requireNonNull(before.origins().get(leaf)).span();
    for (String other : others(span.text())) {
      Compiled after = compile(sample, edited(sample, span, other));
      if (after.errors()) {
        continue;
      }
      Json was = before.leaves().get(leaf);
      Json is = after.leaves().get(leaf);
      if (Objects.equals(was, is)) {
        continue;
      }
      assertNotEquals(was, is);
      for (FieldRef changed : changed(before, after)) {
        Origin origin = before.origins().get(changed);
        Origin later = after.origins().get(changed);
        boolean listed =
            (origin != null && origin.spans().contains(span))
                || (later != null && startsAt(later, span));
        assertTrue(
            listed,
            () -> changed + " changed with " + span + " = " + other + ", unlisted: " + origin);
      }
      return;
    }
    fail("no other text at " + span + " \"" + span.text() + "\" is legal and changes " + leaf);
  }

  /// Whether an origin contains a span that starts at the same place: a new leaf comes from another
  /// read of the file.
  private static boolean startsAt(Origin origin, Span span) {
    return origin.spans().stream()
        .anyMatch(s -> s.file().path().equals(span.file().path()) && s.start() == span.start());
  }

  private static Set<FieldRef> changed(Compiled before, Compiled after) {
    Set<FieldRef> all = new LinkedHashSet<>(before.leaves().keySet());
    all.addAll(after.leaves().keySet());
    all.removeIf(ref -> Objects.equals(before.leaves().get(ref), after.leaves().get(ref)));
    return all;
  }

  private static FileTree edited(Sample sample, Span span, String other) {
    String text = span.file().text();
    String changed = text.substring(0, span.start()) + other + text.substring(span.end());
    return new OverlayTree(new DiskTree(sample.root()), Map.of(span.file().path(), changed));
  }

  private static final Pattern NUMBER = Pattern.compile("\\d+(?=bd|\\b)");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /// Other texts that may be legal instead of this one.
  private static List<String> others(String text) {
    List<String> others = new ArrayList<>();
    others.addAll(
        switch (text) {
          case "true" -> List.of("false");
          case "false" -> List.of("true");
          case "whenEligible" -> List.of("manual");
          case "us-close" -> List.of("es-madrid");
          case "manager" -> List.of("writer");
          case "writer" -> List.of("manager");
          case "sam" -> List.of("tom");
          case "elena" -> List.of("tom");
          case "revenue-report", "commentary" -> List.of("{ id: other }");
          case "period.start" -> List.of("period.start + 1 day");
          default -> List.of();
        });
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      for (int days : new int[] {-1, 1, 3}) {
        LocalDate date = LocalDate.parse(iso.group()).plusDays(days);
        others.add(text.substring(0, iso.start()) + date + text.substring(iso.end()));
      }
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      for (int step : new int[] {-1, 1}) {
        int value = Integer.parseInt(number.group()) + step;
        others.add(text.substring(0, number.start()) + value + text.substring(number.end()));
      }
    }
    others.add(text.replace("last business day", "2nd last business day"));
    others.add(text.replace("mon-fri", "mon-sat"));
    others.add(text.replace("friday", "saturday"));
    others.add(text.replace("{{ accountant }}", "tom"));
    others.add(text.replace("{{ label }}", "Somewhere"));
    others.add(text.startsWith("\"") ? "\"Another text\"" : "Another text");
    others.add("last business day of month");
    others.add("another-key");
    others.removeIf(text::equals);
    return others;
  }

  /// The results that the law compares.
  private record Compiled(
      boolean errors, Map<FieldRef, Json> leaves, Map<FieldRef, Origin> origins) {}

  private static Compiled compile(Sample sample, FileTree tree) {
    Outcome<Project> read = sample.read(tree);
    Compilation compilation =
        Compiler.compile(read, read.value().orElseThrow().instances(), CompileOptions.defaults());
    Map<FieldRef, Json> leaves = new LinkedHashMap<>();
    Map<FieldRef, Origin> origins = new LinkedHashMap<>();
    for (CompiledProcess compiled : compilation.processes()) {
      ResolvedProcess resolved = compiled.resolved();
      resolved
          .process()
          .fields()
          .forEach(
              (field, json) -> leaves.put(new FieldRef(compiled.identity(), field.name()), json));
      resolved
          .nodes()
          .forEach((address, node) ->
              node.node()
                  .fields()
                  .forEach((field, json) -> leaves.put(new FieldRef(address, field.name()), json)));
      origins.putAll(resolved.origins());
    }
    assertEquals(leaves.keySet(), origins.keySet());
    return new Compiled(compilation.hasErrors(), leaves, origins);
  }
}
