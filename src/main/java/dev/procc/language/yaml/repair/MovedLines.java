package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Repairs of ranges of lines that an editor moved by one column: consecutive lines in odd columns
/// while others begin in even ones, or the other way round.
final class MovedLines {
  private final SourceFile file;
  private final PatchedText patched;
  private final List<RepairCandidate> candidates;

  /// The column in which each line begins, by its number.
  private final int[] columns;

  /// The lines that are not empty.
  private final BitSet written = new BitSet();

  /// The lines of literal and folded texts, whose columns mean nothing.
  private final BitSet literal = new BitSet();

  MovedLines(SourceFile file, PatchedText patched, List<RepairCandidate> candidates) {
    this.file = file;
    this.patched = patched;
    this.candidates = candidates;
    this.columns = new int[file.lineCount() + 1];
    findColumns();
  }

  /// Adds repairs that move back all lines around one with the same parity of columns.
  ///
  /// @param known the last lines of the ranges that were added
  void add(int number, Set<Integer> known) {
    int first = last(number, -1);
    int last = last(number, 1);
    boolean everything = first == written.nextSetBit(0) && last == written.length() - 1;
    if (everything || !known.add(last)) {
      return;
    }
    List<SourceLine> lines = new ArrayList<>();
    for (int at = first; at <= last; at++) {
      SourceLine line = SourceLine.of(file, at);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    if (lines.size() > 1) {
      add(lines, -1);
      add(lines, 1);
    }
  }

  private void add(List<SourceLine> lines, int by) {
    List<PatchedText.TextChange> changes = new ArrayList<>(lines.size());
    List<TextEdit> edits = new ArrayList<>(lines.size());
    for (SourceLine line : lines) {
      int column = column(line) + by;
      if (column < 0 || line.tabOffset() >= 0 || patched.isChanged(line.start(), line.indent())) {
        return;
      }
      String blanks = " ".repeat(column);
      changes.add(new PatchedText.TextChange(line.start(), line.indent(), blanks));
      edits.add(new TextEdit(new Span(file, line.start(), line.indent()), blanks));
    }
    SourceLine first = lines.getFirst();
    String side = by < 0 ? "right" : "left";
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                new Span(file, first.start(), first.indent()),
                "This line and "
                    + Plural.of(lines.size() - 1, "line")
                    + " below it begin one column too far "
                    + side)
            .withFix(
                new Fix("re-indent the " + lines.size() + " lines", false, List.copyOf(edits)));
    candidates.add(new RepairCandidate(changes, finding, false));
  }

  /// The last line, in one direction, whose columns have the same parity as those of a line. A
  /// literal text belongs to its key.
  private int last(int number, int direction) {
    int parity = columns[number] % 2;
    int last = number;
    for (int at = number + direction; at > 0 && at < columns.length; at += direction) {
      boolean text = literal.get(at);
      if (!text && written.get(at) && columns[at] % 2 != parity) {
        break;
      }
      if (written.get(at) && (!text || direction > 0)) {
        last = at;
      }
    }
    return last;
  }

  private void findColumns() {
    String text = file.text();
    int key = -1;
    for (int number = 1; number < columns.length; number++) {
      int start = file.lineStart(number);
      int end = TextLines.lineEnd(text, start);
      int column = TextLines.skipBlanks(text, start, end) - start;
      columns[number] = column;
      if (start + column == end) {
        continue;
      }
      written.set(number);
      if (key >= 0 && column > key) {
        literal.set(number);
      } else {
        key = beginsText(number, start, end) ? column : -1;
      }
    }
  }

  private boolean beginsText(int number, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = file.text().charAt(at);
      if (c == '|' || c == '>') {
        char first = SourceLine.of(file, number).firstChar();
        return first == '|' || first == '>';
      }
    }
    return false;
  }

  private static int column(SourceLine line) {
    return line.indent() - line.start();
  }
}
