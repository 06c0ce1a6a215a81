package dev.procc.app.importing;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.language.check.registry.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What rules refuse of a process that lives with it already, accepted where it stands and said to
/// be so.
final class Allowances {
  private static final String REASON = " -- so in Workiva when it was imported";

  private Allowances() {}

  /// Puts an allowance behind each line of a new file that a rule finds an error in.
  static void add(Map<String, String> texts, String path, List<Finding> findings) {
    Map<Integer, Set<String>> namesByLine = new TreeMap<>();
    Set<Code> rules = new LinkedHashSet<>(Rules.codes());
    for (Finding finding : findings) {
      Span span = finding.span();
      if (finding.severity() == Severity.ERROR
          && rules.contains(finding.code())
          && span != null
          && span.file().path().equals(path)) {
        namesByLine
            .computeIfAbsent(span.startPosition().line(), line -> new LinkedHashSet<>())
            .add(finding.code().name());
      }
    }
    String text = texts.get(path);
    if (text == null || !path.endsWith(".yaml")) {
      return;
    }
    String[] lines = text.split("\n", -1);
    namesByLine.forEach(
        (line, names) -> lines[line - 1] += " # procc: allow " + String.join(", ", names) + REASON);
    texts.put(path, String.join("\n", lines));
  }
}
