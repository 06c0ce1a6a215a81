package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.TextLines;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.SyntaxError;
import dev.procc.language.yaml.parse.SyntaxErrorMessages;
import dev.procc.language.yaml.parse.TagScanner;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What may be wrong with a text that is not YAML: the likely cures, the most telling first.
final class RepairCandidates {
  private static final int MAX_COLUMNS = 5;

  private final SourceFile file;
  private final String text;
  private final PatchedText patched;
  private final SyntaxError error;
  private final List<RepairCandidate> candidates = new ArrayList<>();

  private RepairCandidates(SourceFile file, PatchedText patched, SyntaxError error) {
    this.file = file;
    this.text = file.text();
    this.patched = patched;
    this.error = error;
  }

  /// The cures to try.
  ///
  /// @param removalsOnly only those that take text away, for large files
  static List<RepairCandidate> of(
      SourceFile file, PatchedText patched, SyntaxError error, boolean removalsOnly) {
    RepairCandidates cures = new RepairCandidates(file, patched, error);
    Set<Integer> lines = cures.suspectLines();
    if (!removalsOnly) {
      for (int line : lines) {
        cures.addExplained(line);
      }
      for (int line : lines) {
        cures.addReindentations(line);
      }
    }
    for (int line : lines) {
      cures.addValueRemoval(line);
    }
    for (int line : lines) {
      cures.addLineRemoval(line);
    }
    return cures.candidates;
  }

  /// The lines that may be at fault, the likeliest first.
  private Set<Integer> suspectLines() {
    Set<Integer> lines = new LinkedHashSet<>();
    int at = error.lineNumber(file);
    int opener = file.position(error.opener()).line();
    boolean openerFirst = error.isOpenerSuspect() && !error.problem().contains("not allowed here");
    if (openerFirst) {
      lines.add(opener);
    }
    for (int i = 0; i < Math.min(3, error.openFlows().size()); i++) {
      lines.add(file.position(error.openFlows().get(i)).line());
    }
    lines.add(at);
    int before = at - 1;
    while (before > 0
        && (SourceLine.of(file, before).isEmpty() || SourceLine.of(file, before).isComment())) {
      before--;
    }
    if (before > 0) {
      lines.add(before);
    }
    if (error.isOpenerSuspect()) {
      lines.add(opener);
    }
    if (error.multilineQuote() >= 0) {
      lines.add(file.position(error.multilineQuote()).line());
    }
    return lines;
  }

  private boolean isChanged(SourceLine line) {
    for (PatchedText.TextChange change : patched.changes()) {
      if (change.from() <= line.end() && change.to() >= line.start()) {
        return true;
      }
    }
    return false;
  }

