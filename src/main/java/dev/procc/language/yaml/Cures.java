package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What may be wrong with a text that is not YAML: the likely cures, the most telling first.
final class Cures {
  private static final int COLUMNS = 5;

  private final SourceFile file;
  private final String text;
  private final Patched patched;
  private final Fault fault;
  private final List<Cure> cures = new ArrayList<>();

  private Cures(SourceFile file, Patched patched, Fault fault) {
    this.file = file;
    this.text = file.text();
    this.patched = patched;
    this.fault = fault;
  }

  /// The cures to try.
  ///
  /// @param rough only those that take text away, for large files
  static List<Cure> of(SourceFile file, Patched patched, Fault fault, boolean rough) {
    Cures cures = new Cures(file, patched, fault);
    Set<Integer> lines = cures.lines();
    if (!rough) {
      for (int line : lines) {
        cures.telling(line);
      }
      for (int line : lines) {
        cures.indents(line);
      }
    }
    for (int line : lines) {
      cures.keepKey(line);
    }
    for (int line : lines) {
      cures.blank(line);
    }
    return cures.cures;
  }

  /// The lines that may be at fault, the likeliest first.
  private Set<Integer> lines() {
    Set<Integer> lines = new LinkedHashSet<>();
    int at = fault.line(file);
    int opener = file.position(fault.opener()).line();
    boolean openerFirst = fault.openerCounts() && !fault.problem().contains("not allowed here");
    if (openerFirst) {
      lines.add(opener);
    }
    for (int i = 0; i < Math.min(3, fault.flows().size()); i++) {
      lines.add(file.position(fault.flows().get(i)).line());
    }
    lines.add(at);
    int before = at - 1;
    while (before > 0
        && (SourceLine.of(file, before).empty() || SourceLine.of(file, before).comment())) {
      before--;
    }
    if (before > 0) {
      lines.add(before);
    }
    if (fault.openerCounts()) {
      lines.add(opener);
    }
    if (fault.quote() >= 0) {
      lines.add(file.position(fault.quote()).line());
    }
    return lines;
  }

  private boolean touched(SourceLine line) {
    for (Patched.Change change : patched.changes()) {
      if (change.from() <= line.end() && change.to() >= line.start()) {
        return true;
      }
    }
    return false;
  }

