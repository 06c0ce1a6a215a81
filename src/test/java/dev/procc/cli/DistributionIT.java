package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Version;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.ExitCode;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The distribution works in any folder, and uses its caches there.
class DistributionIT {
  private static Path folder;
  private static Path moved;

  @BeforeAll
  static void move() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("procc moved").toRealPath();
    moved = folder.resolve("a folder/procc");
    Files.createDirectories(moved.getParent());
    Process copy =
        new ProcessBuilder("cp", "-r", BuiltProgram.DIST.toString(), moved.toString())
            .inheritIO()
            .start();
    assertEquals(0, copy.waitFor());
  }

  @AfterAll
  static void delete() throws IOException {
    Folders.delete(folder);
  }

  private static CliCase.CommandResult run(String options, String... words) throws IOException {
    ProcessBuilder builder = BuiltProgram.process(folder, List.of(words));
    builder.environment().put("PROCC_JAVA_OPTS", options);
    return BuiltProgram.run(builder);
  }

  @Test
  void aMovedCopyInAFolderWithABlankUsesItsCaches() throws IOException {
    String procc = moved.resolve("bin/procc").toString();
    for (String[] words : new String[][] {{procc, "version"}, {procc, "help", "lint"}}) {
      CliCase.CommandResult result = run("-XX:AOTMode=on", words);
      assertEquals(0, result.exit(), result.stderr());
      assertEquals("", result.stderr());
    }
  }

  /// The schemas exist, and the references of the samples lead to them, wherever the samples are
  /// copied.
  @Test
  void itCarriesSchemasAndSamples() throws IOException {
    for (String schema : List.of("procc", "plan", "state", "findings", "impact")) {
      assertTrue(Files.exists(moved.resolve("schemas/" + schema + ".schema.json")), schema);
    }
    Path copy = folder.resolve("copied sample");
    Folders.copy(moved.resolve("samples/q4-close"), copy);
    String first = Files.readAllLines(copy.resolve("close.process.yaml")).getFirst();
    assertTrue(Files.exists(copy.resolve(first.substring(first.indexOf('=') + 1))), first);
    assertEquals(0, run("", BuiltProgram.PROCC, "lint", copy.toString()).exit());
  }

  @Test
  void aLinkStartsIt() throws IOException {
    Path link = folder.resolve("a link");
    Files.createSymbolicLink(link, folder.relativize(moved.resolve("bin/procc")));
    assertEquals("procc " + Version.PROCC + "\n", run("", link.toString(), "version").stdout());
    Path link2 = folder.resolve("link2");
    Files.createSymbolicLink(link2, link);
    assertEquals("procc " + Version.PROCC + "\n", run("", link2.toString(), "version").stdout());
  }

  @Test
  void thePathFindsIt() throws IOException {
    assertEquals("procc " + Version.PROCC + "\n", run("", "sh", "-c", "procc version").stdout());
  }

  @Test
  void aCacheThatIsTurnedDownIsSlowButSaysNothing() throws IOException {
    CliCase.CommandResult result =
        run("-XX:+UseParallelGC -XX:-UseSerialGC -Xmx40g", BuiltProgram.PROCC, "version");
    assertEquals(0, result.exit());
    assertEquals("procc " + Version.PROCC + "\n", result.stdout());
  }

  @Test
  void wordsAreHandedOverAsTheyAre() throws IOException {
    CliCase.CommandResult result = run("", BuiltProgram.PROCC, "help", "two words *");
    assertEquals(ExitCode.USAGE, result.exit());
    assertTrue(result.stderr().contains("\"two words *\""), result.stderr());
  }

  @Test
  void textIsUtf8WhateverTheLocale() throws IOException {
    CliCase.CommandResult result = run("", BuiltProgram.PROCC, "help", "prüfen");
    assertTrue(result.stderr().contains("\"prüfen\""), result.stderr());
  }

  /// Comparators of the JDK, switches over patterns and the equality of records are linked when
  /// first used, which no cache can do before. A cold lint uses none of them.
  @Test
  void aColdLintLinksNothingAtRunTime() throws IOException {
    Path broken = Path.of("src/main/train/files/broken.process.yaml").toAbsolutePath();
    linksNothing(ExitCode.FINDINGS, "lint", broken.toString());
    Path project = Path.of("samples/q4-close").toAbsolutePath();
    linksNothing(ExitCode.OK, "-C", project.toString(), "lint");
  }

  /// Switches over types and the equality of records, which no cache holds, are linked when the
  /// program is built.
  @Test
  void noCommandLinksASwitchOrARecord() throws IOException {
    Path project = Path.of("samples/q4-close").toAbsolutePath();
    CliCase.CommandResult result =
        run(
            "-Xlog:methodhandles+indy=debug:file=links",
            BuiltProgram.PROCC,
            "-C",
            project.toString(),
            "impact",
            "--base",
            project.toString());
    assertEquals(0, result.exit(), result.stderr());
    try (Stream<String> lines = Files.lines(folder.resolve("links"))) {
      assertEquals(
          List.of(),
          lines
              .filter(line -> line.contains("Bootstrap in dev/procc/"))
              .filter(line -> line.contains(" typeSwitch:") || line.contains(" equals:"))
              .toList());
    }
  }

  private void linksNothing(int exit, String... words) throws IOException {
    List<String> call = new ArrayList<>(List.of(BuiltProgram.PROCC));
    call.addAll(List.of(words));
    CliCase.CommandResult result =
        run(
            "-Xlog:methodhandles+indy=debug:file=links -Xlog:class+load:file=classes",
            call.toArray(String[]::new));
    assertEquals(exit, result.exit(), result.stderr());
    try (Stream<String> lines = Files.lines(folder.resolve("links"))) {
      assertEquals(List.of(), lines.filter(line -> line.contains("Bootstrap in")).toList());
    }
    try (Stream<String> lines = Files.lines(folder.resolve("classes"))) {
      assertEquals(
          List.of(),
          lines
              .filter(line -> line.contains(" dev.procc.") || line.contains("LambdaForm"))
              .filter(line -> !line.contains("shared"))
              .toList());
    }
  }

  @Test
  void theSbomNamesEveryLibraryAndTheRuntimeWithALicence() throws Exception {
    Json.Obj sbom =
        (Json.Obj) JsonReader.read(Files.readString(moved.resolve("legal/sbom.cdx.json")));
    assertEquals("CycloneDX", sbom.text("bomFormat").orElseThrow());
    List<String> names = new ArrayList<>();
    for (Json item : sbom.items("components")) {
      Json.Obj component = (Json.Obj) item;
      String name = component.text("name").orElseThrow();
      assertEquals(1, component.items("licenses").size(), name);
      names.add(name);
    }
    for (String library : List.of("jackson-core", "snakeyaml-engine", "biweekly", "OpenJDK")) {
      assertTrue(names.contains(library), library + " in " + names);
    }
    try (Stream<Path> unpacked = Files.list(Path.of("target/licences"))) {
      assertEquals(names.size() - 1, unpacked.count(), "libraries of " + names);
    }
    for (String text : List.of("Apache-2.0.txt", "biweekly/biweekly.license", "README.md")) {
      assertTrue(Files.size(moved.resolve("legal").resolve(text)) > 100, text);
    }
    assertTrue(Files.exists(moved.resolve("lib/runtime/legal/java.base/LICENSE")));
  }

  @Test
  void theImageHoldsNoProgramButItsOwn() throws IOException {
    try (Stream<Path> programs = Files.list(moved.resolve("lib/runtime/bin"))) {
      assertEquals(List.of(moved.resolve("lib/runtime/bin/java")), programs.toList());
    }
  }
}
