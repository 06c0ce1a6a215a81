package dev.procc.lsp;

import dev.procc.ide.Workspace;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/// The entry point of the language server, over two streams.
public final class LspMain {
  /// The library's log goes to standard error, which editors show as errors. The reference is kept,
  /// since otherwise its level would be lost.
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private LspMain() {}

  /// Serves one client until it leaves.
  ///
  /// @param version of procc
  /// @return whether the client left properly, with `shutdown` before `exit`
  public static boolean serve(Workspace workspace, String version, InputStream in, OutputStream out)
      throws InterruptedException {
    return serve(new LspServer(workspace, version, LspServer.WATCHED_SCANS), in, out);
  }

  /// Serves one client until it leaves.
  static boolean serve(LspServer server, InputStream in, OutputStream out)
      throws InterruptedException {
    LIBRARY.setLevel(Level.OFF);
    Launcher<LanguageClient> launcher =
        new Launcher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExceptionHandler(LspMain::error)
            .setExecutorService(Executors.newCachedThreadPool(Session::thread))
            .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    Session.thread(
            () -> {
              try {
                listening.get();
              } catch (InterruptedException | ExecutionException | CancellationException e) {
                // The stream is broken, since the client is gone.
              }
              server.streamEnded();
            })
        .start();
    try {
      return server.awaitEnd(() -> listening.cancel(true));
    } finally {
      server.stop();
    }
  }

  /// The message to a client about a failed request: a sentence, not a stack trace.
  ///
  /// The library itself refuses a request that no method here overrides, at once; what fails in an
  /// answer is a [CompletionException].
  static ResponseError error(Throwable thrown) {
    Throwable cause = thrown;
    for (Throwable next = thrown.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    if (cause instanceof ResponseErrorException refused) {
      return refused.getResponseError();
    }
    if (cause instanceof UnsupportedOperationException
        && !(thrown instanceof CompletionException)) {
      return new ResponseError(
          ResponseErrorCode.MethodNotFound, "procc does not answer this request", null);
    }
    return new ResponseError(
        ResponseErrorCode.InternalError, "procc could not answer the request: " + cause, null);
  }
}
