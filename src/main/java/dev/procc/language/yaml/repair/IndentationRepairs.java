package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Repairs of the indentation of lines: blanks for tabs, and the columns of the lines above.
final class IndentationRepairs {
  private static final int MAX_COLUMNS = 8;

  private final SourceFile file;
  private final String text;
  private final PatchedText patched;
  private final List<RepairCandidate> candidates;
  private @Nullable SourceFile repaired;
  private @Nullable BitSet dashColumns;

  IndentationRepairs(SourceFile file, PatchedText patched, List<RepairCandidate> candidates) {
    this.file = file;
    this.text = file.text();
    this.patched = patched;
    this.candidates = candidates;
  }

  /// Adds repairs for tabs in the indentation: of all lines together, then of this line alone.
  void addTabReplacements(SourceLine line) {
    int tab = line.tabOffset();
    if (tab < 0) {
      return;
    }
    List<PatchedText.TextChange> all = new ArrayList<>();
    int count = 0;
    for (int number = 1; number <= file.lineCount(); number++) {
      SourceLine other = SourceLine.of(file, number);
      if (other.tabOffset() >= 0 && !other.isEmpty() && !isChanged(other)) {
        count++;
        all.addAll(tabChanges(other, "  "));
      }
    }
    String more = count > 1 ? ", here and on " + (count - 1) + " more lines" : "";
    Finding finding = tabFinding(tab, more);
    if (count > 1) {
      Fix fix = new Fix("replace each tab by two blanks", false, edits(all));
      candidates.add(new RepairCandidate(all, finding.withFix(fix), true));
    }
    addTabChanges("replace each tab by two blanks", tabChanges(line, "  "), finding);
    addTabChanges("remove each tab", tabChanges(line, ""), finding);
  }

  private void addTabChanges(String title, List<PatchedText.TextChange> changes, Finding finding) {
    Finding fixed = finding.withFix(new Fix(title, false, edits(changes)));
    candidates.add(new RepairCandidate(changes, fixed, false));
  }

  private Finding tabFinding(int tab, String more) {
    return Finding.of(
            YamlCodes.TAB,
            new Span(file, tab, tab + 1),
            "A tab indents this line" + more + "; YAML counts blanks only")
        .withHint("indent by two blanks a level");
  }

  /// The changes that replace each tab in the indentation of a line.
  private List<PatchedText.TextChange> tabChanges(SourceLine line, String replacement) {
    List<PatchedText.TextChange> changes = new ArrayList<>();
    for (int at = line.tabOffset(); at < line.content(); at++) {
      if (text.charAt(at) == '\t') {
        changes.add(new PatchedText.TextChange(at, at + 1, replacement));
      }
    }
    return changes;
  }

  private List<TextEdit> edits(List<PatchedText.TextChange> changes) {
    List<TextEdit> edits = new ArrayList<>(changes.size());
    for (PatchedText.TextChange change : changes) {
      edits.add(new TextEdit(new Span(file, change.from(), change.to()), change.replacement()));
    }
    return edits;
  }

