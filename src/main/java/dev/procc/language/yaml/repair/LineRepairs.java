package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Code;
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

/// Repairs of the content of one line that explain what is wrong with it: quotes, brackets, colons.
final class LineRepairs {
  private final SourceFile file;
  private final String text;
  private final SyntaxError error;
  private final List<RepairCandidate> candidates;

  LineRepairs(SourceFile file, SyntaxError error, List<RepairCandidate> candidates) {
    this.file = file;
    this.text = file.text();
    this.error = error;
    this.candidates = candidates;
  }

  /// Adds the repairs for a line that no earlier repair has changed.
  void addAll(SourceLine line) {
    if (line.hasValue()) {
      quoteValue(line);
      closeBrackets(line);
    }
    insertBlank(line);
    insertColon(line);
  }

  /// Adds quotes for `[a {{x}}]`: a tag within an unquoted text of a flow collection.
  void addTagQuoting(SourceLine line) {
    if (!error.isInFlow()) {
      return;
    }
    int tag = text.lastIndexOf("{{", Math.max(error.offset(), line.start()));
    if (tag < line.start() || tag >= line.end()) {
      tag = text.indexOf("{{", line.start());
    }
    if (tag < 0 || tag >= line.end()) {
      return;
    }
    int from = tag;
    while (from > line.content()
        && "[{,".indexOf(text.charAt(from - 1)) < 0
        && !(TextLines.isBlank(text.charAt(from - 1)) && text.charAt(from - 2) == ':')) {
      from--;
    }
    from = TextLines.skipBlanks(text, from, tag);
    Span at = new Span(file, from, Math.max(tag, TagScanner.valueEnd(text, from, true)));
    addQuoting(
        at,
        TagScanner.quote(at.text()),
        YamlCodes.UNQUOTED_TAG,
        QuotedText.quoted(at.text()) + " holds braces; within { } and [ ] such a text is quoted",
        true);
  }

  private void quoteValue(SourceLine line) {
    Span at = new Span(file, line.value(), line.valueEnd());
    String value = at.text();
    char first = line.firstChar();
    if (first == '"' || first == '\'') {
      repairQuotes(at, value, first);
    } else if (first == '[' || first == '{' || first == '|' || first == '>') {
      return;
    } else if (value.contains(": ") || value.endsWith(":")) {
      String key = SwallowedKey.find(value);
      if (key != null) {
        removeEntry(at, value, key);
        return;
      }
      addQuoting(
          at,
          TagScanner.quote(value),
          YamlCodes.SYNTAX,
          QuotedText.quoted(value)
              + " holds \":\" and a blank, which begin a mapping; such a text is quoted",
          true);
    } else if ("@`%*&!".indexOf(first) >= 0) {
      addQuoting(
          at,
          TagScanner.quote(value),
          YamlCodes.SYNTAX,
          QuotedText.quoted(value)
              + " begins with \""
              + first
              + "\", which YAML keeps for itself; such a text is quoted",
          first == '@' || first == '%' || first == '`');
    }
  }

  /// Adds the repair of a value in which another entry stands: neither is read, as none may become
  /// part of the other.
  private void removeEntry(Span at, String value, String key) {
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                at,
                QuotedText.quoted(value) + " holds \"" + key + ":\", which begins another entry")
            .withHint("put " + key + " on a line of its own, or in braces; quote it if it is text");
    candidates.add(RepairCandidate.of(at.start(), at.end(), "~", finding, true));
  }

  private void repairQuotes(Span at, String value, char quote) {
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
    if (inner.indexOf(quote) >= 0) {
      String replacement = closed ? TagScanner.quote(inner) : TagScanner.quote(value);
      addQuoting(
          at,
          replacement,
          YamlCodes.SYNTAX,
          QuotedText.quoted(value)
              + " goes on after its closing quote; a quote within quotes is doubled",
          false);
    }
  }

  private void closeBrackets(SourceLine line) {
    String value = line.valueText();
    StringBuilder open = new StringBuilder();
    int first = -1;
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && (i == 0 || " [{,:".indexOf(value.charAt(i - 1)) >= 0)) {
        quote = c;
      } else if (c == '[' || c == '{') {
        first = open.isEmpty() ? i : first;
        open.append(c == '[' ? ']' : '}');
      } else if (!open.isEmpty() && c == open.charAt(open.length() - 1)) {
        open.setLength(open.length() - 1);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    String close = (quote == 0 ? "" : String.valueOf(quote)) + open.reverse();
    Span opener = new Span(file, line.value() + first, line.value() + first + 1);
    String unclosed = quote == 0 ? opener.text() : String.valueOf(quote);
    Finding finding =
        Finding.of(YamlCodes.SYNTAX, opener, "\"" + unclosed + "\" is never closed")
            .withFix(Fix.unsafe("close it", new TextEdit(Span.at(file, line.valueEnd()), close)));
    candidates.add(RepairCandidate.of(line.valueEnd(), line.valueEnd(), close, finding, false));
  }

  /// Adds the blank that `key:value` lacks.
  private void insertBlank(SourceLine line) {
    if (line.colon() >= 0) {
      return;
    }
    int colon = text.indexOf(':', line.content());
    if (colon <= line.content() || colon + 1 >= line.valueEnd()) {
      return;
    }
    Span at = new Span(file, line.content(), line.valueEnd());
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                at,
                QuotedText.quoted(at.text())
                    + " has no blank after its colon; a key ends with \":\" and a blank")
            .withFix(Fix.unsafe("add a blank", new TextEdit(Span.at(file, colon + 1), " ")));
    candidates.add(RepairCandidate.of(colon + 1, colon + 1, " ", finding, true));
  }

  /// Adds a colon to a line that is a single word.
  private void insertColon(SourceLine line) {
    if (line.colon() >= 0 || !line.hasValue()) {
      return;
    }
    for (int at = line.content(); at < line.valueEnd(); at++) {
      if (!Character.isLetterOrDigit(text.charAt(at)) && "-_".indexOf(text.charAt(at)) < 0) {
        return;
      }
    }
    Span at = new Span(file, line.content(), line.valueEnd());
    Finding finding =
        Finding.of(
            YamlCodes.SYNTAX,
            at,
            QuotedText.quoted(at.text()) + " has no colon; an entry is \"key: value\"");
    candidates.add(RepairCandidate.of(line.valueEnd(), line.valueEnd(), ":", finding, false));
  }

  private void addQuoting(Span at, String replacement, Code code, String message, boolean safe) {
    Fix fix = new Fix("quote the value", safe, List.of(new TextEdit(at, replacement)));
    Finding finding =
        Finding.of(code, at, message)
            .withHint("write " + QuotedText.shorten(replacement))
            .withFix(fix);
    candidates.add(RepairCandidate.of(at.start(), at.end(), replacement, finding, true));
  }
}
