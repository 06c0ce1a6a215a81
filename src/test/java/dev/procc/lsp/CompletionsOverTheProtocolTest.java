package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.Workspace;
import dev.procc.ide.Workspace.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Completion at a marked place of a sample, one case for each sort of proposal; the chosen
/// proposal is inserted as an editor does it.
class CompletionsOverTheProtocolTest {
  private static final String PROCESS = "close.process.yaml";
  private static final String TEMPLATE = "entity-close.template.yaml";
  private static final String PERIOD = "2024-Q4.period.yaml";

  @TempDir static Path folder;
  private static LspClient client;

  @BeforeAll
  static void open() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    client = new LspClient(folder, new ClientCapabilities());
    client.open(PROCESS);
    client.findings(client.uri(PROCESS));
  }

  @AfterAll
  static void close() {
    client.close();
  }

  /// The cases: the file, a part of its text, what is typed instead, the chosen proposal, and the
  /// text after it.
  static Stream<Arguments> cases() {
    String assignee = "assignee: writer";
    String due = "dueDate: group(entities).due + 2bd";
    String task = "    - contentRequest: commentary\n";
    return Stream.of(
        c("a key", PROCESS, "autoClose: true", "autoC‸", "autoClose", "autoClose: "),
        c("a key of a child", PROCESS, assignee, "assig‸", "assignee", "assignee: "),
        c(
            "a key of a list",
            PROCESS,
            task,
            "    - gr‸\n" + task,
            "group",
            "    - group: \n" + task),
        c("a key in braces", "people.yaml", "name: Tom Becker }", "nam‸ }", "name", "name:  }"),
        c(
            "an enum",
            PROCESS,
            "triggerType: whenEligible",
            "triggerType: wh‸",
            "whenEligible",
            "triggerType: whenEligible"),
        c("an enum with no blank", PERIOD, "status: open", "status:‸", "closed", "status: closed"),
        c(
            "what is adopted",
            "procc.yaml",
            "requires: \">=0.1\"",
            "adopt: [{ id: x, key: clo‸ }]",
            "close@2024-Q4",
            "adopt: [{ id: x, key: close@2024-Q4 }]"),
        c(
            "its target",
            "procc.yaml",
            "requires: \">=0.1\"",
            "adopt: [{ id: x, target: lo‸ }]",
            "local",
            "adopt: [{ id: x, target: local }]"),
        c("true or false", PROCESS, "autoClose: true", "autoClose: ‸", "false", "autoClose: false"),
        c("a kind", PROCESS, "kind: Process", "kind: Pro‸", "Process", "kind: Process"),
        c("a person by alias", PROCESS, assignee, "assignee: el‸", "elena", "assignee: elena"),
        c("a person by name", PROCESS, assignee, "assignee: Whit‸", "dana", "assignee: dana"),
        c("a role", PROCESS, assignee, "assignee: man‸", "manager", "assignee: manager"),
        c(
            "the value of a list in a tag",
            PROCESS,
            task,
            "    - sendTask: x\n      forEach: [a, b]\n      title: X {{ ite‸ }}\n" + task,
            "item",
            "    - sendTask: x\n      forEach: [a, b]\n      title: X {{ item }}\n" + task),
        c("a key of a loop", PROCESS, "as: entity, key: code }", "ke‸ }", "key", "key:  }"),
        c(
            "a key of a participant",
            PROCESS,
            assignee,
            "assignee: { i‸ }",
            "id",
            "assignee: { id:  }"),
        c(
            "a person in raw arguments",
            PROCESS,
            task,
            "    - certification: x\n      arguments: { signer: { person: el‸ } }\n" + task,
            "elena",
            "    - certification: x\n      arguments: { signer: { person: elena } }\n" + task),
        c(
            "a date in raw arguments",
            PROCESS,
            task,
            "    - certification: x\n      arguments: { due: { date: WD1‸ } }\n" + task,
            "WD14",
            "    - certification: x\n      arguments: { due: { date: WD14 } }\n" + task),
        c("a person of a role", "people.yaml", "writer: tom", "writer: ‸", "sam", "writer: sam"),
        c(
            "a calendar",
            PROCESS,
            "calendar: us-close",
            "calendar: es‸",
            "es-madrid",
            "calendar: es-madrid"),
        c(
            "a calendar in braces",
            "people.yaml",
            "calendar: es-madrid }",
            "calendar: us‸ }",
            "us-close",
            "calendar: us-close }"),
        c(
            "a template",
            PROCESS,
            "- use: entity-close",
            "- use: ‸",
            "entity-close",
            "- use: entity-close"),
        c("a parameter", PROCESS, "label: \"{{ entity.label }}\",", "lab‸", "label", "label: "),
        c(
            "a variable",
            PROCESS,
            "threshold: \"{{ threshold }}\"",
            "threshold: \"{{ thr‸\"",
            "threshold",
            "threshold: \"{{ threshold }}\""),
        c(
            "a parameter in a tag",
            TEMPLATE,
            "name: \"{{ label }}\"",
            "name: \"{{ lab‸ }}\"",
            "label",
            "name: \"{{ label }}\""),
        c(
            "the period in a tag",
            PROCESS,
            "title: Provide {{ period.label }}",
            "title: Provide {{ period.la‸",
            "period.label",
            "title: Provide {{ period.label }}"),
        c(
            "a column in a tag",
            PROCESS,
            "\"{{ entity.accountant }}\"",
            "\"{{ entity.acc‸ }}\"",
            "entity.accountant",
            "\"{{ entity.accountant }}\""),
        c(
            "the key column",
            PROCESS,
            "as: entity, key: code",
            "as: entity, key: co‸",
            "code",
            "as: entity, key: code"),
        c(
            "a table",
            PROCESS,
            "file: entities.csv",
            "file: ent‸",
            "entities.csv",
            "file: entities.csv"),
        c("a date", PROCESS, due, "dueDate: WD1‸", "WD10", "dueDate: WD10"),
        c(
            "a task of a date",
            TEMPLATE,
            "dueDate: task(recon-ar).done + 1bd",
            "dueDate: task(re‸",
            "recon-ar",
            "dueDate: task(recon-ar)"),
        c(
            "a task where one stands",
            TEMPLATE,
            "dueDate: task(recon-ar).done",
            "dueDate: task(re‸).done",
            "recon-ar",
            "dueDate: task(recon-ar).done"),
        c(
            "a date of a group",
            PROCESS,
            due,
            "dueDate: group(entities).d‸ + 2bd",
            ".done",
            "dueDate: group(entities).done + 2bd"),
        c(
            "a date behind a task",
            TEMPLATE,
            "dueDate: task(recon-ar).done + 1bd",
            "dueDate: task(recon-ar)‸",
            ".due",
            "dueDate: task(recon-ar).due"),
        c(
            "a group of a date",
            PROCESS,
            due,
            "dueDate: group(ent‸).due",
            "entities",
            "dueDate: group(entities).due"),
        c(
            "a document",
            PROCESS,
            "document: revenue-report",
            "document: rev‸",
            "revenue-report",
            "document: revenue-report"),
        c(
            "a section",
            PROCESS,
            "section: commentary",
            "section: ‸",
            "commentary",
            "section: commentary"),
        c(
            "a process of a period",
            PERIOD,
            "processes: [close]",
            "processes: [cl‸]",
            "close",
            "processes: [close]"),
        c(
            "a variable of a period",
            PERIOD,
            "variables: { threshold: \"$10,000\" }",
            "variables: { thr‸ }",
            "threshold",
            "variables: { threshold:  }"));
  }

  private static Arguments c(
      String what, String path, String piece, String typed, String chosen, String after) {
    return Arguments.of(what, path, piece, typed, chosen, after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void proposals(String what, String path, String piece, String typed, String chosen, String after)
      throws IOException {
    String text = Files.readString(folder.resolve(path));
    assertTrue(text.contains(piece), piece);
    client.open(path);
    String marked = text.replace(piece, typed);
    client.replace(client.uri(path), MarkedTexts.text(marked));
    List<CompletionItem> items =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .completion(
                        new CompletionParams(client.id(path), MarkedTexts.position(marked))))
            .getRight()
            .getItems();
    List<TextEdit> edits =
        items.stream()
            .filter(item -> item.getLabel().equals(chosen))
            .map(item -> item.getTextEdit().getLeft())
            .toList();
    assertEquals(1, edits.size(), () -> items.stream().map(CompletionItem::getLabel).toList() + "");
    assertEquals(
        text.replace(piece, after), MarkedTexts.apply(MarkedTexts.text(marked), edits), what);
    client.replace(client.uri(path), text);
  }

  /// An editor holds what is typed against this text, from its beginning or anywhere in it.
  @Test
  void aPersonIsFoundByNameInTheListOfTheEditorToo() throws IOException {
    String text = Files.readString(folder.resolve(PROCESS));
    Map<String, String> found = new TreeMap<>();
    for (String typed : List.of("", "da", "whit")) {
      String marked = text.replace("assignee: writer", "assignee: " + typed + "‸");
      client.replace(client.uri(PROCESS), MarkedTexts.text(marked));
      for (CompletionItem item :
          LspClient.await(
                  client
                      .server
                      .getTextDocumentService()
                      .completion(
                          new CompletionParams(client.id(PROCESS), MarkedTexts.position(marked))))
              .getRight()
              .getItems()) {
        if (item.getLabel().equals("dana")) {
          found.put(typed, item.getFilterText());
        }
      }
    }
    client.replace(client.uri(PROCESS), text);
    assertEquals(
        Map.of("", "dana Dana Whitfield", "da", "dana Dana Whitfield", "whit", "Whitfield dana"),
        found);
  }

  /// As while a large file is compiled, for which all else waits.
  @Test
  void completionWaitsForNoOtherRequest() {
    Session session =
        new Session(
            new Workspace(
                ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC()))));
    CountDownLatch compiled = new CountDownLatch(1);
    session.begin(new ClientFeatures(null));
    try {
      session.workspace.open(Uris.document(client.uri(PROCESS)), "", 1);
      for (int request = 0; request < 9; request++) {
        var _ =
            session.work(workspace -> {
              try {
                compiled.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return null;
            });
      }
      assertEquals(
          PROCESS, LspClient.await(session.quickAnswer(client.uri(PROCESS), "", View::path)));
    } finally {
      compiled.countDown();
      session.stop();
    }
  }

  /// An editor whose user types fast: it asks once, at the first letter.
  @Test
  void whoTypesOnIsAnsweredStill() throws IOException {
    String text = Files.readString(folder.resolve(PROCESS));
    String first = text.replace("assignee: writer", "assignee: e‸");
    String uri = client.uri(PROCESS);
    client.replace(uri, MarkedTexts.text(first));
    CompletableFuture<Either<List<CompletionItem>, CompletionList>> asked =
        client
            .server
            .getTextDocumentService()
            .completion(new CompletionParams(client.id(PROCESS), MarkedTexts.position(first)));
    for (String typed : List.of("el", "ele", "elen")) {
      client.replace(uri, text.replace("assignee: writer", "assignee: " + typed));
    }
    CompletionItem elena =
        LspClient.await(asked).getRight().getItems().stream()
            .filter(item -> item.getLabel().equals("elena"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        text.replace("assignee: writer", "assignee: elena"),
        MarkedTexts.apply(MarkedTexts.text(first), List.of(elena.getTextEdit().getLeft())));
    client.replace(uri, text);
  }
}
