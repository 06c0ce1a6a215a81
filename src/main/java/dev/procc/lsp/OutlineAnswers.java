package dev.procc.lsp;

import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.outline.Hints;
import dev.procc.ide.outline.Links;
import dev.procc.ide.outline.Outline;
import dev.procc.ide.outline.Outline.Symbol;
import dev.procc.ide.outline.Words;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The answers about the structure of a document.
final class OutlineAnswers {
  private final Session session;
  private final View view;
  private final Snapshot snapshot;
  private final Positions positions;

  OutlineAnswers(Session session, View view) {
    this.session = session;
    this.view = view;
    snapshot = view.snapshot();
    positions = session.positions(view.text());
  }

  List<Either<SymbolInformation, DocumentSymbol>> symbols() {
    List<Either<SymbolInformation, DocumentSymbol>> found = new ArrayList<>();
    for (Symbol symbol : Outline.symbols(snapshot, view.path())) {
      if (session.features().showsSymbolTrees) {
        found.add(Either.forRight(tree(symbol)));
      } else {
        addFlat(symbol, "", found);
      }
    }
    return found;
  }

  private DocumentSymbol tree(Symbol symbol) {
    DocumentSymbol made =
        new DocumentSymbol(
            symbol.label(),
            kind(symbol.sort()),
            positions.range(symbol.whole()),
            positions.range(inside(symbol)),
            symbol.detail());
    made.setChildren(symbol.children().stream().map(this::tree).toList());
    return made;
  }

  /// The span of the name, which has to be within the whole.
  private static Span inside(Symbol symbol) {
    return symbol.whole().contains(symbol.name())
        ? symbol.name()
        : Span.at(symbol.whole().file(), symbol.whole().start());
  }

  private void addFlat(
      Symbol symbol, String container, List<Either<SymbolInformation, DocumentSymbol>> into) {
    SymbolInformation flat = new SymbolInformation();
    flat.setName(symbol.label());
    flat.setKind(kind(symbol.sort()));
    flat.setLocation(
        new Location(session.uri(snapshot, view.path()), positions.range(symbol.whole())));
    flat.setContainerName(container);
    into.add(Either.forLeft(flat));
    symbol.children().forEach(child -> addFlat(child, symbol.label(), into));
  }

  static SymbolKind kind(String sort) {
    return switch (sort) {
      case "Process" -> SymbolKind.Module;
      case "Template" -> SymbolKind.Class;
      case "Calendar", "Period" -> SymbolKind.Event;
      case "People", "Documents", "Project" -> SymbolKind.Package;
      case "group" -> SymbolKind.Namespace;
      case "use" -> SymbolKind.Constructor;
      case "variables", "parameters" -> SymbolKind.Variable;
      case "people", "roles", "documents", "targets" -> SymbolKind.Constant;
      default -> SymbolKind.Function;
    };
  }

  List<FoldingRange> folds() {
    List<FoldingRange> found = new ArrayList<>();
    for (Span span : Outline.folds(snapshot, view.path())) {
      Position start = positions.position(span.start());
      Position end = positions.position(span.end());
      FoldingRange fold = new FoldingRange(start.getLine(), end.getLine());
      if (span.text().startsWith("#")) {
        fold.setKind(FoldingRangeKind.Comment);
      }
      found.add(fold);
    }
    return found;
  }

  List<SelectionRange> selections(List<Position> at) {
    List<SelectionRange> found = new ArrayList<>();
    for (Position position : at) {
      int offset = positions.offset(position);
      SelectionRange outer = null;
      List<Span> around = Outline.selections(snapshot, view.path(), offset);
      for (Span span : around.reversed()) {
        Range range = positions.range(span);
        boolean same = outer != null && outer.getRange().equals(range);
        outer = same ? outer : new SelectionRange(range, outer);
      }
      found.add(outer == null ? new SelectionRange(new Range(position, position), null) : outer);
    }
    return found;
  }

  List<DocumentLink> links() {
    List<DocumentLink> found = new ArrayList<>();
    for (Links.Link link : Links.of(snapshot, view.path())) {
      found.add(new DocumentLink(positions.range(link.span()), Uris.of(link.file())));
    }
    return found;
  }

  SemanticTokens colours() {
    return Colours.of(Words.of(snapshot, view.path()), positions);
  }

  List<InlayHint> hints(Range range) {
    List<InlayHint> found = new ArrayList<>();
    int start = positions.offset(range.getStart());
    int end = positions.offset(range.getEnd());
    for (Hints.Hint hint : Hints.of(snapshot, view.path(), start, end)) {
      InlayHint made =
          new InlayHint(positions.position(hint.offset()), Either.forLeft(hint.text()));
      made.setPaddingLeft(true);
      found.add(made);
    }
    return found;
  }

  List<CodeLens> lenses() {
    List<CodeLens> found = new ArrayList<>();
    String uri = session.uri(snapshot, view.path());
    for (Hints.Count count : Hints.counts(snapshot, view.path())) {
      Range range = positions.range(count.at());
      List<Location> places = new ArrayList<>();
      for (Span place : count.places()) {
        Location location = NameAnswers.location(session, snapshot, place);
        if (location != null) {
          places.add(location);
        }
      }
      found.add(
          lens(range, count.text(), LspCommands.SHOW, List.of(uri, range.getStart(), places)));
      if (count.text().endsWith("periods")) {
        found.add(lens(range, "rendered process", LspCommands.RENDER, List.of(uri)));
        found.add(lens(range, "impact against HEAD", LspCommands.IMPACT, List.of(uri)));
      }
    }
    return found;
  }

  private static CodeLens lens(Range range, String title, String command, List<Object> arguments) {
    return new CodeLens(range, new Command(title, command, arguments), null);
  }
}
