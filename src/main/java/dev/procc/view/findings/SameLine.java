package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Occurrences;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folding of findings about one line of a definition into one, however many places the line
/// makes: the turns of a loop, the uses of a template, the periods of a process.
public final class SameLine {
  /// What folded findings share.
  ///
  /// @param what the message, for findings in any process; the identity of the process, for
  ///   findings with a message of their own in each turn
  /// @param rank the number of equal findings before it at the same address, which are separate
  ///   faults
  private record SharedLine(String code, Span span, String what, int rank) {
    // Written out as in Fix: the one of a record is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof SharedLine that
          && code.equals(that.code)
          && span.equals(that.span)
          && what.equals(that.what)
          && rank == that.rank;
    }

    @Override
    public int hashCode() {
      return ((31 * code.hashCode() + span.hashCode()) * 31 + what.hashCode()) * 31 + rank;
    }
  }

  private SameLine() {}

  /// @param findings in reading order
  public static List<Finding> fold(List<Finding> findings) {
    return findings.size() < 2 ? findings : foldTurns(foldEqual(findings));
  }

  /// Folds equal messages about one line, in all processes.
  private static List<Finding> foldEqual(List<Finding> findings) {
    Map<SharedLine, Integer> indexes = new HashMap<>();
    List<Finding> folded = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Span span = finding.span();
      if (span == null || finding.address() == null) {
        folded.add(finding);
      } else {
        String what = finding.severity().keyword() + finding.message();
        add(folded, indexes, new SharedLine(finding.code().id(), span, what, 0), finding);
      }
    }
    return folded;
  }

  /// Folds differing messages about one line, in one process.
  private static List<Finding> foldTurns(List<Finding> findings) {
    Map<SharedLine, Integer> indexes = new HashMap<>();
    Map<SharedLine, Integer> ranks = new HashMap<>();
    List<Finding> folded = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Span span = finding.span();
      String address = finding.address();
      if (span == null || address == null) {
        folded.add(finding);
        continue;
      }
      String code = finding.code().id();
      String severity = finding.severity().keyword();
      SharedLine place = new SharedLine(code, span, severity + address, 0);
      int rank = ranks.getOrDefault(place, 0);
      ranks.put(place, rank + 1);
      int end = address.indexOf('/');
      end = end < 0 ? address.indexOf(':') : end;
      String identity = end < 0 ? address : address.substring(0, end);
      add(folded, indexes, new SharedLine(code, span, severity + identity, rank), finding);
    }
    return folded;
  }

  private static void add(
      List<Finding> folded, Map<SharedLine, Integer> indexes, SharedLine line, Finding finding) {
    Integer index = indexes.putIfAbsent(line, folded.size());
    if (index == null) {
      folded.add(finding);
    } else {
      folded.set(index, together(folded.get(index), finding));
    }
  }

  private static Finding together(Finding first, Finding more) {
    Finding both = first;
    if (first.count() < Occurrences.MAX_EXAMPLES) {
      for (Label label : more.labels()) {
        if (both.labels().size() < Findings.MAX_LABELS && !both.labels().contains(label)) {
          both = both.withLabel(label.span(), label.text());
        }
      }
    }
    return both.withOccurrences(first.occurrencesWith(more));
  }
}
