package dev.procc.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/// The features of a client, as it declares them.
final class ClientFeatures {
  final Encoding encoding;
  final boolean pullsDiagnostics;
  final boolean refreshesDiagnostics;
  final boolean refreshesHints;
  final boolean refreshesLenses;
  final boolean watchesFiles;
  final boolean takesDocumentChanges;
  final boolean takesActionLiterals;
  final boolean showsMarkdown;

  /// Whether the documentation of proposals may be Markdown.
  final boolean documentsInMarkdown;

  final boolean showsSymbolTrees;

  /// Whether it shows the results of commands, `initializationOptions: { "showsAnswers": true }`.
  final boolean showsAnswers;

  ClientFeatures(@Nullable InitializeParams params) {
    ClientCapabilities all =
        params == null || params.getCapabilities() == null
            ? new ClientCapabilities()
            : params.getCapabilities();
    TextDocumentClientCapabilities text =
        all.getTextDocument() == null
            ? new TextDocumentClientCapabilities()
            : all.getTextDocument();
    WorkspaceClientCapabilities workspace =
        all.getWorkspace() == null ? new WorkspaceClientCapabilities() : all.getWorkspace();
    encoding = encoding(all.getGeneral());
    pullsDiagnostics = text.getDiagnostic() != null;
    refreshesDiagnostics =
        workspace.getDiagnostics() != null && is(workspace.getDiagnostics().getRefreshSupport());
    refreshesHints =
        workspace.getInlayHint() != null && is(workspace.getInlayHint().getRefreshSupport());
    refreshesLenses =
        workspace.getCodeLens() != null && is(workspace.getCodeLens().getRefreshSupport());
    watchesFiles =
        workspace.getDidChangeWatchedFiles() != null
            && is(workspace.getDidChangeWatchedFiles().getDynamicRegistration());
    takesDocumentChanges =
        workspace.getWorkspaceEdit() != null
            && is(workspace.getWorkspaceEdit().getDocumentChanges());
    takesActionLiterals = takesActionLiterals(text.getCodeAction());
    showsMarkdown = showsMarkdown(text.getHover());
    documentsInMarkdown = documentsInMarkdown(text.getCompletion());
    showsSymbolTrees =
        text.getDocumentSymbol() != null
            && is(text.getDocumentSymbol().getHierarchicalDocumentSymbolSupport());
    showsAnswers = showsAnswers(params == null ? null : params.getInitializationOptions());
  }

  private static boolean showsAnswers(@Nullable Object options) {
    return options instanceof JsonObject object
        && object.get("showsAnswers") instanceof JsonPrimitive flag
        && flag.getAsBoolean();
  }

  private static Encoding encoding(@Nullable GeneralClientCapabilities general) {
    List<String> offered = general == null ? null : general.getPositionEncodings();
    for (String word : offered == null ? List.<String>of() : offered) {
      for (Encoding encoding : Encoding.values()) {
        if (encoding.word().equals(word)) {
          return encoding;
        }
      }
    }
    return Encoding.UTF_16;
  }

  private static boolean takesActionLiterals(@Nullable CodeActionCapabilities actions) {
    return actions != null && actions.getCodeActionLiteralSupport() != null;
  }

  private static boolean showsMarkdown(@Nullable HoverCapabilities hover) {
    return areMarkdown(hover == null ? null : hover.getContentFormat());
  }

  private static boolean documentsInMarkdown(@Nullable CompletionCapabilities completion) {
    CompletionItemCapabilities item = completion == null ? null : completion.getCompletionItem();
    return areMarkdown(item == null ? null : item.getDocumentationFormat());
  }

  private static boolean areMarkdown(@Nullable List<String> formats) {
    return formats == null || formats.isEmpty() || formats.contains(MarkupKind.MARKDOWN);
  }

  private static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
