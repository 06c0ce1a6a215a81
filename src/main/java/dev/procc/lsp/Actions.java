package dev.procc.lsp;

import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.change.Fixes;
import dev.procc.ide.change.Fixes.FindingFix;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/// The conversion of fixes to code actions.
final class Actions {
  private final Session session;
  private final View view;

  Actions(Session session, View view) {
    this.session = session;
    this.view = view;
  }

  List<Either<Command, CodeAction>> at(CodeActionParams params) {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    if (!session.features().takesActionLiterals) {
      return actions;
    }
    List<String> only = params.getContext() == null ? null : params.getContext().getOnly();
    if (wants(only, CodeActionKind.QuickFix)) {
      addFixes(params, actions);
    }
    if (only != null && wants(only, ServerFeatures.FIX_ALL)) {
      addFixAll(actions);
    }
    return actions;
  }

  /// Whether a kind is requested: itself, or one that it is a part of, as of the empty one.
  private static boolean wants(@Nullable List<String> only, String kind) {
    if (only == null || only.isEmpty()) {
      return true;
    }
    for (String asked : only) {
      if (asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + ".")) {
        return true;
      }
    }
    return false;
  }

  private void addFixes(CodeActionParams params, List<Either<Command, CodeAction>> actions) {
    Positions positions = session.positions(view.text());
    int start = positions.offset(params.getRange().getStart());
    int end = positions.offset(params.getRange().getEnd());
    Snapshot snapshot = view.snapshot();
    for (FindingFix each : Fixes.at(snapshot, view.path(), start, end)) {
      String title = each.fix().title();
      CodeAction action =
          new CodeAction(Character.toUpperCase(title.charAt(0)) + title.substring(1));
      action.setKind(CodeActionKind.QuickFix);
      action.setIsPreferred(each.isOnly());
      action.setDiagnostics(
          List.of(DiagnosticMapper.diagnostic(session, snapshot, each.finding())));
      action.setEdit(new Edits(session, snapshot).addAll(each.fix().edits()).toWorkspaceEdit());
      actions.add(Either.forRight(action));
    }
  }

  private void addFixAll(List<Either<Command, CodeAction>> actions) {
    String fixed = Fixes.all(view.snapshot(), view.path());
    if (fixed != null) {
      CodeAction action = new CodeAction("Fix all that procc can fix safely");
      action.setKind(ServerFeatures.FIX_ALL);
      action.setEdit(
          new Edits(session, view.snapshot())
              .add(view.path(), session.positions(view.text()).all(), fixed)
              .toWorkspaceEdit());
      actions.add(Either.forRight(action));
    }
  }
}
