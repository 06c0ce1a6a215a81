package dev.procc.lsp;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.Workspace;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/// A client of the server, in this process, connected by two pipes.
class LspClient implements LanguageClient, AutoCloseable {
  private static final int WAIT_SECONDS = 60;

  final Path root;
  final Map<String, PublishDiagnosticsParams> published = new ConcurrentHashMap<>();
  final List<String> messages = new ArrayList<>();
  final LanguageServer server;
  final InitializeResult initialized;
  private final Future<Void> listening;
  private final Thread serving;
  private int version = 1;

  LspClient(Path root, ClientCapabilities capabilities) {
    this(root, List.of(root), capabilities);
  }

  LspClient(Path root, List<Path> folders, ClientCapabilities capabilities) {
    this(root, folders, capabilities, LspServer.WATCHED_SCANS);
  }

  /// @param watchedScans the pause between scans where the client tells what changes
  LspClient(Path root, List<Path> folders, ClientCapabilities capabilities, Duration watchedScans) {
    this.root = root;
    try {
      PipedInputStream toServer = new PipedInputStream(1 << 16);
      PipedInputStream toClient = new PipedInputStream(1 << 16);
      PipedOutputStream fromClient = new PipedOutputStream(toServer);
      PipedOutputStream fromServer = new PipedOutputStream(toClient);
      HostEnvironment host =
          new HostEnvironment(
              root, Map.of(), Clock.fixed(Instant.parse("2024-10-01T00:00:00Z"), ZoneOffset.UTC));
      Workspace workspace = new Workspace(ProjectRequest.of(host));
      serving =
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                try {
                  LspMain.serve(
                      new LspServer(workspace, "test", watchedScans), toServer, fromServer);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      Launcher<LanguageServer> launcher =
          new Launcher.Builder<LanguageServer>()
              .setLocalService(this)
              .setRemoteInterface(LanguageServer.class)
              .setInput(toClient)
              .setOutput(fromClient)
              .create();
      listening = launcher.startListening();
      server = launcher.getRemoteProxy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(
        folders.stream()
            .map(folder -> new WorkspaceFolder(folder.toUri().toString(), "folder"))
            .toList());
    initialized = await(server.initialize(params));
    server.initialized(new InitializedParams());
  }

  /// The features of a client that tells of changed files.
  static ClientCapabilities watching() {
    ClientCapabilities capabilities = new ClientCapabilities();
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    capabilities.setWorkspace(workspace);
    return capabilities;
  }

  /// The features of a client that pulls diagnostics.
  static ClientCapabilities pulling() {
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDiagnostic(new DiagnosticCapabilities());
    capabilities.setTextDocument(text);
    return capabilities;
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Waits for something that arrives without a request.
  static void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String uri(String path) {
    return root.resolve(path).toUri().toString();
  }

  TextDocumentIdentifier id(String path) {
    return new TextDocumentIdentifier(uri(path));
  }

  /// Opens a file with its text on disk.
  void open(String path) {
    try {
      open(uri(path), Files.readString(root.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String uri, String text) {
    version++;
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "procc", version, text)));
  }

  /// Replaces the whole text of a document.
  void replace(String uri, String text) {
    change(uri, null, text);
  }

  void change(String uri, Range range, String text) {
    version++;
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  void close(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  int version() {
    return version;
  }

  /// The diagnostics of the version that was sent last.
  List<Diagnostic> findings(String uri) {
    await(
        "diagnostics of " + uri,
        () ->
            published.containsKey(uri)
                && Integer.valueOf(version).equals(published.get(uri).getVersion()));
    return published.get(uri).getDiagnostics();
  }

  /// The position of an offset, in UTF-16.
  static Position position(String text, int offset) {
    int line = 0;
    int start = 0;
    for (int at = 0; at < offset; at++) {
      boolean lone =
          text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
      if (text.charAt(at) == '\n' || lone) {
        line++;
        start = at + 1;
      }
    }
    return new Position(line, offset - start);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.put(diagnostics.getUri(), diagnostics);
  }

  @Override
  public void showMessage(MessageParams message) {
    synchronized (messages) {
      messages.add(message.getMessage());
    }
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
  }

  /// Whether the server has ended.
  boolean isServing() {
    return serving.isAlive();
  }

  @Override
  public void close() {
    try {
      server.shutdown().get(WAIT_SECONDS, TimeUnit.SECONDS);
      server.exit();
      serving.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } finally {
      listening.cancel(true);
    }
  }
}
