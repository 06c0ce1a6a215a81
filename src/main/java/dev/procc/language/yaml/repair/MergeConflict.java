package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.PatchedText.TextChange;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An unresolved merge conflict between the lines that git writes; its first side is read.
final class MergeConflict {
  private MergeConflict() {}

  /// The repair of the first conflict that is not repaired yet; null if there is none.
  static @Nullable RepairCandidate find(SourceFile file, PatchedText patched) {
    int begin = line(file, 1, "<<<<<<< ");
    while (begin > 0 && patched.isChanged(file.lineStart(begin), file.lineStart(begin) + 1)) {
      begin = line(file, begin + 1, "<<<<<<< ");
    }
    int middle = begin == 0 ? 0 : line(file, begin, "=======");
    int end = middle == 0 ? 0 : line(file, middle, ">>>>>>> ");
    if (end == 0) {
      return null;
    }
    int base = line(file, begin, "||||||| ");
    int second = base == 0 || base > middle ? middle : base;
    Span at = span(file, begin, begin);
    List<TextChange> changes = new ArrayList<>();
    changes.add(new TextChange(at.start(), at.end(), ""));
    Span dropped = span(file, second, end);
    changes.add(new TextChange(dropped.start(), dropped.end(), ""));
    Finding finding =
        Finding.of(YamlCodes.SYNTAX, at, "Two versions stand here, of a merge that nobody settled")
            .withLabel(span(file, middle, middle), "the other one begins here")
            .withLabel(span(file, end, end), "and ends here")
            .withHint("keep what is right of both, and remove these lines");
    return new RepairCandidate(changes, finding, true);
  }

  private static int line(SourceFile file, int from, String mark) {
    for (int number = from; number <= file.lineCount(); number++) {
      if (file.line(number).startsWith(mark)) {
        return number;
      }
    }
    return 0;
  }

  private static Span span(SourceFile file, int first, int last) {
    return new Span(file, file.lineStart(first), file.lineStart(last) + file.line(last).length());
  }
}
