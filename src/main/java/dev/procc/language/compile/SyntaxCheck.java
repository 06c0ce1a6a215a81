package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The syntax errors of the texts that fixes change, over all rounds. A text is parsed once, within
/// a budget, since one with errors takes as long as many without.
final class SyntaxCheck {
  /// The number of characters that are parsed to find the fixes that do harm; fixes that are
  /// undecided then are left out. A text without errors counts as a forty-eighth of its length,
  /// since it needs no repair.
  private static final long BUDGET = 200_000;

  private static final int VALID_SHARE = 48;

  private record CheckedText(String text, List<String> errors) {}

  private final Map<String, CheckedText> latest = new HashMap<>();
  private long left = BUDGET;

  /// Whether the budget is spent.
  boolean isSpent() {
    return left <= 0;
  }

  /// The errors of a text, each by its code and message; none for a table.
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

  /// Counts a text that is parsed again, by a compilation.
  void charge(String path) {
    CheckedText known = latest.get(path);
    if (known != null) {
      left -= known.text.length() / (known.errors.isEmpty() ? VALID_SHARE : 1);
    }
  }
}
