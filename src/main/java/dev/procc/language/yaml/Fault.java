package dev.procc.language.yaml;

import dev.procc.base.source.SourceFile;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Why the engine stopped, in offsets of the source.
///
/// @param problem the engine's words, empty when it has none
/// @param context what it was doing, in its words
/// @param at where it stopped
/// @param opener where that began which it was in, or `at`
/// @param flows where the flow collections begin that were open, the innermost first
/// @param quote where the quoted text of several lines began that ended last, or -1
record Fault(String problem, String context, int at, int opener, List<Integer> flows, int quote) {
  static Fault of(RuntimeException failure, Composer composer, Patched patched) {
    int last = patched.toSource(composer.lastPlace());
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      String message = failure.getMessage();
      return new Fault("", message == null ? "" : message, last, last, composer.openFlows(), -1);
    }
    int at = last;
    if (marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      at = patched.toSource(composer.place(mark));
    }
    int opener = at;
    if (marked.getContextMark().isPresent()) {
      Mark mark = marked.getContextMark().get();
      opener = patched.toSource(composer.place(mark));
    }
    String problem = marked.getProblem();
    String context = marked.getContext();
    return new Fault(
        problem == null ? "" : problem,
        context == null ? "" : context,
        at,
        opener,
        composer.openFlows(),
        composer.longQuote());
  }

  boolean unclosedQuote() {
    return context.contains("quoted scalar")
        && (problem.contains("end of stream") || problem.contains("document separator"));
  }

  boolean inFlow() {
    return !flows.isEmpty() || context.contains("flow ");
  }

  /// Whether the opener is where the fault may lie; for a block it is only where the block begins.
  boolean openerCounts() {
    return opener < at && (context.contains("scanning") || context.contains("flow "));
  }

  /// How far the text is good.
  int reach() {
    boolean early =
        unclosedQuote()
            || problem.startsWith("expected ','")
            || problem.startsWith("could not find expected ':'");
    int reach = early ? Math.min(opener, at) : at;
    reach = flows.isEmpty() ? reach : Math.min(flows.getLast(), reach);
    return quote >= 0 ? Math.min(quote, reach) : reach;
  }

  /// The line of the fault; at the end of the text the last one that holds anything.
  int line(SourceFile file) {
    int line = file.position(at).line();
    while (line > 1 && file.line(line).isBlank() && at >= file.text().length()) {
      line--;
    }
    return line;
  }
}
