package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.SyntaxError;
import dev.procc.language.yaml.parse.TagScanner;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.List;

/// Repairs of characters in a line: quotes that are not closed or are closed too early, and commas.
final class SignRepairs {
  private final SourceFile file;
  private final String text;
  private final SyntaxError error;
  private final List<RepairCandidate> candidates;

  SignRepairs(SourceFile file, SyntaxError error, List<RepairCandidate> candidates) {
    this.file = file;
    this.text = file.text();
    this.error = error;
    this.candidates = candidates;
  }

  /// Closes a quote, or ends a text at it.
  void repairQuotes(Span at, String value, char quote) {
    boolean closed = value.length() > 1 && value.charAt(value.length() - 1) == quote;
    String inner = value.substring(1, closed ? value.length() - 1 : value.length());
    if (!closed && inner.indexOf(quote) < 0) {
      Span open = at.subSpan(0, 1);
      Finding finding =
          Finding.of(YamlCodes.SYNTAX, open, "This quote is never closed")
              .withHint("close it at the end of the text")
              .withFix(
                  Fix.unsafe(
                      "close the quote",
                      new TextEdit(Span.at(file, at.end()), String.valueOf(quote))));
      candidates.add(RepairCandidate.of(at.end(), at.end(), String.valueOf(quote), finding, true));
    }
    int end = inner.indexOf(quote);
    if (end >= 0 && end == inner.lastIndexOf(quote) && !closed) {
      dropRest(at, end + 2);
    } else if (end >= 0) {
      String replacement = closed ? TagScanner.quote(inner) : TagScanner.quote(value);
      candidates.add(
          RepairCandidate.quoting(
              at,
              replacement,
              YamlCodes.SYNTAX,
              QuotedText.quoted(value)
                  + " goes on after its closing quote; a quote within quotes is doubled",
              false));
    }
  }

