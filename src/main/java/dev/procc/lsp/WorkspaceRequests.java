package dev.procc.lsp;

import dev.procc.ide.Snapshot;
import dev.procc.ide.change.FileMoves;
import dev.procc.ide.outline.Outline;
import dev.procc.ide.outline.Outline.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/// The requests about all open documents.
final class WorkspaceRequests implements WorkspaceService {
  private static final int MAX_SYMBOLS = 500;

  private final Session session;
  private final Publisher publisher;
  private final DiskScans scans;

  WorkspaceRequests(Session session, Publisher publisher, DiskScans scans) {
    this.session = session;
    this.publisher = publisher;
    this.scans = scans;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // Settings are options of the command line.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    scans.ask();
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    for (WorkspaceFolder folder : params.getEvent().getAdded()) {
      Path path = Uris.path(folder.getUri());
      if (path != null) {
        session.workspace.addFolder(path);
      }
    }
    for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
      Path path = Uris.path(folder.getUri());
      if (path != null) {
        session.workspace.removeFolder(path);
      }
    }
    publisher.wake();
  }

  @Override
  public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
    Map<Path, Path> moves = new LinkedHashMap<>();
    for (FileRename file : params.getFiles()) {
      Path from = Uris.path(file.getOldUri());
      Path to = Uris.path(file.getNewUri());
      if (from != null && to != null) {
        moves.put(from, to);
      }
    }
    return session.work(workspace -> {
      scans.now();
      WorkspaceEdit all = new WorkspaceEdit();
      for (Snapshot snapshot : workspace.snapshots()) {
        WorkspaceEdit edit =
            new Edits(session, snapshot).addAll(FileMoves.of(snapshot, moves)).toWorkspaceEdit();
        if (edit.getDocumentChanges() == null) {
          all.getChanges().putAll(edit.getChanges());
        } else if (all.getDocumentChanges() == null) {
          all = edit;
        } else {
          all.getDocumentChanges().addAll(edit.getDocumentChanges());
        }
      }
      return all;
    });
  }

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
    List<PreviousResultId> before = params.getPreviousResultIds();
    return session.work(workspace -> {
      Map<String, String> known = new LinkedHashMap<>();
      for (PreviousResultId each : before == null ? List.<PreviousResultId>of() : before) {
        known.put(each.getUri(), each.getValue());
      }
      List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
      for (Snapshot snapshot : workspace.snapshots()) {
        for (String path : snapshot.findings().keySet()) {
          String uri = session.uri(snapshot, path);
          List<Diagnostic> found = DiagnosticMapper.of(session, snapshot, path);
          reports.add(report(uri, snapshot.version(path), found, known.remove(uri)));
        }
      }
      // What is of no project any more, or has nothing to be found, is told once.
      known.forEach((uri, id) -> {
        if (!id.equals(resultId(List.of()))) {
          reports.add(report(uri, null, List.of(), id));
        }
      });
      return new WorkspaceDiagnosticReport(reports);
    });
  }

  private static String resultId(List<Diagnostic> diagnostics) {
    return Integer.toHexString(diagnostics.hashCode());
  }

  /// @param known the id of what the client has; null if it has nothing
  private static WorkspaceDocumentDiagnosticReport report(
      String uri, @Nullable Integer version, List<Diagnostic> found, @Nullable String known) {
    String id = resultId(found);
    if (id.equals(known)) {
      return new WorkspaceDocumentDiagnosticReport(
          new WorkspaceUnchangedDocumentDiagnosticReport(id, uri, version));
    }
    WorkspaceFullDocumentDiagnosticReport full =
        new WorkspaceFullDocumentDiagnosticReport(found, uri, version);
    full.setResultId(id);
    return new WorkspaceDocumentDiagnosticReport(full);
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return session.work(workspace -> {
      List<WorkspaceSymbol> found = new ArrayList<>();
      String query = params.getQuery() == null ? "" : params.getQuery();
      for (Snapshot snapshot : workspace.snapshots()) {
        for (String path : snapshot.paths()) {
          for (Symbol symbol : Outline.symbols(snapshot, path)) {
            add(snapshot, symbol, query.toLowerCase(Locale.ROOT), found);
          }
        }
      }
      return Either.forRight(found);
    });
  }

  private void add(Snapshot snapshot, Symbol symbol, String query, List<WorkspaceSymbol> into) {
    boolean fits =
        symbol.label().toLowerCase(Locale.ROOT).contains(query)
            || symbol.detail().toLowerCase(Locale.ROOT).contains(query);
    Location location =
        fits && into.size() < MAX_SYMBOLS
            ? NameAnswers.location(session, snapshot, symbol.name())
            : null;
    if (location != null) {
      WorkspaceSymbol made =
          new WorkspaceSymbol(
              symbol.label(), OutlineAnswers.kind(symbol.sort()), Either.forLeft(location));
      made.setContainerName(symbol.detail());
      into.add(made);
    }
    symbol.children().forEach(child -> add(snapshot, child, query, into));
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return session.work(workspace ->
        LspCommands.run(session, workspace, params.getCommand(), params.getArguments()));
  }
}
