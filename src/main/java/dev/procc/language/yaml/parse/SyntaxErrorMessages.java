package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import org.jspecify.annotations.Nullable;

/// The findings about syntax errors that no repair explains, in words for authors.
///
/// The engine distinguishes its errors only by English messages, so they are classified by parts of
/// these.
public final class SyntaxErrorMessages {
  private final SourceFile file;
  private final SyntaxError error;
  private final String problem;
  private final int offset;

  private SyntaxErrorMessages(SourceFile file, SyntaxError error) {
    this.file = file;
    this.error = error;
    this.problem = error.problem();
    this.offset = Math.min(error.offset(), file.text().length());
  }

  /// The finding for an error.
  public static Finding describe(SourceFile file, SyntaxError error) {
    SyntaxErrorMessages messages = new SyntaxErrorMessages(file, error);
    Finding finding = messages.describeUnclosed();
    finding = finding != null ? finding : messages.describeStructure();
    finding = finding != null ? finding : messages.describeCharacters();
    return finding != null ? finding : messages.atLine(messages.offset, " is not YAML");
  }

  /// A quote, bracket or brace that is not closed.
  private @Nullable Finding describeUnclosed() {
    if (error.isUnclosedQuote()) {
      return at(error.opener(), 1, "This quote is never closed")
          .withHint("close it at the end of the text");
    }
    int opener = error.openFlows().isEmpty() ? error.opener() : error.openFlows().getFirst();
    char open = charAt(opener);
    boolean unexpected = problem.startsWith("expected ") || problem.contains("not allowed");
    if (!error.isInFlow() || (open != '[' && open != '{') || !unexpected) {
      return null;
    }
    char close = open == '[' ? ']' : '}';
    return at(opener, 1, "\"" + open + "\" is never closed")
        .withHint("put \"" + close + "\" after its last item; items are separated by commas")
        .withLabel(Span.at(file, offset), "still open here");
  }

  /// An entry, item or document that cannot be where it is.
  private @Nullable Finding describeStructure() {
    if (problem.startsWith("mapping values are not allowed")) {
      return at(offset, 1, "\":\" cannot stand here; the text before it is a value already")
          .withHint("quote the value, or see whether the line above lacks its colon");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return atLine(error.opener(), " has no colon; an entry is \"key: value\"");
    }
    if (problem.startsWith("expected <block end>")) {
      return problem.contains("scalar")
          ? atLine(offset, " stands after a finished value")
          : atLine(offset, " fits no block that is open; entries of a block begin in one column");
    }
    if (problem.contains("sequence entries are not allowed")) {
      return atLine(offset, " begins a list where none can begin");
    }
    if (problem.startsWith("expected '<document start>'")) {
      return atLine(
          offset, " stands after the end of the document; documents are separated by \"---\"");
    }
    return null;
  }

  /// Characters that a text cannot have or begin with.
  private @Nullable Finding describeCharacters() {
    char c = charAt(offset);
    if (problem.contains("that cannot start any token")
        || problem.contains("after \\t(TAB)")
        || problem.contains("\t")) {
      return describeReserved(c);
    }
    if (problem.contains("escape") && (c == 'L' || c == 'P')) {
      String what = c == 'L' ? "line separator, \\u2028" : "paragraph separator, \\u2029";
      return at(offset, 1, "\"\\" + c + "\" is a " + what + ", which nobody sees in a text")
          .withHint("write a blank, or \"\\n\" for a line of its own");
    }
    if (problem.contains("escape")) {
      return at(
              offset,
              1,
              "\"\\" + c + "\" is not an escape; in double quotes a backslash is written \"\\\\\"")
          .withHint("use single quotes");
    }
    if (problem.contains("chomping or indentation")) {
      String message = "\" cannot follow \"|\" or \">\"; the text begins on the next line";
      return at(offset, 1, "\"" + c + message);
    }
    if (problem.contains("leading empty lines")) {
      return at(
          offset, 0, "The first line of this text is indented less than the empty lines above it");
    }
    if (error.context().contains("alias") || error.context().contains("anchor")) {
      return at(offset, 1, "A name of letters and digits follows \"&\" and \"*\"")
          .withHint("quote a text that begins with one of them");
    }
    if (problem.contains("tag handle")) {
      return atLine(offset, " uses a tag; definitions have none");
    }
    return null;
  }

  private Finding describeReserved(char c) {
    if (c == '\t') {
      Span tab = new Span(file, offset, offset + 1);
      return Finding.of(YamlCodes.TAB, tab, "A tab indents this line; YAML counts blanks only")
          .withHint("indent by two blanks a level");
    }
    return at(offset, 1, "\"" + c + "\" cannot begin a text; YAML keeps it for itself")
        .withHint("quote the text");
  }

  private char charAt(int at) {
    return at < file.text().length() ? file.text().charAt(at) : ' ';
  }

  private Finding at(int start, int length, String message) {
    int end = Math.min(start + length, TextLines.lineEnd(file.text(), start));
    return Finding.of(YamlCodes.SYNTAX, new Span(file, start, Math.max(start, end)), message);
  }

  private Finding atLine(int at, String fault) {
    SourceLine line = SourceLine.of(file, file.position(at).line());
    if (line.isEmpty()) {
      return Finding.of(YamlCodes.SYNTAX, Span.at(file, at), "The text ends too early");
    }
    Span span = new Span(file, line.indent(), Math.max(line.indent(), line.valueEnd()));
    return Finding.of(YamlCodes.SYNTAX, span, QuotedText.quoted(span.text()) + fault);
  }
}