  private void addExplained(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.isEmpty() || line.isComment()) {
      return;
    }
    if (line.tabOffset() >= 0) {
      replaceTabs(line);
    }
    quoteTagInFlow(line);
    if (isChanged(line)) {
      return;
    }
    if (line.hasValue()) {
      quoteValue(line);
      closeBrackets(line);
    }
    insertBlank(line);
    insertColon(line);
  }

  private void replaceTabs(SourceLine line) {
    List<PatchedText.TextChange> all = new ArrayList<>();
    List<TextEdit> edits = new ArrayList<>();
    int count = 0;
    for (int number = 1; number <= file.lineCount(); number++) {
      SourceLine other = SourceLine.of(file, number);
      if (other.tabOffset() < 0 || other.isEmpty() || isChanged(other)) {
        continue;
      }
      count++;
      for (int at = other.tabOffset(); at < other.content(); at++) {
        if (text.charAt(at) == '\t') {
          all.add(new PatchedText.TextChange(at, at + 1, "  "));
          edits.add(new TextEdit(new Span(file, at, at + 1), "  "));
        }
      }
    }
    int tab = line.tabOffset();
    String more = count > 1 ? ", here and on " + (count - 1) + " more lines" : "";
    Finding finding =
        Finding.of(
                YamlCodes.TAB,
                new Span(file, tab, tab + 1),
                "A tab indents this line" + more + "; YAML counts blanks only")
            .withHint("indent by two blanks a level");
    if (count > 1) {
      candidates.add(
          new RepairCandidate(
              all, finding.withFix(new Fix("replace each tab by two blanks", false, edits)), true));
    }
    List<PatchedText.TextChange> removed = new ArrayList<>();
    List<PatchedText.TextChange> spaced = new ArrayList<>();
    for (int at = tab; at < line.content(); at++) {
      if (text.charAt(at) == '\t') {
        removed.add(new PatchedText.TextChange(at, at + 1, ""));
        spaced.add(new PatchedText.TextChange(at, at + 1, "  "));
      }
    }
    candidates.add(new RepairCandidate(spaced, finding, false));
    candidates.add(new RepairCandidate(removed, finding, false));
  }

  /// `[a {{x}}]`: a tag within an unquoted text of a flow collection.
  private void quoteTagInFlow(SourceLine line) {
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
        SyntaxErrorMessages.quoted(at.text())
            + " holds braces; within { } and [ ] such a text is quoted",
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
      addQuoting(
          at,
          TagScanner.quote(value),
          YamlCodes.SYNTAX,
          SyntaxErrorMessages.quoted(value)
              + " holds \":\" and a blank, which begin a mapping; such a text is quoted",
          true);
    } else if ("@`%*&!".indexOf(first) >= 0) {
      addQuoting(
          at,
          TagScanner.quote(value),
          YamlCodes.SYNTAX,
          SyntaxErrorMessages.quoted(value)
              + " begins with \""
              + first
              + "\", which YAML keeps for itself; such a text is quoted",
          first == '@' || first == '%' || first == '`');
    }
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
      String cure = closed ? TagScanner.quote(inner) : TagScanner.quote(value);
      addQuoting(
          at,
          cure,
          YamlCodes.SYNTAX,
          SyntaxErrorMessages.quoted(value)
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
    String what = quote == 0 ? opener.text() : String.valueOf(quote);
    Finding finding =
        Finding.of(YamlCodes.SYNTAX, opener, "\"" + what + "\" is never closed")
            .withFix(Fix.unsafe("close it", new TextEdit(Span.at(file, line.valueEnd()), close)));
    candidates.add(RepairCandidate.of(line.valueEnd(), line.valueEnd(), close, finding, false));
  }

  /// `key:value`.
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
                SyntaxErrorMessages.quoted(at.text())
                    + " has no blank after its colon; a key ends with \":\" and a blank")
            .withFix(Fix.unsafe("add a blank", new TextEdit(Span.at(file, colon + 1), " ")));
    candidates.add(RepairCandidate.of(colon + 1, colon + 1, " ", finding, true));
  }

  /// A bare word where an entry should stand.
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
            SyntaxErrorMessages.quoted(at.text()) + " has no colon; an entry is \"key: value\"");
    candidates.add(RepairCandidate.of(line.valueEnd(), line.valueEnd(), ":", finding, false));
  }

  /// Columns at which the lines above begin.
  private void addReindentations(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.isEmpty() || line.isComment() || isChanged(line) || line.tabOffset() >= 0) {
      return;
    }
    int indent = line.indent() - line.start();
    TreeSet<Integer> columns = new TreeSet<>();
    int bound = Integer.MAX_VALUE;
    SourceFile mended = new SourceFile(file.path(), patched.text());
    for (int above = number - 1; above > 0 && bound > 0; above--) {
      SourceLine other = SourceLine.of(mended, above);
      int column = other.indent() - other.start();
      if (other.isEmpty() || other.isComment() || column > bound) {
        continue;
      }
      columns.add(column);
      if (other.content() < other.end()) {
        columns.add(other.content() - other.start());
      }
      bound = column;
    }
    columns.remove(indent);
    List<Integer> near = new ArrayList<>(columns);
    Collections.reverse(near);
    near.sort((a, b) -> Integer.compare(Math.abs(a - indent), Math.abs(b - indent)));
    for (int i = 0; i < Math.min(MAX_COLUMNS, near.size()); i++) {
      int column = near.get(i);
      Span at = new Span(file, line.start(), line.indent());
      Finding finding =
          Finding.of(
                  YamlCodes.SYNTAX,
                  at,
                  "This line is indented by "
                      + indent
                      + "; here "
                      + columnList(columns)
                      + " would fit")
              .withFix(Fix.unsafe("indent by " + column, new TextEdit(at, " ".repeat(column))));
      candidates.add(
          RepairCandidate.of(line.start(), line.indent(), " ".repeat(column), finding, false));
    }
  }

  private static String columnList(TreeSet<Integer> columns) {
    StringBuilder words = new StringBuilder();
    int left = columns.size();
    for (int column : columns) {
      left--;
      words.append(column).append(left > 1 ? ", " : left == 1 ? " or " : "");
    }
    return words.toString();
  }

  private void addValueRemoval(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.colon() >= 0 && line.colon() + 1 < line.end() && !line.isComment()) {
      candidates.add(RepairCandidate.of(line.colon() + 1, line.end(), "", null, false));
    }
  }

  private void addLineRemoval(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (!line.isEmpty()) {
      candidates.add(RepairCandidate.of(line.start(), line.end(), "", null, false));
    }
  }

  private void addQuoting(Span at, String replacement, Code code, String message, boolean safe) {
    Fix fix = new Fix("quote the value", safe, List.of(new TextEdit(at, replacement)));
    Finding finding =
        Finding.of(code, at, message)
            .withHint("write " + SyntaxErrorMessages.shorten(replacement))
            .withFix(fix);
    candidates.add(RepairCandidate.of(at.start(), at.end(), replacement, finding, true));
  }
}
