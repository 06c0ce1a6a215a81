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

/// Repairs of signs in a line: quotes that are not closed or closed too early, and commas.
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
                        ? " is no comment; one begins with #"
                        : " stands behind the closing quote"))
            .withHint(isComment ? "write # and a blank" : "take it into the quotes, or remove it");
    candidates.add(RepairCandidate.of(at.start() + length, at.end(), "", finding, true));
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
                    + " stands behind the value; lines part these entries")
            .withHint("remove it")
            .withFix(Fix.safe("remove it", new TextEdit(at, "")));
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
