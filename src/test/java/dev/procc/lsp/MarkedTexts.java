package dev.procc.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;

/// Texts with a mark at the cursor: `assignee: sa‸m`.
final class MarkedTexts {
  static final char MARK = '‸';

  private MarkedTexts() {}

  static String text(String marked) {
    return marked.replace(String.valueOf(MARK), "");
  }

  static Position position(String marked) {
    return LspClient.position(text(marked), marked.indexOf(MARK));
  }

  /// A folder with the files of a sample.
  static Path copy(Path sample, Path into) {
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = into.resolve(sample.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return into;
  }

  /// A text after edits, whose positions are in UTF-16.
  static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.comparingInt((TextEdit edit) -> offset(text, edit.getRange().getStart()))
            .reversed());
    StringBuilder out = new StringBuilder(text);
    for (TextEdit edit : sorted) {
      out.replace(
          offset(text, edit.getRange().getStart()),
          offset(text, edit.getRange().getEnd()),
          edit.getNewText());
    }
    return out.toString();
  }

  /// The offset of a position in UTF-16.
  static int offset(String text, Position position) {
    int line = 0;
    int at = 0;
    while (line < position.getLine() && at < text.length()) {
      char c = text.charAt(at++);
      boolean pair = c == '\r' && at < text.length() && text.charAt(at) == '\n';
      line += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
    }
    return Math.min(at + position.getCharacter(), text.length());
  }
}
