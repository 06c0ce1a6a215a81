package dev.procc.view.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.view.text.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class EmittersTest {
  private static final SourceFile FILE =
      new SourceFile("Übersicht, 1/close: q4.yaml", "name: \"<b> & \u001b[1m\"\nassignee: sma\n");
  private static final Span NAME = new Span(FILE, 6, 18);
  private static final Span SMA = new Span(FILE, 29, 32);

  private static final FindingsReport SOME =
      FindingsReport.of(
          "lint",
          "0.1.0",
          3,
          List.of(
              Finding.of(
                      Code.error("PC301", "unknown-person"), SMA, "\"sma\" is not in people.yaml")
                  .withHint("did you mean \"sam\"?")
                  .withAddress("close@2024-Q4/recon:assignee")
                  .withLabel(NAME, "of this, 100 %: see\nthere")
                  .withFix(Fix.unsafe("write sam", new TextEdit(SMA, "sam"))),
              Finding.of(Code.warning("PC103", "bad-name"), NAME, "\"<b> & \u001b\" is ]]> odd"),
              Finding.of(Code.info("PC900", "no-place"), null, "there is no file")));

  private static final FindingsReport NONE = FindingsReport.of("lint", "0.1.0", 0, List.of());
  private static final FindingsReport FAILED =
      FindingsReport.failed(
          "lint", "0.1.0", 1, new FindingsReport.ToolError("cannot read \"x\"", "look <there>"));

  private static final FindingsReport ACCEPTED =
      SOME.suppressed(
          List.of(
              new SuppressedFinding(
                  Finding.of(Code.warning("PC207", "due-date-on-day-off"), SMA, "a Saturday"),
                  NAME,
                  true,
                  "the bank is open",
                  LocalDate.of(2026, 12, 31)),
              new SuppressedFinding(
                  Finding.of(Code.info("PC900", "no-place"), null, "there is no file"),
                  SMA,
                  false,
                  "not yet",
                  null)));

  static final List<FindingsReport> ALL = List.of(SOME, NONE, FAILED, ACCEPTED);

  private static String emit(String name, FindingsReport findings) {
    Emitter emitter = Emitters.find(name);
    assertNotNull(emitter, name);
    return emitter.emit(findings, Style.PLAIN).toString();
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  @Test
  void everyNameHasItsEmitter() {
    for (String name : Emitters.NAMES) {
      Emitter emitter = Emitters.find(name);
      assertNotNull(emitter, name);
      assertEquals(name, emitter.name());
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void sarifIsValidByItsSchema(FindingsReport findings) throws IOException {
    try (InputStream in =
        EmittersTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertNotNull(in);
      Schema schema = schema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(List.of(), schema.validate(emit("sarif", findings), InputFormat.JSON));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void jsonIsValidByItsSchema(FindingsReport findings) throws IOException {
    Schema schema = schema(Files.readString(Path.of("schemas/findings.schema.json")));
    assertEquals(List.of(), schema.validate(emit("json", findings), InputFormat.JSON));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void xmlIsWellFormed(FindingsReport findings) throws Exception {
    for (String name : List.of("junit", "checkstyle")) {
      assertNotNull(xml(emit(name, findings)));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void codeClimateIsAnArrayOfIssues(FindingsReport findings) throws Exception {
    Json.Arr issues = (Json.Arr) JsonReader.read(emit("codeclimate", findings));
    assertEquals(findings.findings().size() + findings.toolErrors().size(), issues.items().size());
    assertEquals(
        issues.items().size(),
        issues.items().stream().map(i -> ((Json.Obj) i).text("fingerprint")).distinct().count());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void bitbucketGetsAReportAndAnnotations(FindingsReport findings) throws Exception {
    assertBitbucketTakes(findings);
  }

  /// Reports that Bitbucket refuses as a whole: too many annotations, texts that are too long or
  /// empty, or one id twice.
  @Test
  void bitbucketTakesTheLargestReport() throws Exception {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String message = i % 7 == 0 ? "x" : "😀".repeat(i) + i;
      Code code = i % 3 == 0 ? Code.error("PC301", "a") : Code.warning("PC103", "b");
      many.add(Finding.of(code, i % 2 == 0 ? SMA : null, message).withHint("h".repeat(5_000)));
    }
    List<Json> annotations = assertBitbucketTakes(FindingsReport.of("lint", "0.1.0", 3, many));
    assertEquals(1_000, annotations.size());
    assertEquals("HIGH", ((Json.Obj) annotations.getFirst()).text("severity").orElse(""));
  }

  private static List<Json> assertBitbucketTakes(FindingsReport findings) throws Exception {
    Json.Obj all = (Json.Obj) JsonReader.read(emit("bitbucket", findings));
    Json.Obj report = all.obj("report").orElseThrow();
    assertEquals(
        findings.exitCode() == 0 ? "PASSED" : "FAILED", report.text("result").orElseThrow());
    assertEquals("BUG", report.text("report_type").orElseThrow());
    assertFalse(report.text("details").orElseThrow().isEmpty());
    List<Json> annotations = new ArrayList<>();
    for (Json call : all.items("annotations")) {
      assertTrue(((Json.Arr) call).items().size() <= 100);
      annotations.addAll(((Json.Arr) call).items());
    }
    Set<String> ids = new HashSet<>();
    for (Json each : annotations) {
      Json.Obj annotation = (Json.Obj) each;
      String summary = annotation.text("summary").orElseThrow();
      assertTrue(!summary.isBlank() && summary.length() <= 450, summary);
      assertTrue(annotation.text("details").orElse("-").length() <= 450);
      assertTrue(ids.add(annotation.text("external_id").orElseThrow()));
      assertEquals(annotation.has("path"), annotation.integer("line").orElse(0L) > 0);
    }
    return annotations;
  }

  @Test
  void junitCountsWhatFails() throws Exception {
    Document document = xml(emit("junit", SOME));
    assertEquals(3, document.getElementsByTagName("testcase").getLength());
    assertEquals(1, document.getElementsByTagName("failure").getLength());
    assertEquals(2, document.getElementsByTagName("system-out").getLength());
    String text = document.getElementsByTagName("failure").item(0).getTextContent();
    assertTrue(text.contains("^^^ did you mean \"sam\"?"), text);
  }

  /// Two equal messages in one file, such as two idle allowances, are two tests.
  @Test
  void junitNamesEachTestOnce() throws Exception {
    SourceFile file = new SourceFile("p.yaml", "a\nb\n");
    Code code = Code.warning("PC139", "unused-allow");
    FindingsReport report =
        FindingsReport.of(
            "lint",
            "0",
            0,
            List.of(
                Finding.of(code, new Span(file, 0, 1), "it is idle"),
                Finding.of(code, new Span(file, 2, 3), "it is idle")));
    var tests = xml(emit("junit", report)).getElementsByTagName("testcase");
    assertEquals(
        List.of("PC139 unused-allow: it is idle", "PC139 unused-allow: it is idle (2)"),
        List.of(
            tests.item(0).getAttributes().getNamedItem("name").getNodeValue(),
            tests.item(1).getAttributes().getNamedItem("name").getNodeValue()));
  }

  @Test
  void checkstyleKeepsTheText() throws Exception {
    Document document = xml(emit("checkstyle", SOME));
    var error = document.getElementsByTagName("error").item(1).getAttributes();
    assertEquals("\"<b> & \ufffd\" is ]]> odd", error.getNamedItem("message").getNodeValue());
    assertEquals("7", error.getNamedItem("column").getNodeValue());
  }

  @Test
  void whatIsAcceptedIsCountedAndTold() throws Exception {
    assertTrue(emit("text", ACCEPTED).endsWith("1 error, 1 warning, 1 note, 2 allowed\n"));
    Json.Obj json = (Json.Obj) JsonReader.read(emit("json", ACCEPTED));
    assertEquals(2, ((Json.Obj) json.get("summary")).integer("suppressed").orElseThrow());
    Json.Arr accepted = (Json.Arr) json.get("suppressed");
    assertEquals(
        "the bank is open", ((Json.Obj) accepted.items().getFirst()).text("reason").orElseThrow());
    assertEquals(
        "2026-12-31", ((Json.Obj) accepted.items().getFirst()).text("until").orElseThrow());
    Json.Obj sarif = (Json.Obj) JsonReader.read(emit("sarif", ACCEPTED));
    Json.Obj run = (Json.Obj) ((Json.Arr) sarif.get("runs")).items().getFirst();
    List<String> kinds = new ArrayList<>();
    for (Json result : ((Json.Arr) run.get("results")).items()) {
      Json.Arr suppressions = (Json.Arr) ((Json.Obj) result).get("suppressions");
      kinds.add(
          suppressions.items().isEmpty()
              ? "none"
              : ((Json.Obj) suppressions.items().getFirst()).text("kind").orElseThrow());
    }
    assertEquals(List.of("none", "none", "none", "inSource", "external"), kinds);
    for (String name : List.of("github", "checkstyle", "codeclimate")) {
      assertEquals(emit(name, SOME), emit(name, ACCEPTED), name);
    }
    String junit = emit("junit", ACCEPTED);
    assertFalse(emit("junit", SOME).contains("<skipped"));
    assertEquals(2, junit.split("<skipped message=\"Allowed at ", -1).length - 1, junit);
    assertTrue(junit.contains("skipped=\"2\""), junit);
  }

  /// The fingerprints in a report of two equal faults, of which the second line has moved, or of
  /// that one alone.
  private static List<String> fingerprints(String format, String text) {
    SourceFile file = new SourceFile("p.process.yaml", text);
    List<Finding> found = new ArrayList<>();
    for (int at = text.indexOf("x:"); at >= 0; at = text.indexOf("x:", at + 1)) {
      Span span = new Span(file, at, at + 1);
      found.add(
          Finding.of(Code.error("PC120", "unknown-key"), span, "\"x\" is not a key of a task")
              .withAddress(text.substring(at + 3, at + 4)));
    }
    List<String> all = new ArrayList<>();
    String key = format.equals("sarif") ? "\"procc/v1\":" : "\"fingerprint\":";
    String report = emit(format, FindingsReport.of("lint", "0.1.0", 3, found)).replace(": ", ":");
    for (String part : report.split(key, -1)) {
      all.add(part.substring(1, Math.min(65, part.length())));
    }
    return all.subList(1, all.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "codeclimate"})
  void anEarlierEqualFaultTakesNoFingerprintOver(String format) {
    List<String> before = fingerprints(format, "a: 1\nx: b\n");
    List<String> after = fingerprints(format, "x: a\na: 1\n\nx: b\n");
    assertEquals(1, before.size());
    assertEquals(2, after.size());
    assertEquals(before.getFirst(), after.getLast());
    assertFalse(before.contains(after.getFirst()));
  }

  @Test
  void sarifTellsWhatARuleIsAndKeepsToWhatHostsShow() throws Exception {
    String page = "\"fullDescription\": { \"text\": \"";
    String some = emit("sarif", SOME);
    assertTrue(some.replaceAll("\\s+", " ").contains(page), some);
    assertTrue(some.contains("## Fix"), some);
    List<SuppressedFinding> allowed = new ArrayList<>();
    for (int i = 0; i < 5001; i++) {
      Finding finding = Finding.of(Code.warning("PC103", "bad-name"), NAME, "warning " + i);
      allowed.add(new SuppressedFinding(finding, NAME, true, "it is so", null));
    }
    Json.Obj sarif = (Json.Obj) JsonReader.read(emit("sarif", SOME.suppressed(allowed)));
    Json.Obj run = (Json.Obj) ((Json.Arr) sarif.get("runs")).items().getFirst();
    assertEquals(5000, ((Json.Arr) run.get("results")).items().size());
    int more = 1 + SOME.findings().size();
    assertTrue(
        run.get("invocations").toString().contains("+" + more + " more that are allowed"),
        String.valueOf(run.get("invocations")));
  }

  @Test
  void githubIsGivenNoMoreThanItShows() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(Finding.of(Code.error("PC301", "unknown-person"), SMA, "error " + (10 + i)));
    }
    for (int i = 0; i < 10; i++) {
      many.add(Finding.of(Code.warning("PC103", "bad-name"), NAME, "warning " + i));
    }
    List<String> lines =
        emit("github", FindingsReport.of("lint", "0.1.0", 3, many)).lines().toList();
    assertEquals(10, lines.stream().filter(l -> l.startsWith("::warning")).count());
    List<String> errors = lines.stream().filter(l -> l.startsWith("::error")).toList();
    assertEquals(10, errors.size());
    assertTrue(errors.get(8).endsWith("::error 18"), errors.get(8));
    assertEquals("::error title=procc lint::+16 more; procc lint shows all", errors.get(9));
  }

  @Test
  void githubEscapes() {
    assertEquals(
        """
        ::notice title=PC900 no-place::there is no file
        ::warning file=Übersicht%2C 1/close%3A q4.yaml,line=1,endLine=1,col=7,endColumn=19,title=PC103 bad-name::"<b> & ␛" is ]]> odd
        ::error file=Übersicht%2C 1/close%3A q4.yaml,line=2,endLine=2,col=11,endColumn=14,title=PC301 unknown-person::"sma" is not in people.yaml%0Ahelp: did you mean "sam"?
        """,
        emit("github", SOME));
  }

  @Test
  void urisAreEncoded() {
    assertEquals("%C3%9Cbersicht,%201/close%3A%20q4.yaml", RelativeUri.encode(FILE.path()));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
