package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Findings, hovers, completion and formatting over the protocol, at marked places of a sample.
class FirstAnswersTest {
  private static final String PROCESS = "close.process.yaml";

  @TempDir Path folder;
  private LspClient client;

  @BeforeEach
  void open() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    client = new LspClient(folder, new ClientCapabilities());
  }

  @AfterEach
  void close() {
    client.close();
  }

  /// The text of a file with a part replaced by a marked one.
  private String marked(String path, String piece, String marked) throws IOException {
    String text = Files.readString(folder.resolve(path));
    assertTrue(text.contains(piece), piece);
    return text.replace(piece, marked);
  }

  private String hover(String path, String piece, String markedPiece) throws IOException {
    String marked = marked(path, piece, markedPiece);
    client.open(client.uri(path), MarkedTexts.text(marked));
    Hover hover =
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .hover(new HoverParams(client.id(path), MarkedTexts.position(marked))));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  private List<String> complete(String path, String piece, String markedPiece) throws IOException {
    client.open(path);
    client.findings(client.uri(path));
    String marked = marked(path, piece, markedPiece);
    client.replace(client.uri(path), MarkedTexts.text(marked));
    return LspClient.await(
            client
                .server
                .getTextDocumentService()
                .completion(new CompletionParams(client.id(path), MarkedTexts.position(marked))))
        .getRight()
        .getItems()
        .stream()
        .map(CompletionItem::getLabel)
        .toList();
  }

  @Test
  void findingsFollowEachEdit() throws IOException {
    client.open(PROCESS);
    assertEquals(List.of(), client.findings(client.uri(PROCESS)));
    String text = Files.readString(folder.resolve(PROCESS));
    client.replace(client.uri(PROCESS), text.replace("assignee: writer", "assignee: wrter"));
    Diagnostic found = client.findings(client.uri(PROCESS)).getFirst();
    assertEquals("PC301", found.getCode().getLeft());
    client.replace(client.uri(PROCESS), text);
    assertEquals(List.of(), client.findings(client.uri(PROCESS)));
  }

  @Test
  void anEditOfACalendarIsToldOfItsUsers() throws IOException {
    client.open(PROCESS);
    client.findings(client.uri(PROCESS));
    String calendars = Files.readString(folder.resolve("calendars.yaml"));
    client.open(
        client.uri("calendars.yaml"), calendars.replaceFirst("key: us-close", "key: us-clos"));
    LspClient.await(
        "the finding of the user",
        () -> !client.published.get(client.uri(PROCESS)).getDiagnostics().isEmpty());
  }

  @Test
  void aKeyIsExplained() throws IOException {
    String hover = hover(PROCESS, "autoClose: true", "auto‸Close: true");
    assertTrue(hover.startsWith("**autoClose** — true or false"), hover);
  }

  @Test
  void aDateIsToldDayByDay() throws IOException {
    String hover = hover("entity-close.template.yaml", "dueDate: WD3", "dueDate: W‸D3");
    assertTrue(hover.contains("WD3 = 3rd business day after the period"), hover);
    assertTrue(hover.contains("off, New Year's Day"), hover);
  }

  @Test
  void aPersonHasALoad() throws IOException {
    String hover = hover(PROCESS, "assignee: writer", "assignee: wri‸ter");
    assertTrue(hover.contains("role **writer**, held by **Tom Becker**"), hover);
    assertTrue(hover.contains("1 task to do"), hover);
  }

  @Test
  void aCalendarShowsTheMonthAfterThePeriod() throws IOException {
    String hover = hover(PROCESS, "calendar: us-close", "calendar: us-cl‸ose");
    assertTrue(hover.contains("January 2025"), hover);
    assertTrue(hover.contains("WD1"), hover);
  }

  @Test
  void aVariableShowsItsValue() throws IOException {
    String hover = hover(PROCESS, "\"{{ threshold }}\"", "\"{{ thre‸shold }}\"");
    assertTrue(hover.contains("$10,000"), hover);
  }

  @Test
  void aPersonIsCompletedByNameToo() throws IOException {
    assertEquals(List.of("sam"), complete(PROCESS, "assignee: writer", "assignee: Oka‸"));
  }

  @Test
  void keysOfANodeAreCompletedHalfTyped() throws IOException {
    List<String> keys =
        complete(PROCESS, "      title: Provide", "      approv‸\n      title: Provide");
    assertEquals(List.of("approver", "approverDueDate", "approverReminders"), keys);
  }

  @Test
  void kindsOfNodesAreCompleted() throws IOException {
    List<String> kinds =
        complete(
            PROCESS,
            "    - contentRequest: commentary",
            "    - send‸\n    - contentRequest: commentary");
    assertEquals(List.of("sendTask"), kinds);
  }

  @Test
  void columnsOfALoopAreCompletedInATag() throws IOException {
    List<String> names =
        complete(PROCESS, "label: \"{{ entity.label }}\"", "label: \"{{ entity.‸\"");
    assertTrue(
        names.containsAll(List.of("entity.code", "entity.label", "entity.accountant")),
        names.toString());
  }

  @Test
  void aDateIsCompletedWithItsDay() throws IOException {
    client.open(PROCESS);
    client.findings(client.uri(PROCESS));
    String marked = marked(PROCESS, "dueDate: WD15", "dueDate: WD‸");
    client.replace(client.uri(PROCESS), MarkedTexts.text(marked));
    CompletionItem third =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .completion(
                        new CompletionParams(client.id(PROCESS), MarkedTexts.position(marked))))
            .getRight()
            .getItems()
            .stream()
            .filter(item -> item.getLabel().equals("WD3"))
            .findFirst()
            .orElseThrow();
    assertEquals("Mon 2025-01-06", third.getDetail());
  }

  @Test
  void aTextIsFormatted() throws IOException {
    String text = Files.readString(folder.resolve(PROCESS));
    client.open(
        client.uri(PROCESS), text.replace("  name: Close Workflow", "  name:   Close Workflow"));
    String edit =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .formatting(
                        new DocumentFormattingParams(
                            client.id(PROCESS), new FormattingOptions(2, true))))
            .getFirst()
            .getNewText();
    assertEquals(text, edit);
    assertFalse(edit.isEmpty());
  }
}
