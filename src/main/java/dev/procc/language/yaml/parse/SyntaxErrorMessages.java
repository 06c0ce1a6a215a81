package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.TextLines;

/// What the engine says about a text that is not YAML, in words for people; used where no cure
/// tells what is wrong.
public final class SyntaxErrorMessages {
  private static final int MAX_QUOTED_LENGTH = 40;

  private SyntaxErrorMessages() {}

  public static Finding describe(SourceFile file, SyntaxError error) {
    String problem = error.problem();
    int at = Math.min(error.offset(), file.text().length());
    if (error.isUnclosedQuote()) {
      return at(
          file, error.opener(), 1, "This quote is never closed", "close it at the end of the text");
    }
    int opener = error.openFlows().isEmpty() ? error.opener() : error.openFlows().getFirst();
    boolean bracket = charAt(file, opener) == '[' || charAt(file, opener) == '{';
    if (error.isInFlow()
        && bracket
        && (problem.startsWith("expected ") || problem.contains("not allowed"))) {
      String open = String.valueOf(charAt(file, opener));
      String close = charAt(file, opener) == '[' ? "]" : "}";
      return at(
              file,
              opener,
              1,
              "\"" + open + "\" is never closed",
              "put \"" + close + "\" after its last item; items are parted by commas")
          .withLabel(Span.at(file, at), "still open here");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return at(
          file,
          at,
          1,
          "\":\" cannot stand here; the text before it is a value already",
          "quote the value, or see whether the line above lacks its colon");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return atLine(file, error.opener(), " has no colon; an entry is \"key: value\"");
    }
    if (problem.startsWith("expected <block end>")) {
      return atLine(
          file,
          at,
          problem.contains("scalar")
              ? " stands after a finished value"
              : " fits no block that is open; entries of a block begin in one column");
    }
    if (problem.contains("sequence entries are not allowed")) {
      return atLine(file, at, " begins a list where none can begin");
    }
    if (problem.contains("that cannot start any token")
        || problem.contains("after \\t(TAB)")
        || problem.contains("\t")) {
      return reservedCharacter(file, at);
    }
    if (problem.startsWith("expected '<document start>'")) {
      return atLine(
          file, at, " stands after the end of the document; documents are parted by \"---\"");
    }
    if (problem.contains("escape")) {
      return at(
          file,
          at,
          1,
          "\"\\"
              + charAt(file, at)
              + "\" is no escape; in double quotes a backslash is written \"\\\\\"",
          "use single quotes");
    }
    if (problem.contains("chomping or indentation")) {
      return at(
          file,
          at,
          1,
          "\""
              + charAt(file, at)
              + "\" cannot follow \"|\" or \">\"; the text begins on the next line",
          null);
    }
    if (problem.contains("leading empty lines")) {
      return at(
          file,
          at,
          0,
          "The first line of this text is indented less than the empty lines above it",
          null);
    }
    if (error.context().contains("alias") || error.context().contains("anchor")) {
      return at(
          file,
          at,
          1,
          "A name of letters and digits follows \"&\" and \"*\"",
          "quote a text that begins with one of them");
    }
    if (problem.contains("tag handle")) {
      return atLine(file, at, " uses a tag; definitions have none");
    }
    return atLine(file, at, " is not YAML");
  }

  private static Finding reservedCharacter(SourceFile file, int at) {
    char c = charAt(file, at);
    if (c == '\t') {
      return Finding.of(
              YamlCodes.TAB,
              new Span(file, at, at + 1),
              "A tab indents this line; YAML counts blanks only")
          .withHint("indent by two blanks a level");
    }
    return at(
        file,
        at,
        1,
        "\"" + c + "\" cannot begin a text; YAML keeps it for itself",
        "quote the text");
  }

  private static char charAt(SourceFile file, int at) {
    return at < file.text().length() ? file.text().charAt(at) : ' ';
  }

  private static Finding at(
      SourceFile file,
      int at,
      int length,
      String message,
      @org.jspecify.annotations.Nullable String hint) {
    int end = Math.min(at + length, TextLines.lineEnd(file.text(), at));
    return Finding.of(YamlCodes.SYNTAX, new Span(file, at, Math.max(at, end)), message)
        .withHint(hint);
  }

  private static Finding atLine(SourceFile file, int at, String problem) {
    SourceLine line = SourceLine.of(file, file.position(at).line());
    if (line.isEmpty()) {
      return Finding.of(YamlCodes.SYNTAX, Span.at(file, at), "The text ends too early");
    }
    Span span = new Span(file, line.indent(), Math.max(line.indent(), line.valueEnd()));
    return Finding.of(YamlCodes.SYNTAX, span, quoted(span.text()) + problem);
  }

  /// A text in quotes, short enough for a message.
  public static String quoted(String text) {
    return '"' + shorten(text) + '"';
  }

  /// A text short enough for a message.
  public static String shorten(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.length() <= MAX_QUOTED_LENGTH && end < 0
        ? line
        : line.substring(0, Math.min(MAX_QUOTED_LENGTH - 3, line.length())) + "...";
  }
}
