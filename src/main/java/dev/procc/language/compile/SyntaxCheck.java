package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The errors of syntax of texts that fixes change, over all rounds: a text is read once, and only
/// so much is read in all, since one that has errors costs as much as many that have none.
final class SyntaxCheck {
  /// How many characters are read to find the fixes that do harm; those that are not told apart by
  /// then are left out. A text without errors counts a forty-eighth: it needs no repair.
  private static final long BUDGET = 200_000;

  private static final int VALID_SHARE = 48;

  private record CheckedText(String text, List<String> errors) {}

  private final Map<String, CheckedText> latest = new HashMap<>();
  private long left = BUDGET;

  /// Whether no more is read.
  boolean isSpent() {
    return left <= 0;
  }

  /// The errors of a text, each by its code and message; a table has none.
  List<String> errors(String path, String text) {
    CheckedText known = latest.get(path);
    if (known != null && known.text.equals(text)) {
      return known.errors;
    }
    List<String> errors = new ArrayList<>();
    if (!path.endsWith(".csv")) {
      for (Finding finding : Yaml.parse(new SourceFile(path, text)).findings()) {
        if (finding.severity() == Severity.ERROR) {
          errors.add(finding.code().id() + finding.message());
        }
      }
    }
    latest.put(path, new CheckedText(text, errors));
    charge(path);
    return errors;
  }

  /// Counts a text that is read once more, by a compilation.
  void charge(String path) {
    CheckedText known = latest.get(path);
    if (known != null) {
      left -= known.text.length() / (known.errors.isEmpty() ? VALID_SHARE : 1);
    }
  }
}