  private void telling(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.empty() || line.comment()) {
      return;
    }
    if (line.tab() >= 0) {
      tabs(line);
    }
    tagInFlow(line);
    if (touched(line)) {
      return;
    }
    if (line.hasValue()) {
      quote(line);
      closeBrackets(line);
    }
    missingBlank(line);
    missingColon(line);
  }

  private void tabs(SourceLine line) {
    List<Patched.Change> all = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    int count = 0;
    for (int number = 1; number <= file.lineCount(); number++) {
      SourceLine other = SourceLine.of(file, number);
      if (other.tab() < 0 || other.empty() || touched(other)) {
        continue;
      }
      count++;
      for (int at = other.tab(); at < other.content(); at++) {
        if (text.charAt(at) == '\t') {
          all.add(new Patched.Change(at, at + 1, "  "));
          edits.add(new Edit(new Span(file, at, at + 1), "  "));
        }
      }
    }
    int tab = line.tab();
    String more = count > 1 ? ", here and on " + (count - 1) + " more lines" : "";
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.TAB,
                new Span(file, tab, tab + 1),
                "A tab indents this line" + more + "; YAML counts blanks only")
            .withHint("indent by two blanks a level");
    if (count > 1) {
      cures.add(
          new Cure(
              all, finding.withFix(new Fix("replace each tab by two blanks", false, edits)), true));
    }
    List<Patched.Change> removed = new ArrayList<>();
    List<Patched.Change> spaced = new ArrayList<>();
    for (int at = tab; at < line.content(); at++) {
      if (text.charAt(at) == '\t') {
        removed.add(new Patched.Change(at, at + 1, ""));
        spaced.add(new Patched.Change(at, at + 1, "  "));
      }
    }
    cures.add(new Cure(spaced, finding, false));
    cures.add(new Cure(removed, finding, false));
  }

  /// `[a {{x}}]`: a tag within an unquoted text of a flow collection.
  private void tagInFlow(SourceLine line) {
    if (!fault.inFlow()) {
      return;
    }
    int tag = text.lastIndexOf("{{", Math.max(fault.at(), line.start()));
    if (tag < line.start() || tag >= line.end()) {
      tag = text.indexOf("{{", line.start());
    }
    if (tag < 0 || tag >= line.end()) {
      return;
    }
    int from = tag;
    while (from > line.content()
        && "[{,".indexOf(text.charAt(from - 1)) < 0
        && !(Lines.isBlank(text.charAt(from - 1)) && text.charAt(from - 2) == ':')) {
      from--;
    }
    from = Lines.skipBlanks(text, from, tag);
    Span at = new Span(file, from, Math.max(tag, Traps.valueEnd(text, from, true)));
    add(
        at,
        Traps.quote(at.text()),
        YamlCodes.UNQUOTED_TAG,
        Syntax.quoted(at.text()) + " holds braces; within { } and [ ] such a text is quoted",
        true);
  }

  private void quote(SourceLine line) {
    Span at = new Span(file, line.value(), line.valueEnd());
    String value = at.text();
    char first = line.first();
    if (first == '"' || first == '\'') {
      quoted(at, value, first);
    } else if (first == '[' || first == '{' || first == '|' || first == '>') {
      return;
    } else if (value.contains(": ") || value.endsWith(":")) {
      add(
          at,
          Traps.quote(value),
          YamlCodes.SYNTAX,
          Syntax.quoted(value)
              + " holds \":\" and a blank, which begin a mapping; such a text is quoted",
          true);
    } else if ("@`%*&!".indexOf(first) >= 0) {
      add(
          at,
          Traps.quote(value),
          YamlCodes.SYNTAX,
          Syntax.quoted(value)
              + " begins with \""
              + first
              + "\", which YAML keeps for itself; such a text is quoted",
          first == '@' || first == '%' || first == '`');
    }
  }

  private void quoted(Span at, String value, char quote) {
    boolean closed = value.length() > 1 && value.charAt(value.length() - 1) == quote;
    String inner = value.substring(1, closed ? value.length() - 1 : value.length());
    if (!closed && inner.indexOf(quote) < 0) {
      Span open = at.sub(0, 1);
      Diagnostic finding =
          Diagnostic.of(YamlCodes.SYNTAX, open, "This quote is never closed")
              .withHint("close it at the end of the text")
              .withFix(
                  Fix.unsafe(
                      "close the quote", new Edit(Span.at(file, at.end()), String.valueOf(quote))));
      cures.add(Cure.of(at.end(), at.end(), String.valueOf(quote), finding, true));
    }
    if (inner.indexOf(quote) >= 0) {
      String cure = closed ? Traps.quote(inner) : Traps.quote(value);
      add(
          at,
          cure,
          YamlCodes.SYNTAX,
          Syntax.quoted(value)
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
    Diagnostic finding =
        Diagnostic.of(YamlCodes.SYNTAX, opener, "\"" + what + "\" is never closed")
            .withFix(Fix.unsafe("close it", new Edit(Span.at(file, line.valueEnd()), close)));
    cures.add(Cure.of(line.valueEnd(), line.valueEnd(), close, finding, false));
  }

  /// `key:value`.
  private void missingBlank(SourceLine line) {
    if (line.colon() >= 0) {
      return;
    }
    int colon = text.indexOf(':', line.content());
    if (colon <= line.content() || colon + 1 >= line.valueEnd()) {
      return;
    }
    Span at = new Span(file, line.content(), line.valueEnd());
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.SYNTAX,
                at,
                Syntax.quoted(at.text())
                    + " has no blank after its colon; a key ends with \":\" and a blank")
            .withFix(Fix.unsafe("add a blank", new Edit(Span.at(file, colon + 1), " ")));
    cures.add(Cure.of(colon + 1, colon + 1, " ", finding, true));
  }

  /// A bare word where an entry should stand.
  private void missingColon(SourceLine line) {
    if (line.colon() >= 0 || !line.hasValue()) {
      return;
    }
    for (int at = line.content(); at < line.valueEnd(); at++) {
      if (!Character.isLetterOrDigit(text.charAt(at)) && "-_".indexOf(text.charAt(at)) < 0) {
        return;
      }
    }
    Span at = new Span(file, line.content(), line.valueEnd());
    Diagnostic finding =
        Diagnostic.of(
            YamlCodes.SYNTAX,
            at,
            Syntax.quoted(at.text()) + " has no colon; an entry is \"key: value\"");
    cures.add(Cure.of(line.valueEnd(), line.valueEnd(), ":", finding, false));
  }

  /// Columns at which the lines above begin.
  private void indents(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.empty() || line.comment() || touched(line) || line.tab() >= 0) {
      return;
    }
    int indent = line.indent() - line.start();
    TreeSet<Integer> columns = new TreeSet<>();
    int bound = Integer.MAX_VALUE;
    SourceFile mended = new SourceFile(file.path(), patched.text());
    for (int above = number - 1; above > 0 && bound > 0; above--) {
      SourceLine other = SourceLine.of(mended, above);
      int column = other.indent() - other.start();
      if (other.empty() || other.comment() || column > bound) {
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
    for (int i = 0; i < Math.min(COLUMNS, near.size()); i++) {
      int column = near.get(i);
      Span at = new Span(file, line.start(), line.indent());
      Diagnostic finding =
          Diagnostic.of(
                  YamlCodes.SYNTAX,
                  at,
                  "This line is indented by "
                      + indent
                      + "; here "
                      + fitting(columns)
                      + " would fit")
              .withFix(Fix.unsafe("indent by " + column, new Edit(at, " ".repeat(column))));
      cures.add(Cure.of(line.start(), line.indent(), " ".repeat(column), finding, false));
    }
  }

  private static String fitting(TreeSet<Integer> columns) {
    StringBuilder words = new StringBuilder();
    int left = columns.size();
    for (int column : columns) {
      left--;
      words.append(column).append(left > 1 ? ", " : left == 1 ? " or " : "");
    }
    return words.toString();
  }

  private void keepKey(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.colon() >= 0 && line.colon() + 1 < line.end() && !line.comment()) {
      cures.add(Cure.of(line.colon() + 1, line.end(), "", null, false));
    }
  }

  private void blank(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (!line.empty()) {
      cures.add(Cure.of(line.start(), line.end(), "", null, false));
    }
  }

  private void add(Span at, String replacement, Code code, String message, boolean safe) {
    Fix fix = new Fix("quote the value", safe, List.of(new Edit(at, replacement)));
    Diagnostic finding =
        Diagnostic.of(code, at, message)
            .withHint("write " + Syntax.shorten(replacement))
            .withFix(fix);
    cures.add(Cure.of(at.start(), at.end(), replacement, finding, true));
  }
}
