package dev.procc.lsp;

import dev.procc.base.source.Span;
import dev.procc.ide.EditorText;
import dev.procc.ide.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The conversion of edits to those of the protocol.
final class Edits {
  private final Session session;
  private final Snapshot snapshot;
  private final Map<String, List<Either<TextEdit, SnippetTextEdit>>> byPath = new LinkedHashMap<>();

  Edits(Session session, Snapshot snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  Edits addAll(List<dev.procc.base.finding.TextEdit> edits) {
    for (dev.procc.base.finding.TextEdit edit : edits) {
      Span span = edit.span();
      EditorText text = snapshot.text(span.file().path());
      if (text != null) {
        add(span.file().path(), session.positions(text).range(span), edit.replacement());
      }
    }
    return this;
  }

  Edits add(String path, Range range, String by) {
    byPath
        .computeIfAbsent(path, p -> new ArrayList<>())
        .add(Either.forLeft(new TextEdit(range, by)));
    return this;
  }

  boolean isEmpty() {
    return byPath.isEmpty();
  }

  /// The edits, with document versions if the client supports them.
  ///
  /// @throws ResponseErrorException if a document has changed since
  WorkspaceEdit toWorkspaceEdit() {
    for (String path : byPath.keySet()) {
      if (!session.workspace.isCurrent(snapshot, path)) {
        throw Session.outdated();
      }
    }
    WorkspaceEdit edit = new WorkspaceEdit();
    if (session.features().takesDocumentChanges) {
      List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
      byPath.forEach((path, edits) ->
          changes.add(
              Either.forLeft(
                  new TextDocumentEdit(
                      new VersionedTextDocumentIdentifier(
                          session.uri(snapshot, path), snapshot.version(path)),
                      edits))));
      edit.setDocumentChanges(changes);
      return edit;
    }
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    byPath.forEach((path, edits) ->
        changes.put(session.uri(snapshot, path), edits.stream().map(Either::getLeft).toList()));
    edit.setChanges(changes);
    return edit;
  }
}
