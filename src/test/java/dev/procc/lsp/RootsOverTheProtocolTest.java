package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One server for several folders, each with a project of its own that has the same keys, and for
/// files outside all of them.
class RootsOverTheProtocolTest {
  private static final String PROCESS = "close.process.yaml";
  private static final String PEOPLE = "people.yaml";

  @TempDir Path folder;
  private Path first;
  private Path second;
  private LspClient client;

  @BeforeEach
  void open() throws IOException {
    Path sample = Path.of("samples/q4-close").toAbsolutePath();
    first = MarkedTexts.copy(sample, Files.createDirectory(folder.resolve("first")));
    second = MarkedTexts.copy(sample, Files.createDirectory(folder.resolve("second one")));
    client = new LspClient(first, List.of(first, second), new ClientCapabilities());
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static String uri(Path root, String path) {
    return root.resolve(path).toUri().toString();
  }

  private String open(Path root, String path) throws IOException {
    client.open(uri(root, path), Files.readString(root.resolve(path)));
    return uri(root, path);
  }

  @Test
  void anEditConcernsItsOwnProject() throws IOException {
    String ours = open(first, PROCESS);
    assertEquals(List.of(), client.findings(ours));
    String theirs = open(second, PROCESS);
    assertEquals(List.of(), client.findings(theirs));
    String people = open(first, PEOPLE);
    client.replace(
        people, Files.readString(first.resolve(PEOPLE)).replace("writer: tom", "author: tom"));
    LspClient.await(
        "the finding of the first project",
        () -> !client.published.get(ours).getDiagnostics().isEmpty());
    assertEquals(List.of(), client.published.get(theirs).getDiagnostics());
  }

  @Test
  void aNameLeadsIntoItsOwnProject() throws IOException {
    String text = Files.readString(second.resolve(PROCESS));
    String uri = open(second, PROCESS);
    Position at = LspClient.position(text, text.indexOf("assignee: writer") + 12);
    List<? extends Location> found =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .definition(new DefinitionParams(new TextDocumentIdentifier(uri), at)))
            .getLeft();
    assertEquals(List.of(uri(second, PEOPLE)), found.stream().map(Location::getUri).toList());
  }

  private List<String> places(String symbol) {
    return LspClient.await(
            client.server.getWorkspaceService().symbol(new WorkspaceSymbolParams(symbol)))
        .getRight()
        .stream()
        .map(WorkspaceSymbol::getLocation)
        .map(location -> location.getLeft().getUri())
        .toList();
  }

  @Test
  void foldersComeAndGo() {
    String template = "entity-close.template.yaml";
    assertEquals(List.of(uri(first, template), uri(second, template)), places("recon-ar"));
    changeFolders(List.of(), List.of(folderOf(second)));
    LspClient.await("one project", () -> places("recon-ar").size() == 1);
    changeFolders(List.of(folderOf(second)), List.of());
    LspClient.await("two projects", () -> places("recon-ar").size() == 2);
  }

  private static WorkspaceFolder folderOf(Path root) {
    return new WorkspaceFolder(root.toUri().toString(), "folder");
  }

  private void changeFolders(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
    client
        .server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
            new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
  }

  @Test
  void aFileOutsideOfProjectsStandsAlone() throws IOException {
    String ours = open(first, PROCESS);
    String outside = folder.resolve("close.process.yaml").toUri().toString();
    client.open(outside, Files.readString(first.resolve(PROCESS)));
    assertTrue(
        client.findings(outside).stream()
            .anyMatch(found -> found.getMessage().getLeft().contains("writer")),
        client.findings(outside).toString());
    LspClient.await("findings of the project", () -> client.published.containsKey(ours));
    assertEquals(List.of(), client.published.get(ours).getDiagnostics());
  }

  @Test
  void aProjectFileThatGoesTakesItsProjectWithIt() throws IOException {
    String ours = open(first, PROCESS);
    assertEquals(List.of(), client.findings(ours));
    LspClient.await(
        "the finding of the project",
        () -> client.published.containsKey(uri(first, "entity-close.template.yaml")));
    Path file = first.resolve("procc.yaml");
    String text = Files.readString(file);
    Files.delete(file);
    scan();
    LspClient.await(
        "the findings of a file alone",
        () ->
            client.published.get(ours).getDiagnostics().size() > 3
                && client
                    .published
                    .get(uri(first, "entity-close.template.yaml"))
                    .getDiagnostics()
                    .isEmpty());
    Files.writeString(file, text);
    scan();
    LspClient.await("the project", () -> client.published.get(ours).getDiagnostics().isEmpty());
  }

  /// Editors tell of a deleted folder by its name alone, so what was in it is found by a scan.
  @Test
  void aFolderThatGoesTakesItsFindingsWithIt() throws IOException {
    Path part = Files.createDirectory(first.resolve("part"));
    Path broken = part.resolve("b.process.yaml");
    Files.writeString(broken, "procc: v1\nkind: Process\nkey: b\n");
    ClientCapabilities watching = new ClientCapabilities();
    watching.setWorkspace(new WorkspaceClientCapabilities());
    watching.getWorkspace().setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    try (LspClient watched =
        new LspClient(first, List.of(first), watching, Duration.ofMillis(20))) {
      String uri = broken.toUri().toString();
      LspClient.await("its findings", () -> isTold(watched, uri));
      Files.delete(broken);
      Files.delete(part);
      LspClient.await("none", () -> !isTold(watched, uri));
    }
  }

  private static boolean isTold(LspClient client, String uri) {
    return client.published.containsKey(uri)
        && !client.published.get(uri).getDiagnostics().isEmpty();
  }

  /// An editor shows other versions of a file beside it.
  @Test
  void otherVersionsOfAFileAreNotChecked() throws IOException {
    List<String> others =
        List.of(
            "git:" + first.resolve(PROCESS) + "?%7B%22ref%22%3A%22~%22%7D",
            "fugitive://" + first.resolve(".git") + "//0/" + PROCESS);
    others.forEach(uri -> client.open(uri, "procc: v1\nkind: Process\nkey: close\n"));
    others.forEach(uri -> client.replace(uri, "procc: v1\nkind: Process\n"));
    String ours = open(first, PROCESS);
    assertEquals(List.of(), client.findings(ours));
    String text = Files.readString(first.resolve(PROCESS));
    client.replace(ours, text.replace("assignee: writer", "assignee: nobody"));
    LspClient.await("a finding", () -> isTold(client, ours));
    others.forEach(uri -> assertFalse(client.published.containsKey(uri), uri));
  }

  private void scan() {
    client
        .server
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
  }
}
