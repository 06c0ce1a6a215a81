package dev.procc.language.yaml.repair;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.SyntaxError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The repairs to try for a syntax error: first those that explain the fault, then other
/// indentations, then the removal of values and lines.
final class RepairCandidates {
  private final SourceFile file;
  private final SyntaxError error;
  private final List<RepairCandidate> candidates = new ArrayList<>();

  private RepairCandidates(SourceFile file, SyntaxError error) {
    this.file = file;
    this.error = error;
  }

  /// The repairs to try, the most specific first.
  ///
  /// @param removalsOnly only those that remove text, for large files
  static List<RepairCandidate> of(
      SourceFile file, PatchedText patched, SyntaxError error, boolean removalsOnly) {
    RepairCandidates repairs = new RepairCandidates(file, error);
    Set<Integer> lines = repairs.suspectLines();
    RepairCandidate conflict =
        file.text().contains("<<<<<<< ") ? MergeConflict.find(file, patched) : null;
    if (conflict != null) {
      repairs.candidates.add(conflict);
    }
    if (!removalsOnly) {
      repairs.addExplained(patched, lines);
    }
    for (int line : lines) {
      repairs.addValueRemoval(line);
    }
    for (int line : lines) {
      repairs.addLineRemoval(line);
    }
    return repairs.candidates;
  }

  private void addExplained(PatchedText patched, Set<Integer> lines) {
    IndentationRepairs indentation = new IndentationRepairs(file, patched, candidates);
    LineRepairs content = new LineRepairs(file, error, candidates);
    for (int number : lines) {
      SourceLine line = SourceLine.of(file, number);
      if (line.isEmpty() || line.isComment()) {
        continue;
      }
      indentation.addTabReplacements(line);
      indentation.addBlankAfterDash(line);
      content.separateKey(line);
      content.addTagQuoting(line);
      if (!patched.isChanged(line.start(), line.end())) {
        content.addAll(line);
      }
    }
    Set<Integer> all = new LinkedHashSet<>(lines);
    all.add(file.position(error.opener()).line());
    all.add(blockHead(error.lineNumber(file)));
    for (int number : all) {
      indentation.addReindentations(number);
    }
    MovedLines ranges = new MovedLines(file, patched, candidates);
    Set<Integer> ends = new LinkedHashSet<>();
    for (int number : lines) {
      ranges.add(number, ends);
    }
    for (int number : all) {
      indentation.addDashRemovals(number);
      indentation.addDashes(number);
    }
  }

  /// The first line of the deeper block above a line; the line itself if there is none.
  private int blockHead(int number) {
    SourceLine line = SourceLine.of(file, number);
    int column = line.indent() - line.start();
    int head = number;
    for (int above = number - 1; above > 0; above--) {
      SourceLine other = SourceLine.of(file, above);
      if (!other.isEmpty() && !other.isComment()) {
        if (other.indent() - other.start() <= column) {
          break;
        }
        head = above;
      }
    }
    return head;
  }

  /// The numbers of the lines that may be at fault, the likeliest first.
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
}
