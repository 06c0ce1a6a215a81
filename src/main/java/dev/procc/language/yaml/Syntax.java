package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What the engine says about a text that is not YAML, in words for people.
final class Syntax {
  private final SourceFile file;
  private final Patched patched;
  private final Composer composer;

  Syntax(SourceFile file, Patched patched, Composer composer) {
    this.file = file;
    this.patched = patched;
    this.composer = composer;
  }

  Diagnostic finding(RuntimeException failure) {
    int at = composer.lastPlace();
    String problem = "This is not YAML";
    if (failure instanceof MarkedYamlEngineException marked) {
      if (marked.getProblemMark().isPresent()) {
        at = composer.place(marked.getProblemMark().get());
      }
      problem = marked.getProblem();
    }
    int start = patched.toSource(at);
    return Diagnostic.of(YamlCodes.SYNTAX, Span.at(file, start), problem);
  }

  /// A text short enough for a message.
  static String shorten(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.length() <= 40 && end < 0 ? line : line.substring(0, Math.min(37, line.length())) + "...";
  }
}
