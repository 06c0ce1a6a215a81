package dev.procc.lsp;

import dev.procc.ide.DocumentId;
import dev.procc.ide.EditorText;
import dev.procc.ide.change.Formatting;
import dev.procc.ide.completion.Completions;
import dev.procc.ide.completion.Proposal;
import dev.procc.ide.hover.Hovers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/// The requests about one document.
final class DocumentRequests implements TextDocumentService {
  private final Session session;
  private final Publisher publisher;
  private final DiskScans scans;

  DocumentRequests(Session session, Publisher publisher, DiskScans scans) {
    this.session = session;
    this.publisher = publisher;
    this.scans = scans;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem document = params.getTextDocument();
    if (Uris.isWorkingText(document.getUri())) {
      session.workspace.open(
          Uris.document(document.getUri()), document.getText(), document.getVersion());
      publisher.wake();
    }
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    DocumentId id = Uris.document(params.getTextDocument().getUri());
    EditorText text = session.workspace.text(id);
    if (text == null) {
      return;
    }
    int version =
        params.getTextDocument().getVersion() == null
            ? text.version() + 1
            : params.getTextDocument().getVersion();
    for (TextDocumentContentChangeEvent change : params.getContentChanges()) {
      text = changed(text, change, version);
    }
    session.workspace.change(id, text);
    publisher.wake();
  }

  private EditorText changed(EditorText text, TextDocumentContentChangeEvent change, int version) {
    if (change.getRange() == null) {
      return text.replaced(0, text.written().length(), change.getText(), version);
    }
    Positions positions = session.positions(text);
    int start = positions.editorOffset(change.getRange().getStart());
    int end = Math.max(start, positions.editorOffset(change.getRange().getEnd()));
    return text.replaced(start, end, change.getText(), version);
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    session.workspace.close(Uris.document(params.getTextDocument().getUri()));
    publisher.wake();
    scans.ask();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    scans.ask();
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    return session.answerOfFile(
        params.getTextDocument().getUri(),
        report(List.of()),
        (snapshot, path) -> report(DiagnosticMapper.of(session, snapshot, path)));
  }

  private static DocumentDiagnosticReport report(List<Diagnostic> findings) {
    return new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(findings));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return session.answer(
        params.getTextDocument().getUri(),
        view -> {
          Positions positions = session.positions(view.text());
          Hovers.Hover hover =
              Hovers.at(
                  view.snapshot(),
                  view.path(),
                  view.text().file().text(),
                  positions.offset(params.getPosition()));
          return hover == null
              ? null
              : new Hover(
                  Markdown.content(hover.markdown(), session.features().showsMarkdown),
                  positions.range(hover.start(), hover.end()));
        });
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return session.quickAnswer(
        params.getTextDocument().getUri(),
        Either.forRight(new CompletionList(false, List.of())),
        view -> {
          Positions positions = session.positions(view.text());
          String text = view.text().file().text();
          int offset = positions.offset(params.getPosition());
          List<CompletionItem> items = new ArrayList<>();
          for (Proposal proposal : Completions.at(view.snapshot(), view.path(), text, offset)) {
            String typed = text.substring(Math.min(proposal.start(), offset), offset);
            items.add(item(proposal, typed, positions));
          }
          return Either.forRight(new CompletionList(false, items));
        });
  }

  private CompletionItem item(Proposal proposal, String typed, Positions positions) {
    CompletionItem item = new CompletionItem(proposal.label());
    item.setKind(kind(proposal.sort()));
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(positions.range(proposal.start(), proposal.end()), proposal.insert())));
    item.setSortText(String.format(Locale.ROOT, "%04d", proposal.rank()));
    item.setFilterText(proposal.filter(typed));
    if (!proposal.detail().isEmpty()) {
      item.setDetail(proposal.detail());
    }
    if (!proposal.doc().isEmpty()) {
      item.setDocumentation(
          Markdown.content(proposal.doc(), session.features().documentsInMarkdown));
    }
    return item;
  }

  private static CompletionItemKind kind(Proposal.Sort sort) {
    return switch (sort) {
      case KEY -> CompletionItemKind.Property;
      case WORD -> CompletionItemKind.EnumMember;
      case PERSON -> CompletionItemKind.Constant;
      case ROLE -> CompletionItemKind.Interface;
      case CALENDAR, TEMPLATE, DOCUMENT, TASK -> CompletionItemKind.Reference;
      case VARIABLE -> CompletionItemKind.Variable;
      case DATE -> CompletionItemKind.Value;
      case COLUMN -> CompletionItemKind.Field;
      case FILE -> CompletionItemKind.File;
    };
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return session.answer(
        params.getTextDocument().getUri(),
        view -> {
          String formatted = Formatting.format(view.text());
          return formatted == null
              ? List.<TextEdit>of()
              : List.of(new TextEdit(session.positions(view.text()).all(), formatted));
        });
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return session.answer(
        params.getTextDocument().getUri(), view -> new Actions(session, view).at(params));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return session.answer(
        params.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        view -> Either.forLeft(new NameAnswers(session, view, params.getPosition()).definition()));
  }

  private interface NameQuestion<T> {
    @Nullable T ask(NameAnswers names);
  }

  private <T> CompletableFuture<@Nullable T> names(
      TextDocumentPositionParams params, NameQuestion<T> question) {
    return session.answer(
        params.getTextDocument().getUri(),
        view -> question.ask(new NameAnswers(session, view, params.getPosition())));
  }

  private <T> CompletableFuture<@Nullable T> outline(
      TextDocumentIdentifier document, Function<OutlineAnswers, @Nullable T> ask) {
    return session.answer(document.getUri(), view -> ask.apply(new OutlineAnswers(session, view)));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean declaration = params.getContext() != null && params.getContext().isIncludeDeclaration();
    return names(params, asked -> asked.references(declaration));
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return names(params, NameAnswers::highlights);
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return names(params, DocumentRequests::renameRange);
  }

  private static @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>
      renameRange(NameAnswers asked) {
    Range range = asked.renameable();
    return range == null ? null : Either3.forFirst(range);
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return session.answerOfDisk(
        params.getTextDocument().getUri(),
        scans,
        view -> new NameAnswers(session, view, params.getPosition()).rename(params.getNewName()));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return outline(params.getTextDocument(), OutlineAnswers::symbols);
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return outline(params.getTextDocument(), OutlineAnswers::folds);
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return outline(params.getTextDocument(), asked -> asked.selections(params.getPositions()));
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return outline(params.getTextDocument(), OutlineAnswers::links);
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return outline(params.getTextDocument(), OutlineAnswers::colours);
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return outline(params.getTextDocument(), asked -> asked.hints(params.getRange()));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return outline(params.getTextDocument(), OutlineAnswers::lenses);
  }

  @Override
  public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(
      CallHierarchyPrepareParams params) {
    return session.answer(
        params.getTextDocument().getUri(),
        view -> new Hierarchy(session, view).prepare(params.getPosition()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
      CallHierarchyIncomingCallsParams params) {
    return session.answer(
        params.getItem().getUri(), view -> new Hierarchy(session, view).incoming(params.getItem()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
      CallHierarchyOutgoingCallsParams params) {
    return session.answer(
        params.getItem().getUri(), view -> new Hierarchy(session, view).outgoing(params.getItem()));
  }
}
