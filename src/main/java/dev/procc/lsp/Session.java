package dev.procc.lsp;

import dev.procc.ide.DocumentId;
import dev.procc.ide.EditorText;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace;
import dev.procc.ide.Workspace.FileView;
import dev.procc.ide.Workspace.View;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// The session of a client: its open documents, its features, and the threads that work for it.
///
/// Nothing is computed on the thread that reads messages. A request is answered from a snapshot; if
/// the document has changed meanwhile, the answer is that it has.
final class Session {
  final Workspace workspace;
  private final ExecutorService workers = Executors.newFixedThreadPool(2, Session::thread);

  /// For what cannot wait: an editor asks for colours, hints and findings after each key as well,
  /// and these occupy all workers until it is compiled.
  private final ExecutorService quick = Executors.newSingleThreadExecutor(Session::thread);

  private final Map<String, Boolean> said = new ConcurrentHashMap<>();
  private volatile @Nullable ResponseError refusal =
      new ResponseError(ResponseErrorCode.ServerNotInitialized, "initialize comes first", null);
  private volatile ClientFeatures features = new ClientFeatures(null);
  private volatile @Nullable LanguageClient client;

  /// The computation of an answer about the current document; null for none.
  @FunctionalInterface
  interface Answer<T> {
    @Nullable T of(View view);
  }

  Session(Workspace workspace) {
    this.workspace = workspace;
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "procc-lsp");
    thread.setDaemon(true);
    return thread;
  }

  ClientFeatures features() {
    return features;
  }

  /// Begins to answer requests, of a client with these features.
  void begin(ClientFeatures known) {
    features = known;
    refusal = null;
  }

  /// Answers no more requests.
  void end() {
    refusal = new ResponseError(ResponseErrorCode.InvalidRequest, "procc lsp is shut down", null);
  }

  void setClient(LanguageClient connected) {
    client = connected;
  }

  @Nullable LanguageClient client() {
    return client;
  }

  /// Shows a message to the person, once.
  void say(MessageType type, String message) {
    LanguageClient to = client;
    if (to != null && said.putIfAbsent(message, Boolean.TRUE) == null) {
      to.showMessage(new MessageParams(type, message));
    }
  }

  Positions positions(EditorText text) {
    return new Positions(text, features.encoding);
  }

  /// Answers about the current document; null if it is not open.
  <T> CompletableFuture<@Nullable T> answer(String uri, Answer<T> work) {
    return answer(uri, null, work);
  }

  /// Answers about the current document. What is returned is what a client cancels: an answer that
  /// is made of it later would be computed all the same.
  ///
  /// @param none the answer if it is not open
  <T> CompletableFuture<@Nullable T> answer(String uri, @Nullable T none, Answer<T> work) {
    DocumentId id = Uris.document(uri);
    return current(id, () -> answer(id, none, work));
  }

  private <T> @Nullable T answer(DocumentId id, @Nullable T none, Answer<T> work) {
    View view = workspace.view(id);
    return view == null || isUnread(view) ? none : work.of(view);
  }

  /// Answers about the current document, and other files as they are on disk now; null if it is not
  /// open.
  <T> CompletableFuture<@Nullable T> answerOfDisk(String uri, DiskScans scans, Answer<T> work) {
    DocumentId id = Uris.document(uri);
    return current(
        id,
        () -> {
          scans.now();
          return answer(id, null, work);
        });
  }

  /// Answers about a file, open or not.
  ///
  /// @param none the answer if it is of no project
  <T> CompletableFuture<@Nullable T> answerOfFile(
      String uri, T none, BiFunction<Snapshot, String, T> work) {
    DocumentId id = Uris.document(uri);
    return current(
        id,
        () -> {
          FileView file = workspace.file(id);
          return file == null ? none : work.apply(file.snapshot(), file.path());
        });
  }

  /// Computes an answer that is refused if the document has changed meanwhile.
  private <T> CompletableFuture<@Nullable T> current(DocumentId id, Supplier<@Nullable T> work) {
    EditorText asked = workspace.text(id);
    return compute(
        workers,
        () -> {
          // Not worked out if it changed while this waited for its turn.
          checkIsCurrent(id, asked);
          T result = work.get();
          checkIsCurrent(id, asked);
          return result;
        });
  }

  private void checkIsCurrent(DocumentId id, @Nullable EditorText asked) {
    EditorText now = workspace.text(id);
    // Editors number the versions of each opening from the start.
    if (asked != null
        && now != null
        && now != asked
        && (now.version() != asked.version() || !now.written().equals(asked.written()))) {
      throw outdated();
    }
  }

  /// The refusal of an answer about a text that has changed since.
  static ResponseErrorException outdated() {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.ContentModified, "the document has changed", null));
  }

  private <T> CompletableFuture<@Nullable T> compute(
      Executor executor, Supplier<@Nullable T> work) {
    ResponseError refused = refusal;
    if (refused != null) {
      return CompletableFuture.failedFuture(new ResponseErrorException(refused));
    }
    return CompletableFutures.computeAsync(
        executor,
        cancelled -> {
          cancelled.checkCanceled();
          T result = work.get();
          cancelled.checkCanceled();
          return result;
        });
  }

  /// Answers about the document at the time of the request, with names that may be slightly old,
  /// for what cannot wait.
  ///
  /// The answer is given even if the document has changed since: an editor filters a list of
  /// proposals itself, and does not ask again while a word is typed.
  ///
  /// @param none the answer if it is not open
  <T> CompletableFuture<@Nullable T> quickAnswer(String uri, @Nullable T none, Answer<T> work) {
    DocumentId id = Uris.document(uri);
    EditorText asked = workspace.text(id);
    return compute(
        quick,
        () -> {
          View names = workspace.quickView(id);
          return asked == null || names == null || isUnread(names)
              ? none
              : work.of(new View(id, names.snapshot(), names.path(), asked));
        });
  }

  /// Whether a document is not a definition, or is too large to be read, which is shown.
  private boolean isUnread(View view) {
    if (view.snapshot().isForeign()) {
      return true;
    }
    if (view.text().isTooLarge()) {
      say(
          MessageType.Warning,
          "procc: " + view.path() + " is larger than 10 MiB and is not read; split it");
      return true;
    }
    return false;
  }

  /// Answers a request that is not about a document.
  <T> CompletableFuture<@Nullable T> work(Function<Workspace, @Nullable T> work) {
    return compute(workers, () -> work.apply(workspace));
  }

  /// The client's name for a file of a snapshot.
  String uri(Snapshot snapshot, String path) {
    DocumentId open = workspace.openDocument(snapshot, path);
    return open == null ? Uris.of(snapshot.root().resolve(path)) : open.name();
  }

  void stop() {
    workers.shutdownNow();
    quick.shutdownNow();
  }
}
