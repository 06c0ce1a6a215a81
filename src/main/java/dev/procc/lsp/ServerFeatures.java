package dev.procc.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationPatternKind;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/// The features of this server, for a client.
final class ServerFeatures {
  /// The kind of the action that applies every safe fix of a file.
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".procc";

  private ServerFeatures() {}

  static ServerCapabilities of(ClientFeatures client) {
    ServerCapabilities all = new ServerCapabilities();
    all.setPositionEncoding(client.encoding.word());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    all.setTextDocumentSync(sync);
    all.setHoverProvider(true);
    all.setCompletionProvider(
        new CompletionOptions(false, List.of(":", " ", "{", "(", "-", ".", "/")));
    all.setDocumentFormattingProvider(true);
    all.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, FIX_ALL)));
    all.setDefinitionProvider(true);
    all.setReferencesProvider(true);
    all.setDocumentHighlightProvider(true);
    all.setRenameProvider(new RenameOptions(true));
    all.setDocumentSymbolProvider(true);
    all.setWorkspaceSymbolProvider(true);
    all.setFoldingRangeProvider(true);
    all.setSelectionRangeProvider(true);
    all.setDocumentLinkProvider(new DocumentLinkOptions(false));
    all.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(Colours.legend(), true));
    all.setInlayHintProvider(true);
    all.setCodeLensProvider(new CodeLensOptions(false));
    all.setCallHierarchyProvider(true);
    all.setExecuteCommandProvider(new ExecuteCommandOptions(LspCommands.all()));
    if (client.pullsDiagnostics) {
      DiagnosticRegistrationOptions diagnostics = new DiagnosticRegistrationOptions(true, true);
      diagnostics.setIdentifier("procc");
      all.setDiagnosticProvider(diagnostics);
    }
    all.setWorkspace(ofWorkspace());
    return all;
  }

  private static WorkspaceServerCapabilities ofWorkspace() {
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
    FileOperationsServerCapabilities files = new FileOperationsServerCapabilities();
    files.setWillRename(
        new FileOperationOptions(
            List.of(
                filter("**/*.{csv,tsv,yaml,yml}", FileOperationPatternKind.File),
                filter("**", FileOperationPatternKind.Folder))));
    workspace.setFileOperations(files);
    return workspace;
  }

  private static FileOperationFilter filter(String glob, String kind) {
    FileOperationPattern pattern = new FileOperationPattern(glob);
    pattern.setMatches(kind);
    return new FileOperationFilter(pattern, "file");
  }
}
