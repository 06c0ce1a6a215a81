package dev.procc.lsp;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.ide.EditorText;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/// The conversion between positions of the protocol and offsets of the compiler.
final class Positions {
  private final EditorText text;
  private final SourceFile lines;
  private final Encoding encoding;

  Positions(EditorText text, Encoding encoding) {
    this.text = text;
    this.encoding = encoding;
    // The lines of the editor's text; the compiler's may lack byte order marks.
    lines =
        text.written().length() == text.file().text().length()
            ? text.file()
            : new SourceFile(text.file().path(), text.written());
  }

  /// The offset in the editor's text.
  int editorOffset(Position position) {
    if (position.getLine() >= lines.lineCount()) {
      return text.written().length();
    }
    int start = lines.lineStart(Math.max(0, position.getLine()) + 1);
    return encoding.offset(text.written(), start, Math.max(0, position.getCharacter()));
  }

  /// The offset in the compiler's text.
  int offset(Position position) {
    return text.toFile(editorOffset(position));
  }

  /// The position of an offset in the compiler's text.
  Position position(int offset) {
    int at = Math.clamp(text.toEditor(offset), 0, text.written().length());
    int line = lines.position(at).line();
    int start = lines.lineStart(line);
    return new Position(line - 1, encoding.units(text.written(), start, at));
  }

  Range range(int start, int end) {
    return new Range(position(start), position(end));
  }

  Range range(Span span) {
    return range(span.start(), span.end());
  }

  /// The range of a span up to the end of its first line, since a long range is slow to draw.
  Range firstLine(Span span) {
    Position start = position(span.start());
    Position end = position(span.end());
    if (end.getLine() == start.getLine()) {
      return new Range(start, end);
    }
    String line = lines.line(start.getLine() + 1);
    return new Range(start, new Position(start.getLine(), encoding.units(line, 0, line.length())));
  }

  /// The range of the whole text.
  Range all() {
    return new Range(new Position(0, 0), position(text.file().text().length()));
  }
}
