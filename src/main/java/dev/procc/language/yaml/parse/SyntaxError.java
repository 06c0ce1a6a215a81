package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Why the engine stopped, in offsets of the source.
///
/// @param problem the engine's words, empty when it has none
/// @param context what it was doing, in its words
/// @param offset where it stopped
/// @param opener where that began which it was in, or `at`
/// @param openFlows where the flow collections begin that were open, the innermost first
/// @param multilineQuote where the quoted text of several lines began that ended last, or -1
public record SyntaxError(
    String problem,
    String context,
    int offset,
    int opener,
    List<Integer> openFlows,
    int multilineQuote) {
  public static SyntaxError of(RuntimeException failure, Composer composer, PatchedText patched) {
    int last = patched.toSource(composer.lastOffset());
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      String message = failure.getMessage();
      return new SyntaxError(
          "", message == null ? "" : message, last, last, composer.openFlows(), -1);
    }
    int at = last;
    if (marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      at = patched.toSource(composer.offset(mark));
    }
    int opener = at;
    if (marked.getContextMark().isPresent()) {
      Mark mark = marked.getContextMark().get();
      opener = patched.toSource(composer.offset(mark));
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

  boolean isUnclosedQuote() {
    return context.contains("quoted scalar")
        && (problem.contains("end of stream") || problem.contains("document separator"));
  }

  public boolean isInFlow() {
    return !openFlows.isEmpty() || context.contains("flow ");
  }

  /// Whether the opener is where the fault may lie; for a block it is only where the block begins.
  public boolean isOpenerSuspect() {
    return opener < offset && (context.contains("scanning") || context.contains("flow "));
  }

  /// How far the text is good.
  public int validUpTo() {
    boolean startsAtOpener =
        isUnclosedQuote()
            || problem.startsWith("expected ','")
            || problem.startsWith("could not find expected ':'");
    int end = startsAtOpener ? Math.min(opener, offset) : offset;
    end = openFlows.isEmpty() ? end : Math.min(openFlows.getLast(), end);
    return multilineQuote >= 0 ? Math.min(multilineQuote, end) : end;
  }

  /// The line of the fault; at the end of the text the last one that holds anything.
  public int lineNumber(SourceFile file) {
    int line = file.position(offset).line();
    while (line > 1 && file.line(line).isBlank() && offset >= file.text().length()) {
      line--;
    }
    return line;
  }
}
