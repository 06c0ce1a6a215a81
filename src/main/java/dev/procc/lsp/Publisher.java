package dev.procc.lsp;

import dev.procc.ide.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// The publisher of findings: it compiles what changed on a thread of its own, open files first,
/// and notifies the client.
///
/// A client that pulls diagnostics is notified that there are new ones; any other gets them. A
/// change during publishing restarts it.
final class Publisher {
  private final Session session;
  private final Semaphore changes = new Semaphore(0);
  private final Map<String, List<Diagnostic>> sent = new HashMap<>();
  private volatile boolean stopped;
  private volatile boolean working;
  private volatile boolean worked;
  private volatile boolean given = true;

  Publisher(Session session) {
    this.session = session;
  }

  void start() {
    Session.thread(this::run).start();
  }

  /// Starts publishing after a change.
  void wake() {
    changes.release();
  }

  void stop() {
    stopped = true;
    changes.release();
  }

  /// Returns memory to the machine if nothing has changed since the last call.
  void giveBackWhenIdle() {
    if (worked && !working) {
      worked = false;
    } else if (!given && !working) {
      given = true;
      System.gc();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        changes.acquire();
      } catch (InterruptedException e) {
        return;
      }
      changes.drainPermits();
      working = true;
      worked = true;
      given = false;
      try {
        publishAll();
      } catch (RuntimeException | StackOverflowError e) {
        session.say(MessageType.Error, "procc: the project could not be checked: " + e);
      } catch (OutOfMemoryError e) {
        session.say(
            MessageType.Error,
            "procc: memory ran out; give more with PROCC_JAVA_OPTS=-Xmx4g, or open less");
      } finally {
        working = false;
      }
    }
  }

  private void publishAll() {
    Set<String> told = new HashSet<>();
    List<Snapshot> snapshots = session.workspace.snapshots();
    for (Snapshot snapshot : snapshots) {
      snapshot.compilation();
      String failure = snapshot.failure();
      if (failure != null) {
        session.say(MessageType.Error, "procc: " + failure);
      }
      if (!session.features().pullsDiagnostics && !publish(snapshot, told)) {
        return;
      }
    }
    if (session.features().pullsDiagnostics) {
      refresh();
      return;
    }
    for (String uri : List.copyOf(sent.keySet())) {
      if (!told.contains(uri)) {
        send(uri, List.of(), null);
        sent.remove(uri);
      }
    }
  }

  /// Publishes the findings of a project, open files first.
  ///
  /// @return false if something changed meanwhile
  private boolean publish(Snapshot snapshot, Set<String> told) {
    Set<String> paths = new LinkedHashSet<>(snapshot.openPaths());
    List<String> rest = new ArrayList<>(snapshot.findings().keySet());
    rest.removeAll(paths);
    paths.addAll(rest);
    for (String path : paths) {
      if (changes.availablePermits() > 0 && !session.workspace.isCurrent(snapshot)) {
        return false;
      }
      List<Diagnostic> diagnostics = DiagnosticMapper.of(session, snapshot, path);
      String uri = session.uri(snapshot, path);
      Integer version = snapshot.version(path);
      boolean known = sent.containsKey(uri);
      if (version != null || !diagnostics.isEmpty() || known) {
        told.add(uri);
        send(uri, diagnostics, version);
      }
    }
    return true;
  }

  private void send(String uri, List<Diagnostic> diagnostics, @Nullable Integer version) {
    LanguageClient client = session.client();
    boolean same = version == null && diagnostics.equals(sent.get(uri));
    if (client != null && !same) {
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics, version));
    }
    sent.put(uri, diagnostics);
  }

  private void refresh() {
    LanguageClient client = session.client();
    if (client == null) {
      return;
    }
    if (session.features().refreshesDiagnostics) {
      var _ = client.refreshDiagnostics();
    }
    if (session.features().refreshesHints) {
      var _ = client.refreshInlayHints();
    }
    if (session.features().refreshesLenses) {
      var _ = client.refreshCodeLenses();
    }
  }
}
