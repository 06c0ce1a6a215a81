package dev.procc.ide.change;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.language.compile.Fixer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fixes of findings, singly and all at once.
public final class Fixes {
  private Fixes() {}

  /// A fix of a finding.
  ///
  /// @param isOnly whether it is the only fix of its finding and is safe
  public record FindingFix(Finding finding, Fix fix, boolean isOnly) {}

  /// The fixes of the findings that overlap a range of a file.
  public static List<FindingFix> at(Snapshot snapshot, String path, int start, int end) {
    List<FindingFix> fixes = new ArrayList<>();
    for (Finding finding : snapshot.findings().getOrDefault(path, List.of())) {
      Span span = finding.span();
      if (span != null && span.start() <= end && start <= span.end()) {
        for (Fix fix : finding.fixes()) {
          fixes.add(new FindingFix(finding, fix, fix.safe() && finding.fixes().size() == 1));
        }
      }
    }
    return fixes;
  }

  /// The text of a file after all safe fixes, as `procc lint --fix` leaves it; null if nothing
  /// changes.
  public static @Nullable String all(Snapshot snapshot, String path) {
    boolean any = false;
    for (Finding finding : snapshot.findings().getOrDefault(path, List.of())) {
      for (Fix fix : finding.fixes()) {
        any |= fix.safe();
      }
    }
    return any
        ? Fixer.run(
                snapshot.tree(),
                tree -> snapshot.lintTree(tree).everywhere(),
                Fixer.FixScope.SAFE,
                path::equals)
            .texts()
            .get(path)
        : null;
  }
}
