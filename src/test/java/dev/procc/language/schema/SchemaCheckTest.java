package dev.procc.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
  private static final SchemaCheck STRICT = new SchemaCheck();
  private static final String TEMPLATE = "procc: v1\nkind: Template\nkey: t\nchildren:\n  ";

  private static List<YamlDocument> read(String text) {
    return Yaml.parse(new SourceFile("a.yaml", text)).value().orElseThrow();
  }

  /// The findings, each on its own line: `line:column "text under it" message`.
  private static String found(String text) {
    List<String> lines = new ArrayList<>();
    for (Finding one : STRICT.check(read(text).getFirst())) {
      String under = one.span() == null ? "" : one.span().text();
      lines.add(one.span() + " [" + under + "] " + one.message());
    }
    return String.join("\n", lines);
  }

  @Test
  void oneFindingAFault() {
    assertEquals(
        "a.yaml:5:5 [sendTsk] A node is one of sendTask, contentRequest, certification, group, use",
        found(TEMPLATE + "- sendTsk: a\n    title: x\n"));
    assertEquals(
        "a.yaml:5:5 [title] A node is one of sendTask, contentRequest, certification, group, use",
        found(TEMPLATE + "- title: x\n"));
    assertEquals(
        "a.yaml:6:5 [group] \"group\" stands beside \"sendTask\", a node has one kind",
        found(TEMPLATE + "- sendTask: a\n    group: b\n    title: x\n"));
    assertEquals(
        "a.yaml:6:12 [[1]] A list does not fit \"title\", which takes a text",
        found(TEMPLATE + "- sendTask: a\n    title: [1]\n"));
    assertEquals(
        "a.yaml:5:15 [root] \"root\" is the key of the root group, no other node can have it",
        found(TEMPLATE + "- sendTask: root\n    title: x\n"));
    assertEquals(
        "a.yaml:7:18 [manuel] \"manuel\" does not fit \"triggerType\","
            + " which takes one of whenEligible, manual",
        found(TEMPLATE + "- sendTask: a\n    title: x\n    triggerType: manuel\n"));
    assertEquals(
        "a.yaml:2:7 [Proces] \"Proces\" does not fit \"kind\", which takes one of Project, Process,"
            + " Period, Template, Calendar, People, Documents, Capabilities",
        found("procc: v1\nkind: Proces\nkey: a\n"));
  }

  @Test
  void faultsOfAllSortsStandAtTheirPlaces() {
    assertEquals(
        """
        a.yaml:5:5 [sendTask] "title" is missing, sendTask must have it
        a.yaml:6:5 [titel] "titel" is not a key of sendTask
        a.yaml:7:17 [id_] "id" is missing, Participant must have it
        a.yaml:7:17 [id_] "id_" is not a key of Participant
        a.yaml:8:52 [word] "word" does not fit "readOnly", which takes true or false\
        """,
        found(
            TEMPLATE
                + "- sendTask: a\n    titel: x\n    assignee: { id_: u }\n"
                + "  - { group: g, name: n, parallel: true, readOnly: word }\n"));
  }

  @Test
  void aHintNamesTheNearestKey() {
    Finding found =
        STRICT.check(read(TEMPLATE + "- sendTask: a\n    titel: x\n").getFirst()).getLast();
    assertEquals("did you mean \"title\"?", found.hint());
    assertEquals("PC118", found.code().id());
  }

  @Test
  void whatIsNoMappingIsNoDocument() {
    assertEquals(
        "a.yaml:1:1 [[1]] A list does not fit this document, which takes a mapping", found("[1]"));
    assertEquals("a.yaml:1:1 [{}] \"kind\" is missing, procc must have it", found("{}"));
  }

  @Test
  void longTextsAndManyItemsEndInFindings() {
    String longDate = "WD3 + ".repeat(100_000);
    assertTrue(
        found(TEMPLATE + "- sendTask: a\n    title: x\n    dueDate: " + longDate + "1bd\n")
            .contains("which takes a date or a date expression"));
    assertEquals("", found(TEMPLATE + "- sendTask: a\n    title: " + "x".repeat(1_000_000) + "\n"));
  }

  @Test
  void severalThreadsFindTheSame() throws Exception {
    List<YamlDocument> documents = read(TEMPLATE + "- sendTask: a\n    titel: x\n");
    List<Finding> expected = STRICT.check(documents.getFirst());
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<List<Finding>> check = () -> STRICT.check(documents.getFirst());
      for (var result : threads.invokeAll(java.util.Collections.nCopies(32, check))) {
        assertEquals(expected, result.get());
      }
    }
  }

  /// Every example that an editor offers is valid where it is offered.
  @Test
  void everyExampleFitsItsWord() {
    Json.Obj definitions = SchemaGenerator.all().obj("$defs").orElseThrow();
    int examples = 0;
    for (var structure : Vocabulary.all()) {
      Json.Obj properties =
          definitions.obj(structure.name()).orElseThrow().obj("properties").orElseThrow();
      for (var word : structure.keys()) {
        Json.Obj property = properties.obj(word.name()).orElseThrow();
        SchemaCheck check = new SchemaCheck(property.with("$defs", definitions));
        for (String example : word.examples()) {
          examples++;
          assertEquals(
              List.of(),
              check.check(read(example).getFirst().root(), true),
              structure.name() + "." + word.name() + ": " + example);
        }
      }
    }
    assertTrue(examples > 40, "only " + examples);
  }
}