  /// Adds repairs that move a line to the columns at which lines around it begin, the nearest
  /// first.
  void addReindentations(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.isEmpty() || line.isComment() || isChanged(line)) {
      return;
    }
    int indent = line.indent() - line.start();
    TreeSet<Integer> columns = columnsAround(line);
    columns.remove(indent);
    boolean word = line.colon() < 0 && line.valueText().indexOf(' ') < 0;
    if (word && Character.isLetter(line.firstChar())) {
      // A word alone is more likely a key without its colon than the rest of the text above it.
      columns = new TreeSet<>(columns.headSet(indent));
    }
    List<Integer> nearest = new ArrayList<>(columns);
    Collections.reverse(nearest);
    nearest.sort((a, b) -> Integer.compare(Math.abs(a - indent), Math.abs(b - indent)));
    Span at = new Span(file, line.start(), line.indent());
    for (int i = 0; i < Math.min(MAX_COLUMNS, nearest.size()); i++) {
      int column = nearest.get(i);
      String blanks = " ".repeat(column);
      Finding finding =
          (line.tabOffset() >= 0
                  ? tabFinding(line.tabOffset(), "")
                  : Finding.of(
                      YamlCodes.SYNTAX,
                      at,
                      "This line is indented by " + indent + "; " + column + " would fit"))
              .withFix(Fix.unsafe("indent by " + column, new TextEdit(at, blanks)));
      candidates.add(RepairCandidate.of(at.start(), at.end(), blanks, finding, false));
    }
  }

  /// Adds the blank that the dash of an item lacks, `-sendTask: close`.
  void addBlankAfterDash(SourceLine line) {
    int word = line.indent() + 1;
    if (isChanged(line)
        || text.charAt(line.indent()) != '-'
        || word >= line.end()
        || !Character.isLetter(text.charAt(word))) {
      return;
    }
    Span item = new Span(file, line.indent(), line.valueEnd());
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                item,
                QuotedText.quoted(item.text())
                    + " has no blank after its dash; each item of a list begins with \"- \"")
            .withFix(Fix.unsafe("add a blank", new TextEdit(Span.at(file, word), " ")));
    candidates.add(RepairCandidate.of(word, word, " ", finding, true));
  }

  /// Adds repairs that give a line the dash that may be missing, in the columns of dashes around
  /// it.
  void addDashes(int number) {
    SourceLine line = SourceLine.of(file, number);
    if (line.isEmpty() || line.isComment() || isChanged(line) || line.content() > line.indent()) {
      return;
    }
    int indent = line.indent() - line.start();
    TreeSet<Integer> columns = new TreeSet<>();
    for (int column = Math.max(0, indent - 2); column <= indent; column++) {
      if (dashColumns().get(column)) {
        columns.add(column);
      }
    }
    columns.add(Math.max(0, indent - 2));
    columns.add(indent);
    boolean node = dashColumns().get(indent) && SwallowedKey.isKindOfNode(key(line));
    Span at = new Span(file, line.indent(), line.indent());
    Span text = new Span(file, line.indent(), line.valueEnd());
    for (int column : columns.descendingSet()) {
      String start = " ".repeat(column) + "- ";
      Finding finding =
          Finding.of(
                  YamlCodes.SYNTAX,
                  text,
                  QuotedText.quoted(text.text())
                      + " lacks its dash; each item of a list begins with \"- \"")
              .withFix(
                  Fix.unsafe(
                      "begin an item",
                      new TextEdit(new Span(file, line.start(), at.end()), start)));
      boolean sure = node && column == indent;
      candidates.add(RepairCandidate.of(line.start(), line.indent(), start, finding, sure));
    }
  }

  /// Adds the removal of the dashes before a line without one, in its column, where names stand and
  /// not a list, as under `people:`.
  void addDashRemovals(int number) {
    SourceLine line = SourceLine.of(file, number);
    int indent = line.indent() - line.start();
    List<PatchedText.TextChange> dashes = new ArrayList<>();
    for (int above = number - 1; above > 0; above--) {
      SourceLine other = SourceLine.of(file, above);
      int column = other.indent() - other.start();
      if (other.isEmpty() || other.isComment() || column > indent) {
        continue;
      }
      if (column < indent) {
        if (!dashes.isEmpty() && SwallowedKey.holdsNames(key(other))) {
          addDashRemoval(dashes, key(other));
        }
        return;
      }
      if (other.content() > other.indent() && !isChanged(other)) {
        dashes.addFirst(new PatchedText.TextChange(other.indent(), other.content(), ""));
      }
    }
  }

  private void addDashRemoval(List<PatchedText.TextChange> dashes, String key) {
    PatchedText.TextChange first = dashes.getFirst();
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                new Span(file, first.from(), first.to() - 1),
                "A dash begins an item of a list, but \"" + key + "\" holds names with values")
            .withFix(new Fix("take the dash away", false, edits(dashes)));
    candidates.add(new RepairCandidate(dashes, finding, true));
  }

  /// The key of a line; empty if it has none.
  private String key(SourceLine line) {
    return line.colon() < 0 ? "" : text.substring(line.content(), line.colon());
  }

  private SourceFile repaired() {
    SourceFile known = repaired;
    if (known == null) {
      known = new SourceFile(file.path(), patched.text());
      repaired = known;
    }
    return known;
  }

  /// The columns in which lines begin with a dash.
  private BitSet dashColumns() {
    BitSet known = dashColumns;
    if (known == null) {
      known = new BitSet();
      SourceFile lines = repaired();
      for (int number = 1; number <= lines.lineCount(); number++) {
        int start = lines.lineStart(number);
        int end = TextLines.lineEnd(lines.text(), start);
        int at = TextLines.skipBlanks(lines.text(), start, end);
        if (at < end && lines.text().charAt(at) == '-') {
          SourceLine line = SourceLine.of(lines, number);
          known.set(at - start, known.get(at - start) || line.content() > line.indent());
        }
      }
      dashColumns = known;
    }
    return known;
  }

  /// The possible columns of a line: those of the open blocks above it, of the content after dashes
  /// in these, one level deeper, and those that align its start or its content with the line below.
  private TreeSet<Integer> columnsAround(SourceLine of) {
    TreeSet<Integer> columns = new TreeSet<>();
    int bound = Integer.MAX_VALUE;
    SourceFile repaired = repaired();
    int number = repaired.position(patched.lineStart(of.start())).line();
    for (int above = number - 1; above > 0 && bound > 0; above--) {
      SourceLine line = SourceLine.of(repaired, above);
      int column = line.indent() - line.start();
      if (line.isEmpty() || line.isComment() || column > bound) {
        continue;
      }
      columns.add(column);
      if (line.content() < line.end()) {
        columns.add(line.content() - line.start());
      }
      columns.add(column + 2);
      bound = column;
    }
    for (int below = number + 1; below <= repaired.lineCount(); below++) {
      SourceLine line = SourceLine.of(repaired, below);
      if (!line.isEmpty() && !line.isComment()) {
        int column = line.indent() - line.start();
        columns.add(column);
        columns.add(Math.max(0, column - (of.content() - of.indent())));
        break;
      }
    }
    return columns;
  }

  private boolean isChanged(SourceLine line) {
    return patched.isChanged(line.start(), line.end());
  }
}
