package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.EditorText;
import dev.procc.ide.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MonikerParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that do everything wrong: the server runs as long as they do, says in one message what
/// it cannot do, and ends when they end.
class HostileClientTest {
  private static final String PROCESS = "close.process.yaml";

  @TempDir Path folder;

  private LspClient sample() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    return new LspClient(folder, new ClientCapabilities());
  }

  private static void assertAnswers(LspClient client, Path folder) throws IOException {
    String text = Files.readString(folder.resolve(PROCESS));
    client.open(client.uri(PROCESS), text);
    assertEquals(List.of(), client.findings(client.uri(PROCESS)));
  }

  @Test
  void aThousandCancellationsDeafenNobody() throws IOException {
    try (LspClient client = sample()) {
      client.open(PROCESS);
      List<CompletableFuture<Hover>> asked = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        CompletableFuture<Hover> hover =
            client
                .server
                .getTextDocumentService()
                .hover(new HoverParams(client.id(PROCESS), new Position(i % 50, i % 30)));
        if (i % 3 == 0) {
          asked.add(hover);
        } else {
          hover.cancel(true);
        }
      }
      asked.forEach(LspClient::await);
      assertAnswers(client, folder);
    }
  }

  /// What is cancelled before its turn is not worked out, whatever is made of its answer.
  @Test
  void whatIsCancelledIsNotComputed() throws IOException {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    Session session = new Session(workspace);
    session.begin(new ClientFeatures(null));
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    DocumentRequests documents =
        new DocumentRequests(
            session, new Publisher(session), new DiskScans(timer, () -> false, () -> {}));
    String uri = folder.resolve(PROCESS).toUri().toString();
    workspace.open(Uris.document(uri), Files.readString(folder.resolve(PROCESS)), 1);
    TextDocumentIdentifier id = new TextDocumentIdentifier(uri);
    Position at = new Position(8, 12);
    CountDownLatch turn = new CountDownLatch(1);
    List<CompletableFuture<?>> before = new ArrayList<>();
    try {
      for (int worker = 0; worker < 2; worker++) {
        before.add(
            session.work(w -> {
              LspClient.await("its turn", () -> turn.getCount() == 0);
              return null;
            }));
      }
      List<CompletableFuture<?>> asked =
          List.of(
              documents.hover(new HoverParams(id, at)),
              documents.definition(new DefinitionParams(id, at)),
              documents.references(new ReferenceParams(id, at, new ReferenceContext(true))),
              documents.prepareRename(new PrepareRenameParams(id, at)),
              documents.diagnostic(new DocumentDiagnosticParams(id)));
      asked.forEach(each -> each.cancel(true));
      turn.countDown();
      before.forEach(LspClient::await);
      LspClient.await(session.work(w -> "behind them"));
      assertFalse(workspace.view(Uris.document(uri)).snapshot().isCompiled());
    } finally {
      session.stop();
      timer.shutdownNow();
    }
  }

  /// What was asked about a text that has changed since is not worked out either.
  @Test
  void whatIsOutdatedIsNotComputed() {
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    Session session = new Session(workspace);
    session.begin(new ClientFeatures(null));
    String uri = folder.resolve(PROCESS).toUri().toString();
    workspace.open(Uris.document(uri), "procc: v1\n", 1);
    CountDownLatch turn = new CountDownLatch(1);
    AtomicBoolean computed = new AtomicBoolean();
    try {
      for (int worker = 0; worker < 2; worker++) {
        var _ =
            session.work(w -> {
              LspClient.await("its turn", () -> turn.getCount() == 0);
              return null;
            });
      }
      CompletableFuture<?> asked = session.answer(uri, view -> computed.getAndSet(true));
      workspace.change(Uris.document(uri), new EditorText(PROCESS, "procc: v1\nk", 2));
      turn.countDown();
      assertEquals(ResponseErrorCode.ContentModified.getValue(), refusal(asked).getCode());
      assertFalse(computed.get());
    } finally {
      session.stop();
    }
  }

  /// A client may offer to watch files and then refuse to.
  @Test
  void aWatchThatIsRefusedIsReplacedByScans() throws IOException {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    ClientCapabilities capabilities = new ClientCapabilities();
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    capabilities.setWorkspace(workspace);
    LspClient refusing =
        new LspClient(folder, capabilities) {
          @Override
          public CompletableFuture<Void> registerCapability(RegistrationParams params) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
          }
        };
    try (refusing) {
      refusing.open(PROCESS);
      assertEquals(List.of(), refusing.findings(refusing.uri(PROCESS)));
      Files.delete(folder.resolve("people.yaml"));
      LspClient.await(
          "what is wrong now",
          () -> !refusing.published.get(refusing.uri(PROCESS)).getDiagnostics().isEmpty());
    }
  }

  @Test
  void wrongOrderAndUnknownDocumentsChangeNothing() throws IOException {
    try (LspClient client = sample()) {
      client.close(client.uri(PROCESS));
      client.change(client.uri("no.yaml"), new Range(new Position(9, 9), new Position(1, 1)), "x");
      client.open(client.uri(PROCESS), "a");
      client.open(client.uri(PROCESS), "b");
      client.change(client.uri(PROCESS), new Range(new Position(99, 99), new Position(1, 1)), "c");
      client.open("untitled:Untitled-1", "procc: v1\nkind: Calendar\n");
      client.findings("untitled:Untitled-1");
      client.open("git:/x?y", "kind: Pod\n");
      client.open("file://%zz", "a: b");
      assertAnswers(client, folder);
    }
  }

  @Test
  void whatCannotBeAnsweredIsSaidInASentence() {
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      TextDocumentService documents = client.server.getTextDocumentService();
      ResponseError unknown = refusal(documents.moniker(new MonikerParams()));
      assertEquals(ResponseErrorCode.MethodNotFound.getValue(), unknown.getCode());
      assertEquals("procc does not answer this request", unknown.getMessage());
      ResponseError empty = refusal(documents.hover(new HoverParams()));
      assertEquals(ResponseErrorCode.InternalError.getValue(), empty.getCode());
      assertTrue(empty.getMessage().startsWith("procc could not answer"), empty.getMessage());
      ResponseError fault =
          LspMain.error(new CompletionException(new UnsupportedOperationException()));
      assertEquals(ResponseErrorCode.InternalError.getValue(), fault.getCode());
      assertNull(unknown.getData());
      assertNull(empty.getData());
    }
  }

  private static ResponseError refusal(CompletableFuture<?> answer) {
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
    return assertInstanceOf(ResponseErrorException.class, refused.getCause()).getResponseError();
  }

  /// Positions far outside the text.
  @Test
  void placesThatAreNoneAreAnswered() throws IOException {
    try (LspClient client = sample()) {
      client.open(PROCESS);
      Random random = new Random(5);
      for (int i = 0; i < 100; i++) {
        Position at = new Position(random.nextInt(200) - 20, random.nextInt(300) - 20);
        LspClient.await(
            client.server.getTextDocumentService().hover(new HoverParams(client.id(PROCESS), at)));
      }
      assertAnswers(client, folder);
    }
  }

  private String serve(byte[] bytes) throws InterruptedException {
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean left = LspMain.serve(workspace, "test", new ByteArrayInputStream(bytes), out);
    assertFalse(left);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void halfMessagesAndNoiseEndWithTheStream() throws InterruptedException {
    serve(new byte[0]);
    serve("Content-Length: 9999\r\n\r\n{\"jsonrpc\"".getBytes(StandardCharsets.UTF_8));
    serve("Content-Length: x\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      byte[] noise = new byte[300];
      random.nextBytes(noise);
      serve(noise);
    }
    String answer =
        serve(
            message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\",\"params\":{}}")
                .getBytes(StandardCharsets.UTF_8));
    assertTrue(answer.isEmpty() || answer.contains("-32601"), answer);
  }

  private static String message(String json) {
    return "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
  }

  @Test
  void aClosedPipeEndsTheServer() throws InterruptedException {
    String init =
        message(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    assertFalse(
        LspMain.serve(
            workspace,
            "test",
            new ByteArrayInputStream(init.repeat(3).getBytes(StandardCharsets.UTF_8)),
            broken));
  }

  @Test
  void aLargeFileIsToldOnceAndTheRestGoesOn() throws IOException {
    try (LspClient client = sample()) {
      String large = "procc: v1\nkind: Process\n" + "# x\n".repeat(2_700_000);
      client.open(client.uri("large.process.yaml"), large);
      for (int i = 0; i < 3; i++) {
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .hover(new HoverParams(client.id("large.process.yaml"), new Position(0, 1))));
      }
      LspClient.await("the message", () -> !client.messages.isEmpty());
      assertEquals(
          List.of("procc: large.process.yaml is larger than 10 MiB and is not read; split it"),
          client.messages);
      assertAnswers(client, folder);
    }
  }

  @Test
  void aTableOfManyRowsIsRead() throws IOException {
    try (LspClient client = sample()) {
      StringBuilder rows = new StringBuilder("code,label,accountant\n");
      for (int i = 0; i < 50_000; i++) {
        rows.append('c').append(i).append(",Label ").append(i).append(",sam\n");
      }
      client.open(client.uri("entities.csv"), rows.toString());
      client.open(PROCESS);
      assertFalse(client.findings(client.uri(PROCESS)).isEmpty());
    }
  }

  @Test
  void whatChangesOnDiskIsSeen() throws IOException {
    try (LspClient client = sample()) {
      client.open(PROCESS);
      assertEquals(List.of(), client.findings(client.uri(PROCESS)));
      Files.delete(folder.resolve("people.yaml"));
      LspClient.await(
          "the finding of a missing person",
          () -> !client.published.get(client.uri(PROCESS)).getDiagnostics().isEmpty());
      Files.delete(folder.resolve("procc.yaml"));
      Files.delete(folder.resolve(PROCESS));
      client.replace(client.uri(PROCESS), "procc: v1\nkind: Process\nkey: close\n");
      assertFalse(client.findings(client.uri(PROCESS)).isEmpty());
    }
  }

  @Test
  void aFolderWithoutAProjectAndATextThatIsNoneAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), "services:\n  web: { image: x, imag: }\n");
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      client.open("compose.yaml");
      assertEquals(List.of(), client.findings(client.uri("compose.yaml")));
    }
  }

  @Test
  void requestsBeforeInitializeAreRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String all =
        message(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"workspace/symbol\",\"params\":{\"query\":\"\"}}");
    PipedOutputStream to = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(to);
    Thread serve =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                LspMain.serve(
                    new Workspace(
                        ProjectRequest.of(
                            new HostEnvironment(folder, Map.of(), Clock.systemUTC()))),
                    "t",
                    in,
                    out);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    to.write(all.getBytes(StandardCharsets.UTF_8));
    to.flush();
    LspClient.await("answer", () -> out.size() > 0);
    to.close();
    serve.join(10_000);
    assertTrue(
        out.toString(StandardCharsets.UTF_8).contains("-32002"),
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void requestsAfterShutdownAreRefused() throws Exception {
    LspClient client = sample();
    client.server.shutdown().get(10, TimeUnit.SECONDS);
    String said = "answered";
    try {
      client
          .server
          .getWorkspaceService()
          .symbol(new WorkspaceSymbolParams(""))
          .get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      said = String.valueOf(((ResponseErrorException) e.getCause()).getResponseError().getCode());
    }
    client.server.exit();
    assertEquals("-32600", said);
  }
}
