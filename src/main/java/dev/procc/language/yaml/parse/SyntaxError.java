package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// A syntax error as the engine reports it, with offsets in the source.
///
/// @param problem the engine's message; empty if there is none
/// @param context what the engine was reading, in its words
/// @param offset where the engine stopped
/// @param opener the start of what the engine was reading; `offset` if unknown
/// @param openFlows the offsets of the open flow collections, innermost first
/// @param multilineQuote the offset of the last quoted text if it has several lines; otherwise -1
public record SyntaxError(
    String problem,
    String context,
    int offset,
    int opener,
    List<Integer> openFlows,
    int multilineQuote) {
  /// The error that stopped the engine; null if it read everything.
  public static @Nullable SyntaxError of(Composer composer) {
    RuntimeException failure = composer.failure();
    if (failure == null) {
      return null;
    }
    int last = composer.lastInSource();
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      String message = failure.getMessage();
      return new SyntaxError(
          "", message == null ? "" : message, last, last, composer.openFlows(), -1);
    }
    int at = last;
    if (marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      at = composer.toSource(mark);
    }
    int opener = at;
    if (marked.getContextMark().isPresent()) {
      Mark mark = marked.getContextMark().get();
      opener = composer.openerToSource(mark);
    }
    String problem = marked.getProblem();
    String context = marked.getContext();
    return new SyntaxError(
        problem == null ? "" : problem,
        context == null ? "" : context,
        at,
        opener,
        composer.openFlows(),
        composer.multilineQuoteStart());
  }

  /// Whether a quote is open to the end of the text, or of the document.
  public boolean isUnclosedQuote() {
    return context.contains("quoted scalar")
        && (problem.contains("end of stream") || problem.contains("document separator"));
  }

  public boolean isInFlow() {
    return !openFlows.isEmpty() || context.contains("flow ");
  }

  /// Whether the fault may be at the opener; for a block, that is only the start of the block.
  public boolean isOpenerSuspect() {
    return opener < offset && (context.contains("scanning") || context.contains("flow "));
  }

  /// The end of the text before the error that is certainly valid.
  public int validUpTo() {
    boolean startsAtOpener =
        isUnclosedQuote()
            || problem.startsWith("expected ','")
            || problem.startsWith("could not find expected ':'");
    int end = startsAtOpener ? Math.min(opener, offset) : offset;
    end = openFlows.isEmpty() ? end : Math.min(openFlows.getLast(), end);
    return multilineQuote >= 0 ? Math.min(multilineQuote, end) : end;
  }

  /// The line of the error; at the end of the text its last line that is not blank.
  public int lineNumber(SourceFile file) {
    int line = file.position(offset).line();
    while (line > 1 && file.line(line).isBlank() && offset >= file.text().length()) {
      line--;
    }
    return line;
  }
}
