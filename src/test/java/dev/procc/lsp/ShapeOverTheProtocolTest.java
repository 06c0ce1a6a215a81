package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The structure of a text over the protocol: symbols, folding ranges, selections, links, colours,
/// hints, counts, fixes and previews.
class ShapeOverTheProtocolTest {
  private static final String PROCESS = "close.process.yaml";
  private static final Range ALL = new Range(new Position(0, 0), new Position(10_000, 0));

  @TempDir Path folder;
  private LspClient client;

  @BeforeEach
  void open() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDocumentSymbol(new DocumentSymbolCapabilities());
    text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
    text.setCodeAction(new CodeActionCapabilities());
    text.getCodeAction().setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities());
    capabilities.setTextDocument(text);
    client = new LspClient(folder, capabilities);
    client.open(PROCESS);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private static void addTo(List<String> names, DocumentSymbol symbol, String indent) {
    names.add(indent + symbol.getName());
    symbol.getChildren().forEach(child -> addTo(names, child, indent + " "));
  }

  @Test
  void symbolsAreATree() {
    List<String> names = new ArrayList<>();
    LspClient.await(
            client
                .server
                .getTextDocumentService()
                .documentSymbol(new DocumentSymbolParams(client.id(PROCESS))))
        .forEach(symbol -> addTo(names, symbol.getRight(), ""));
    assertEquals(
        List.of("close", " threshold", " entities", "  entity-close", " commentary"), names);
  }

  @Test
  void symbolsOfAllFilesAreFound() {
    List<String> names =
        LspClient.await(
                client.server.getWorkspaceService().symbol(new WorkspaceSymbolParams("recon")))
            .getRight()
            .stream()
            .map(WorkspaceSymbol::getName)
            .toList();
    assertEquals(List.of("recon-ar"), names);
  }

  /// VS Code refuses the whole list for one symbol without a name.
  @Test
  void aSymbolWithoutANameHasQuotes() throws IOException {
    client.open(client.uri("people.yaml"), text("people.yaml") + "  \"\": { id: x }\n");
    List<String> names = new ArrayList<>();
    for (WorkspaceSymbol symbol :
        LspClient.await(client.server.getWorkspaceService().symbol(new WorkspaceSymbolParams("")))
            .getRight()) {
      names.add(symbol.getName());
    }
    assertFalse(names.contains(""));
    assertTrue(names.contains("\"\""), names.toString());
  }

  @Test
  void mappingsFold() throws IOException {
    List<FoldingRange> folds =
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .foldingRange(new FoldingRangeRequestParams(client.id(PROCESS))));
    int root = text(PROCESS).substring(0, text(PROCESS).indexOf("\nroot:")).split("\n", -1).length;
    int last = (int) text(PROCESS).stripTrailing().lines().count() - 1;
    assertTrue(
        folds.stream().anyMatch(f -> f.getStartLine() == root && f.getEndLine() == last),
        folds.toString());
  }

  @Test
  void selectionsGrow() throws IOException {
    Position at = LspClient.position(text(PROCESS), text(PROCESS).indexOf("Close Workflow") + 2);
    SelectionRange selection =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .selectionRange(new SelectionRangeParams(client.id(PROCESS), List.of(at))))
            .getFirst();
    List<String> grown = new ArrayList<>();
    for (SelectionRange each = selection; each != null; each = each.getParent()) {
      int start = MarkedTexts.offset(text(PROCESS), each.getRange().getStart());
      int end = MarkedTexts.offset(text(PROCESS), each.getRange().getEnd());
      grown.add(text(PROCESS).substring(start, end));
    }
    assertEquals(List.of("Close Workflow", "name: Close Workflow"), grown.subList(0, 2));
    assertTrue(grown.get(3).startsWith("root:"), grown.toString());
  }

  @Test
  void tablesAreLinks() {
    String target =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .documentLink(new DocumentLinkParams(client.id(PROCESS))))
            .getFirst()
            .getTarget();
    assertEquals(folder.resolve("entities.csv").toUri().toString(), target);
  }

  @Test
  void wordsOverlapNothing() throws IOException {
    List<Integer> data =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .semanticTokensFull(new SemanticTokensParams(client.id(PROCESS))))
            .getData();
    int line = 0;
    int end = 0;
    int character = 0;
    List<String> variables = new ArrayList<>();
    String[] lines = text(PROCESS).split("\n", -1);
    for (int i = 0; i < data.size(); i += 5) {
      line += data.get(i);
      character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
      assertTrue(data.get(i) > 0 || character >= end, "line " + line);
      end = character + data.get(i + 2);
      if (data.get(i + 3) == 3) {
        variables.add(lines[line].substring(character, end));
      }
    }
    assertTrue(
        variables.contains("threshold") && variables.contains("entity"), variables.toString());
  }

  @Test
  void daysAndNamesAreHinted() {
    List<String> hints =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .inlayHint(new InlayHintParams(client.id(PROCESS), ALL)))
            .stream()
            .map(InlayHint::getLabel)
            .map(label -> label.getLeft())
            .toList();
    assertTrue(hints.contains("Tom Becker"), hints.toString());
    assertTrue(hints.contains("Mon 2025-01-13"), hints.toString());
  }

  @Test
  void datesOfACalendarAreCounted() {
    client.open("calendars.yaml");
    List<CodeLens> lenses =
        new ArrayList<>(
            LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .codeLens(new CodeLensParams(client.id("calendars.yaml")))));
    assertTrue(
        lenses.getFirst().getCommand().getTitle().matches("\\d+ dates use this calendar"),
        lenses.toString());
  }

  @Test
  void aFixIsOfferedAndAllAtOnce() throws IOException {
    String broken = text(PROCESS).replace("Close Workflow", "Close  Workflow");
    client.replace(client.uri(PROCESS), broken);
    CodeActionContext context = new CodeActionContext(List.of());
    List<String> titles = new ArrayList<>();
    for (var action : actions(context)) {
      titles.add(action.getTitle());
      assertEquals("quickfix", action.getKind());
    }
    assertFalse(titles.isEmpty());
    context.setOnly(List.of(""));
    assertTrue(actions(context).size() > titles.size());
    context.setOnly(List.of("source.fixAll"));
    CodeAction all = actions(context).getFirst();
    String fixed = MarkedTexts.apply(broken, all.getEdit().getChanges().get(client.uri(PROCESS)));
    assertEquals(text(PROCESS), fixed);
  }

  private List<CodeAction> actions(CodeActionContext context) {
    return LspClient.await(
            client
                .server
                .getTextDocumentService()
                .codeAction(new CodeActionParams(client.id(PROCESS), ALL, context)))
        .stream()
        .map(action -> action.getRight())
        .toList();
  }

  private Map<?, ?> run(String command) {
    return (Map<?, ?>)
        LspClient.await(
            client
                .server
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(command, List.of(client.uri(PROCESS)))));
  }

  @Test
  void aProcessIsRendered() {
    Map<?, ?> rendered = run("procc.render");
    assertEquals("close@2024-Q4", rendered.get("headline").toString());
    assertTrue(rendered.get("text").toString().contains("\"Q4 2024 Financial Close\""));
  }

  @Test
  void theImpactOfAnUnsavedEditIsTold() throws Exception {
    for (List<String> words :
        List.of(
            List.of("init", "-q"),
            List.of("add", "-A"),
            List.of("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "base"))) {
      List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
      command.addAll(words);
      assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }
    String later = text(PROCESS).replace("dueDate: WD15", "dueDate: WD16");
    client.replace(client.uri(PROCESS), later);
    String headline = run("procc.impact").get("headline").toString();
    assertTrue(headline.startsWith("1 date moves in 1 process"), headline);
    Map<?, ?> diff = run("procc.diff");
    assertTrue(diff.get("text").toString().contains("close.process.yaml:12"), diff.toString());
    assertTrue(diff.get("html").toString().contains("<h1>procc diff</h1>"), diff.toString());
  }

  @Test
  void aStatusLineIsToldOfItsProject() {
    Map<?, ?> project = run("procc.project");
    assertEquals("close-team", project.get("project"));
    assertEquals("local", project.get("target"));
    assertEquals(folder.toString(), project.get("folder"));
    assertEquals(0.0, project.get("errors"));
    client.replace(client.uri(PROCESS), "name: of no definition");
    assertTrue((double) run("procc.project").get("errors") > 0);
  }
}
