package dev.procc.language.project;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;

/// The quotes around cells of a table, and what is said where they do not match.
final class CsvQuotes {
  private CsvQuotes() {}

  /// The finding about a row that cannot be read: at the quote behind whose end text goes on.
  static Finding unreadable(SourceFile file, int line, char separator, CsvParseException fault) {
    String text = file.text();
    int start = file.lineStart(line);
    boolean begins = true;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (begins && c == '"') {
        int end = end(text, at);
        if (end < 0) {
          break;
        }
        if (end < text.length()
            && "\r\n".indexOf(text.charAt(end)) < 0
            && text.charAt(end) != separator) {
          return goesOn(new Span(file, at, at + 1), end);
        }
        at = end - 1;
      }
      begins = c == separator || c == '\n';
    }
    return Finding.of(
        ProjectCodes.TABLE_SYNTAX,
        new Span(file, start, start + file.line(line).length()),
        "This row cannot be read: " + reason(fault));
  }

  /// @param end behind the quote that closes the cell
  private static Finding goesOn(Span open, int end) {
    Span rest = new Span(open.file(), end, TextLines.lineEnd(open.file().text(), end));
    boolean below = rest.startPosition().line() > open.startPosition().line();
    return Finding.of(
            ProjectCodes.TABLE_SYNTAX,
            open,
            below
                ? "This quote ends only at another one in line " + rest.startPosition().line()
                : "The cell that begins with this quote goes on after its closing quote")
        .withLabel(rest, "what follows it")
        .withHint(
            below
                ? "close the cell in its own row"
                : "double a quote inside a cell, or end the cell at the quote");
  }

  private static String reason(CsvParseException fault) {
    Throwable cause = fault.getCause();
    String message = cause == null ? fault.getMessage() : cause.getMessage();
    return message == null ? "its quotes do not match" : message;
  }

  /// The offset behind the quote that closes a cell; -1 if there is none.
  static int end(String text, int open) {
    for (int at = open + 1; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (!text.startsWith("\"", at + 1)) {
          return at + 1;
        }
        at++;
      }
    }
    return -1;
  }
}
