package dev.procc.app.importing;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.project.ChangedFiles;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectRequest.EmptyProject;
import dev.procc.app.project.ProjectSession;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.recover.ProcessAdoption;
import dev.procc.live.wire.LiveProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The service that imports live processes into a project: first a preview in memory, then the
/// files.
///
/// Nothing is written to Workiva.
public final class ImportService implements AutoCloseable {
  private final ProjectSession session;
  private final Compilation compilation;
  private final TargetConnection connection;
  private final ApiClient client;
  private final LedgerStore store;

  private ImportService(
      ProjectSession session, Compilation compilation, TargetConnection connection) throws Failure {
    this.session = session;
    this.compilation = compilation;
    this.connection = connection;
    client = connection.open();
    store = connection.ledgerStore();
  }

  /// Opens the project, which may be empty, and its target.
  ///
  /// @param notes receives what the client waits for
  public static ImportService open(ProjectRequest request, Consumer<String> notes) throws Failure {
    ProjectSession session = ProjectSession.open(request.withEmptyProject(EmptyProject.ALLOWED));
    Compilation compilation = session.compile(null);
    return new ImportService(
        session, compilation, TargetConnection.of(session, compilation, notes));
  }

  /// The current project; with errors, nothing can be imported.
  public Compilation compilation() {
    return compilation;
  }

  /// The path of a folder in the project; empty for its root.
  ///
  /// @throws Failure if it is outside the project
  public String folder(Path folder) throws Failure {
    String path = ChangedFiles.path(session.root(), folder);
    return path.isEmpty() ? "" : path + "/";
  }

  /// Reads the processes and writes their definitions in memory.
  public ProjectImport prepare(ImportRequest request) throws Failure {
    LiveBodies bodies = LiveBodies.read(client, store, compilation, connection, request);
    PastProcesses past = PastProcesses.read(client, request.style().past());
    ImportDraft draft = new ImportDraft(session, connection, request, past);
    for (LiveProcess process : bodies.processes().values()) {
      draft.add(process);
    }
    return draft.result(bodies.refused());
  }

  /// Writes the files, then adopts each process.
  ///
  /// @throws Failure if a file changed since it was read, or cannot be written
  public void write(ProjectImport prepared) throws Failure {
    ChangedFiles.write(session.root(), prepared.files(), "nothing was bound");
    ApplySettings settings =
        ApplySettings.of(
            connection.target(), connection.url().toString(), TargetDay.of(session, note -> {}));
    ApplyContext context =
        ApplyContext.of(
            client, store, settings, session.request().host().clock(), TargetConnection::sleep);
    EvidenceWriter writer = connection.evidenceWriter(store, List.of());
    for (ImportedProcess process : prepared.imported()) {
      try {
        new ProcessAdoption(context, process.desired(), writer).adopt(process.live());
      } catch (ApplyException halt) {
        throw new Failure(
            Failure.Kind.PARTIAL,
            process.key() + " is written and not bound: " + halt.getMessage(),
            "procc adopt " + process.key() + " " + process.live().id());
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
