package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.edit.YamlText;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.yaml.node.Scalar;

/// Edits that give scalars another text, in their style.
final class ScalarEdits {
  private ScalarEdits() {}

  /// Replaces the text of the scalar at a place.
  ///
  /// @param text in which tags are tags
  static TextEdit replace(SourcePlace place, Scalar scalar, String text) {
    boolean flow =
        place.owner() != null && place.owner().flow()
            || place.list() != null && place.list().flow();
    return replace(scalar, text, flow ? Around.FLOW : Around.BLOCK);
  }

  /// The context of a scalar: in flow style, commas and brackets end a plain one.
  enum Around {
    BLOCK,
    FLOW
  }

  /// @param text in which tags are tags
  static TextEdit replace(Scalar scalar, String text, Around around) {
    Span span = scalar.span();
    int indent = indent(span);
    String written =
        switch (scalar.style()) {
          case PLAIN -> plain(span, text, around);
          case SINGLE_QUOTED ->
              YamlText.isVisible(text)
                  ? "'" + text.replace("'", "''") + "'"
                  : YamlText.quoted(text);
          case DOUBLE_QUOTED -> YamlText.quoted(text);
          case LITERAL -> withComment(span, YamlText.blockWithTags(text, indent));
          case FOLDED -> withComment(span, folded(text, indent));
        };
    return new TextEdit(span, span.length() == 0 ? " " + written : written);
  }

  /// Whether nothing follows on the line, such as a comment, which would be text behind the lines
  /// of a block.
  private static boolean endsLine(Span span) {
    String text = span.file().text();
    int at = span.end();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  /// A text with the comment of the header of the block that it replaces, `| # why`.
  private static String withComment(Span block, String written) {
    String header = block.text().lines().findFirst().orElse("");
    int comment = header.indexOf(" #");
    if (comment < 0) {
      return written;
    }
    int end = written.indexOf('\n');
    int first = end < 0 ? written.length() : end;
    return written.substring(0, first)
        + header.substring(comment).stripTrailing()
        + written.substring(first);
  }

  /// Replaces a cell of a table. Blanks beside a cell do not belong to it; a quote has to begin it.
  static TextEdit replaceCell(Span cell, String text) {
    boolean quoted =
        cell.text().startsWith("\"")
            || !text.matches("[^\",;\t\r\n]*")
            || !text.equals(text.strip());
    if (!quoted) {
      return new TextEdit(cell, text);
    }
    String file = cell.file().text();
    int start = cell.start();
    int end = cell.end();
    while (start > 0 && file.charAt(start - 1) == ' ') {
      start--;
    }
    while (end < file.length() && file.charAt(end) == ' ') {
      end++;
    }
    return new TextEdit(
        new Span(cell.file(), start, end), "\"" + text.replace("\"", "\"\"") + "\"");
  }

  private static int indent(Span span) {
    int line = span.file().lineStart(span.startPosition().line());
    String text = span.file().text();
    int at = line;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
      at++;
    }
    return at - line;
  }

  private static String plain(Span span, String text, Around around) {
    int indent = indent(span);
    if (text.indexOf('\n') >= 0) {
      return around == Around.FLOW || !endsLine(span)
          ? YamlText.inlineWithTags(text)
          : YamlText.blockWithTags(text, indent);
    }
    boolean isPlain =
        text.matches("[\\p{L}\\p{N}].*")
            && !text.matches("(?i)null|true|false|yes|no")
            && !text.contains(": ")
            && !text.contains(" #")
            && !text.endsWith(":")
            && text.equals(text.strip())
            && YamlText.isVisible(text)
            && (around == Around.BLOCK || !text.matches(".*[\\[\\]{},].*"));
    return isPlain || isFlag(span.text(), text) ? text : YamlText.inlineWithTags(text);
  }

  private static boolean isFlag(String old, String text) {
    return old.matches("true|false") && text.matches("true|false")
        || old.matches("-?[0-9.]+") && text.matches("-?[0-9.]+");
  }

  private static String folded(String text, int indent) {
    boolean ended = text.endsWith("\n");
    String body = ended ? text.substring(0, text.length() - 1) : text;
    if (body.isEmpty()
        || !body.equals(body.strip())
        || body.contains("\n ")
        || body.contains("\n\n")
        || !YamlText.isVisible(body.replace("\n", ""))) {
      return YamlText.blockWithTags(text, indent);
    }
    String pad = " ".repeat(indent + 2);
    return (ended ? ">\n" : ">-\n") + pad + body.replace("\n", "\n\n" + pad);
  }
}