  /// Adds the repair of `"A" (new)`.
  ///
  /// @param length of the text in quotes
  private void dropRest(Span at, int length) {
    String value = at.text();
    String rest = value.substring(length).strip();
    if (rest.equals(",") || rest.equals(";")) {
      return;
    }
    boolean isComment = rest.startsWith("//") || rest.startsWith("/*");
    Span span = new Span(file, at.end() - rest.length(), at.end());
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                span,
                QuotedText.quoted(rest)
                    + (isComment
                        ? " is not a comment; one begins with #"
                        : " stands behind the closing quote"))
            .withHint(isComment ? "write # and a blank" : "take it into the quotes, or remove it");
    candidates.add(RepairCandidate.of(at.start() + length, at.end(), "", finding, true));
  }

  /// Adds quotes for `{ note: see: this }`, where the second colon follows a word that cannot be a
  /// key, since nothing would be left for the first.
  void quoteFlowValue(SourceLine line) {
    int colon = error.offset();
    if (!error.isInFlow() || colon < line.start() || !text.startsWith(": ", colon)) {
      return;
    }
    int from = colon;
    while (from > line.start() && " :,{}[]\"'".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    int before = TextLines.trimBlanks(text, line.start(), from) - 1;
    if (from == colon || before < line.start() || text.charAt(before) != ':') {
      return;
    }
    int to = colon;
    while (to < line.end() && ",}]".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    Span at = new Span(file, from, TextLines.trimBlanks(text, from, to));
    candidates.add(
        RepairCandidate.quoting(
            at,
            TagScanner.quote(at.text()),
            YamlCodes.SYNTAX,
            QuotedText.quoted(at.text())
                + " holds \":\" and a blank, which begin an entry; such a text is quoted",
            false));
  }

  /// Adds the opening bracket that is missing above lines with commas at their ends and a closing
  /// bracket below.
  void openBracket(SourceLine line) {
    if (!error.isInFlow() && beginsWithClosing(line)) {
      openBracketAbove(line);
    }
    if (error.isInFlow() || text.charAt(line.valueEnd() - 1) != ',') {
      return;
    }
    int number = file.position(line.start()).line();
    int depth = 0;
    for (int below = number; below <= file.lineCount(); below++) {
      SourceLine other = SourceLine.of(file, below);
      if (other.isEmpty() || other.isComment()) {
        continue;
      }
      if (other.indent() < line.indent() && !beginsWithClosing(other)) {
        return;
      }
      depth += depth(text.substring(other.indent(), other.end()));
      if (depth < 0) {
        addBracket(line, number, other);
        return;
      }
    }
  }

  /// Adds the opening bracket from the closing one on, if the lines above it are YAML.
  private void openBracketAbove(SourceLine closing) {
    int number = file.position(closing.start()).line() - 1;
    SourceLine first = null;
    for (; number > 0; number--) {
      SourceLine line = SourceLine.of(file, number);
      if (line.isEmpty() || line.isComment()) {
        continue;
      }
      boolean head = line.colon() >= 0 && !line.hasValue();
      if (first != null && head) {
        addBracket(first, file.position(first.start()).line(), closing);
      }
      if (head || first != null && text.charAt(line.valueEnd() - 1) != ',') {
        return;
      }
      first = line;
    }
  }

  /// Adds the closing bracket for one at the end of a line, after the last of the deeper lines
  /// below it.
  void closeBelow(SourceLine line) {
    int last = line.valueEnd() - 1;
    char open = text.charAt(last);
    if (!error.isInFlow() || (open != '{' && open != '[')) {
      return;
    }
    int number = file.position(line.start()).line();
    SourceLine end = null;
    for (int below = number + 1; below <= file.lineCount(); below++) {
      SourceLine other = SourceLine.of(file, below);
      if (other.isEmpty() || other.isComment()) {
        continue;
      }
      if (beginsWithClosing(other)) {
        return;
      }
      if (other.indent() - other.start() <= line.indent() - line.start()) {
        break;
      }
      end = other;
    }
    if (end != null) {
      Span opener = new Span(file, last, last + 1);
      Finding finding =
          Finding.of(YamlCodes.SYNTAX, opener, "\"" + open + "\" is never closed")
              .withLabel(Span.at(file, end.valueEnd()), "close it here, or below");
      String close = open == '{' ? " }" : " ]";
      candidates.add(RepairCandidate.of(end.valueEnd(), end.valueEnd(), close, finding, true));
    }
  }

  private boolean beginsWithClosing(SourceLine line) {
    char first = text.charAt(line.indent());
    return first == '}' || first == ']';
  }

  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return depth;
  }

  /// @param closing the line that begins with the closing bracket
  private void addBracket(SourceLine line, int number, SourceLine closing) {
    char close = text.charAt(closing.indent());
    int above = number - 1;
    while (above > 0 && SourceLine.of(file, above).isEmpty()) {
      above--;
    }
    if (above == 0 || !beginsWithClosing(closing)) {
      return;
    }
    SourceLine head = SourceLine.of(file, above);
    String open = close == '}' ? "{" : "[";
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                new Span(file, head.content(), head.end()),
                "\"" + close + "\" below closes what nothing opens")
            .withLabel(new Span(file, closing.indent(), closing.indent() + 1), "it closes here")
            .withHint("open it with \"" + open + "\" here");
    candidates.add(RepairCandidate.of(line.indent(), line.indent(), open + " ", finding, true));
  }

  /// Adds the repair of `"A",` and `{ id: u },`, as JSON has it.
  void removeSignAtEnd(SourceLine line) {
    int last = line.valueEnd() - 1;
    int before = TextLines.trimBlanks(text, line.value(), last) - 1;
    char sign = text.charAt(last);
    if (error.isInFlow()
        || (sign != ',' && sign != ';')
        || before <= line.value()
        || "\"'}]".indexOf(text.charAt(before)) < 0) {
      return;
    }
    Span at = new Span(file, last, last + 1);
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                at,
                "A "
                    + (sign == ',' ? "comma" : "semicolon")
                    + " stands behind the value; these entries are separated by lines")
            .withHint("remove it")
            .withFix(Fix.unsafe("remove it", new TextEdit(at, "")));
    candidates.add(RepairCandidate.of(last, last + 1, "", finding, true));
  }

  /// Adds the repair of `[a,, b]`.
  void removeSecondComma(SourceLine line) {
    for (int at = line.content(); at < line.end(); at++) {
      if (text.charAt(at) == ',') {
        int next = TextLines.skipBlanks(text, at + 1, line.end());
        if (next < line.end() && text.charAt(next) == ',') {
          Span comma = new Span(file, next, next + 1);
          Finding finding =
              Finding.of(YamlCodes.SYNTAX, comma, "Nothing stands between two commas")
                  .withHint("remove one, or write what is missing")
                  .withFix(Fix.unsafe("remove the comma", new TextEdit(comma, "")));
          candidates.add(RepairCandidate.of(comma.start(), comma.end(), "", finding, true));
          return;
        }
      }
    }
  }
}
