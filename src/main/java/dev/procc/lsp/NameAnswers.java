package dev.procc.lsp;

import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.ide.EditorText;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.change.Renames;
import dev.procc.ide.change.Renames.RenameResult;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// The answers about names: their declarations, uses and renames.
final class NameAnswers {
  private static final int MAX_COMMANDS = 3;

  private final Session session;
  private final View view;
  private final Snapshot snapshot;
  private final int offset;

  NameAnswers(Session session, View view, Position position) {
    this.session = session;
    this.view = view;
    snapshot = view.snapshot();
    offset = session.positions(view.text()).offset(position);
  }

  List<Location> definition() {
    return locations(Occurrence::declares);
  }

  List<Location> references(boolean withDeclaration) {
    return locations(each -> withDeclaration || !each.declares());
  }

  private List<Location> locations(Predicate<Occurrence> wanted) {
    Set<Location> found = new LinkedHashSet<>();
    NameIndex names = NameIndex.of(snapshot);
    Occurrence at = names.at(view.path(), offset);
    if (at != null) {
      for (Occurrence each : names.of(names.meant(at))) {
        if (wanted.test(each)) {
          Location location = location(session, snapshot, each.span());
          if (location != null) {
            found.add(location);
          }
        }
      }
    }
    return new ArrayList<>(found);
  }

  /// The location of a span; null if its text does not belong to the project.
  static @Nullable Location location(Session session, Snapshot snapshot, Span span) {
    EditorText text = snapshot.text(span.file().path());
    return text == null
        ? null
        : new Location(
            session.uri(snapshot, span.file().path()), session.positions(text).range(span));
  }

  List<DocumentHighlight> highlights() {
    List<DocumentHighlight> found = new ArrayList<>();
    NameIndex names = NameIndex.of(snapshot);
    Occurrence at = names.at(view.path(), offset);
    if (at != null) {
      for (Occurrence each : names.of(names.meant(at))) {
        if (each.span().file().path().equals(view.path())) {
          found.add(
              new DocumentHighlight(
                  session.positions(view.text()).range(each.span()),
                  each.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read));
        }
      }
    }
    return found;
  }

  /// The name that can be renamed here; null if there is none.
  @Nullable Range renameable() {
    Span span = Renames.nameAt(snapshot, view.path(), offset);
    return span == null ? null : session.positions(view.text()).range(span);
  }

  WorkspaceEdit rename(String to) {
    RenameResult result = Renames.rename(snapshot, view.path(), offset, to);
    String problem = result.problem();
    if (problem != null) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.RequestFailed, problem, null));
    }
    tellRecordMoves(result.recordMoves());
    return new Edits(session, snapshot).addAll(result.edits()).toWorkspaceEdit();
  }

  /// What is live stays recorded under the old key, and a plan would refuse to create it again.
  private void tellRecordMoves(List<String> commands) {
    LanguageClient client = session.client();
    if (client != null && !commands.isEmpty()) {
      int shown = Math.min(MAX_COMMANDS, commands.size());
      String more =
          commands.size() > shown
              ? "; and " + Plural.of(commands.size() - shown, "more process")
              : "";
      client.showMessage(
          new MessageParams(
              MessageType.Info,
              "procc: if it was applied, its record goes along: "
                  + String.join("; ", commands.subList(0, shown))
                  + more));
    }
  }
}
