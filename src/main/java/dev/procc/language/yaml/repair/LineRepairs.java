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
import java.util.TreeSet;

/// Repairs of the content of one line that explain its fault: brackets, colons, entries.
final class LineRepairs {
  private final SourceFile file;
  private final String text;
  private final SyntaxError error;
  private final List<RepairCandidate> candidates;
  private final SignRepairs signs;

  LineRepairs(SourceFile file, SyntaxError error, List<RepairCandidate> candidates) {
    this.file = file;
    this.text = file.text();
    this.error = error;
    this.candidates = candidates;
    this.signs = new SignRepairs(file, error, candidates);
  }

  /// Adds the repairs for a line that no earlier repair has changed.
  void addAll(SourceLine line) {
    if (line.hasValue()) {
      boolean key =
          SwallowedKey.find(line.valueText()) != null
              || line.valueText().startsWith("- ") && !isReservedSign(line.valueText());
      if (key) {
        splitValue(line);
      }
      quoteValue(line);
      if (!key) {
        splitValue(line);
      }
      signs.quoteFlowValue(line);
      signs.openBracket(line);
      signs.removeSignAtEnd(line);
      signs.removeSecondComma(line);
      addComma(line);
      signs.closeBelow(line);
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
    candidates.add(
        RepairCandidate.quoting(
            at,
            TagScanner.quote(at.text()),
            YamlCodes.UNQUOTED_TAG,
            QuotedText.quoted(at.text())
                + " holds braces; within { } and [ ] such a text is quoted",
            true));
  }

  private void quoteValue(SourceLine line) {
    Span at = new Span(file, line.value(), line.valueEnd());
    String value = at.text();
    char first = line.firstChar();
    if (first == '"' || first == '\'') {
      signs.repairQuotes(at, value, first);
    } else if (first == '[' || first == '{' || isBlockHeader(value)) {
      return;
    } else if (value.contains(": ") || value.endsWith(":")) {
      String key = SwallowedKey.find(value);
      if (key != null) {
        removeEntry(at, value, key);
        return;
      }
      candidates.add(
          RepairCandidate.quoting(
              at,
              TagScanner.quote(value),
              YamlCodes.SYNTAX,
              QuotedText.quoted(value)
                  + " holds \":\" and a blank, which begin a mapping; such a text is quoted",
              true));
    } else if ("@`%*&!|>".indexOf(first) >= 0 || isReservedSign(value)) {
      candidates.add(
          RepairCandidate.quoting(
              at,
              TagScanner.quote(value),
              YamlCodes.SYNTAX,
              QuotedText.quoted(value)
                  + " begins with \""
                  + first
                  + "\", which YAML keeps for itself; such a text is quoted",
              "*&!".indexOf(first) < 0));
    }
  }

  /// Whether a value is `|` or `>` with nothing but what may follow it on the line.
  private static boolean isBlockHeader(String value) {
    if (value.charAt(0) != '|' && value.charAt(0) != '>') {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      if ("+-123456789".indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether a value begins with an indicator of YAML and a blank, but not with an item of a list.
  private static boolean isReservedSign(String value) {
    return value.startsWith("? ") || value.startsWith("- ") && value.indexOf(':') < 0;
  }

  /// Adds the line breaks that a value may lack if it contains another entry or item.
  private void splitValue(SourceLine line) {
    String value = line.valueText();
    int offset = SwallowedKey.splitOffset(value);
    if (offset < 0 || offset == 0 && (line.colon() < 0 || isReservedSign(value))) {
      return;
    }
    int from = line.value() + offset;
    Span rest = new Span(file, from, line.valueEnd());
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                new Span(file, line.value(), line.valueEnd()),
                QuotedText.quoted(value)
                    + " holds "
                    + QuotedText.quoted(firstWord(rest.text()))
                    + ", which begins another "
                    + (rest.text().startsWith("- ") ? "item" : "entry"))
            .withHint("put it on a line of its own, or quote the value if it is text");
    TreeSet<Integer> columns = new TreeSet<>();
    columns.add(line.indent() - line.start());
    columns.add(line.content() - line.start());
    columns.add(line.content() - line.start() + 2);
    int number = file.position(line.start()).line();
    for (int i = number + 1; i <= file.lineCount(); i++) {
      SourceLine below = SourceLine.of(file, i);
      if (!below.isEmpty() && !below.isComment()) {
        int column = below.indent() - below.start();
        columns.add(column);
        columns.add(Math.max(0, column - 2));
        break;
      }
    }
    for (int column : columns) {
      String start = "\n" + " ".repeat(column);
      candidates.add(RepairCandidate.of(from, from, start, finding, true));
    }
  }

  /// Adds the comma that a flow collection may lack before a key on the line, or at its end.
  private void addComma(SourceLine line) {
    if (!error.isInFlow()) {
      return;
    }
    int at = commaPlace(line);
    if (at < 0) {
      return;
    }
    Span place = new Span(file, line.content(), line.valueEnd());
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                place,
                QuotedText.quoted(place.text())
                    + " lacks a comma; in { } commas separate the entries")
            .withFix(Fix.unsafe("add a comma", new TextEdit(Span.at(file, at), ",")));
    candidates.add(RepairCandidate.of(at, at, ",", finding, true));
  }

  /// The offset at which a comma may be missing: before a blank and a key after a value, otherwise
  /// at the end of a line that continues below; -1 if there is none.
  private int commaPlace(SourceLine line) {
    for (int at = line.content() + 1; at < line.valueEnd(); at++) {
      if (text.charAt(at) == ' ' && ",{[:".indexOf(text.charAt(at - 1)) < 0) {
        int word = at + 1;
        while (word < line.valueEnd() && Character.isLetterOrDigit(text.charAt(word))) {
          word++;
        }
        if (word > at + 1 && text.startsWith(": ", word)) {
          return at;
        }
      }
    }
    int last = line.valueEnd() - 1;
    return last >= line.content() && ",{[".indexOf(text.charAt(last)) < 0 ? last + 1 : -1;
  }

  private static String firstWord(String text) {
    int from = text.startsWith("- ") ? 2 : 0;
    int colon = text.indexOf(": ", from);
    return colon > 0 ? text.substring(0, colon + 1) : text;
  }

  /// Adds the colon or the blank that a key of a flow mapping lacks before a quote, a bracket or a
  /// tag, as in `{ title "A" }`.
  void separateKey(SourceLine line) {
    if (!error.isInFlow()) {
      return;
    }
    for (int at = line.indent(); at < line.end(); at++) {
      int word = at;
      while (word < line.end()
          && (Character.isLetterOrDigit(text.charAt(word)) || text.charAt(word) == '-')) {
        word++;
      }
      if (word == at) {
        continue;
      }
      boolean first = at == line.indent() || " {,".indexOf(text.charAt(at - 1)) >= 0;
      boolean colon = text.startsWith(":", word);
      int next = TextLines.skipBlanks(text, colon ? word + 1 : word, line.end());
      if (first
          && next < line.end()
          && (colon ? next == word + 1 : next > word)
          && "\"'{[".indexOf(text.charAt(next)) >= 0) {
        Span entry = new Span(file, at, Math.max(next, TagScanner.valueEnd(text, at, true)));
        addSeparator(entry, colon ? word + 1 : word, colon ? " " : ":");
        return;
      }
      at = word;
    }
  }

  private void addSeparator(Span entry, int at, String separator) {
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                entry,
                QuotedText.quoted(entry.text())
                    + " has no "
                    + (separator.equals(":") ? "colon" : "blank after its colon")
                    + "; an entry is \"key: value\"")
            .withFix(Fix.unsafe("add it", new TextEdit(Span.at(file, at), separator)));
    candidates.add(RepairCandidate.of(at, at, separator, finding, true));
  }

  /// Adds the repair of a value that contains another entry: neither is read, since neither may
  /// become part of the other.
  private void removeEntry(Span at, String value, String key) {
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                at,
                QuotedText.quoted(value) + " holds \"" + key + ":\", which begins another entry")
            .withHint("put " + key + " on a line of its own, or in braces; quote it if it is text");
    candidates.add(RepairCandidate.of(at.start(), at.end(), "~", finding, true));
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
    String comment = text.substring(line.valueEnd(), line.end()).strip();
    boolean cut = comment.startsWith("#") && comment.indexOf(close.charAt(close.length() - 1)) > 0;
    Finding finding =
        cut
            ? Finding.of(
                    YamlCodes.SYNTAX,
                    new Span(file, line.end() - comment.length(), line.end()),
                    QuotedText.quoted(comment) + " is a comment to YAML, brackets and all")
                .withLabel(opener, "which leaves this open")
                .withHint("quote the text that # belongs to")
            : Finding.of(YamlCodes.SYNTAX, opener, "\"" + unclosed + "\" is never closed")
                .withFix(
                    Fix.unsafe("close it", new TextEdit(Span.at(file, line.valueEnd()), close)));
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

  /// Adds a colon after the first word of a line without one.
  private void insertColon(SourceLine line) {
    if (line.colon() >= 0 || !line.hasValue()) {
      return;
    }
    int word = line.content();
    while (word < line.valueEnd()
        && (Character.isLetterOrDigit(text.charAt(word)) || "-_".indexOf(text.charAt(word)) >= 0)) {
      word++;
    }
    if (word == line.content() || word < line.valueEnd() && text.charAt(word) != ' ') {
      return;
    }
    Span at = new Span(file, line.content(), line.valueEnd());
    Finding finding =
        Finding.of(
            YamlCodes.SYNTAX,
            at,
            QuotedText.quoted(at.text()) + " has no colon; an entry is \"key: value\"");
    candidates.add(RepairCandidate.of(word, word, ":", finding, false));
  }
}
