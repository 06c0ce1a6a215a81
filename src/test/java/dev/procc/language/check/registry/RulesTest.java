package dev.procc.language.check.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.Fixer;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.schema.SchemaCheck;
import dev.procc.testing.Golden;
import dev.procc.view.findings.FindingsText;
import dev.procc.view.text.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each rule has a folder such as `PC207-due-date-on-day-off`: `bad.yaml` with the findings of
/// `bad.out`, and `good.yaml`, the same file without those findings and with no others but those of
/// `good.out`; `as-of` contains the day on which they are checked. A rule with fixes has a
/// `fixed.yaml` too: `bad.yaml` after the fixes.
class RulesTest {
  private static final Path ROOT = Path.of("src/test/resources/rules");

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.sorted().toList();
    }
  }

  @Test
  void everyRuleHasItsFolderAndEveryFolderItsRule() throws IOException {
    List<String> rules = new ArrayList<>();
    for (Code code : Rules.codes()) {
      rules.add(code.id() + "-" + code.name());
    }
    List<String> names = new ArrayList<>();
    folders().forEach(folder -> names.add(folder.getFileName().toString()));
    assertEquals(rules, names);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsTheBadAndLeavesTheGood() throws IOException {
    return folders().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> holds(f)));
  }

  private static void holds(Path folder) throws IOException {
    String code = folder.getFileName().toString().substring(0, 5);
    List<Finding> bad = findings(folder, "bad.yaml", code);
    assertFalse(bad.isEmpty(), "bad.yaml has no finding " + code);
    StringBuilder text = new StringBuilder();
    bad.forEach(finding -> text.append(FindingsText.render(finding, Style.PLAIN)).append('\n'));
    Golden.check(folder.resolve("bad.out"), text.toString());
    assertEquals(List.of(), findings(folder, "good.yaml", code));
    well(folder);
    fixes(folder, code, bad);
  }

  /// Checks that no rule finds anything in a good file except the findings of `good.out`.
  private static void well(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Finding finding : all(folder, "good.yaml")) {
      text.append(FindingsText.render(finding, Style.PLAIN)).append('\n');
    }
    Path golden = folder.resolve("good.out");
    if (Files.exists(golden)) {
      Golden.check(golden, text.toString());
    } else {
      assertEquals("", text.toString());
    }
  }

  /// Checks that all fixes of the code together leave nothing to fix, and each one alone leaves
  /// fewer findings than before.
  private static void fixes(Path folder, String code, List<Finding> bad) throws IOException {
    Path golden = folder.resolve("fixed.yaml");
    boolean any = bad.stream().anyMatch(d -> !d.fixes().isEmpty());
    if (!any) {
      assertFalse(Files.exists(golden), "fixed.yaml, but no finding has a fix");
      return;
    }
    DiskTree tree = new DiskTree(folder);
    Fixer.FixResult fixed = Fixer.run(tree, t -> only(code, t, day(folder)), Fixer.FixScope.ALL);
    Golden.check(golden, fixed.texts().getOrDefault("bad.yaml", "nothing was fixed"));
    List<Finding> left = fixed.compilation().findings();
    assertTrue(left.stream().allMatch(d -> d.fixes().isEmpty()), left::toString);
    long without = bad.stream().filter(d -> d.fixes().isEmpty()).count();
    assertTrue(left.size() <= without, left::toString);
    for (Finding finding : bad) {
      for (Fix fix : finding.fixes()) {
        String text = TextEdits.apply(finding.span().file(), fix.edits()).orElseThrow();
        OverlayTree changed = new OverlayTree(tree, Map.of("bad.yaml", text));
        List<Finding> after = only(code, changed, day(folder)).findings();
        assertTrue(after.size() < bad.size(), () -> fix.title() + " leaves " + after);
      }
    }
  }

  /// A file tree with only one of its process files.
  private record OneFile(FileTree all, String file) implements FileTree {
    @Override
    public FileListing list() {
      return new FileListing(List.of(file), List.of());
    }

    @Override
    public boolean exists(String path) {
      return path.equals(file);
    }

    @Override
    public Outcome<SourceFile> read(String path) {
      return all.read(path);
    }
  }

  private static Compilation only(String code, FileTree tree, LocalDate day) {
    Outcome<Project> read = ProjectReader.read(new OneFile(tree, "bad.yaml"));
    Project project = read.value().orElseThrow();
    CompileOptions options = CompileOptions.defaults().withAsOf(day);
    Compilation all = Compiler.compile(read, project.instances(), options);
    assertTrue(!all.processes().isEmpty(), () -> all.findings().toString());
    return all.withFindings(
        all.findings().stream().filter(d -> d.code().id().equals(code)).toList());
  }

  private static LocalDate day(Path folder) {
    Path day = folder.resolve("as-of");
    try {
      return Files.exists(day) ? LocalDate.parse(Files.readString(day).strip()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> findings(Path folder, String file, String code) {
    return all(folder, file).stream().filter(d -> d.code().id().equals(code)).toList();
  }

  /// All findings of a file, which must be well formed and must match its schema.
  private static List<Finding> all(Path folder, String file) {
    Outcome<Project> read = ProjectReader.read(new OneFile(new DiskTree(folder), file));
    Project project = read.value().orElseThrow();
    SchemaCheck strict = new SchemaCheck();
    for (SourceDocument document : project.documents()) {
      assertEquals(List.of(), strict.check(document.document()));
    }
    CompileOptions options = CompileOptions.defaults().withAsOf(day(folder));
    Compilation compilation = Compiler.compile(read, project.instances(), options);
    assertTrue(!compilation.processes().isEmpty(), () -> compilation.findings().toString());
    return compilation.findings();
  }
}
