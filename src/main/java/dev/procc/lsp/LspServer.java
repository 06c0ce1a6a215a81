package dev.procc.lsp;

import dev.procc.ide.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// The lifecycle of a server, from the first request to the last notification.
final class LspServer implements LanguageServer, LanguageClientAware {
  private static final int SCAN_SECONDS = 3;

  /// Editors tell of a deleted folder by its name alone, which no watch for files matches.
  static final Duration WATCHED_SCANS = Duration.ofSeconds(30);

  private static final int IDLE_SECONDS = 60;

  private final Session session;
  private final Publisher publisher;
  private final DocumentRequests documents;
  private final WorkspaceRequests workspace;
  private final String version;
  private final Duration watchedScans;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Session::thread);
  private final DiskScans scans;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean shutDown;

  /// @param watchedScans the pause between scans where the client tells what changes
  LspServer(Workspace workspace, String version, Duration watchedScans) {
    session = new Session(workspace);
    publisher = new Publisher(session);
    scans = new DiskScans(timer, session.workspace::scan, publisher::wake);
    documents = new DocumentRequests(session, publisher, scans);
    this.workspace = new WorkspaceRequests(session, publisher, scans);
    this.version = version;
    this.watchedScans = watchedScans;
  }

  @Override
  public void connect(LanguageClient client) {
    session.setClient(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (!begun.compareAndSet(false, true)) {
      return CompletableFuture.failedFuture(
          new ResponseErrorException(
              new ResponseError(
                  ResponseErrorCode.InvalidRequest, "initialize has been answered", null)));
    }
    session.begin(new ClientFeatures(params));
    List<WorkspaceFolder> folders = params.getWorkspaceFolders();
    if (folders != null) {
      folders.forEach(folder -> addFolder(folder.getUri()));
    } else if (params.getRootUri() != null) {
      addFolder(params.getRootUri());
    }
    watchEditor(params.getProcessId());
    publisher.start();
    return CompletableFuture.completedFuture(
        new InitializeResult(
            ServerFeatures.of(session.features()), new ServerInfo("procc", version)));
  }

  private void addFolder(String uri) {
    Path folder = Uris.path(uri);
    if (folder != null) {
      session.workspace.addFolder(folder);
    }
  }

  /// Exits when the editor is gone; an editor that is not visible from here is not watched.
  private void watchEditor(Integer id) {
    ProcessHandle editor = id == null ? null : ProcessHandle.of(id).orElse(null);
    if (editor != null) {
      var _ = editor.onExit().thenRun(ended::countDown);
    }
  }

  @Override
  public void initialized(InitializedParams params) {
    if (session.features().watchesFiles) {
      watchFiles();
      scans.repeat(watchedScans.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      scans.repeat(SCAN_SECONDS, TimeUnit.SECONDS);
    }
    var _ =
        timer.scheduleWithFixedDelay(
            publisher::giveBackWhenIdle, IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
    publisher.wake();
  }

  /// Asks the client to report changed files.
  private void watchFiles() {
    LanguageClient client = session.client();
    if (client == null) {
      return;
    }
    List<FileSystemWatcher> watchers =
        List.of(new FileSystemWatcher(Either.forLeft("**/*.{yaml,yml,csv,tsv}")));
    Registration files =
        new Registration(
            "files",
            "workspace/didChangeWatchedFiles",
            new DidChangeWatchedFilesRegistrationOptions(watchers));
    var _ =
        client
            .registerCapability(new RegistrationParams(List.of(files)))
            .exceptionally(refused -> {
              scans.repeat(SCAN_SECONDS, TimeUnit.SECONDS);
              return null;
            });
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    session.end();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    ended.countDown();
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // There is no trace to switch on.
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  /// Waits until the client sends `exit`, closes the stream, or is gone.
  ///
  /// @return whether it sent `shutdown` before
  boolean awaitEnd(Runnable whenEnded) throws InterruptedException {
    ended.await();
    whenEnded.run();
    return shutDown;
  }

  /// The stream of the client has ended.
  void streamEnded() {
    ended.countDown();
  }

  void stop() {
    publisher.stop();
    session.stop();
    timer.shutdownNow();
  }
}
