package dev.procc.view.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import dev.procc.testing.Folders;
import dev.procc.testing.LanguageInputs;
import dev.procc.view.text.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/// Reports of real faults, those that rules find and those that authors make: each format is valid
/// for its readers, and a finding has the same identity after its line moves.
class FaultyProjectsTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

  /// The limits of GitHub for one file, compressed, and for one run.
  private static final int MAX_PACKED = 10_000_000;

  private static final int MAX_RESULTS = 25_000;
  private static final List<MemoryTree> PROJECTS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    for (Path file : Folders.files(Path.of("src/test/resources/rules").toAbsolutePath())) {
      String bad = file.endsWith("bad.yaml") ? Files.readString(file) : "";
      if (!bad.isEmpty() && bad.length() < 10_000) {
        PROJECTS.add(MemoryTree.of("bad.yaml", bad));
      }
    }
    for (LanguageInputs.Input input : LanguageInputs.all()) {
      PROJECTS.add(input.tree());
    }
    // `verify` takes a third; `-Dlaw.slice=1` and 2 take the others.
    int slice = Integer.getInteger("law.slice", 0) % 3;
    List<MemoryTree> all = List.copyOf(PROJECTS);
    PROJECTS.removeIf(tree -> all.indexOf(tree) % 3 != slice);
  }

  private static FindingsReport report(MemoryTree tree) {
    Compilation compilation = Compilations.of(tree, AS_OF);
    return FindingsReport.of("lint", "0.1.0", 3, compilation.findings())
        .suppressed(compilation.suppressed());
  }

  private static String emit(String format, FindingsReport report) {
    return Objects.requireNonNull(Emitters.find(format)).emit(report, Style.PLAIN).toString();
  }

  @Test
  void everyReportIsWhatItsReadersTake() throws Exception {
    int results = 0;
    Schema sarif;
    try (InputStream in =
        FaultyProjectsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertNotNull(in);
      sarif = schema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Schema json = schema(Files.readString(Path.of("schemas/findings.schema.json")));
    for (MemoryTree tree : PROJECTS) {
      FindingsReport report = report(tree);
      assertEquals(List.of(), sarif.validate(emit("sarif", report), InputFormat.JSON));
      assertEquals(List.of(), json.validate(emit("json", report), InputFormat.JSON));
      for (String format : List.of("junit", "checkstyle")) {
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(emit(format, report))));
      }
      for (String format : Emitters.NAMES) {
        String text = emit(format, report);
        assertTrue(
            text.chars().allMatch(c -> c == '\n' || c == '\t' || c >= 0x20 && c < 0x7f || c > 0x9f),
            format + "\n" + text);
        assertFalse(text.contains("\u202e") || text.contains("\u2028"), format + "\n" + text);
      }
      Matcher numbered =
          Pattern.compile("<testcase[^>]* name=\"[^\"]*(yaml|csv):\\d+[^\"]*")
              .matcher(emit("junit", report));
      assertFalse(numbered.find(), () -> numbered.group());
      results += report.findings().size();
    }
    assertTrue(PROJECTS.size() > 60 && results > 100, PROJECTS.size() + " " + results);
  }

  @Test
  void aFindingIsNamedAlikeWhenLinesMove() {
    for (MemoryTree tree : PROJECTS) {
      MemoryTree moved = MemoryTree.of();
      for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        boolean yaml = file.getKey().endsWith(".yaml");
        String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        moved.put(
            file.getKey(), yaml ? mark + "# moved\n\n" + text.substring(mark.length()) : text);
      }
      for (String format : List.of("sarif", "codeclimate")) {
        assertEquals(
            fingerprints(emit(format, report(tree))),
            fingerprints(emit(format, report(moved))),
            () -> format + "\n" + emit("text", report(tree)) + emit("text", report(moved)));
      }
    }
  }

  private static TreeSet<String> fingerprints(String report) {
    TreeSet<String> all = new TreeSet<>();
    Matcher found =
        Pattern.compile("\"(?:procc/v1|fingerprint)\": *\"([0-9a-f]+)\"").matcher(report);
    while (found.find()) {
      all.add(found.group(1));
    }
    return all;
  }

  @Test
  void theLargestReportIsTaken() throws Exception {
    StringBuilder process = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      process
          .append("    - sendTask: a")
          .append(i)
          .append("\n      titel: T")
          .append(i)
          .append('\n');
    }
    MemoryTree tree =
        MemoryTree.of(
            "p.process.yaml",
            "procc: v1\nkind: Process\nkey: p\nname: N\nautoClose: true\ncertAutoApprove: false\n"
                + "relativeDates: false\nroot:\n  name: R\n  parallel: false\n  children:\n"
                + process);
    String report = emit("sarif", report(tree));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(report.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(packed.size() < MAX_PACKED, packed.size() + " bytes");
    Json.Obj run =
        (Json.Obj) ((Json.Arr) ((Json.Obj) JsonReader.read(report)).get("runs")).items().getFirst();
    int results = ((Json.Arr) run.get("results")).items().size();
    assertTrue(results > 999 && results < MAX_RESULTS, results + " results");
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }
}
