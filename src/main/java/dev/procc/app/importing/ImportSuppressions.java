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

/// Suppressions of the findings that an imported process already has, so that it can be imported as
/// it is.
final class ImportSuppressions {
  private static final String REASON = " -- so in Workiva when it was imported";

  private ImportSuppressions() {}

  /// Adds a suppression to each line of a new file with an error of a rule.
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
